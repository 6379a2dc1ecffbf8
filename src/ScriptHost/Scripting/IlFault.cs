namespace ScriptHost.Scripting;

/// <summary>What is wrong with one thing in a compiled image.</summary>
/// <param name="Code">One of <see cref="Codes"/>.</param>
/// <param name="Sentence">A whole sentence but for its full stop, so that the place can follow.</param>
internal sealed record IlFault(string Code, string Sentence);
