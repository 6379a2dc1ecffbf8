using System.Reflection;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>A scorer that is ready to be called. Calls may run side by side; disposing lets its script be unloaded.</summary>
internal sealed class BoundScorer : IDisposable
{
    private readonly ScriptEntry entry;
    private readonly EntryParameter[] needed;
    private readonly EntryCall call;

    public BoundScorer(ScriptEntry entry, ScorerDescription description, IReadOnlyList<Argument> arguments)
    {
        this.entry = entry;
        Description = description;
        Source = new(AssessmentSourceType.Code, description.Name);
        Results = new(this);
        needed = [.. description.Parameters.Where(p => p is { IsNullable: false, Subject: Subject.Inputs or Subject.Outputs })];
        call = CallBinding.Of(entry, arguments);
    }

    /// <summary>What is known of it.</summary>
    public ScorerDescription Description { get; }

    /// <summary>Its name.</summary>
    public string Name => Description.Name;

    /// <summary>What its feedback is from, when it does not say.</summary>
    public AssessmentSource Source { get; }

    /// <summary>Makes feedback of what it returns.</summary>
    public ResultReading Results { get; }

    /// <summary>The script's file without its folder, which differs from place to place.</summary>
    public string FileName => Description.Path.Split('/', '\\')[^1];

    /// <summary>The script's assembly, whose frames make up its stack traces.</summary>
    public Assembly Script => entry.Method.Module.Assembly;

    /// <summary>Why it does not apply to a unit, one sentence: the unit lacks what a non-nullable parameter reads; null when it applies.</summary>
    public string? Lack(ScoringUnit unit)
    {
        foreach (var parameter in needed)
        {
            if (!(parameter.Subject is Subject.Inputs ? unit.Oldest.HasInputs : unit.Oldest.HasOutputs))
            {
                return unit.Oldest.Root < 0
                    ? $"The scorer reads '{parameter.Name}', and the trace has no root span."
                    : $"The scorer reads '{parameter.Name}', and the trace has none.";
            }
        }

        return null;
    }

    /// <summary>Calls the script.</summary>
    /// <returns>What it returned: a value, a list that is still to be enumerated, a task that may still run.</returns>
    /// <exception cref="ScorerFaultException">The unit's values do not fit the parameters' types.</exception>
    public object? Call(ScoringUnit unit, CancellationToken deadline) => call(unit, deadline);

    /// <inheritdoc/>
    public void Dispose() => entry.Dispose();
}
