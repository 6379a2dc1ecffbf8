using ScriptHost.Trust;

namespace ScriptHost.Scripting;

/// <summary>A scorer script as it lies on disk, read once.</summary>
/// <param name="Name">The scorer's name: the file's stem.</param>
/// <param name="Path">The file, for people and for stack traces.</param>
/// <param name="Content">The bytes that were read; UTF-8 is expected, and checked before the parser sees them.</param>
/// <param name="Trust">Who lets it run with full rights, for these very bytes; null when the gate holds.</param>
internal sealed record ScriptSource(string Name, string Path, ReadOnlyMemory<byte> Content, TrustEntry? Trust = null);
