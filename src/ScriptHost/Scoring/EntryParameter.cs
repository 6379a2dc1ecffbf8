namespace ScriptHost.Scoring;

/// <summary>One parameter of a scorer's entry, as plain data.</summary>
/// <param name="Name">Its name, which decides what it gets.</param>
/// <param name="Type">Its C# type, such as <c>string?</c>, for people.</param>
/// <param name="Subject">What the host gives it; null for a setting.</param>
/// <param name="IsNullable">Whether it takes null; when not, and the unit has no such value, the scorer is not applicable.</param>
/// <param name="Default">A setting's default as JSON text (<c>null</c> included); null for a subject.</param>
internal sealed record EntryParameter(string Name, string Type, Subject? Subject, bool IsNullable, string? Default)
{
    /// <summary>The names of a setting's enum, or of the items of its list; null when there is none.</summary>
    public IReadOnlyList<string>? Choices { get; init; }
}
