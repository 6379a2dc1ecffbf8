namespace ScriptHost.Scripting;

public sealed class ScriptFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Scripts_of_subfolders_count_in_ordinal_order()
    {
        folder.Write("b.csx", "1");
        folder.Write("a/z.csx", "2");
        folder.Write("B2.csx", "3");
        folder.Write("notes.txt", "");

        var listing = Find();

        listing.Diagnostics.ShouldBeEmpty();
        listing.Sources.Select(s => s.Name).ShouldBe(["B2", "z", "b"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_named_pipe_is_not_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Made with mkfifo.");
        using var made = System.Diagnostics.Process.Start("mkfifo", [folder.At("pipe.csx")]);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        Find().Sources.ShouldHaveSingleItem().Content.Length.ShouldBe(0);
    }

    [Fact]
    public void Two_files_with_one_name_are_a_fault_that_names_both()
    {
        var first = folder.Write("Tone.csx", "1");
        var second = folder.Write("sub/tone.csx", "2");

        var fault = Find().Diagnostics.ShouldHaveSingleItem();

        fault.ToString().ShouldBe($"{second}: error SH2503: The scorer 'tone' is also in '{first}'; rename one of the two files.");
    }

    [Fact]
    public void A_file_name_with_other_characters_is_no_scorer_name()
    {
        folder.Write("my scorer.csx", "1");

        Find().Diagnostics.ShouldHaveSingleItem().Message.ShouldStartWith("'my scorer' is no scorer name;");
    }

    [Fact]
    public void A_scorer_that_is_not_there_gets_a_suggestion()
    {
        folder.Write("contains_citation.csx", "1");
        folder.Write("tone.csx", "1");

        var listing = Find("contains_citaton", "tone");

        listing.Sources.ShouldHaveSingleItem().Name.ShouldBe("tone");
        listing.Missing.Values.ShouldHaveSingleItem().ToString()
            .ShouldBe($"{folder.Path}: error SH2505: There is no scorer 'contains_citaton' in '{folder.Path}'. Did you mean 'contains_citation'?");
    }

    [Fact]
    public void Only_wanted_scripts_are_read()
    {
        folder.Write("my scorer.csx", "1");
        folder.Write("tone.csx", "1");

        var listing = Find("tone");

        listing.Sources.ShouldHaveSingleItem().Name.ShouldBe("tone");
        listing.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_link_out_of_the_folder_is_refused_and_one_inside_is_not()
    {
        using var elsewhere = new TemporaryFolder();
        folder.Write("tone.csx", "1");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "out.csx"), elsewhere.Write("secret.csx", "2"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "same.csx"), "tone.csx");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "up.csx"), "../up.csx");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "self.csx"), "self.csx");

        var listing = Find();

        listing.Sources.Select(s => s.Name).ShouldBe(["same", "tone"]);
        listing.Diagnostics.Select(d => (Path.GetFileName(d.Path), d.Code)).ShouldBe([("out.csx", "SH2504"), ("self.csx", "SH2504"), ("up.csx", "SH2504")]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault() =>
        ScriptFolder.Find("no/such/folder", []).Diagnostics.ShouldHaveSingleItem().ToString()
            .ShouldBe("no/such/folder: error SH2501: There is no folder 'no/such/folder'.");

    [Fact]
    public void Paths_name_files_and_folders_and_a_file_that_comes_twice_counts_once()
    {
        var tone = folder.Write("sub/tone.csx", "1");
        var notes = folder.Write("notes.txt", "");

        var listing = ScriptFolder.FindAt([tone, folder.Path, notes]);

        listing.Sources.ShouldHaveSingleItem().Path.ShouldBe(tone);
        listing.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe($"'{notes}' is no script; a scorer's file ends in .csx.");
    }

    private ScriptListing Find(params string[] names) => ScriptFolder.Find(folder.Path, names);
}
