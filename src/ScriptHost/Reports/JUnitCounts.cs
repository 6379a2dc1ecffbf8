using System.Globalization;
using System.Xml;

namespace ScriptHost.Reports;

/// <summary>How many cases of a suite there are, by how they ended.</summary>
internal sealed class JUnitCounts
{
    private readonly long[] counts = new long[4];

    /// <summary>Adds a case.</summary>
    public void Add(JUnitState state) => counts[(int)state]++;

    /// <summary>Adds a suite's.</summary>
    public void Add(JUnitCounts suite)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += suite.counts[i];
        }
    }

    /// <summary>Writes them as attributes.</summary>
    public void Write(XmlWriter xml)
    {
        Write(xml, "tests", counts.Sum());
        Write(xml, "failures", counts[(int)JUnitState.Failure]);
        Write(xml, "errors", counts[(int)JUnitState.Error]);
        if (counts[(int)JUnitState.Skipped] > 0)
        {
            Write(xml, "skipped", counts[(int)JUnitState.Skipped]);
        }
    }

    private static void Write(XmlWriter xml, string name, long count) => xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
}
