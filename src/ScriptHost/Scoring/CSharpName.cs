using System.Reflection;

namespace ScriptHost.Scoring;

/// <summary>The names of types as a script's author writes them: <c>string?</c>, <c>JsonObject</c>, <c>IEnumerable&lt;Feedback&gt;</c>.</summary>
internal static class CSharpName
{
    /// <summary>The name of a type about whose nullability nothing is known.</summary>
    public static string Of(Type type) => Of(type, nullability: null);

    /// <summary>The name with question marks where the script says so.</summary>
    public static string Of(NullabilityInfo nullability) => Of(nullability.Type, nullability);

    private static string Of(Type type, NullabilityInfo? nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        var mark = !type.IsValueType && nullability is { ReadState: NullabilityState.Nullable } ? "?" : "";

        return Plain(type, nullability) + mark;
    }

    private static string Plain(Type type, NullabilityInfo? nullability)
    {
        if (Keyword(type) is { } keyword)
        {
            return keyword;
        }

        if (type.IsArray && type.GetElementType() is { } element)
        {
            return $"{Of(element, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (type.HasElementType && type.GetElementType() is { } target)
        {
            return Of(target) + (type.IsPointer ? "*" : "&");
        }

        // An iterator's or an async method's own type: what it can be used as says more than the compiler's name for it.
        if (type.Name.StartsWith('<') && type.GetInterfaces().FirstOrDefault(i => i.IsGenericType) is { } shape)
        {
            return Of(shape);
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var arguments = type.GetGenericArguments()
            .Select((t, i) => Of(t, nullability?.GenericTypeArguments.ElementAtOrDefault(i)));

        return $"{type.Name.Split('`')[0]}<{string.Join(", ", arguments)}>";
    }

    // An enum has the code of its numbers.
    private static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Decimal => "decimal",
        TypeCode.Char => "char",
        TypeCode.String => "string",
        _ => type == typeof(object) ? "object" : type == typeof(void) ? "void" : null,
    };
}
