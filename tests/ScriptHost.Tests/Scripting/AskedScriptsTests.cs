using System.Diagnostics;

namespace ScriptHost.Scripting;

public sealed class AskedScriptsTests : IDisposable
{
    private readonly Process process = Process.GetCurrentProcess();
    private readonly AskedScripts scripts;

    public AskedScriptsTests() => scripts = new(new CompilerUse(process));

    public void Dispose() => process.Dispose();

    [Fact]
    public void Of_two_that_take_too_long_the_first_is_named_and_the_other_was_interrupted()
    {
        var (first, second) = (Add(), Add());

        scripts.Overrun(first, isShort: false).ShouldBeTrue();
        scripts.Overrun(second, isShort: false).ShouldBeFalse();
        scripts.End();

        first.Wait().ShouldBe(new CompilerAnswer.Overran());
        second.Wait().ShouldBe(new CompilerAnswer.Interrupted());
    }

    [Fact]
    public void Where_memory_is_short_nobody_is_named_for_being_slow_beside_another()
    {
        var (first, second) = (Add(), Add());

        scripts.Overrun(first, isShort: true).ShouldBeTrue();
        scripts.End();

        first.Wait().ShouldBe(new CompilerAnswer.Ended(WasAlone: false));
        second.Wait().ShouldBe(new CompilerAnswer.Ended(WasAlone: false));
    }

    [Fact]
    public void Whoever_was_alone_is_named_for_being_slow_where_memory_is_short()
    {
        var script = Add();

        scripts.Overrun(script, isShort: true).ShouldBeTrue();
        scripts.End();

        script.Wait().ShouldBe(new CompilerAnswer.Overran());
    }

    [Fact]
    public void A_script_that_has_its_answer_is_not_too_slow_any_more()
    {
        var (first, second) = (Add(), Add());
        scripts.Answer(first.Number, [1]);

        scripts.Overrun(first, isShort: false).ShouldBeFalse();

        first.Wait().ShouldBeOfType<CompilerAnswer.Given>().WasAlone.ShouldBeFalse();
        scripts.Answer(second.Number, [2]);
        second.Wait().ShouldBeOfType<CompilerAnswer.Given>().Result.ShouldBe([2]);
    }

    [Fact]
    public void A_process_that_has_ended_takes_no_script()
    {
        scripts.End();

        scripts.Add().ShouldBeNull();
    }

    private AskedScript Add() => scripts.Add().ShouldNotBeNull();
}
