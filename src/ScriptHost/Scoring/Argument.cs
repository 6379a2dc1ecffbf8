namespace ScriptHost.Scoring;

/// <summary>Makes what one parameter is given in one call.</summary>
/// <param name="unit">What the scorer is called on.</param>
/// <param name="deadline">Fires at the call's deadline.</param>
/// <exception cref="ScorerFaultException">The unit's value does not fit the parameter's type.</exception>
internal delegate object? Argument(ScoringUnit unit, CancellationToken deadline);
