namespace ScriptHost.Presets;

/// <summary>One thing in which a preset is not what its lock says.</summary>
/// <param name="Subject">The member or metric; <c>allowlist</c>, <c>judge</c> or <c>preset</c> for what belongs to the whole.</param>
/// <param name="What">What of it: <c>script</c>, <c>setting 'max'</c>, <c>place</c> …</param>
/// <param name="Before">What the lock says; null when it knows of no such thing.</param>
/// <param name="After">What is so now; null when the thing has gone.</param>
internal sealed record Drift(string Subject, string What, string? Before, string? After)
{
    /// <summary>The line of a diff: <c>+</c> for what is new, <c>-</c> for what has gone, <c>~</c> for what changed.</summary>
    public override string ToString() => (Before, After) switch
    {
        (null, _) => $"+ {Subject}: {What} added: {After}",
        (_, null) => $"- {Subject}: {What} gone: {Before}",
        _ => $"~ {Subject}: {What} changed: {Before} → {After}",
    };
}
