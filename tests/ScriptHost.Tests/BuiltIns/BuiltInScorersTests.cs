using ScriptHost.Cli;
using ScriptHost.Scoring;
using ScriptHost.Scripting;
using static ScriptHost.BuiltIns.BuiltIn;

namespace ScriptHost.BuiltIns;

public sealed class BuiltInScorersTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "scorers");

    public static TheoryData<string> Names => [.. BuiltInScorers.Names];

    [Fact]
    public void What_is_embedded_is_the_folder()
    {
        var files = Directory.GetFiles(Folder, "*.csx").Order(StringComparer.Ordinal).ToList();

        BuiltInScorers.Names.ShouldBe(files.Select(f => Path.GetFileNameWithoutExtension(f)));
        files.ShouldAllBe(f => File.ReadAllBytes(f).SequenceEqual(BuiltInScorers.Source(Path.GetFileNameWithoutExtension(f))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scorer_is_described_and_tells_what_it_reads(string name)
    {
        using var scorer = Bind(name);

        scorer.Description.Description.ShouldNotBeNull().ShouldEndWith(".");
        scorer.Description.Parameters.ShouldContain(p => p.Subject != null);
    }

    [Theory]
    [InlineData("contains", "Set 'text'")]
    [InlineData("contains_all", "Set 'texts'")]
    [InlineData("json_schema", "Set 'schema'")]
    [InlineData("regex_match", "Set 'pattern'")]
    [InlineData("response_length", "Set 'min' or 'max'")]
    [InlineData("starts_with", "Set 'prefixes'")]
    [InlineData("tool_called", "Set 'tools'")]
    [InlineData("word_list", "Set 'required' or 'forbidden'")]
    [InlineData("bleu", "The trace has no expected_response.")]
    [InlineData("exact_match", "The trace has no expected_response.")]
    [InlineData("levenshtein_similarity", "The trace has no expected_response.")]
    [InlineData("numeric_close", "The trace has no expected_response with a number.")]
    [InlineData("rouge_l", "The trace has no expected_response.")]
    [InlineData("token_f1", "The trace has no expected_response.")]
    [InlineData("word_overlap", "The trace has no expected_response.")]
    [InlineData("retrieval_precision", "The trace has no expected_retrieved_context.")]
    [InlineData("tool_call_correctness", "The trace expects no tool call")]
    [InlineData("answer_grounded_overlap", "No documents with a text were retrieved.")]
    [InlineData("token_usage", "The trace does not say how many tokens were used.")]
    public void A_scorer_that_lacks_something_says_what(string name, string reason)
    {
        var outcome = Score(name, Some.Trace(outputs: "\"An answer of some words.\""));

        outcome.Kind.ShouldBe(OutcomeKind.NotApplicable);
        outcome.Reason.ShouldNotBeNull().ShouldStartWith(reason);
    }

    [Fact]
    public void All_of_them_over_the_sample_end_well()
    {
        using var folder = new TemporaryFolder();
        var (output, error) = (new StringWriter(), new StringWriter());

        var exitCode = CommandLine.Run(
            ["run", Path.Combine(Repository.Root, "traces"), "--scorers", Folder, "--out", folder.At("results"), "--isolation", "none"],
            output, error, TestContext.Current.CancellationToken);

        exitCode.ShouldBe((int)ExitCode.Success, error.ToString());
    }

    [Fact]
    public void They_are_catalogued_as_a_markdown_table()
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        CommandLine.Run(
            ["list", "scorers", "--scorers", Folder, "--format", "md", "--isolation", "none"], output, error, TestContext.Current.CancellationToken);

        var rows = output.ToString().TrimEnd('\n').Split('\n');
        rows.Length.ShouldBe(BuiltInScorers.Names.Count + 2, error.ToString());
        rows.ShouldAllBe(r => r.StartsWith('|') && r.EndsWith('|'));
        rows.ShouldContain("| `contains` | trace | outputs | `text = null`, `ignore_case = false` | mean | Whether the answer contains a text: yes or no. |");
        rows.ShouldContain("| `turns` | session | session |  | mean, p90, max | How many turns the conversation took: 1 and up. |");
    }
}
