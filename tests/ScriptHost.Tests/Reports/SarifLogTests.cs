using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ScriptHost.Reports;

public sealed class SarifLogTests
{
    private static readonly Diagnostic[] Diagnostics =
    [
        new("scorers/my file.csx", 2, 33, "SH1001", Severity.Error, "'System.IO.File' is not on the allowlist."),
        new("scorers/my file.csx", 4, 1, "SH3001", Severity.Warning, "A method assigns a top-level variable."),
        new("./presets/a:b.yaml", 3, 0, "SH4003", Severity.Error, "'scoers' is not a key here."),
        new("/elsewhere/c.csx", 0, 0, "CS1002", Severity.Error, "; expected"),
        new("scorers/d.csx", 1, 1, "SH1001", Severity.Error, "'System.Console' is not on the allowlist."),
    ];

    [Fact]
    public void Diagnostics_are_reported() =>
        SarifLog.Of(Diagnostics).ShouldMatchApproved(c => c.WithScrubber(text => Regex.Replace(text, "(\"version\": )\"0[^\"]*\"", "$1\"…\"")));

    // What the schema of SARIF 2.1.0 (sarif-schema-2.1.0.json of OASIS) requires of each of these, and the ranges that it sets.
    [Fact]
    public void It_has_what_the_schema_requires()
    {
        var log = JsonNode.Parse(SarifLog.Of(Diagnostics)).ShouldNotBeNull();

        log["version"]?.ToString().ShouldBe("2.1.0");
        var run = log["runs"]?.AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        var rules = run?["tool"]?["driver"]?["rules"]?.AsArray().Select(r => r?["id"]?.ToString()).ToList().ShouldNotBeNull();
        rules.ShouldBe(rules?.Distinct());
        run?["tool"]?["driver"]?["name"]?.ToString().ShouldBe("ScriptHost");
        var results = run?["results"]?.AsArray().ShouldNotBeNull();
        results?.Count.ShouldBe(Diagnostics.Length);
        foreach (var result in results ?? [])
        {
            rules?[result?["ruleIndex"]?.GetValue<int>() ?? -1].ShouldBe(result?["ruleId"]?.ToString());
            new[] { "none", "note", "warning", "error" }.ShouldContain(result?["level"]?.ToString());
            result?["message"]?["text"]?.ToString().ShouldNotBeEmpty();
            var place = result?["locations"]?[0]?["physicalLocation"].ShouldNotBeNull();
            Uri.IsWellFormedUriString(place?["artifactLocation"]?["uri"]?.ToString(), UriKind.RelativeOrAbsolute).ShouldBeTrue();
            (place?["region"]?["startLine"]?.GetValue<int>() ?? 1).ShouldBeGreaterThan(0);
            (place?["region"]?["startColumn"]?.GetValue<int>() ?? 1).ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void No_diagnostics_are_a_log_without_results() => JsonNode.Parse(SarifLog.Of([]))?["runs"]?[0]?["results"]?.AsArray().ShouldBeEmpty();
}
