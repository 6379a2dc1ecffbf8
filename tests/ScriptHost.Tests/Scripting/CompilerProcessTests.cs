using System.Text;
using ScriptHost.Sandbox;

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

    [Fact]
    public void Scripts_compiled_at_once_beside_one_that_keeps_the_compiler_busy_are_compiled()
    {
        var compiler = new ScriptCompiler(AllowlistText.Embedded, cache: null) { Deadline = TimeSpan.FromSeconds(2) };
        ScriptSource[] honest = [.. Enumerable.Range(0, 40).Select(i => Source($"honest{i}", $"(string outputs) => outputs.Length > {i}"))];

        var results = compiler.Compile([.. honest[..10], Source("bomb", Bomb), .. honest[10..]], TestContext.Current.CancellationToken);

        results.Where(r => r.Image is null).ShouldHaveSingleItem()
            .Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("Compiling 'bomb.csx' took longer than 2 s; simplify the script.");
    }

    [Fact]
    public void Scripts_compiled_at_once_come_to_the_same_as_one_by_one()
    {
        var compiler = new ScriptCompiler(AllowlistText.Embedded, cache: null);
        ScriptSource[] sources = [.. Scripts.Honest.Take(25), .. Scripts.Refused.Take(25)];

        var together = compiler.Compile(sources, TestContext.Current.CancellationToken);

        var single = sources.Select(s => compiler.Compile([s], TestContext.Current.CancellationToken)[0]);
        together.Select(Written).ShouldBe(single.Select(Written));
    }

    [Fact]
    public async Task A_process_is_killed_over_the_script_that_takes_too_long_and_no_other()
    {
        using var compiler = CompilerProcess.Start();

        var answers = await Task.WhenAll(Asked(compiler, TimeSpan.FromMinutes(5)), Asked(compiler, TimeSpan.FromSeconds(1)), Asked(compiler, TimeSpan.FromMinutes(5)));

        answers.ShouldBe([new CompilerAnswer.Interrupted(), new CompilerAnswer.Overran(), new CompilerAnswer.Interrupted()]);
    }

    [Fact]
    public async Task Over_which_script_a_process_ended_is_known_only_when_it_had_no_other()
    {
        using var compiler = CompilerProcess.Start();
        using var second = CompilerProcess.Start();
        Task<CompilerAnswer>[] asked = [Asked(compiler, TimeSpan.FromMinutes(5)), Asked(compiler, TimeSpan.FromMinutes(5)), Asked(second, TimeSpan.FromMinutes(5))];
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        compiler.Kill();
        second.Kill();

        (await Task.WhenAll(asked)).ShouldBe([new CompilerAnswer.Ended(WasAlone: false), new CompilerAnswer.Ended(WasAlone: false), new CompilerAnswer.Ended(WasAlone: true)]);
    }

    private static Task<CompilerAnswer> Asked(CompilerProcess compiler, TimeSpan deadline) => Task.Factory.StartNew(
        () => compiler.Ask(Source("bomb", Bomb), AllowlistText.Embedded, deadline, TestContext.Current.CancellationToken),
        TestContext.Current.CancellationToken,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private static string Written(CompileResult result)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        ResultFormat.Write(writer, result);
        writer.Flush();

        return $"{result.Source.Name} {Sha256.Hex(bytes.ToArray())}";
    }

    private static ScriptSource Source(string name, string text) => new(name, $"{name}.csx", Encoding.UTF8.GetBytes(text));
}
