using System.Runtime.InteropServices;

namespace ScriptHost.Runs;

/// <summary>A key among <see cref="SeenKeys"/>.</summary>
/// <param name="Word">What there is of the key; never zero.</param>
/// <param name="Content">What there is of its content's hash.</param>
[StructLayout(LayoutKind.Sequential, Pack = sizeof(ushort))]
internal readonly record struct SeenKey(ulong Word, ushort Content);
