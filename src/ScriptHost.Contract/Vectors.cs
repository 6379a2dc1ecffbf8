using System.Runtime.Intrinsics;

namespace ScriptHost.Contract;

/// <summary>Whether vector instructions are used. Without them everything is slower, and nothing else is different.</summary>
internal static class Vectors
{
    /// <summary>Set to 1, this environment variable has none used.</summary>
    public const string ScalarSwitch = "SCRIPTHOST_SCALAR";

    /// <summary>Whether the processor has them and nobody forbids them.</summary>
    public static readonly bool AreUsed = Vector256.IsHardwareAccelerated && Environment.GetEnvironmentVariable(ScalarSwitch) != "1";
}
