using ScriptHost.Containment;
using ScriptHost.Plugins;
using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Watching;

/// <summary>A host that is not asked again what a scorer is, nor told again what to score with: the same code says and does the same.</summary>
/// <param name="host">Where scripts run; goes with this.</param>
/// <param name="known">What is known already, and takes what is found.</param>
internal sealed class DescribedHost(IScoringHost host, Dictionary<string, ScriptDescription> known) : IScoringHost
{
    private RunIdentity? opened;

    /// <inheritdoc/>
    public Task<RunningCall> Hung => host.Hung;

    /// <inheritdoc/>
    public ContainmentReport? Containment => host.Containment;

    /// <inheritdoc/>
    public IReadOnlyList<ScriptDescription> Describe(
        IReadOnlyList<ScorerImage> images, AllowlistText allowlist, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ScorerImage[] unknown = [.. images.Where(i => !known.ContainsKey(Key(i, allowlist)))];
        var found = unknown.Zip(unknown.Length == 0 ? [] : host.Describe(unknown, allowlist, timeout, cancellationToken)).ToDictionary(f => f.First, f => f.Second);
        foreach (var (image, description) in found.Where(f => f.Value.Scorer is not null))
        {
            known[Key(image, allowlist)] = description;
        }

        return [.. images.Select(i => found.TryGetValue(i, out var description) ? description : known[Key(i, allowlist)])];
    }

    /// <inheritdoc/>
    public void Prepare(LoadReport report) => host.Prepare(report);

    /// <inheritdoc/>
    public void Open(LoadReport report, RunOptions selection)
    {
        var now = RunIdentity.Of(report, selection, []);
        if (opened is null || opened.Allowlist != now.Allowlist || opened.Selection != now.Selection || !opened.Scorers.SequenceEqual(now.Scorers))
        {
            host.Open(report, selection);
            opened = now;
        }
    }

    /// <inheritdoc/>
    public Task ScoreAsync(ShardResult partial, ShardOrder order, CancellationToken cancellationToken) => host.ScoreAsync(partial, order, cancellationToken);

    /// <inheritdoc/>
    public Task ScoreAsync(SessionResult batch, SessionOrder order, SessionInputs inputs, CancellationToken cancellationToken) =>
        host.ScoreAsync(batch, order, inputs, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => host.Dispose();

    // Whether code may do what it does at first depends on its rights.
    private static string Key(ScorerImage image, AllowlistText allowlist) =>
        string.Join('\n', image.Hash, image.Path, image is ScorerImage.Plugin plugin ? plugin.ClassName : image.Name, image.Trust?.NeedsText ?? allowlist.Hash);
}
