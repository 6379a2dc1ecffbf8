using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>Keeps the units that failed the most judgements; of as many, the first in the record's order.</summary>
internal sealed class FailureBoard
{
    private const int Most = 5;

    private readonly List<Failure> worst = [];

    /// <summary>Most failed judgements first, at most five.</summary>
    public IReadOnlyList<Failure> Worst => worst;

    /// <summary>Whether a unit with so many failed judgements is among the worst so far: few are, and only those are told.</summary>
    public bool IsBad(int failed) => failed > 0 && (worst.Count < Most || failed > worst[^1].Verdicts.Count);

    /// <summary>Takes note of a unit that is bad.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="verdicts">Its failed judgements: the feedback's name, and why.</param>
    public void Add(UnitView unit, IReadOnlyList<(string Name, string? Rationale)> verdicts)
    {
        var at = worst.FindIndex(w => w.Verdicts.Count < verdicts.Count);
        worst.Insert(at < 0 ? worst.Count : at, new(unit.TraceId.ToString(), unit.SessionId.ToString(), verdicts));
        if (worst.Count > Most)
        {
            worst.RemoveAt(Most);
        }
    }
}
