namespace ScriptHost.Plugins;

/// <summary>One file of a plugin's folder.</summary>
/// <param name="Path">Below the folder, with <c>/</c>.</param>
/// <param name="Hash">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
internal sealed record PluginFile(string Path, string Hash);
