using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Puts aggregations together. All runs do, so without what would be compiled at run time: lists and sets of enumerations are.</summary>
internal static class AggregationUnion
{
    /// <summary>Those of both, each once, in order of first appearance.</summary>
    /// <param name="first">Some that there are; see <see cref="AggregationName.IsOne"/>.</param>
    /// <param name="others">More of them.</param>
    public static Aggregation[] Of(IEnumerable<Aggregation> first, IEnumerable<Aggregation> others)
    {
        var union = new Aggregation[(int)AggregationName.Last + 1];
        var (count, seen) = (0, 0);
        Add(first);
        Add(others);
        Array.Resize(ref union, count);

        return union;

        void Add(IEnumerable<Aggregation> aggregations)
        {
            foreach (var aggregation in aggregations)
            {
                var flag = 1 << (int)aggregation;
                if ((seen & flag) == 0)
                {
                    seen |= flag;
                    union[count++] = aggregation;
                }
            }
        }
    }
}
