using System.Text.RegularExpressions;

namespace ScriptHost.Contract;

/// <summary>A regular expression that is interpreted at first, and compiled once it was asked for so often that this pays.</summary>
internal sealed class RememberedPattern(string pattern, RegexOptions options, TimeSpan timeLimit)
{
    // Measured: compiling takes 2 to 10 ms, and a search of an answer 0.1 to 6 µs less from then on.
    private const int Often = 10_000;

    private Regex regex = new(pattern, options, timeLimit);
    private int asked;

    /// <summary>The expression. Matches are the same whichever it is.</summary>
    public Regex Ask()
    {
        if (asked < Often && Interlocked.Increment(ref asked) == Often && !options.HasFlag(RegexOptions.NonBacktracking))
        {
            regex = new(pattern, options | RegexOptions.Compiled, timeLimit);
        }

        return regex;
    }
}
