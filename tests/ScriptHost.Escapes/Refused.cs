using System.Runtime.InteropServices;

namespace ScriptHost.Escapes;

/// <summary>A call of the C library failed.</summary>
internal sealed class Refused(string what) : Exception(what)
{
    /// <summary>Throws when a call has failed.</summary>
    public static nint If(nint result) => result < 0 ? throw new Refused($"errno {Marshal.GetLastPInvokeError()}") : result;
}
