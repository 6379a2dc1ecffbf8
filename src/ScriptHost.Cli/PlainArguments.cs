namespace ScriptHost.Cli;

/// <summary>
/// Arguments that mean the same to whoever reads them: options by their whole names, each with its value behind it, and what is no option. For all else, such
/// as help, a value after an equals sign, a flag with a value, or an option given twice, there is System.CommandLine.
/// </summary>
internal sealed class PlainArguments
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);
    private readonly List<string> others = [];

    private PlainArguments()
    {
    }

    /// <summary>What is no option, in order.</summary>
    public IReadOnlyList<string> Others => others;

    /// <summary>The value of an option; null when it is not given.</summary>
    public string? this[string option] => values.TryGetValue(option, out var given) ? given[0] : null;

    /// <summary>Reads arguments; null when they are not plain.</summary>
    /// <param name="args">The arguments, without the command.</param>
    /// <param name="kindOf">What an option is; null of one that is not known.</param>
    public static PlainArguments? Read(ReadOnlySpan<string> args, Func<string, PlainOption?> kindOf)
    {
        var read = new PlainArguments();
        for (var i = 0; i < args.Length; i++)
        {
            if (IsValue(args[i]))
            {
                read.others.Add(args[i]);
            }
            else if (kindOf(args[i]) is not { } kind || !read.Add(args, ref i, kind))
            {
                return null;
            }
        }

        return read;
    }

    /// <summary>Whether an option is given.</summary>
    public bool Has(string option) => values.ContainsKey(option);

    /// <summary>All values of an option.</summary>
    public IReadOnlyList<string> All(string option) => values.TryGetValue(option, out var given) ? given : [];

    // Help goes by names of Windows too.
    private static bool IsValue(string argument) => argument.Length > 0 && argument[0] != '-' && argument is not ("/h" or "/?");

    private bool Add(ReadOnlySpan<string> args, ref int i, PlainOption kind)
    {
        var option = args[i];
        var hasValue = i + 1 < args.Length && IsValue(args[i + 1]);
        if (hasValue == (kind == PlainOption.Flag))
        {
            return false;
        }

        if (!values.TryGetValue(option, out var given))
        {
            given = [];
            values.Add(option, given);
        }
        else if (kind != PlainOption.Many)
        {
            return false;
        }

        if (hasValue)
        {
            given.Add(args[++i]);
        }

        return true;
    }
}
