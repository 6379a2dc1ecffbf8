using System.Reflection;

namespace ScriptHost.Scoring;

/// <summary>A setting of a class scorer.</summary>
/// <param name="Property">A public settable property.</param>
/// <param name="Default">What it holds after the constructor.</param>
internal sealed record ClassSetting(PropertyInfo Property, object? Default);
