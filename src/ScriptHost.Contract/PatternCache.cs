using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace ScriptHost.Contract;

/// <summary>Remembers regular expressions, so that a scorer whose pattern is a setting does not make it anew for each trace.</summary>
internal static class PatternCache
{
    private const int MostPatterns = 256;
    private const int LongestPattern = 4096;

    private static readonly ConcurrentDictionary<(string Pattern, RegexOptions Options, TimeSpan TimeLimit), RememberedPattern> Patterns = new();

    /// <summary>The expression; the same one for the same arguments, as long as it is remembered and until it is compiled.</summary>
    public static Regex Get(string pattern, RegexOptions options, TimeSpan timeLimit)
    {
        var key = (pattern, options | RegexOptions.CultureInvariant, timeLimit);
        if (Patterns.TryGetValue(key, out var known))
        {
            return known.Ask();
        }

        var made = new RememberedPattern(pattern, key.Item2, timeLimit);
        if (pattern.Length <= LongestPattern)
        {
            // Who makes a pattern for each trace gains nothing, but must not fill the worker's memory.
            if (Patterns.Count >= MostPatterns)
            {
                Patterns.Clear();
            }

            Patterns[key] = made;
        }

        return made.Ask();
    }
}
