using ScriptHost.Records;
using ScriptHost.Scoring;
using ScriptHost.Scripting;

namespace ScriptHost.Runs;

/// <summary>What calls cost, by scorer, and which were the slowest; of calls that came back.</summary>
/// <param name="scorers">The scorers, in the order of the run.</param>
internal sealed class ProfileBoard(IReadOnlyList<ScorerDescription> scorers)
{
    private const int Most = 10;

    private readonly ScorerProfile[] profiles = [.. scorers.Select(s => new ScorerProfile(s.Name, 0, TimeSpan.Zero, 0))];
    private readonly List<SlowCall> slowest = [];

    /// <summary>Adds a call, if its cost is known.</summary>
    public void Add(in UnitView unit, in OutcomeView outcome)
    {
        if (!outcome.HasCost || outcome.Cost is not { } cost || outcome.IsTakenOver)
        {
            return;
        }

        var before = profiles[outcome.Scorer];
        profiles[outcome.Scorer] = before with { Calls = before.Calls + 1, Time = before.Time + cost.Time, Bytes = before.Bytes + cost.Bytes };
        if (slowest.Count < Most || cost.Time > slowest[^1].Time)
        {
            var at = slowest.FindIndex(s => s.Time < cost.Time);
            slowest.Insert(at < 0 ? slowest.Count : at, new(before.Scorer, unit.TraceId.ToString(), unit.SessionId.ToString(), cost.Time));
            slowest.RemoveRange(Math.Min(Most, slowest.Count), Math.Max(0, slowest.Count - Most));
        }
    }

    /// <summary>All of it.</summary>
    /// <param name="compiling">Where the scripts' images came from.</param>
    public ProfileRecord Record(CompileCounts compiling) => new([.. profiles], [.. slowest], compiling);
}
