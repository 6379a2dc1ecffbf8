using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ScriptHost.Containment;

/// <summary>Every attempt under every regime, each regime in a process and a folder of its own.</summary>
public sealed class EscapeAttempts : IAsyncLifetime
{
    /// <summary>What holds in which regime; see the program.</summary>
    public static readonly string[] Regimes = ["none", "entered", "filtered", "full"];

    // The least that leaves room for the program.
    private const long MemoryBytes = 64L << 20;

    private readonly Dictionary<(string Regime, string Attempt), string> results = [];

    /// <summary>The report of the whole containment.</summary>
    internal ContainmentReport Report { get; private set; } = ContainmentReport.Plain("not tried");

    /// <summary>What came of an attempt: <c>done …</c> or <c>refused …</c>.</summary>
    public string this[string regime, string attempt] => results[(regime, attempt)];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using var tcp = new TcpListener(IPAddress.Loopback, 0);
        tcp.Start();
        using var victim = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "timeout" : "sleep", "60") { UseShellExecute = false }).ShouldNotBeNull();
        try
        {
            foreach (var regime in Regimes)
            {
                await TryAllAsync(regime, ((IPEndPoint)tcp.LocalEndpoint).Port, victim.Id);
            }
        }
        finally
        {
            victim.Kill();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task TryAllAsync(string regime, int port, int victim)
    {
        using var inputs = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        string[] files = ["read.jsonl", "appended.jsonl", "deleted.jsonl", "mode.jsonl"];
        Array.ForEach(files, f => File.WriteAllText(inputs.At(f), "{}"));
        var status = elsewhere.At("status");
        File.WriteAllBytes(status, new byte[4096]);
        var socketPath = elsewhere.At("socket");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socketPath));
        listener.Listen();
        (string Name, string Attempt)[] attempts =
        [
            ("read an input", "read=" + inputs.At("read.jsonl")),
            ("list the inputs", "list=" + inputs.Path),
            ("publish", "publish=" + status),
            ("read a file", "read=/etc/passwd"),
            ("list the root", "list=/"),
            ("list the folder of the shared file", "list=" + elsewhere.Path),
            ("write a temporary file", "write=" + elsewhere.At("new")),
            ("write beside the inputs", "write=" + inputs.At("new")),
            ("append to an input", "append=" + inputs.At("appended.jsonl")),
            ("delete an input", "delete=" + inputs.At("deleted.jsonl")),
            ("change a mode", "chmod=" + inputs.At("mode.jsonl")),
            ("connect by TCP", $"tcp={port}"),
            ("send by UDP", $"udp={port}"),
            ("connect to a socket in a folder", "unix=" + socketPath),
            ("listen", "listen"),
            ("start a program", "start=/bin/true"),
            ("fork", "fork"),
            ("attach to a process", $"attach={victim}"),
            ("signal the parent", "signal-parent"),
            ("limit the parent", "limit-parent"),
            ("read the parent's environment", "parent-environment"),
            ("read the caller's secret", "own-environment=" + Escapes.Secret),
            ("mount", "mount=" + elsewhere.Path),
            ("enter a namespace", "unshare"),
            ("change the user", "become-root"),
            ("set up an io_uring", "io-uring"),
            ("open many files", "open-files=300"),
            ("take native memory", $"native-memory={700L << 20}"),
            ("map shared memory", $"shared-memory={8L << 30}"),
            ("no new privileges", "own-status=NoNewPrivs"),
            ("landlock's version", "landlock-version"),
            ("seccomp's answer", "seccomp-available"),
        ];

        var plan = new ContainmentPlan { MemoryBytes = MemoryBytes, Readable = [inputs.Path], SharedFile = status };
        var lines = await Escapes.TryAsync(regime, regime is "entered" or "full" ? plan : null, "", [.. attempts.Select(a => a.Attempt)]);

        if (regime is "full")
        {
            Report = Escapes.Report(lines);
        }

        var said = lines.Where(l => !l.StartsWith("report ", StringComparison.Ordinal)).ToArray();
        for (var i = 0; i < attempts.Length; i++)
        {
            results[(regime, attempts[i].Name)] = i < said.Length ? said[i][(said[i].IndexOf(' ', StringComparison.Ordinal) + 1)..] : "did not come to it: " + said.LastOrDefault();
        }
    }
}
