namespace ScriptHost.Runs;

/// <summary>What of a batch of sessions is to be scored, and how: plain data that can be sent to a worker.</summary>
internal sealed record SessionOrder
{
    /// <summary>How many sessions are done.</summary>
    public int Units { get; init; }

    /// <summary>Where each scorer stands in <see cref="Quarantine"/>, by index.</summary>
    public required IReadOnlyList<int> Strikes { get; init; }

    /// <summary>Pairs that are not tried again.</summary>
    public IReadOnlyList<Blame> Blamed { get; init; } = [];

    /// <summary>Pairs whose outcomes are taken over from an earlier run.</summary>
    public ReusedPairs Reused { get; init; } = ReusedPairs.None;
}
