using System.Buffers;
using System.Buffers.Binary;

namespace ScriptHost.Containment;

/// <summary>
/// A program for the kernel's packet-filter machine that judges system calls (struct seccomp_data: number, architecture, instruction
/// pointer, six arguments). Every rule leaves the number in the accumulator or ends with a verdict. Arguments are judged by their low
/// 32 bits: those asked about here are ints or flags, of which the kernel sees no more.
/// </summary>
internal sealed class FilterProgram
{
    /// <summary>An operand that stands for the process's own number, which nobody knows before it starts.</summary>
    public const uint OwnId = uint.MaxValue;

    /// <summary>The size of an instruction; its operand is the second half.</summary>
    public const int InstructionBytes = 8;

    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort JumpIfAnyBit = 0x45;
    private const ushort Return = 0x06;
    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;
    private const uint ArgumentsOffset = 16;
    private const uint Allow = 0x7FFF0000;
    private const uint Kill = 0x80000000;
    private const uint Fail = 0x00050000;
    private const uint NotPermitted = 1;
    private const uint NotImplemented = 38;

    private readonly ArrayBufferWriter<byte> instructions = new();

    /// <summary>Starts with what holds for all calls: one architecture, one set of numbers; whoever uses another is killed.</summary>
    public FilterProgram(SystemCallTable table)
    {
        Add(Load, ArchitectureOffset);
        Add(JumpIfEqual, table.Architecture, ifTrue: 1);
        Add(Return, Kill);
        Add(Load, NumberOffset);
        if (table.HasSecondNumbers)
        {
            Add(JumpIfAtLeast, 0x40000000, ifFalse: 1);
            Add(Return, Kill);
        }
    }

    /// <summary>Refuses a call: EPERM.</summary>
    public void Refuse(uint number) => Answer(number, Fail | NotPermitted);

    /// <summary>Denies that there is a call: ENOSYS, on which C libraries take an older one. Null: there is none.</summary>
    public void Deny(uint? number)
    {
        if (number is { } call)
        {
            Answer(call, Fail | NotImplemented);
        }
    }

    /// <summary>Refuses a call when an argument has any of these bits.</summary>
    public void RefuseBits(uint? number, int argument, uint bits) => Judge(number, argument, JumpIfAnyBit, [bits], isRefused: true);

    /// <summary>Refuses a call unless an argument has any of these bits.</summary>
    public void RequireBits(uint? number, int argument, uint bits) => Judge(number, argument, JumpIfAnyBit, [bits], isRefused: false);

    /// <summary>Refuses a call when an argument is one of these.</summary>
    public void RefuseValues(uint? number, int argument, params uint[] values) => Judge(number, argument, JumpIfEqual, values, isRefused: true);

    /// <summary>Refuses a call unless an argument is one of these.</summary>
    public void RequireValues(uint? number, int argument, params uint[] values) => Judge(number, argument, JumpIfEqual, values, isRefused: false);

    /// <summary>The program, which allows what no rule has refused.</summary>
    public byte[] ToBytes()
    {
        Add(Return, Allow);

        return instructions.WrittenSpan.ToArray();
    }

    private void Answer(uint number, uint verdict)
    {
        Add(JumpIfEqual, number, ifFalse: 1);
        Add(Return, verdict);
    }

    // number? → load the argument → matches? → one verdict, else the other.
    private void Judge(uint? number, int argument, ushort test, uint[] values, bool isRefused)
    {
        if (number is not { } call)
        {
            return;
        }

        Add(JumpIfEqual, call, ifFalse: (byte)(values.Length + 3));
        Add(Load, ArgumentsOffset + ((uint)argument * sizeof(ulong)));
        for (var i = 0; i < values.Length; i++)
        {
            Add(test, values[i], ifTrue: (byte)(values.Length - i));
        }

        Add(Return, isRefused ? Allow : Fail | NotPermitted);
        Add(Return, isRefused ? Fail | NotPermitted : Allow);
    }

    // struct sock_filter: code, jump if true, jump if false, operand.
    private void Add(ushort code, uint operand, byte ifTrue = 0, byte ifFalse = 0)
    {
        var instruction = instructions.GetSpan(InstructionBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(instruction, code);
        instruction[2] = ifTrue;
        instruction[3] = ifFalse;
        BinaryPrimitives.WriteUInt32LittleEndian(instruction[4..], operand);
        instructions.Advance(InstructionBytes);
    }
}
