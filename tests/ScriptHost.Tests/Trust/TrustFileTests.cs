namespace ScriptHost.Trust;

/// <summary>Whoever can write trust.yaml can run code as its reader, so it must be his reader's alone.</summary>
public sealed class TrustFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_a_file_nothing_is_trusted_and_nothing_is_wrong()
    {
        TrustFile.Read(folder.Path, out var trust).ShouldBeEmpty();

        trust.Entries.ShouldBeEmpty();
        trust.HasFaults.ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_the_program_wrote_is_its_users_alone_to_write()
    {
        SomeTrust.Write(folder.Path, SomeTrust.Of("a", "a.csx", new string('0', 64)));

        TrustFile.Read(folder.Path, out var trust).ShouldBeEmpty();
        trust.Find("a").ShouldNotBeNull().By.ShouldBe("ada");
        Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder.At("trust.yaml")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_that_others_may_write_to_lifts_nothing(UnixFileMode right)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix has these rights.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        SomeTrust.Write(folder.Path, SomeTrust.Of("a", "a.csx", new string('0', 64)));
        File.SetUnixFileMode(folder.At("trust.yaml"), File.GetUnixFileMode(folder.At("trust.yaml")) | right);

        Refused().ShouldStartWith($"Others may write to '{folder.At("trust.yaml")}', and would so run code as you");
    }

    [Fact]
    public void A_link_lifts_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights of their own there.");
        SomeTrust.Write(folder.Path, SomeTrust.Of("a", "a.csx", new string('0', 64)));
        File.Move(folder.At("trust.yaml"), folder.At("real.yaml"));
        File.CreateSymbolicLink(folder.At("trust.yaml"), "real.yaml");

        Refused().ShouldContain("must be a plain file");
    }

    [Fact]
    public void A_folder_lifts_nothing()
    {
        Directory.CreateDirectory(folder.At("trust.yaml"));

        Refused().ShouldContain("must be a plain file");
    }

    [Fact]
    public void A_file_of_somebody_else_lifts_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux tells whose a file is.");
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        SomeTrust.Write(folder.Path, SomeTrust.Of("a", "a.csx", new string('0', 64)));
        using (var file = File.OpenHandle(folder.At("trust.yaml")))
        {
            FileOwner.IsCurrentUser(file).ShouldBeTrue();
        }

        if (!Environment.IsPrivilegedProcess)
        {
            // Only root can give a file away; but every system has this one, and it is root's.
            using var roots = File.OpenHandle("/etc/passwd");
            FileOwner.IsCurrentUser(roots).ShouldBeFalse();

            return;
        }

        using var chown = System.Diagnostics.Process.Start("chown", ["65534", folder.At("trust.yaml")]);
        chown.WaitForExit();

        Refused().ShouldContain("belongs to somebody else, who would so run code as you");
    }

    [Fact(Timeout = 20_000)]
    public async Task A_pipe_lifts_nothing_and_holds_nobody_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux tells what kind of file it is.");
        using var make = System.Diagnostics.Process.Start("mkfifo", [folder.At("trust.yaml")]);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);

        Refused().ShouldContain("must be a plain file");
    }

    private string Refused()
    {
        var fault = TrustFile.Read(folder.Path, out var trust).ShouldHaveSingleItem();
        fault.Code.ShouldBe("SH2524");
        trust.Entries.ShouldBeEmpty();
        trust.HasFaults.ShouldBeTrue();

        return fault.Message;
    }
}
