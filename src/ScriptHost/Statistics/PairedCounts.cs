namespace ScriptHost.Statistics;

/// <summary>How often pass and fail came together in pairs.</summary>
/// <param name="BothPass">Passed before and after.</param>
/// <param name="Gained">Failed before and passes after.</param>
/// <param name="Lost">Passed before and fails after.</param>
/// <param name="BothFail">Failed before and after.</param>
internal sealed record PairedCounts(long BothPass, long Gained, long Lost, long BothFail)
{
    /// <summary>All pairs.</summary>
    public long Count => BothPass + Gained + Lost + BothFail;

    /// <summary>The share that passed before; NaN of no pairs.</summary>
    public double Before => (double)(BothPass + Lost) / Count;

    /// <summary>The share that passes after; NaN of no pairs.</summary>
    public double After => (double)(BothPass + Gained) / Count;

    /// <summary>By how much the share grew.</summary>
    public double Difference => (double)(Gained - Lost) / Count;

    /// <summary>The share of pairs that changed.</summary>
    public double Discordant => (double)(Gained + Lost) / Count;
}
