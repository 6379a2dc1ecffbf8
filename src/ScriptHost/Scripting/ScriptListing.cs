namespace ScriptHost.Scripting;

/// <summary>The scripts that were found, and what is wrong with those that cannot be taken.</summary>
/// <param name="Sources">In ordinal order of their paths below the folder.</param>
/// <param name="Diagnostics">All faults.</param>
/// <param name="Missing">What is to say of scorers that were asked for and are no scripts, by name; a plugin may have them yet.</param>
internal sealed record ScriptListing(IReadOnlyList<ScriptSource> Sources, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyDictionary<string, Diagnostic> Missing);
