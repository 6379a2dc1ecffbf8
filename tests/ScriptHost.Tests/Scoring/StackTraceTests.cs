namespace ScriptHost.Scoring;

public sealed class StackTraceTests
{
    [Theory]
    [InlineData("object Score(string outputs) =>\n    throw new InvalidOperationException(\"bad row\");", "InvalidOperationException\n   at Score(...) in some_scorer.csx:line 2\n")]
    [InlineData("(string outputs) =>\n{\n    if (outputs.Length > 0) throw new FormatException();\n    return true;\n}", "FormatException\n   at lambda(...) in some_scorer.csx:line 3\n")]
    [InlineData(
        "class Bad(string m) : Exception(m);\nclass Check { public static int At(string s) => throw new Bad(s); }\nint Score(string outputs)\n{\n    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)] int Inner() => Check.At(outputs);\n    return Inner();\n}",
        "Bad\n   at Check.At(...) in some_scorer.csx:line 2\n   at Inner(...) in some_scorer.csx:line 5\n   at Score(...) in some_scorer.csx:line 6\n")]
    [InlineData(
        "async Task<int> Score(string outputs)\n{\n    await Task.Yield();\n    try { return int.Parse(outputs); }\n    catch (FormatException e) { throw new ArgumentException(\"no\", e); }\n}",
        "ArgumentException\n   at Score(...) in some_scorer.csx:line 5\ncaused by FormatException\n   at Score(...) in some_scorer.csx:line 4\n")]
    [InlineData(
        "IEnumerable<Feedback> Score(string outputs)\n{\n    yield return new Feedback(1, name: \"a\");\n    throw new KeyNotFoundException();\n}",
        "KeyNotFoundException\n   at Score(...) in some_scorer.csx:line 4\n")]
    [InlineData("Func<string, int> f = s => int.Parse(s);\nreturn (string outputs) => new[] { outputs }.Select(f).First();", "FormatException\n   at lambda(...) in some_scorer.csx:line 1\n   at lambda(...) in some_scorer.csx:line 2\n")]
    [InlineData("Feedback Score(string outputs) { try { throw new FormatException(); } catch (FormatException e) { return Feedback.Failed(e); } }", "FormatException\n   at Score(...) in some_scorer.csx:line 1\n")]
    public void A_stack_trace_shows_the_scripts_own_frames_with_file_and_line(string source, string stack) =>
        Script.OnlyFeedback(source).Error.ShouldNotBeNull().StackTrace.ShouldBe(stack);

    [Fact]
    public void A_deep_stack_keeps_its_end_within_10_000_characters()
    {
        var stack = Script.OnlyFeedback("int Down(int n) => n == 0 ? throw new FormatException() : Down(n - 1) + 1;\nint Score(string outputs) => Down(2000);")
            .Error.ShouldNotBeNull().StackTrace.ShouldNotBeNull();

        stack.Length.ShouldBe(10_000);
        stack.ShouldStartWith("[Stack trace is truncated]\n...\n");
        stack.ShouldEndWith("   at Score(...) in some_scorer.csx:line 2\n");
    }
}
