using System.Runtime.InteropServices;

namespace ScriptHost.Scoring;

/// <summary>What a call of a scorer cost, with reading what it returned. What traces decode on demand is the first scorer's that asks.</summary>
/// <param name="Time">Wall-clock time.</param>
/// <param name="Bytes">Bytes that it allocated on its thread.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CallCost(TimeSpan Time, long Bytes);
