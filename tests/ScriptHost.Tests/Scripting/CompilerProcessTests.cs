using System.Text;

namespace ScriptHost.Scripting;

public sealed class CompilerProcessTests
{
    // Each line doubles the type of the one before.
    private static readonly string Bomb =
        $"object Score(int t0)\n{{\n{string.Concat(Enumerable.Range(0, 40).Select(i => $"var t{i + 1} = (t{i}, t{i});\n"))}return 1;\n}}\nreturn Score;";

    [Fact]
    public void A_script_that_keeps_the_compiler_busy_is_named_and_the_others_are_compiled()
    {
        var compiler = new ScriptCompiler(AllowlistText.Embedded, cache: null) { Deadline = TimeSpan.FromSeconds(2) };

        var results = compiler.Compile(
            [Source("first", "(string outputs) => 1"), Source("bomb", Bomb), Source("last", "(string outputs) => nothing")],
            TestContext.Current.CancellationToken);

        results[0].Image.ShouldNotBeNull();
        results[1].Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("Compiling 'bomb.csx' took longer than 2 s; simplify the script.");
        results[2].Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("CS0103");
    }

    [Fact]
    public void Compiling_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        var compiler = new ScriptCompiler(AllowlistText.Embedded, cache: null);

        Should.Throw<OperationCanceledException>(() => compiler.Compile([Source("bomb", Bomb)], cancel.Token));
    }

    private static ScriptSource Source(string name, string text) => new(name, $"{name}.csx", Encoding.UTF8.GetBytes(text));
}
