namespace ScriptHost.Sandbox;

/// <summary>A use of one member, as a method of a script.</summary>
/// <param name="Name">The member, as the exception lists have it.</param>
/// <param name="Parameters">What the method takes: the receiver and the arguments.</param>
/// <param name="Code">The use.</param>
internal sealed record MemberUse(string Name, string Parameters, string Code);
