using BenchmarkDotNet.Attributes;
using ScriptHost.Scripting;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>One shipped script with a warm compiler: compiled and gated, and its image checked as on every load.</summary>
public class ScriptPart
{
    private ScriptSource? source;
    private Allowlist? allowlist;
    private byte[] image = [];

    /// <summary>The script.</summary>
    [Params("json_valid", "tool_call_correctness")]
    public string Scorer { get; set; } = "";

    /// <summary>Reads and compiles it.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    [GlobalSetup]
    public void SetUp()
    {
        var path = Path.Combine(Workplace.Repository, "scorers", $"{Scorer}.csx");
        source = new(Scorer, path, File.ReadAllBytes(path));
        AllowlistText.Embedded.Read(out allowlist);
        image = Build()?.ToArray() ?? throw new InvalidOperationException($"'{path}' does not compile.");
    }

    /// <summary>Parsed, gated, bound, emitted, checked.</summary>
    [Benchmark]
    public int Compile() => Build()?.Length ?? 0;

    /// <summary>The image's metadata and IL held against the allowlist.</summary>
    [Benchmark]
    public int CheckImage() => allowlist is null ? -1 : IlGate.Check(Scorer, image, allowlist).Count;

    private ReadOnlyMemory<byte>? Build() =>
        source is null || allowlist is null ? null : ScriptBuild.Run(source, allowlist, CancellationToken.None).Image?.Bytes;
}
