using System.IO.Compression;
using System.Text.Json.Nodes;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>A folder with traces, scorers and presets, and runs in it.</summary>
internal sealed class PresetWorkspace : IDisposable
{
    public const string LengthScript = "(string outputs, int min = 1, int max = 100) => outputs.Length >= min && outputs.Length <= max";

    public PresetWorkspace()
    {
        Folder = new Workspace()
            .Scorer("length", LengthScript)
            .Scorer("size", "(string outputs) => outputs.Length")
            .Scorer("turns", "(Session session) => session.Count")
            .Traces("a.jsonl", TraceTexts.With("tr-1", "s-1"), TraceTexts.With("tr-2", "s-1", "\"good day to you\""), TraceTexts.With("tr-3", "s-2", "\"hi\""));
    }

    public Workspace Folder { get; }

    /// <summary>Adds a preset.</summary>
    public PresetWorkspace Preset(string name, string rest)
    {
        Folder.File($"presets/{name}.yaml", $"preset: {name}\n{rest}");

        return this;
    }

    /// <summary>Runs, and reads what was recorded; no record when nothing ran.</summary>
    public async Task<PresetRun> RunAsync(params string[] arguments)
    {
        var results = $"results-{Guid.NewGuid():N}";
        var (exitCode, output, error) = await Folder.RunAsync(
            ["run", Folder.At("traces"), "--scorers", Folder.At("scorers"), "--presets", Folder.At("presets"), "--out", Folder.At(results), .. arguments]);
        var run = Directory.Exists(Folder.At(results)) ? Directory.GetDirectories(Folder.At(results)).Single() : null;

        return new(
            exitCode,
            output,
            error,
            run is null ? null : JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(run, "run.json"))),
            run is null ? "" : await File.ReadAllTextAsync(Path.Combine(run, "results.jsonl")));
    }

    /// <summary>Any command with the workspace's folders.</summary>
    public Task<(int ExitCode, string Out, string Error)> DoAsync(params string[] arguments) =>
        Folder.RunAsync([.. arguments, "--scorers", Folder.At("scorers"), "--presets", Folder.At("presets")]);

    /// <summary>Packs a preset.</summary>
    public async Task<string> PackAsync(string preset)
    {
        var path = Folder.At($"{preset}.shp");
        var (exitCode, _, error) = await DoAsync("pack", preset, "-o", path, "--isolation", "none");
        exitCode.ShouldBe(0, error);

        return path;
    }

    /// <summary>Makes another bundle of one, its entries changed.</summary>
    public string Repacked(string bundle, string name, Action<ZipArchive> change)
    {
        var path = Folder.At(name);
        File.Copy(bundle, path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        change(zip);

        return path;
    }

    public void Dispose() => Folder.Dispose();
}
