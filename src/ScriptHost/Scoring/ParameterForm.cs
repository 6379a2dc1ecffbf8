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
        _ when MentionsObject(parameter.ParameterType) && IsDynamic(parameter) => "dynamic",
        _ => null,
    };

    // What the compiler makes of the keyword.
    private static bool MentionsObject(Type type) =>
        type == typeof(object)
        || (type.GetElementType() is { } element && MentionsObject(element))
        || (type.IsGenericType && Array.Exists(type.GetGenericArguments(), MentionsObject));

    // Apart from the rest, which then does without the assembly that has the attribute.
    private static bool IsDynamic(ParameterInfo parameter) => parameter.IsDefined(typeof(DynamicAttribute));
}
