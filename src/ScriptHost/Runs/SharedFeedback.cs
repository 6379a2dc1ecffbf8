namespace ScriptHost.Runs;

/// <summary>A feedback name that more than one scorer gives.</summary>
/// <param name="Name">The feedback's name.</param>
/// <param name="First">The scorer that gave it first.</param>
/// <param name="Other">Another one.</param>
internal sealed record SharedFeedback(string Name, string First, string Other);
