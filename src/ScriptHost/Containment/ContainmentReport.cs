using System.Text.Json;

namespace ScriptHost.Containment;

/// <summary>Which layers of the operating system hold a process, and why the others do not.</summary>
/// <param name="Layers">Every layer once, in the order of <see cref="LayerName.All"/>.</param>
internal sealed record ContainmentReport(IReadOnlyList<ContainmentLayer> Layers)
{
    /// <summary>Whether every layer holds, as <c>--require-containment</c> asks.</summary>
    public bool IsFull => Layers.All(l => l.IsApplied);

    /// <summary>One line for the run's header, without a full stop.</summary>
    public string Summary
    {
        get
        {
            var applied = Layers.Where(l => l.IsApplied).ToArray();
            var absent = Layers.Where(l => !l.IsApplied).ToArray();
            if (applied.Length == 0)
            {
                return $"containment: plain child process ({string.Join(", ", absent.Select(l => l.Detail).Distinct())})";
            }

            var without = absent.Length == 0 ? "" : $"; without {string.Join(", ", absent.Select(l => l.ToString()))}";

            return $"containment: {string.Join(", ", applied.Select(l => l.ToString()))}{without}";
        }
    }

    /// <summary>The report of a process that nothing holds.</summary>
    /// <param name="why">Why not.</param>
    public static ContainmentReport Plain(string why) => new([.. LayerName.All.Select(n => ContainmentLayer.Absent(n, why))]);

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <param name="text">The report as text.</param>
    /// <exception cref="FormatException">It is not such a text.</exception>
    public static ContainmentReport Parse(string text) => new([.. EscapedLines.Split(text).Select(ContainmentLayer.Parse)]);

    /// <summary>The report as text, for the way from a worker to its parent.</summary>
    public string ToText() => EscapedLines.Join([.. Layers.Select(l => l.ToText())]);

    /// <summary>Writes the report as an object: <c>{"full": true, "layers": [{"name": "landlock", "applied": true, "detail": "ABI 7"}, …]}</c>.</summary>
    /// <param name="writer">Where a value is due.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("full", IsFull);
        writer.WriteStartArray("layers");
        foreach (var layer in Layers)
        {
            writer.WriteStartObject();
            writer.WriteString("name", layer.Name);
            writer.WriteBoolean("applied", layer.IsApplied);
            writer.WriteString("detail", layer.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
