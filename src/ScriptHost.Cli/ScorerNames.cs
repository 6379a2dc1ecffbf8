using System.CommandLine;
using System.CommandLine.Parsing;

namespace ScriptHost.Cli;

/// <summary>The values of <c>--scorer</c>: names, one or many with commas between.</summary>
internal static class ScorerNames
{
    /// <summary><c>--scorer</c>.</summary>
    public static Option<string[]> Option() => new("--scorer")
    {
        Description = "Score with this scorer only; may be repeated, or name many: a,b. Default: all of the folder.",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
        CustomParser = Read,
    };

    private static string[] Read(ArgumentResult result)
    {
        foreach (var value in result.Tokens.Select(t => t.Value))
        {
            if (value.IndexOfAny([':', '=']) >= 0)
            {
                result.AddError($"--scorer: '{value}' gives settings, which the command line cannot take yet; write just the name, '{value.Split(':', '=')[0]}'.");

                return [];
            }
        }

        return [.. result.Tokens
            .SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.Ordinal)];
    }
}
