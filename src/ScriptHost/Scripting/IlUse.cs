namespace ScriptHost.Scripting;

/// <summary>Where code may use a member.</summary>
internal enum IlUse
{
    /// <summary>Anywhere.</summary>
    Anywhere,

    /// <summary>Only in the compiler's helper methods for inline arrays.</summary>
    InHelpers,

    /// <summary>Only in methods called <c>GetHashCode</c>.</summary>
    InHashes,

    /// <summary>To make a delegate of a method.</summary>
    ForDelegates,

    /// <summary>To make a span over constant bytes.</summary>
    ForData,

    /// <summary>Only as an attribute.</summary>
    AsAttribute,

    /// <summary>Nowhere.</summary>
    Nowhere,
}
