using System.Reflection.Metadata;

namespace ScriptHost.Scripting;

/// <summary>One instruction.</summary>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Code">What it does.</param>
/// <param name="Operand">What follows it.</param>
/// <param name="Value">The number or token that follows it; 0 when none does, or more than four bytes.</param>
internal readonly record struct IlInstruction(int Offset, ILOpCode Code, IlOperand Operand, int Value)
{
    /// <summary>The number that the instruction puts on the stack; null when it is no small constant.</summary>
    public int? Constant => Code switch
    {
        >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_i4_8 => Code - ILOpCode.Ldc_i4_0,
        ILOpCode.Ldc_i4_s => (sbyte)Value,
        ILOpCode.Ldc_i4 => Value,
        _ => null,
    };
}
