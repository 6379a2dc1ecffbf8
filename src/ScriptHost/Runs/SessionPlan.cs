namespace ScriptHost.Runs;

/// <summary>A session to score.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsSelected">Whether any of its traces is to be scored.</param>
/// <param name="Traces">Where its traces stand, oldest first.</param>
/// <param name="Content">Tells whether two sessions of the same id are made of the same traces, in the same input order.</param>
internal sealed record SessionPlan(string Id, bool IsSelected, IReadOnlyList<TracePlace> Traces, ulong Content = 0);
