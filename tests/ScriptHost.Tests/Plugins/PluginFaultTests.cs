using ScriptHost.Runs;

namespace ScriptHost.Plugins;

/// <summary>What is wrong with a trusted plugin's classes is told at load, with the class's name.</summary>
public sealed class PluginFaultTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("public sealed class C(int n) : ClassScorer { public int Score() => n; }", "SH2402", "The class 'C' has no public constructor without parameters")]
    [InlineData("public sealed class C : ClassScorer { private C() { } public int Score() => 1; }", "SH2402", "The class 'C' has no public constructor")]
    [InlineData("namespace N { public abstract class C : ClassScorer { public int Score() => 1; } }", "SH2535", "The class 'N.C' of the plugin 'Acme' is abstract")]
    [InlineData("public class C<T> : ClassScorer { public int Score() => 1; }", "SH2535", "The class 'C`1' of the plugin 'Acme' is generic")]
    [InlineData("public class C : ClassScorer { }", "SH2403", "The class 'C' has no public method 'Score'")]
    [InlineData("public class C : ClassScorer { public int Score() => 1; public int Score(string outputs) => 2; }", "SH2403", "The class 'C' has 2 public methods 'Score'")]
    [InlineData("public class C : ClassScorer { public int Score<T>() => 1; }", "SH2207", "Scorer 'C' has a generic entry")]
    [InlineData("public class C : ClassScorer { public System.IO.Stream? To { get; set; } public int Score() => 1; }", "SH2205", "Scorer 'C' has a settable property 'To' of type 'Stream?'")]
    [InlineData("public class C : ClassScorer { public int Score(string output) => 1; }", "SH2203", "did you mean 'outputs'? A setting must be a public property.")]
    [InlineData("public class C : ClassScorer { public int Score(int least = 3) => 1; }", "SH2201", "make it a public property with a setter to make it a setting")]
    [InlineData("public class C : ClassScorer { public int Score(Session session, Trace trace) => 1; }", "SH2202", "cannot also take 'trace'")]
    [InlineData("public class C : ClassScorer { public void Score() { } }", "SH2209", "holds no value")]
    [InlineData("public class C : ClassScorer { public C() => throw new InvalidOperationException(\"no luck\"); public int Score() => 1; }", "SH2404", "The class 'C' cannot be made: its constructor threw InvalidOperationException: no luck")]
    [InlineData("public class C : ClassScorer { public override string Name => \"a b\"; public int Score() => 1; }", "SH2406", "calls itself 'a b'")]
    [InlineData("public class C : ClassScorer { public override string Name => throw new NotSupportedException(\"nameless\"); public int Score() => 1; }", "SH2401", "NotSupportedException: nameless")]
    [InlineData("public class C : ClassScorer { static C() => int.Parse(\"x\"); public int Score() => 1; }", "SH2404", "FormatException")]
    [InlineData("public class C { public int Score() => 1; }", "SH2534", "The plugin 'Acme' has no scorer")]
    public async Task A_class_that_cannot_be_a_scorer_is_told_with_its_name(string source, string code, string message)
    {
        workspace.Plugin("Acme", source);
        if (code is "SH2534" or "SH2535")
        {
            TrustByHand("Acme");
        }
        else
        {
            await workspace.TrustAsync("Acme");
        }

        var fault = Load().Diagnostics.ShouldHaveSingleItem();

        fault.Code.ShouldBe(code, fault.Message);
        fault.Message.ShouldContain(message);
        fault.Path.ShouldBe(workspace.At("scorers/Acme/Acme.dll"));
        (fault.Line, fault.Column).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_constructor_that_hangs_is_told()
    {
        await workspace.Plugin("Acme", "public class C : ClassScorer { public C() { while (true) System.Threading.Thread.Sleep(50); } public int Score() => 1; }").TrustAsync("Acme");

        var fault = Load(TimeSpan.FromSeconds(1)).Diagnostics.ShouldHaveSingleItem();

        fault.Code.ShouldBe("SH2405");
        fault.Message.ShouldBe("Making a 'C' did not end within 1 s; its constructor must only prepare it.");
    }

    [Fact]
    public void A_plugin_that_was_built_against_another_contract_is_told()
    {
        workspace.File("scorers/Acme/Acme.dll", PluginSource.AgainstContract("9.1.0.0", "Acme", "public class C : ClassScorer { public int Score() => 1; }"));
        TrustByHand("Acme");

        Load().Diagnostics.ShouldHaveSingleItem().Message.ShouldStartWith("The plugin 'Acme' was built against version 9.1.0.0 of ScriptHost.Contract, and this program has 0.1.0.0");
    }

    [Fact]
    public async Task Trust_tells_the_same_and_trusts_nothing()
    {
        workspace.File("scorers/Acme/Acme.dll", PluginSource.AgainstContract("9.1.0.0", "Acme", "public class C : ClassScorer { public int Score() => 1; }"));

        var (exitCode, _, error) = await workspace.RunAsync("trust", "Acme", "--yes", "--why", "x", "--scorers", workspace.At("scorers"));

        exitCode.ShouldBe(5);
        error.ShouldContain("error SH2533");
        File.Exists(workspace.At("scorers/trust.yaml")).ShouldBeFalse();
    }

    [Fact]
    public void Bytes_that_are_no_assembly_are_told()
    {
        workspace.File("scorers/Acme/Acme.dll", "no assembly");
        TrustByHand("Acme");

        Load().Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("SH2532");
    }

    [Fact]
    public async Task A_missing_dependency_is_told()
    {
        var library = PluginSource.Library("Part", "public interface IPart { }");
        await workspace.Plugin("Acme", "public class C : ClassScorer { public IPart? Part { get; set; } public int Score() => 1; }", library).TrustAsync("Acme");

        Load().Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("'Part' is neither the contract, nor the framework, nor beside the plugin");
    }

    [Fact]
    public async Task An_interface_beside_the_scorer_is_none()
    {
        await workspace.Plugin("Acme", "public interface IPart { } public class C : ClassScorer { public int Score() => 1; }").TrustAsync("Acme");

        var report = Load();

        report.Diagnostics.ShouldBeEmpty();
        report.Scorers.ShouldHaveSingleItem().Name.ShouldBe("C");
    }

    [Fact]
    public async Task Two_scorers_of_one_name_are_told()
    {
        workspace.Scorer("judge", "(string outputs) => 1");
        await workspace.Plugin("Acme", "public class Judge : ClassScorer { public int Score() => 1; }").TrustAsync("Acme");

        Load().Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("The scorer 'Judge' of the class 'Judge' is also in '");
    }

    [Fact]
    public void A_folder_with_assemblies_of_other_names_is_a_warning()
    {
        workspace.File("scorers/Acme/Other.dll", "x").Scorer("judge", "(string outputs) => 1");

        var report = Load();

        report.HasErrors.ShouldBeFalse();
        report.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("holds assemblies but no 'Acme.dll'");
    }

    private LoadReport Load(TimeSpan? limit = null) => LoadedFolder.Of(workspace.At("scorers"), limit);

    private void TrustByHand(string name) => Trust.SomeTrust.Write(workspace.At("scorers"), Trust.SomeTrust.OfPlugin(workspace.At("scorers"), name));
}
