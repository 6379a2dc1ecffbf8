using System.Globalization;

namespace ScriptHost.Containment;

/// <summary>
/// Code of full trust tries to break out: without containment, under its first stage alone (Landlock, limits, dropped capabilities, emptied
/// environment), under the second alone (seccomp), and under both. What a layer refuses must have been possible without it.
/// </summary>
public sealed class ContainmentTests(EscapeAttempts attempts) : IClassFixture<EscapeAttempts>
{
    // Landlock's TCP rules came with version 4, its scopes with version 6.
    private const int Tcp = 4;
    private const int Scopes = 6;

    [Theory]
    [InlineData("read a file", "landlock")]
    [InlineData("list the root", "landlock")]
    [InlineData("list the folder of the shared file", "landlock")]
    [InlineData("write a temporary file", "landlock seccomp")]
    [InlineData("write beside the inputs", "landlock seccomp")]
    [InlineData("append to an input", "landlock seccomp")]
    [InlineData("delete an input", "landlock seccomp")]
    [InlineData("change a mode", "seccomp")]
    [InlineData("connect by TCP", "landlock-tcp seccomp")]
    [InlineData("send by UDP", "seccomp")]
    [InlineData("connect to a socket in a folder", "seccomp")]
    [InlineData("listen", "landlock-tcp seccomp")]
    [InlineData("start a program", "landlock seccomp")]
    [InlineData("fork", "seccomp")]
    [InlineData("attach to a process", "landlock capabilities seccomp", true)]
    [InlineData("signal the parent", "landlock-scopes seccomp")]
    [InlineData("limit the parent", "seccomp")]
    [InlineData("read the parent's environment", "landlock capabilities")]
    [InlineData("read the caller's secret", "environment")]
    [InlineData("mount", "capabilities seccomp", true)]
    [InlineData("enter a namespace", "capabilities seccomp", true)]
    [InlineData("change the user", "seccomp")]
    [InlineData("set up an io_uring", "seccomp", true)]
    [InlineData("open many files", "limits")]
    [InlineData("take native memory", "limits")]
    [InlineData("map shared memory", "limits")]
    public void An_escape_is_refused_by_its_layers_and_by_no_other(string attempt, string layers, bool mayNeedRoot = false)
    {
        if (!OperatingSystem.IsLinux())
        {
            attempts.Report.Summary.ShouldStartWith("containment: plain child process");

            return;
        }

        var refusing = layers.Split(' ');
        if (!mayNeedRoot || Environment.IsPrivilegedProcess)
        {
            attempts["none", attempt].ShouldStartWith("done");
            attempts["entered", attempt].ShouldStartWith(refusing.Any(l => l != "seccomp" && Holds(l)) ? "refused" : "done");
            attempts["filtered", attempt].ShouldStartWith(refusing.Contains("seccomp") && Holds("seccomp") ? "refused" : "done");
        }

        attempts["full", attempt].ShouldStartWith(refusing.Any(Holds) ? "refused" : "done");
    }

    [Theory]
    [InlineData("read an input")]
    [InlineData("list the inputs")]
    [InlineData("publish")]
    public void What_the_plan_allows_goes_on_working(string attempt)
    {
        foreach (var regime in EscapeAttempts.Regimes)
        {
            attempts[regime, attempt].ShouldStartWith("done");
        }
    }

    [Fact]
    public void The_kernel_itself_says_that_there_are_no_new_privileges()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has the flag.");

        attempts["none", "no new privileges"].ShouldBe("done 0");
        attempts["entered", "no new privileges"].ShouldBe("done 1");
        attempts["full", "no new privileges"].ShouldBe("done 1");
    }

    [Fact]
    public void A_layer_is_reported_as_absent_only_where_the_kernel_has_none()
    {
        if (!OperatingSystem.IsLinux())
        {
            attempts.Report.Summary.ShouldStartWith("containment: plain child process");

            return;
        }

        // Asked by the program that tries, not by the code under test.
        var version = attempts["none", "landlock's version"];
        Layer("landlock").ToString().ShouldBe(version.StartsWith("done ", StringComparison.Ordinal) ? $"landlock (ABI {version["done ".Length..]})" : Layer("landlock").ToString());
        Layer("landlock").IsApplied.ShouldBe(version.StartsWith("done ", StringComparison.Ordinal));
        Layer("seccomp").IsApplied.ShouldBe(attempts["none", "seccomp's answer"].StartsWith("done ", StringComparison.Ordinal));
        Layer("no new privileges").IsApplied.ShouldBeTrue();
        Layer("capabilities").IsApplied.ShouldBeTrue();
        Layer("limits").IsApplied.ShouldBeTrue();
        Layer("empty environment").IsApplied.ShouldBeTrue();
    }

    private bool Holds(string layer) => layer switch
    {
        "landlock" => Version() > 0,
        "landlock-tcp" => Version() >= Tcp,
        "landlock-scopes" => Version() >= Scopes,
        "capabilities" => Environment.IsPrivilegedProcess && Layer(layer).IsApplied,
        "environment" => Layer("empty environment").IsApplied,
        _ => Layer(layer).IsApplied,
    };

    private int Version() => Layer("landlock") is { IsApplied: true, Detail: var detail } ? int.Parse(detail["ABI ".Length..], CultureInfo.InvariantCulture) : 0;

    private ContainmentLayer Layer(string name) => attempts.Report.Layers.Single(l => l.Name == name);
}
