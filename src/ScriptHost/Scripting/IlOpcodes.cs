using System.Reflection.Metadata;

namespace ScriptHost.Scripting;

/// <summary>The instructions that verifiable C# is compiled to, with what follows each; all others are refused.</summary>
internal static class IlOpcodes
{
    private static readonly IlOperand[] OneByte = Table(0x00);
    private static readonly IlOperand[] TwoBytes = Table(0xFE00);

    /// <summary>What follows an instruction; <see cref="IlOperand.Refused"/> for those that have no place in a script.</summary>
    /// <param name="code">The instruction; those of two bytes begin with 0xFE.</param>
    public static IlOperand OperandOf(ILOpCode code) => (int)code <= 0xFF ? OneByte[(int)code] : TwoBytes[(int)code & 0xFF];

    /// <summary>Whether a code stands for an instruction at all. Written out, since to ask the enumeration makes a list of its names first.</summary>
    /// <param name="code">The code; those of two bytes begin with 0xFE.</param>
    public static bool IsDefined(int code) => code is (>= 0x00 and <= 0x23) or (>= 0x25 and <= 0x76) or (>= 0x79 and <= 0xA5) or (>= 0xB3 and <= 0xBA)
        or 0xC2 or 0xC3 or 0xC6 or (>= 0xD0 and <= 0xE0)
        or (>= 0xFE00 and <= 0xFE07) or (>= 0xFE09 and <= 0xFE0F) or (>= 0xFE11 and <= 0xFE18) or 0xFE1A or (>= 0xFE1C and <= 0xFE1E);

    private static IlOperand[] Table(int prefix)
    {
        var table = new IlOperand[256];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = Look((ILOpCode)(prefix | i));
        }

        return table;
    }

    private static IlOperand Look(ILOpCode code) => code switch
    {
        ILOpCode.Ldarg_s or ILOpCode.Ldarga_s or ILOpCode.Starg_s or ILOpCode.Ldloc_s or ILOpCode.Ldloca_s or ILOpCode.Stloc_s or ILOpCode.Ldc_i4_s => IlOperand.Byte,
        ILOpCode.Ldarg or ILOpCode.Ldarga or ILOpCode.Starg or ILOpCode.Ldloc or ILOpCode.Ldloca or ILOpCode.Stloc => IlOperand.TwoBytes,
        ILOpCode.Ldc_i4 or ILOpCode.Ldc_r4 => IlOperand.FourBytes,
        ILOpCode.Ldc_i8 or ILOpCode.Ldc_r8 => IlOperand.EightBytes,
        ILOpCode.Ldstr => IlOperand.Text,
        ILOpCode.Switch => IlOperand.Switch,
        ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj or ILOpCode.Ldftn or ILOpCode.Ldvirtftn => IlOperand.Method,
        ILOpCode.Ldfld or ILOpCode.Ldflda or ILOpCode.Stfld or ILOpCode.Ldsfld or ILOpCode.Ldsflda or ILOpCode.Stsfld => IlOperand.Field,
        ILOpCode.Ldtoken => IlOperand.Token,
        ILOpCode.Box or ILOpCode.Unbox or ILOpCode.Unbox_any or ILOpCode.Castclass or ILOpCode.Isinst or ILOpCode.Newarr or ILOpCode.Ldelem or ILOpCode.Stelem
            or ILOpCode.Ldelema or ILOpCode.Ldobj or ILOpCode.Stobj or ILOpCode.Initobj or ILOpCode.Constrained => IlOperand.Type,
        >= ILOpCode.Br_s and <= ILOpCode.Blt_un_s or ILOpCode.Leave_s => IlOperand.NearTarget,
        >= ILOpCode.Br and <= ILOpCode.Blt_un or ILOpCode.Leave => IlOperand.FarTarget,

        // Addresses of no known kind, code by address, memory by size, stacks of unknown depth, debuggers.
        ILOpCode.Jmp or ILOpCode.Calli or ILOpCode.Cpblk or ILOpCode.Initblk or ILOpCode.Localloc or ILOpCode.Arglist or ILOpCode.Cpobj or ILOpCode.Mkrefany
            or ILOpCode.Refanyval or ILOpCode.Refanytype or ILOpCode.Ldind_i or ILOpCode.Stind_i or ILOpCode.Ldelem_i or ILOpCode.Stelem_i or ILOpCode.Sizeof
            or ILOpCode.Unaligned or ILOpCode.Volatile or ILOpCode.Tail or ILOpCode.Break or ILOpCode.Ckfinite
            or ILOpCode.Conv_i or ILOpCode.Conv_ovf_i or ILOpCode.Conv_ovf_i_un or ILOpCode.Conv_ovf_u or ILOpCode.Conv_ovf_u_un => IlOperand.Refused,

        // Lengths of arrays are native; converting one on is how the compiler reads it.
        _ => IsDefined((int)code) ? IlOperand.None : IlOperand.Refused,
    };
}
