namespace ScriptHost.Scripting;

public sealed class ScriptMessageTests
{
    [Theory]
    [InlineData("(string outputs) => output.Length", "scorer.csx(1,21): error CS0103: The name 'output' does not exist in the current context. Did you mean 'outputs'?")]
    [InlineData("(Trcae trace) => true", "scorer.csx(1,2): error CS0246: The type or namespace name 'Trcae' could not be found (are you missing a using directive or an assembly reference?). Did you mean 'Trace'?")]
    [InlineData("(Trace trace) => trace.State == TraceState.Eror", "scorer.csx(1,44): error CS0117: 'TraceState' does not contain a definition for 'Eror'. Did you mean 'Error'?")]
    [InlineData("using System.Txt;\n(string outputs) => true", "scorer.csx(1,7): error SH1002: The namespace 'System.Txt' is not on the allowlist. Did you mean 'System.Text'?")]
    public void A_near_name_is_suggested(string script, string message) => Compiling.Messages(script).ShouldBe([message]);

    [Fact]
    public void A_misspelt_member_is_told_from_a_member_of_its_type() =>
        Compiling.Messages("(string outputs) => outputs.Contians(\"x\")").ShouldHaveSingleItem().ShouldEndWith("Did you mean 'Contains'?");

    [Theory]
    [InlineData("bool? (string outputs) => outputs.Length > 3 ? true : null", "SH2511")]
    [InlineData("async Task<bool> (string outputs) => { await Task.CompletedTask; return true; }", "SH2511")]
    [InlineData("static (string outputs) => true", "SH2511")]
    [InlineData("(string outputs) => { if (outputs == \"\") return null; return true; }", "SH2512")]
    [InlineData("(string outputs) => outputs == \"\" ? null : true", "SH2512")]
    [InlineData("(string outputs) => outputs switch { \"a\" => true, _ => null }", "SH2512")]
    [InlineData("(string outputs) => { if (outputs == \"\") return false; return new Feedback(true); }", "SH2512")]
    [InlineData("bool S(string outputs) => true;\nreturn S", "SH2513")]
    [InlineData("return (string outputs) => true", "SH2513")]
    [InlineData("// nothing", "SH2514")]
    [InlineData("(string outputs) => outputs.Length > 3;", "SH2515")]
    [InlineData("bool S(string outputs) => true;\nS;", "SH2515")]
    [InlineData("(dynamic outputs) => outputs.Length", "SH1010")]
    [InlineData("(string outputs) => File.Exists(outputs)", "SH1001")]
    public void A_usual_slip_is_named_once(string script, string code) =>
        Compiling.Script(script).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void A_comment_before_a_written_return_type_stays_out_of_the_message() =>
        Compiling.Messages("// why\nstatic bool (string outputs) => true").ShouldHaveSingleItem()
            .ShouldEndWith("must be returned: 'return static bool (…) => …;'.");

    [Fact]
    public void What_lies_outside_the_references_is_still_called_by_its_name() =>
        Compiling.Messages("(string outputs) => System.Diagnostics.Process.Start(outputs)").ShouldHaveSingleItem()
            .ShouldStartWith("scorer.csx(1,21): error SH1001: 'System.Diagnostics.Process' is not on the allowlist.");

    [Fact]
    public void A_clock_is_refused_with_what_to_use_instead() =>
        Compiling.Messages("(Trace trace) => DateTime.Now - trace.RequestTime").ShouldHaveSingleItem()
            .ShouldBe("scorer.csx(1,18): error SH1001: 'System.DateTime.Now' is not on the allowlist. Scorers are pure, and a clock would change their answer from run to run; use trace.RequestTime or a span's times.");

    [Fact]
    public void All_faults_of_a_script_are_shown_at_once() =>
        Compiling.Script("var a = System.IO.File.Exists(\"x\");\nvar b = new Random();\n(string outputs) => outptus").Diagnostics.Select(d => (d.Line, d.Code))
            .ShouldBe([(1, "SH1001"), (2, "SH1001"), (3, "CS0103")]);

    [Fact]
    public void A_lambda_that_assigns_a_top_level_variable_is_warned_of()
    {
        var result = Compiling.Script("var count = 0;\n(string outputs) => ++count");

        result.Image.ShouldNotBeNull();
        result.Diagnostics.ShouldHaveSingleItem().ToString().ShouldStartWith("scorer.csx(2,23): warning SH3001: 'count' is a top-level variable");
    }

    [Fact]
    public void Setting_up_a_top_level_variable_is_no_matter() =>
        Compiling.Messages("var words = new HashSet<string>();\nwords = [\"a\"];\n(string outputs) => words.Contains(outputs)").ShouldBeEmpty();
}
