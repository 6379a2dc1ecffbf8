using System.Text;

namespace ScriptHost.Scripting;

public sealed class CompileCacheTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_second_run_takes_image_and_warnings_from_the_cache()
    {
        var source = Source("var n = 0;\n(string outputs) => ++n");
        var first = Compile(source);
        var written = File.GetLastWriteTimeUtc(Entry());

        var second = Compile(source);

        second.Image.ShouldNotBeNull().Bytes.ToArray().ShouldBe(first.Image.ShouldNotBeNull().Bytes.ToArray());
        second.Diagnostics.ShouldBe(first.Diagnostics);
        second.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(Codes.TopLevelState);
        File.GetLastWriteTimeUtc(Entry()).ShouldBe(written);
    }

    [Fact]
    public void The_same_script_compiles_to_the_same_bytes() =>
        Compiling.Script("(string outputs) => true").Image.ShouldNotBeNull().Bytes.ToArray()
            .ShouldBe(Compiling.Script("(string outputs) => true").Image.ShouldNotBeNull().Bytes.ToArray());

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(200)]
    public void An_entry_that_somebody_changed_is_ignored_and_written_anew(int at)
    {
        var source = Source("(string outputs) => true");
        Compile(source);
        var good = File.ReadAllBytes(Entry());
        var bad = good.ToArray();
        bad[at] ^= 1;
        File.WriteAllBytes(Entry(), bad);

        var result = Compile(source);

        result.Image.ShouldNotBeNull();
        File.ReadAllBytes(Entry()).ShouldBe(good);
    }

    [Fact]
    public void A_truncated_entry_is_ignored()
    {
        var source = Source("(string outputs) => true");
        Compile(source);
        File.WriteAllBytes(Entry(), File.ReadAllBytes(Entry())[..30]);

        Cache().Load(source, AllowlistText.Embedded).ShouldBeNull();
    }

    [Fact]
    public void Another_allowlist_another_path_and_another_text_are_other_entries()
    {
        var source = Source("(string outputs) => true");
        Compile(source);

        Cache().Load(source, AllowlistText.Embedded).ShouldNotBeNull();
        Cache().Load(source, new AllowlistText("list.yaml", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(AllowlistText.Embedded.Content.Span) + "\n"))).ShouldBeNull();
        Cache().Load(source with { Path = "elsewhere/scorer.csx" }, AllowlistText.Embedded).ShouldBeNull();
        Cache().Load(Source("(string outputs) => false"), AllowlistText.Embedded).ShouldBeNull();
    }

    [Fact]
    public void A_script_with_faults_is_not_kept()
    {
        Compile(Source("(string outputs) => DateTime.Now"));

        Directory.GetFiles(Path.Combine(folder.Path, "cache", "scripts")).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_others_may_write_to_is_not_used()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var open = Directory.CreateDirectory(Path.Combine(folder.Path, "open")).FullName;
        File.SetUnixFileMode(open, File.GetUnixFileMode(open) | UnixFileMode.OtherWrite);

        CacheFolder.Open(open, out var warning).ShouldBeNull();

        warning.ShouldNotBeNull().ToString().ShouldContain("warning SH3002: Compiled scripts are not kept: others may write to the cache folder");
    }

    [Fact]
    public void A_folder_that_is_made_belongs_to_its_user_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Cache();

        File.GetUnixFileMode(Path.Combine(folder.Path, "cache")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_file_in_the_folders_place_is_a_warning()
    {
        var file = folder.Write("file", "");

        CacheFolder.Open(file, out var warning).ShouldBeNull();

        warning.ShouldNotBeNull().Code.ShouldBe(Codes.CacheFolder);
    }

    private CompileCache Cache() => CacheFolder.Open(Path.Combine(folder.Path, "cache"), out _).ShouldNotBeNull();

    private CompileResult Compile(ScriptSource source) =>
        new ScriptCompiler(AllowlistText.Embedded, Cache()).Compile([source], TestContext.Current.CancellationToken)[0];

    private string Entry() => Directory.GetFiles(Path.Combine(folder.Path, "cache", "scripts")).ShouldHaveSingleItem();

    private static ScriptSource Source(string text) => new("scorer", "scorer.csx", Encoding.UTF8.GetBytes(text));
}
