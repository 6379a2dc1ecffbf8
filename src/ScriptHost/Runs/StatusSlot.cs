using System.Runtime.InteropServices;

namespace ScriptHost.Runs;

/// <summary>
/// The part of a <see cref="StatusPage"/> that is one thread's. Layout: when the call began (8 bytes, 0 between calls), the unit (4), the scorer (4, -1 while
/// a unit is read); the rest of a cache line is empty, so that threads do not wait for each other. Valid as long as the page.
/// </summary>
/// <param name="address">Where it is.</param>
internal sealed class StatusSlot(nint address)
{
    /// <summary>Bytes from one to the next.</summary>
    public const int Size = 64;

    private const int Unit = 8;

    private const int Scorer = 12;

    /// <summary>A unit is being read, which has no deadline.</summary>
    public void Read(int unit)
    {
        Marshal.WriteInt64(address, 0);
        Marshal.WriteInt32(address, Unit, unit);
        Marshal.WriteInt32(address, Scorer, -1);
    }

    /// <summary>A call begins.</summary>
    /// <param name="unit">The index of the unit in its shard or batch.</param>
    /// <param name="scorer">The index of the scorer.</param>
    /// <param name="now">A timestamp, which all processes of a machine count alike.</param>
    public void Begin(int unit, int scorer, long now)
    {
        Marshal.WriteInt32(address, Unit, unit);
        Marshal.WriteInt32(address, Scorer, scorer);
        Thread.MemoryBarrier();
        Marshal.WriteInt64(address, now);
    }

    /// <summary>A call ended.</summary>
    public void End() => Marshal.WriteInt64(address, 0);

    /// <summary>What is going on: since when, a timestamp; 0 when it is no call.</summary>
    public (long Since, int Unit, int Scorer) Look()
    {
        while (true)
        {
            var since = Marshal.ReadInt64(address);
            Thread.MemoryBarrier();
            var found = (since, Marshal.ReadInt32(address, Unit), Marshal.ReadInt32(address, Scorer));
            Thread.MemoryBarrier();
            if (Marshal.ReadInt64(address) == since)
            {
                return found;
            }
        }
    }
}
