namespace ScriptHost.Html;

/// <summary>What is to be told of a report that was written.</summary>
/// <param name="Traces">How many traces it shows.</param>
/// <param name="Missing">How many of them show outcomes only, since the inputs do not have them (any more).</param>
/// <param name="Notes">Inputs that could not be read again, a sentence each.</param>
internal sealed record ReportNotes(int Traces, int Missing, IReadOnlyList<string> Notes);
