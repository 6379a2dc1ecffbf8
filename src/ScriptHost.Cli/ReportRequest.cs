using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using ScriptHost.Reports;

namespace ScriptHost.Cli;

/// <summary>One <c>--report KIND=PATH</c>.</summary>
/// <param name="Kind">What is wanted.</param>
/// <param name="Path">Where.</param>
internal sealed record ReportRequest(ReportKind Kind, string Path)
{
    // A comma parts two reports only where a kind follows: paths may hold commas.
    private static readonly Regex Comma = new($", *(?=(?:{string.Join('|', ReportKind.All.Select(k => k.Name))})=)");

    /// <summary><c>--report</c>, which may be repeated, and name many with commas between.</summary>
    public static Option<IReadOnlyList<ReportRequest>> Option() => new("--report")
    {
        Description = $"Also write the results for others: {string.Join(", ", ReportKind.All.Select(k => k.Usage))}. May be repeated.",
        HelpName = "KIND=PATH",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        CustomParser = Parse,
    };

    private static List<ReportRequest> Parse(ArgumentResult result)
    {
        var found = new List<ReportRequest>();
        foreach (var text in result.Tokens.SelectMany(t => Comma.Split(t.Value)))
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? text : text[..equals];
            if (equals < 0 || equals == text.Length - 1 || ReportKind.All.FirstOrDefault(k => k.Name == name) is not { } kind)
            {
                var near = name == "sarif"
                    ? " SARIF is of what is wrong with scripts: scripthost check --format sarif."
                    : Suggestion.Sentence(name, ReportKind.All.Select(k => k.Name).Where(n => n != name));
                result.AddError($"--report is '{text}'; it must be {string.Join(", ", ReportKind.All.Select(k => k.Usage))}.{near}");

                return found;
            }

            var request = new ReportRequest(kind, text[(equals + 1)..]);
            if (found.FirstOrDefault(r => r.Path == request.Path) is { } other)
            {
                result.AddError($"--report names '{request.Path}' twice, for {other.Kind.Name} and for {kind.Name}; each report needs a path of its own.");

                return found;
            }

            found.Add(request);
        }

        return found;
    }
}
