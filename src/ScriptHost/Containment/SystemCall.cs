using System.Runtime.InteropServices;

namespace ScriptHost.Containment;

/// <summary>The numbers of the system calls that containment itself makes. Sources: as <see cref="SystemCallTable"/>.</summary>
internal static class SystemCall
{
    // Newer calls have the same number everywhere.
    public const int CloseRange = 436;
    public const int LandlockCreateRuleset = 444;
    public const int LandlockAddRule = 445;
    public const int LandlockRestrictSelf = 446;

    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64;

    /// <summary>Whether the numbers of this process's architecture are known.</summary>
    public static bool IsKnown => IsArm || RuntimeInformation.ProcessArchitecture is Architecture.X64;

    public static int Close => IsArm ? 57 : 3;

    public static int Duplicate => IsArm ? 24 : 292;

    public static int Execute => IsArm ? 221 : 59;

    public static int GetCapabilities => IsArm ? 90 : 125;

    public static int SetCapabilities => IsArm ? 91 : 126;

    public static int OpenAt => IsArm ? 56 : 257;

    public static int ProcessControl => IsArm ? 167 : 157;

    public static int ResourceLimit => IsArm ? 261 : 302;

    public static int Seccomp => IsArm ? 277 : 317;
}
