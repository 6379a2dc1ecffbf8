namespace ScriptHost.Presets;

/// <summary>A key of a manifest.</summary>
/// <param name="Name">The key.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Description">One sentence for people, which editors show.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record ShapeField(string Name, Shape Shape, string Description, bool IsRequired = false);
