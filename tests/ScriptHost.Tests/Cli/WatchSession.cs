using System.Diagnostics;
using System.Globalization;
using System.Text;
using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary><c>watch</c> over a workspace, in this process: what it says is waited for, never slept for.</summary>
internal sealed class WatchSession : IAsyncDisposable
{
    // Far more than it takes: the machine may be busy with other tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StringBuilder text = new();
    private readonly CancellationTokenSource interrupt = new();
    private readonly Workspace workspace;
    private readonly Task<int> program;
    private int told;

    /// <summary>Starts to watch.</summary>
    public WatchSession(Workspace workspace, params string[] arguments)
    {
        this.workspace = workspace;
        var output = new LockedWriter(text);
        program = Task.Run(() => CommandLine.Run(
            ["watch", workspace.At("traces"), "--scorers", workspace.At("scorers"), "--presets", workspace.At("presets"), "--isolation", "none", .. arguments],
            output,
            output,
            interrupt.Token));
    }

    /// <summary>Starts to watch, and waits for the first results.</summary>
    public static async Task<WatchSession> StartAsync(Workspace workspace, params string[] arguments)
    {
        var session = new WatchSession(workspace, arguments);
        await session.SaysAsync("duplicates");

        return session;
    }

    /// <summary>Waits until it says something that it did not say before.</summary>
    /// <returns>All that it said since it was asked last, up to the end of that line; times are cut off.</returns>
    public async Task<string> SaysAsync(string words)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            var now = Text()[told..];
            if (now.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at && now.IndexOf('\n', at) is >= 0 and var end)
            {
                told += end + 1;

                return now[..end].Replace(workspace.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
            }

            if (program.IsCompleted || Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"'{words}' was not said{(program.IsCompleted ? ", and watching ended" : "")}. What was said: {now}");
            }
        }
    }

    /// <summary>Interrupts it as Ctrl+C does.</summary>
    public async Task<int> EndAsync()
    {
        await interrupt.CancelAsync();

        return await program;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        interrupt.Dispose();
    }

    private string Text()
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private sealed class LockedWriter(StringBuilder text) : TextWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.Unicode;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(string? value)
        {
            lock (text)
            {
                text.Append(value);
            }
        }
    }
}
