using System.Globalization;
using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>
/// Picks a share of units by their ids, so that the same ones are picked each time, whatever other units there are; a larger share has all units of
/// a smaller one.
/// </summary>
internal static class UnitSample
{
    // So many numbers a double can tell apart.
    private const int Bits = 53;

    /// <summary>Whether a unit is in the sample.</summary>
    /// <param name="share">The share of units, from 0 to 1.</param>
    /// <param name="id">The trace's id, or the session's: a session is in it as a whole or not at all.</param>
    public static bool Takes(double share, string id) => share >= 1 || (double)(TraceKey.Of(id).High >> (64 - Bits)) / (1L << Bits) < share;

    /// <summary>Why a unit that is not in the sample is left out, one sentence.</summary>
    public static string Reason(double share) => string.Create(CultureInfo.InvariantCulture, $"It is not in the sample of {share} that the preset has scored while watching.");
}
