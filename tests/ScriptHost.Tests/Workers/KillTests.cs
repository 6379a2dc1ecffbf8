using System.Globalization;
using System.Text.Json.Nodes;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>Whoever kills workers or the program, at whatever moment, changes nothing in the record.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private static readonly string[] Arguments = ["traces", "--jobs", "2", "--format", "none", "--timeout", "20s"];

    // Always the same moments; what the program does at them is another matter.
    private readonly Random random = new(7);
    private readonly Workspace workspace = new Workspace()
        .Scorer("length", "(string outputs) => outputs.Length")
        .Scorer("slow", "(Trace trace) => { var sum = 0L; for (var i = 0; i < 100_000; i++) sum = (sum * 31 + i) % 1_000_003; return sum; }")
        .Scorer("throws", "(Trace trace) => trace.Id.EndsWith('7') ? throw new InvalidOperationException(trace.Id) : true")
        .Scorer("turns", "(Session session) => session.Count")
        .Scorer("many", "(string outputs) => new[] { new Feedback(outputs.Length > 9, outputs, \"long\"), new Feedback(1.5m, name: \"exact\") }")
        .Traces("a.jsonl", [.. Enumerable.Range(0, 1000).Select(i => TraceTexts.With($"tr-{i}", $"s-{i % 97}", $"\"{new string('x', i % 53)}\""))]);

    private byte[] undisturbed = [];
    private JsonNode? record;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Workers are found in /proc.");
        (await RunningProgram.RunAsync(workspace, Arguments)).ExitCode.ShouldBe(9);
        (undisturbed, record) = Results();
        Directory.Delete(workspace.At("results"), recursive: true);
    }

    public ValueTask DisposeAsync()
    {
        workspace.Dispose();

        return ValueTask.CompletedTask;
    }

    [Fact(Timeout = 180_000)]
    public async Task Workers_that_somebody_kills_cost_nothing()
    {
        using var program = RunningProgram.Start(workspace, Arguments);
        var killed = 0;
        while (!program.HasEnded)
        {
            // Not for ever: a busy machine may take longer to start a worker than there is between two kills.
            await Task.Delay(killed < 8 ? random.Next(100, 400) : 1000, TestContext.Current.CancellationToken);
            var workers = program.Noted > 0 ? program.Workers : [];
            if (workers.Count > 0 && killed < 8)
            {
                RunningProgram.Kill(workers[random.Next(workers.Count)]);
                killed++;
            }
        }

        var (exitCode, _, error) = await program.EndAsync();
        exitCode.ShouldBe(9, error);
        killed.ShouldBeGreaterThan(0);
        ShouldBeUndisturbed();
    }

    [Fact(Timeout = 180_000)]
    public async Task A_program_that_somebody_kills_can_go_on_and_leaves_nothing_behind()
    {
        var lives = new List<int>();
        var (killed, noted) = (0, 0L);
        var exitCode = -1;
        for (var life = 0; exitCode != 9; life++)
        {
            using var program = RunningProgram.Start(workspace, life == 0 ? Arguments : ["--resume", Path.GetFileName(Directory.GetDirectories(workspace.At("results")).Single())]);
            lives.Add(program.Id);
            if (life < 5 && await HasNotedMoreAsync(program, noted))
            {
                await Task.Delay(random.Next(0, 150), TestContext.Current.CancellationToken);
                var workers = program.Workers;
                killed += program.HasEnded ? 0 : 1;
                noted = program.Noted;
                await program.KillAsync();
                await EndAsync(workers);
            }
            else
            {
                var (code, _, error) = await program.EndAsync();
                exitCode = code;
                exitCode.ShouldBe(9, error);
            }
        }

        killed.ShouldBeGreaterThan(0);
        ShouldBeUndisturbed();
        lives.SelectMany(SharedFiles).ShouldBeEmpty();

        // The sockets of its debugger are left by any .NET program that is killed.
        Directory.GetFileSystemEntries(workspace.At("tmp")).Select(f => Path.GetFileName(f))
            .Where(f => !f.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal) && !f.StartsWith("clr-debug-pipe-", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static async Task<bool> HasNotedMoreAsync(RunningProgram program, long before)
    {
        while (!program.HasEnded && program.Noted <= before)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        return !program.HasEnded;
    }

    // A worker ends with its input, whatever it is at.
    private static async Task EndAsync(IReadOnlyList<int> workers)
    {
        for (var i = 0; i < 500 && workers.Any(RunningProgram.IsAlive); i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        workers.Where(RunningProgram.IsAlive).ShouldBeEmpty();
    }

    private static string[] SharedFiles(int id) =>
        Directory.Exists("/dev/shm") ? Directory.GetFiles("/dev/shm", string.Create(CultureInfo.InvariantCulture, $"scripthost-{id}-*.status")) : [];

    private void ShouldBeUndisturbed()
    {
        var (results, again) = Results();
        results.AsSpan().SequenceEqual(undisturbed).ShouldBeTrue("results.jsonl differs from that of an undisturbed run");
        Timeless(again).ShouldBe(Timeless(record));
        Directory.GetFiles(Directory.GetDirectories(workspace.At("results")).Single()).Select(Path.GetFileName).ShouldBe(["outcomes.bin", "results.jsonl", "run.json"], ignoreOrder: true);
    }

    private (byte[] Results, JsonNode? Record) Results()
    {
        var folder = Directory.GetDirectories(workspace.At("results")).Single();

        return (File.ReadAllBytes(Path.Combine(folder, "results.jsonl")), JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, "run.json"))));
    }

    private static string Timeless(JsonNode? record)
    {
        var copy = record.ShouldNotBeNull().DeepClone().AsObject();
        string[] own = ["run_id", "started_at", "duration_ms"];
        own.Where(name => !copy.Remove(name)).ShouldBeEmpty();

        return copy.ToJsonString();
    }
}
