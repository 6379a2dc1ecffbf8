using System.Collections;
using System.Reflection.Metadata;

namespace ScriptHost.Scripting;

/// <summary>
/// The instructions of one method. What is jumped to must be the beginning of one of them: a jump into the middle could run instructions
/// that nobody looked at.
/// </summary>
internal sealed class IlCode
{
    private readonly BitArray starts;
    private readonly HashSet<int> targets = [];
    private readonly List<IlInstruction> instructions = [];
    private IlFault? fault;

    private IlCode(MethodBodyBlock body)
    {
        var reader = body.GetILReader();
        starts = new(reader.Length);
        while (reader.RemainingBytes > 0 && fault is null)
        {
            Read(ref reader);
        }

        foreach (var region in body.ExceptionRegions)
        {
            targets.UnionWith([region.TryOffset, region.HandlerOffset]);
            if (region.Kind == ExceptionRegionKind.Filter)
            {
                targets.Add(region.FilterOffset);
            }

            AddEnd(region.TryOffset + region.TryLength);
            AddEnd(region.HandlerOffset + region.HandlerLength);
        }
    }

    /// <summary>In order.</summary>
    public List<IlInstruction> Instructions => instructions;

    /// <summary>Reads a method.</summary>
    /// <param name="body">The method's body.</param>
    /// <param name="fault">What is wrong with it; null when nothing is.</param>
    public static IlCode Of(MethodBodyBlock body, out IlFault? fault)
    {
        var code = new IlCode(body);
        fault = code.fault ?? (code.JumpsToStarts() ? null : new(Codes.ImageInstruction, "It jumps into the middle of an instruction"));

        return code;
    }

    /// <summary>Whether anything jumps to an instruction, so that it may not be what comes before it that ran before.</summary>
    public bool IsTarget(IlInstruction instruction) => targets.Contains(instruction.Offset);

    private bool JumpsToStarts()
    {
        foreach (var target in targets)
        {
            if (!IsStart(target))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsStart(int offset) => offset >= 0 && offset < starts.Length && starts[offset];

    private void AddEnd(int offset)
    {
        if (offset != starts.Length)
        {
            targets.Add(offset);
        }
    }

    private void Read(ref BlobReader reader)
    {
        var offset = reader.Offset;
        int first = reader.ReadByte();
        var code = (ILOpCode)(first == 0xFE ? 0xFE00 | reader.ReadByte() : first);
        var operand = IlOpcodes.OperandOf(code);
        if (operand == IlOperand.Refused)
        {
            fault = new(Codes.ImageInstruction, Enum.IsDefined(code) ? $"It has the instruction '{code}'" : $"It has the unknown instruction 0x{(int)code:X2}");

            return;
        }

        var value = 0;
        switch (operand)
        {
            case IlOperand.None:
                break;
            case IlOperand.Byte:
                value = reader.ReadByte();
                break;
            case IlOperand.TwoBytes:
                value = reader.ReadUInt16();
                break;
            case IlOperand.EightBytes:
                reader.ReadInt64();
                break;
            case IlOperand.NearTarget:
                value = reader.ReadSByte();
                targets.Add(reader.Offset + value);
                break;
            case IlOperand.FarTarget:
                value = reader.ReadInt32();
                targets.Add(reader.Offset + value);
                break;
            case IlOperand.Switch:
                ReadSwitch(ref reader);
                break;
            default:
                value = reader.ReadInt32();
                break;
        }

        starts[offset] = true;
        instructions.Add(new(offset, code, operand, value));
    }

    private void ReadSwitch(ref BlobReader reader)
    {
        var count = reader.ReadUInt32();
        if (count > reader.RemainingBytes / 4)
        {
            fault = new(Codes.ImageInstruction, "It has a switch that goes on after its end");

            return;
        }

        var next = reader.Offset + ((int)count * 4);
        for (var i = 0; i < count; i++)
        {
            targets.Add(next + reader.ReadInt32());
        }
    }
}
