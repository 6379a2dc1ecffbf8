using ScriptHost.Scripting;

namespace ScriptHost.Cli;

public sealed class AllowlistOptionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CapturedProgram program = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("System.IO.File.ReadAllText", "System.IO.File.ReadAllText(System.String): refused\n  rule    'System.IO.File' is not on the allowlist\n  reason  scorers read no files")]
    [InlineData("System.Math.Max(System.Int32,System.Int32)", "System.Math.Max(System.Int32,System.Int32): allowed\n  rule    allowlist.yaml(")]
    [InlineData("System.Linq", "System.Linq: allowed\n")]
    [InlineData("System.IO", "System.IO: refused\n  rule    no type of it is listed")]
    [InlineData("List<T>", "System.Collections.Generic.List<T>: allowed\n")]
    [InlineData("string.Length", "")]
    [InlineData("String.GetHashCode()", "System.String.GetHashCode(): allowed only inside a method called GetHashCode\n")]
    [InlineData("DateTime.Now", "System.DateTime.Now: refused\n")]
    [InlineData("System.Diagnostics.Process", "System.Diagnostics.Process: refused\n")]
    [InlineData("System.Runtime.CompilerServices.AsyncTaskMethodBuilder", "System.Runtime.CompilerServices.AsyncTaskMethodBuilder: refused\n")]
    public async Task Explain_says_whether_and_why(string symbol, string answer)
    {
        var code = await program.RunAsync("check", "--explain", symbol);

        code.ShouldBe(answer.Length > 0 ? 0 : 5);
        program.Output.ShouldStartWith(answer);
    }

    [Theory]
    [InlineData("System.Mathh", "Did you mean 'System.Math'?")]
    [InlineData("Math.Maxx", "Did you mean 'Math.Max'?")]
    public async Task Explain_knows_what_was_meant(string symbol, string suggestion)
    {
        (await program.RunAsync("check", "--explain", symbol)).ShouldBe(5);

        program.Error.ShouldContain(suggestion);
    }

    [Fact]
    public async Task An_operators_list_holds_in_place_of_the_one_that_ships_and_is_told()
    {
        var list = folder.Write("list.yaml", System.Text.Encoding.UTF8.GetString(AllowlistText.Embedded.Content.Span).Replace("    Math: \"*\"\n", "", StringComparison.Ordinal));
        var script = folder.Write("rounded.csx", "(string outputs) => Math.Max(outputs.Length, 3)");

        (await program.RunAsync("check", script)).ShouldBe(0);
        (await program.RunAsync("check", script, "--allowlist", list)).ShouldBe(5);

        program.Output.ShouldContain("'System.Math.Max' is not on the allowlist.");
        program.Error.ShouldContain($"The allowlist '{list}' (");
    }

    [Fact]
    public async Task A_list_with_faults_is_told_with_places()
    {
        var list = folder.Write("list.yaml", "version: 2\n");

        (await program.RunAsync("check", "--allowlist", list)).ShouldBe(5);

        program.Error.ShouldContain($"{list}(1,10): error SH1040");
    }
}
