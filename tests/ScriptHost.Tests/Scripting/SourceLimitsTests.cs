using System.Text;

namespace ScriptHost.Scripting;

public sealed class SourceLimitsTests
{
    [Fact]
    public void A_file_that_is_too_large_is_refused() => Refusal.Of(new string(' ', 70_000)).ShouldStartWith("(1,1) SH1020");

    [Fact]
    public void A_line_that_is_too_long_is_refused() => Refusal.Of("\n// " + new string('x', 4_100)).ShouldStartWith("(2,4001) SH1021");

    [Fact]
    public void Brackets_that_are_nested_too_deeply_are_refused() => Refusal.Of(new string('(', 200)).ShouldStartWith("(1,129) SH1022");

    [Theory]
    [InlineData("\n\0")]
    [InlineData("\n\u202E")]
    [InlineData("\n\u2066")]
    public void Characters_that_editors_hide_are_refused(string script) => Refusal.Of(script).ShouldStartWith("(2,1) SH1023");

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused_where_they_stand()
    {
        var result = Compiling.Bytes([.. "// ä\n//"u8, 0xE4, (byte)'x']);

        result.Diagnostics.ShouldHaveSingleItem().ToString().ShouldStartWith("scorer.csx(2,3): error SH1024: Byte 0xE4 is not UTF-8;");
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        Compiling.Bytes([.. Encoding.UTF8.Preamble, .. "(string outputs) => true"u8]).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_long_chain_of_operators_is_refused() =>
        Refusal.Of("(int a) => a" + string.Concat(Enumerable.Repeat("+a", 1_000))).ShouldStartWith("(1,12) SH1022");

    [Fact]
    public void Forty_interpolations_inside_each_other_are_refused() =>
        Refusal.Of("(int a) => " + string.Concat(Enumerable.Repeat("$\"{", 40)) + "a" + string.Concat(Enumerable.Repeat("}\"", 40))).ShouldContain("SH1022");

    [Fact]
    public void A_type_that_doubles_with_each_line_runs_into_the_deadline()
    {
        var lines = string.Concat(Enumerable.Range(0, 40).Select(i => $"var t{i + 1} = (t{i}, t{i});\n"));
        var compiler = new ScriptCompiler(AllowlistText.Embedded, cache: null) { Deadline = TimeSpan.FromSeconds(1) };
        var source = new ScriptSource("bomb", "bomb.csx", Encoding.UTF8.GetBytes($"object Score(int t0)\n{{\n{lines}return 1;\n}}\nreturn Score;"));

        var result = compiler.Compile([source], TestContext.Current.CancellationToken)[0];

        result.Image.ShouldBeNull();
        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBeOneOf(Codes.Deadline, Codes.TypeSize);
    }
}
