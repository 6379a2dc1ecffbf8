namespace ScriptHost.Contract;

/// <summary>Who made an assessment.</summary>
/// <param name="Type">The kind of source.</param>
/// <param name="Id">Which one: a person's address, a model's name, a scorer's name.</param>
public sealed record AssessmentSource(AssessmentSourceType Type, string Id);
