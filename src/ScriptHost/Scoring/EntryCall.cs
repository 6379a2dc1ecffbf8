namespace ScriptHost.Scoring;

/// <summary>Calls a scorer's entry once.</summary>
/// <param name="unit">What it is called on.</param>
/// <param name="deadline">Fires at the call's deadline.</param>
/// <returns>What it returned: a value, a list that is still to be enumerated, a task that may still run.</returns>
/// <exception cref="ScorerFaultException">The unit's values do not fit the parameters' types.</exception>
internal delegate object? EntryCall(ScoringUnit unit, CancellationToken deadline);
