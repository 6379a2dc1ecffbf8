using System.Runtime.CompilerServices;
using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

public sealed class ScriptRunTests
{
    [Theory]
    [InlineData("(string outputs) => outputs.Length")]
    [InlineData("return int? (string? outputs) => outputs?.Length;")]
    [InlineData("int Length(string outputs) => outputs.Length;\nreturn Length;")]
    [InlineData("int Score(string outputs) => outputs.Length;")]
    [InlineData("static int Score(string outputs) => outputs.Length;")]
    [InlineData("Scorer.Define((string outputs) => outputs.Length)")]
    [InlineData("static class Ext { }\nstatic int Length(this string outputs, int more = 0) => outputs.Length;\nreturn (string outputs) => outputs.Length();")]
    [InlineData("await Task.Yield();\nreturn async Task<int> (string outputs) => { await Task.Yield(); return outputs.Length; };")]
    [InlineData("async ValueTask<object> Score(string outputs) { await Task.Yield(); return outputs.Length; }")]
    public void An_entry_is_found_and_called(string source) =>
        Script.OnlyFeedback(source).Value.ShouldBe((FeedbackValue)5);

    [Theory]
    [InlineData("1 + 1", FaultCode.NoDelegate, "is of type 'int'")]
    [InlineData("\"Score\"", FaultCode.NoDelegate, "is of type 'string'")]
    [InlineData("Task.FromResult(1)", FaultCode.NoDelegate, "is of type 'Task<int>'")]
    [InlineData("object Sc0re(string outputs) => 1;", FaultCode.NoEntry, "end it with 'return Sc0re;', or name the method 'Score'")]
    [InlineData("int score(string outputs) => 1;\nint more() => 2;", FaultCode.NoEntry, "end it with 'return score;'")]
    [InlineData("int one() => 1;\nint two() => 2;", FaultCode.NoEntry, "declare one method 'Score'")]
    [InlineData("var nothing = 1;", FaultCode.NoEntry, "(string outputs) => outputs.Length")]
    [InlineData("int Score(string outputs) => 1;\nint Score(Trace trace) => 2;", FaultCode.SeveralEntries, "2 methods 'Score'")]
    public void A_script_without_one_entry_is_refused(string source, string code, string part)
    {
        var run = Script.Run(source);

        run.Entry.ShouldBeNull();
        var fault = run.Diagnostics.ShouldHaveSingleItem();
        fault.Code.ShouldBe(code);
        fault.Message.ShouldContain(part);
        fault.Path.ShouldBe("scorers/some_scorer.csx");
        fault.Line.ShouldBeGreaterThan(0);
        fault.Column.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_top_level_that_throws_is_a_diagnostic_with_its_line()
    {
        var run = Script.Run("var one = 1;\n\nif (one == 1)\n    throw new InvalidOperationException(\"at load\");\nint Score(string outputs) => 1;");

        run.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "scorers/some_scorer.csx(4,5): error SH2101: The top level of script 'some_scorer' threw InvalidOperationException: at load");
    }

    [Theory]
    [InlineData("var never = new TaskCompletionSource<bool>().Task.Result;\nint Score(string outputs) => 1;")]
    [InlineData("await new TaskCompletionSource().Task;\nreturn (string outputs) => 1;")]
    public void A_top_level_that_hangs_is_a_diagnostic(string source)
    {
        var run = ScriptRun.Run(Script.Compile(source), TimeSpan.FromMilliseconds(300), unloads: false);

        var fault = run.Diagnostics.ShouldHaveSingleItem();
        fault.Code.ShouldBe(FaultCode.TopLevelHangs);
        fault.Message.ShouldContain("did not end within 0.3 s");
    }

    [Fact]
    public void The_place_of_an_entry_is_where_its_code_begins()
    {
        Script.Run("// A comment.\nint Count(string outputs) =>\n    outputs.Length;\nreturn Count;").Entry.ShouldNotBeNull().Place.ShouldBe((3, 5));
        Script.Run("\n\nasync Task<int> Score(string outputs)\n{\n    await Task.Yield();\n    return 1;\n}").Entry.ShouldNotBeNull().Place.Line.ShouldBe(5);
    }

    [Fact]
    public void Scripts_run_in_the_invariant_culture() =>
        Script.OnlyFeedback("var made = 1.5.ToString();\nreturn async Task<string> (string outputs) => { await Task.Yield(); return made + 2.5.ToString() + System.Globalization.CultureInfo.CurrentUICulture.Name; };")
            .Value.ShouldBe((FeedbackValue)"1.52.5");

    [Theory]
    [InlineData("string Score(string outputs) => outputs;")]
    [InlineData("(string outputs, string[]? more = null) => outputs")]
    public void A_script_is_unloaded_once_its_scorer_is_disposed(string source)
    {
        var alive = ScoreAndForget(source);
        for (var i = 0; i < 20 && alive.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        alive.IsAlive.ShouldBeFalse();
    }

    // The serializer keeps what it learned of types in a static cache, for a second after their last use.
    [Fact]
    public void A_script_with_records_is_unloaded_once_the_serializer_forgets_them()
    {
        var alive = ScoreAndForget("record Wanted(string? expected_response);\nstring? Score(string outputs, Wanted expectations) => expectations.expected_response;");
        for (var i = 0; i < 100 && alive.IsAlive; i++)
        {
            Thread.Sleep(100);
            JsonSerializer.Deserialize<(int, int)>("{}", ScriptJson.Options().Value);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        alive.IsAlive.ShouldBeFalse();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ScoreAndForget(string source)
    {
        using var scorer = Script.Bind(source);
        new ScorerRunner(TimeSpan.FromSeconds(1)).Score(scorer, Some.Trace(outputs: "\"a\"", expectations: """{"expected_response":"b"}"""), CancellationToken.None)
            .Kind.ShouldBe(OutcomeKind.Scored);

        return new(scorer.Script);
    }
}
