using Microsoft.CodeAnalysis;

namespace ScriptHost.Scripting;

/// <summary>Small questions to symbols.</summary>
internal static class SymbolShapes
{
    /// <summary>Whether a type is a delegate.</summary>
    /// <param name="type">Any type.</param>
    public static bool IsDelegate(this ITypeSymbol type) => type.TypeKind == TypeKind.Delegate;

    /// <summary>The types that a symbol's value has: of a variable its own, of a method its return type.</summary>
    /// <param name="symbol">Any symbol.</param>
    public static ITypeSymbol? ValueType(this ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IRangeVariableSymbol => null,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };
}
