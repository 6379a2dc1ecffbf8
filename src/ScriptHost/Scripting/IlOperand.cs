namespace ScriptHost.Scripting;

/// <summary>What follows an instruction.</summary>
internal enum IlOperand
{
    /// <summary>The instruction has no place in a script.</summary>
    Refused,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>One byte.</summary>
    Byte,

    /// <summary>Two bytes.</summary>
    TwoBytes,

    /// <summary>Four bytes.</summary>
    FourBytes,

    /// <summary>Eight bytes.</summary>
    EightBytes,

    /// <summary>How far to jump, in one byte.</summary>
    NearTarget,

    /// <summary>How far to jump, in four bytes.</summary>
    FarTarget,

    /// <summary>A number of far targets, and those.</summary>
    Switch,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A method.</summary>
    Method,

    /// <summary>A field.</summary>
    Field,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A type or field as a value of its own.</summary>
    Token,
}
