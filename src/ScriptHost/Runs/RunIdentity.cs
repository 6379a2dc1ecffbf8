using System.Globalization;
using ScriptHost.Plugins;
using ScriptHost.Records;
using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>What a run's results rest on: while it is the same, so are they.</summary>
/// <param name="Allowlist">SHA-256 of the allowlist.</param>
/// <param name="Preset">The preset's hash; empty when there is none.</param>
/// <param name="Selection">What of the traces is scored.</param>
/// <param name="Scorers">What each scorer's outcomes rest on.</param>
/// <param name="IsWhole">Whether every byte of the traces is read.</param>
/// <param name="Inputs">The files, in input order.</param>
internal sealed record RunIdentity(
    string Allowlist,
    string Preset,
    string Selection,
    IReadOnlyList<ScorerIdentity> Scorers,
    bool IsWhole,
    IReadOnlyList<InputStamp> Inputs)
{
    /// <summary>The identity of a run that begins now.</summary>
    public static RunIdentity Of(LoadReport scorers, RunOptions options, IReadOnlyList<InputArgument> inputs) => new(
        scorers.Allowlist.Hash,
        scorers.Preset?.Hash ?? "",
        string.Join('\n', [options.Where?.ToString() ?? "", .. options.TraceIds]),
        [.. scorers.Scorers.Select((s, i) => new ScorerIdentity(s.Name, $"{s.Hash} {LevelOf(s)} {RightsOf(scorers.Images[i])} {Text(scorers.Setups[i])}", string.Join(',', s.Aggregations)))],
        options.Strict || scorers.Scorers.Any(s => s.ReadsSpans),
        [.. inputs.SelectMany(i => i.Files).Select(InputStamp.Of)]);

    /// <summary>Checks that a run which began with another identity can be gone on with.</summary>
    /// <exception cref="InputException">It cannot; the message names the first difference.</exception>
    public void Check(RunIdentity begun)
    {
        if (Inputs.Any(i => i.IsStandardInput))
        {
            throw new InputException("The run read standard input, which cannot be read again; run again from the start.");
        }

        if (Difference(begun) is { } difference)
        {
            throw new InputException($"{difference} since the run began, so it cannot be gone on with; run again from the start.");
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(WireWriter writer)
    {
        writer.Write(Allowlist);
        writer.Write(Preset);
        writer.Write(Selection);
        writer.Write(Scorers, scorer =>
        {
            writer.Write(scorer.Name);
            writer.Write(scorer.Content);
            writer.Write(scorer.Aggregations);
        });
        writer.Write(IsWhole);
        writer.Write(Inputs, input =>
        {
            writer.Write(input.Path);
            writer.Write(input.Length);
            writer.Write(input.Written);
        });
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static RunIdentity Read(WireReader reader) => new(
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadList(() => new ScorerIdentity(reader.ReadString(), reader.ReadString(), reader.ReadString())),
        reader.ReadBoolean(),
        reader.ReadList(() => new InputStamp(reader.ReadString(), reader.ReadInt64(), reader.ReadInt64())));

    // What code may do is part of what it does: one that may not go out to the network fails where another does not.
    // Not by formatting it, which is compiled at every start of the program.
    private static string LevelOf(ScorerDescription scorer) => scorer.Level == ScorerLevel.Session ? nameof(ScorerLevel.Session) : nameof(ScorerLevel.Trace);

    private static string RightsOf(ScorerImage image) => image.Trust is { } trust ? $"trusted [{trust.NeedsText}]" : "gated";

    private static string Text(ScorerSetup setup) => string.Create(CultureInfo.InvariantCulture, $"{setup.SettingsText} {setup.Sample} {setup.Where}");

    private string? Difference(RunIdentity begun)
    {
        if (Allowlist != begun.Allowlist)
        {
            return "The allowlist changed";
        }

        var scorers = Scorers.ToDictionary(s => s.Name, StringComparer.Ordinal);
        if (begun.Scorers.FirstOrDefault(s => scorers.GetValueOrDefault(s.Name) != s) is { Name: { } changed })
        {
            return $"Scorer '{changed}' {(scorers.ContainsKey(changed) ? "changed" : "went away")}";
        }

        if (Scorers.Count > begun.Scorers.Count)
        {
            return $"Scorer '{Scorers.First(s => begun.Scorers.All(b => b.Name != s.Name)).Name}' was added";
        }

        if (Preset != begun.Preset)
        {
            return "The preset changed";
        }

        var inputs = Inputs.ToDictionary(i => i.Path, StringComparer.Ordinal);
        if (begun.Inputs.FirstOrDefault(i => inputs.GetValueOrDefault(i.Path) != i) is { } input)
        {
            return $"The file '{input.Path}' {(inputs.ContainsKey(input.Path) ? "changed" : "went away")}";
        }

        return Inputs.Count > begun.Inputs.Count
            ? $"The file '{Inputs.First(i => begun.Inputs.All(b => b.Path != i.Path)).Path}' was added"
            : null;
    }
}
