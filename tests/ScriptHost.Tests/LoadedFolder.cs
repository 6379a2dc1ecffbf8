using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost;

/// <summary>Scorers of a folder, loaded in this process.</summary>
internal static class LoadedFolder
{
    /// <summary>What came of loading them.</summary>
    public static LoadReport Of(string scorers, TimeSpan? timeout = null)
    {
        using var host = new ScoringThreads(new());

        return ScorerLoading.Load(scorers, [], timeout ?? TimeSpan.FromSeconds(20), AllowlistText.Embedded, host, TestContext.Current.CancellationToken);
    }
}
