namespace ScriptHost.Runs;

/// <summary>A session to score.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsSelected">Whether any of its traces is to be scored.</param>
/// <param name="Traces">Where its traces stand, oldest first.</param>
internal sealed record SessionPlan(string Id, bool IsSelected, IReadOnlyList<TracePlace> Traces);
