using System.Runtime.InteropServices;

namespace ScriptHost.Runs;

/// <summary>Where a trace's document can be read again.</summary>
/// <param name="File">The index of its file among all input files; <see cref="Kept"/> for one that was kept aside.</param>
/// <param name="Offset">Its first byte.</param>
/// <param name="Length">Its bytes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TracePlace(int File, long Offset, int Length)
{
    /// <summary>Stands for the run's own file of documents that cannot be read again in their place (packed files, standard input).</summary>
    public const int Kept = -1;
}
