namespace ScriptHost.Html;

/// <summary>The different outcomes of a block, as JSON. Most scorers say the same of most traces, so a body names them by number.</summary>
internal sealed class OutcomeTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>All outcomes, in order of their numbers.</summary>
    public IReadOnlyCollection<string> All => numbers.Keys;

    /// <summary>How many bytes, about, an outcome adds.</summary>
    public long CostOf(string json) => numbers.ContainsKey(json) ? 3 : json.Length + 3;

    /// <summary>The number of an outcome, which is made when it is new.</summary>
    public int NumberOf(string json)
    {
        if (!numbers.TryGetValue(json, out var number))
        {
            numbers.Add(json, number = numbers.Count);
        }

        return number;
    }

    /// <summary>Begins anew.</summary>
    public void Clear() => numbers.Clear();
}
