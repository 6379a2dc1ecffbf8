namespace ScriptHost.Presets;

/// <summary>What a plain scalar is by YAML's core schema.</summary>
internal enum CoreScalarKind
{
    /// <summary>Anything else, <c>no</c> and <c>2024-01-01</c> included.</summary>
    Text,

    /// <summary><c>null</c>, <c>~</c>, or nothing at all.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a point or an exponent.</summary>
    Number,

    /// <summary><c>.inf</c> or <c>.nan</c>.</summary>
    NoNumber,
}
