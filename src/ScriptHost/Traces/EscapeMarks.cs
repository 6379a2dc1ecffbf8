using System.Runtime.InteropServices;

namespace ScriptHost.Traces;

/// <summary>Which bytes of a block of 64 could be parts of an escape, a bit for each; the block's first byte has the lowest bit.</summary>
/// <param name="Letters">What may stand behind a backslash, the quotation mark and the backslash aside: <c>/bfnrtu</c>.</param>
/// <param name="Units">The letter <c>u</c>, behind which four hexadecimal digits stand.</param>
/// <param name="Digits">Hexadecimal digits.</param>
/// <param name="Surrogates">The digit D, which a surrogate's number begins with.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EscapeMarks(ulong Letters, ulong Units, ulong Digits, ulong Surrogates);
