using System.Reflection;
using System.Runtime.CompilerServices;

namespace ScriptHost.Scoring;

/// <summary>Which forms of parameters an entry cannot have.</summary>
internal static class ParameterForm
{
    /// <summary>The keyword that the parameter must do without; null when its form is fine.</summary>
    public static string? Refused(ParameterInfo parameter) => parameter switch
    {
        { IsOut: true } => "out",
        { IsIn: true } => "in",
        { ParameterType.IsByRef: true } => "ref",
        _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params",
        { ParameterType: { IsPointer: true } or { IsFunctionPointer: true } } => "unsafe",
        _ when parameter.ParameterType != typeof(string) && IsDynamic(parameter) => "dynamic",
        _ => null,
    };

    // Apart from the rest, which then does without the assembly that has the attribute.
    private static bool IsDynamic(ParameterInfo parameter) => parameter.IsDefined(typeof(DynamicAttribute));
}
