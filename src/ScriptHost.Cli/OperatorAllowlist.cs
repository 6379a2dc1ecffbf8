using ScriptHost.Scripting;

namespace ScriptHost.Cli;

/// <summary>The allowlist that holds: the one that ships, or the one that whoever runs the program puts in its place.</summary>
internal static class OperatorAllowlist
{
    /// <summary>Reads the list, and tells that it is another one than usual.</summary>
    /// <param name="terminal">Where to tell it.</param>
    /// <param name="path">The file; null takes the list that ships.</param>
    /// <exception cref="InputException">The file cannot be read or has faults.</exception>
    public static AllowlistText Read(Terminal terminal, string? path)
    {
        if (path is null)
        {
            return AllowlistText.Embedded;
        }

        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The allowlist '{path}' cannot be read: {fault.Message.TrimEnd('.')}.");
        }

        var text = new AllowlistText(path, content);
        if (text.Read(out _) is { Count: > 0 } faults)
        {
            throw new InputException($"The allowlist has faults.\n{string.Join('\n', faults)}");
        }

        terminal.Tell($"The allowlist '{path}' ({text.Hash[..12]}) holds in place of the one that ships.");

        return text;
    }
}
