namespace ScriptHost.Presets;

public sealed class PresetLibraryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Locks_schemas_and_other_files_are_no_presets()
    {
        folder.Write("a.yaml", "preset: a\nscorers: [x]\n");
        folder.Write("a.lock.yaml", "lock: 1\n");
        folder.Write("preset.schema.json", "{}");
        folder.Write("README.md", "#");
        folder.Write(".hidden.yaml", "junk");

        var library = PresetLibrary.Open(folder.Path);

        library.Names.ShouldBe(["a"]);
        library.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void An_ending_that_would_not_be_found_is_told()
    {
        folder.Write("a.yml", "preset: a\nscorers: [x]\n");

        PresetLibrary.Open(folder.Path).Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("'a.yml' would not be found as a preset; name it 'a.yaml'.");
    }

    [Fact]
    public void Names_that_differ_by_case_only_are_refused() =>
        PresetLibrary.Of("presets", ("presets/A.yaml", "preset: A\nscorers: [x]\n"u8.ToArray()), ("presets/a.yaml", "preset: a\nscorers: [x]\n"u8.ToArray()))
            .Diagnostics.ShouldHaveSingleItem().ToString()
            .ShouldStartWith("presets/a.yaml: error SH4008: The preset 'a' is also in 'presets/A.yaml'");

    [Fact]
    public void The_scorers_of_presets_are_those_of_their_includes_too() =>
        PresetTexts.Library("preset: a\ninclude: [b, b, gone]\nscorers: [x]\n", "preset: b\ninclude: [a]\nscorers:\n  - y: { q: 1 }\n", "preset: c\nscorers: [z]\n")
            .ScorersOf(["a"]).Order().ShouldBe(["x", "y"]);
}
