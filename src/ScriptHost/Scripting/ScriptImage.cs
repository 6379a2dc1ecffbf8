namespace ScriptHost.Scripting;

/// <summary>A compiled script: plain data that can be cached or sent to another process.</summary>
/// <param name="Name">The scorer's name.</param>
/// <param name="Path">The script's file, for people.</param>
/// <param name="Hash">SHA-256 of the script's source, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">The assembly, with embedded debug information.</param>
internal sealed record ScriptImage(string Name, string Path, string Hash, ReadOnlyMemory<byte> Bytes);
