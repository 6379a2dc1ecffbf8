using System.Runtime.Versioning;

namespace ScriptHost.Containment;

[SupportedOSPlatform("linux")]
public sealed class ReadablePathsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ReadablePathsTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Landlock asks for paths.");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_few_files_stay_what_they_are() =>
        ReadablePaths.Of([File("b/2.json"), File("a/1.json")]).ShouldBe([folder.At("a/1.json"), folder.At("b/2.json")]);

    [Fact]
    public void What_lies_in_a_folder_that_is_readable_is_left_out() =>
        ReadablePaths.Of([File("a/1.json"), folder.At("a"), File("a-b/1.json")]).ShouldBe([folder.At("a-b/1.json"), folder.At("a")]);

    [Fact]
    public void Many_files_become_their_folders()
    {
        var files = Enumerable.Range(0, 100).Select(i => File($"{(i % 2 == 0 ? "even" : "odd")}/{i}.json")).ToArray();

        ReadablePaths.Of(files).ShouldBe([folder.At("even"), folder.At("odd")]);
    }

    [Fact]
    public void Many_folders_become_the_folders_above_the_deepest()
    {
        var deep = Enumerable.Range(0, 100).Select(i => File($"deep/{i}/x.json"));

        ReadablePaths.Of([.. deep, File("flat/1.json")]).ShouldBe([folder.At("deep"), folder.At("flat")]);
    }

    [Fact]
    public void A_link_stands_for_what_it_leads_to()
    {
        var real = File("elsewhere/1.json");
        System.IO.File.CreateSymbolicLink(folder.At("link.json"), real);
        Directory.CreateSymbolicLink(folder.At("linked"), folder.At("elsewhere"));

        ReadablePaths.Of([folder.At("link.json")]).ShouldBe([real]);
        ReadablePaths.Of([folder.At("linked/1.json")]).ShouldBe([real]);
    }

    [Fact]
    public void What_does_not_exist_is_left_out() =>
        ReadablePaths.Of([folder.At("gone.json"), File("a/1.json")]).ShouldBe([folder.At("a/1.json")]);

    private string File(string name)
    {
        var path = folder.At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, "{}");

        return path;
    }
}
