namespace ScriptHost.Traces;

/// <summary>Where a <see cref="JsonWalk"/> stands.</summary>
/// <param name="At">In bytes from the start of the document.</param>
/// <param name="Depth">How many objects and lists it is in.</param>
internal readonly record struct JsonPlace(int At, int Depth);
