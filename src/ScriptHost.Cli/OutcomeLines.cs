using System.Text;
using ScriptHost.Records;
using ScriptHost.Reports;
using ScriptHost.Scoring;

namespace ScriptHost.Cli;

/// <summary>Prints outcomes as they come, in the lines of <c>results.jsonl</c>.</summary>
/// <param name="output">Where to.</param>
/// <param name="scorers">The scorers whose outcomes will come.</param>
internal sealed class OutcomeLines(TextWriter output, IEnumerable<ScorerDescription> scorers) : IDisposable
{
    private readonly MemoryStream line = new();
    private ResultsWriter? writer;

    /// <summary>Prints one line.</summary>
    public void Write(in UnitView unit, in OutcomeView outcome)
    {
        writer ??= new(line, scorers);
        writer.Write(unit, outcome);
        writer.Flush();
        output.Write(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
        line.SetLength(0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writer?.Dispose();
        line.Dispose();
    }
}
