using System.Text.Json;
using ScriptHost.Cli;

namespace ScriptHost.Browser;

/// <summary>The report of a real run: the shipped traces, some shipped scorers, the program itself.</summary>
public sealed class SampleReport : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The report.</summary>
    public string Path => folder.At("report.html");

    /// <summary>The traces with a verdict that is no, in the record's order.</summary>
    public IReadOnlyList<string> Failed { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var traces = System.IO.Path.Combine(Repository.Root, "traces");
        var scorers = System.IO.Path.Combine(Repository.Root, "scorers");
        (await RunAsync("run", traces, "--scorers", scorers, "--scorer", "citation,response_tone,latency,error_free,turns", "--isolation", "none", "--out", folder.At("results"), "--format", "none"))
            .ShouldBe(0);
        (await RunAsync("report", "--out", folder.At("results"), "-o", Path)).ShouldBe(0);
        var results = Directory.GetFiles(folder.At("results"), "results.jsonl", SearchOption.AllDirectories).ShouldHaveSingleItem();
        Failed = [.. File.ReadLines(results).Select(l => JsonDocument.Parse(l).RootElement).Where(IsFailed).Select(o => o.GetProperty("trace_id").GetString() ?? "").Distinct()];
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();

        return ValueTask.CompletedTask;
    }

    private static bool IsFailed(JsonElement outcome) =>
        outcome.GetProperty("assessments").EnumerateArray().Any(a => a.GetProperty("feedback").GetProperty("value") is var value
            && (value.ValueKind == JsonValueKind.False || (value.ValueKind == JsonValueKind.String && value.GetString() == "no")));

    private static Task<int> RunAsync(params string[] arguments) =>
        Task.Run(() => CommandLine.Run(arguments, TextWriter.Null, TextWriter.Null, TestContext.Current.CancellationToken), CancellationToken.None);
}
