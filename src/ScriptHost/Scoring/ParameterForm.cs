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
        _ when parameter.IsDefined(typeof(DynamicAttribute)) => "dynamic",
        _ => null,
    };
}
