using ScriptHost.Scripting;

namespace ScriptHost.Sandbox;

/// <summary>The check of images on scripts that people wrote.</summary>
public sealed class ImageCorpusTests
{
    [Fact]
    public void Every_honest_script_passes()
    {
        var images = Compiling.Keeping.Compile(Scripts.Honest, TestContext.Current.CancellationToken);

        images.Count.ShouldBeGreaterThan(90);
        images.SelectMany(i => i.Diagnostics).Where(d => d.Severity == Severity.Error).Select(d => d.ToString()).ShouldBeEmpty();
        images.SelectMany(i => Images.Check(i.Image.ShouldNotBeNull().Bytes.ToArray())).ShouldBeEmpty();
    }

    [Fact]
    public void Every_attack_that_compiles_without_a_gate_is_refused_but_for_those_listed()
    {
        var passed = Scripts.ImageVerdicts.Value.Where(v => v.Value == 0).Select(v => v.Key);

        passed.ShouldBe(Exceptions.Read("attacks-blind.txt"), ignoreOrder: true);
    }
}
