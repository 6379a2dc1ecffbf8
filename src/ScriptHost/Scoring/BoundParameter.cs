namespace ScriptHost.Scoring;

/// <summary>A parameter of an entry, and what it is given.</summary>
/// <param name="Description">The parameter.</param>
/// <param name="Argument">Makes what it is given in one call.</param>
internal sealed record BoundParameter(EntryParameter Description, Argument Argument);
