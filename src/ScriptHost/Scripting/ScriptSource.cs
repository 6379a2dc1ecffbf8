namespace ScriptHost.Scripting;

/// <summary>A scorer script as it lies on disk, read once.</summary>
/// <param name="Name">The scorer's name: the file's stem.</param>
/// <param name="Path">The file, for people and for stack traces.</param>
/// <param name="Content">The bytes that were read; UTF-8 is expected, and checked before the parser sees them.</param>
internal sealed record ScriptSource(string Name, string Path, ReadOnlyMemory<byte> Content);
