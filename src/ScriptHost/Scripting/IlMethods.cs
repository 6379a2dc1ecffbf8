using System.Reflection;
using System.Reflection.Metadata;

namespace ScriptHost.Scripting;

/// <summary>Looks at the methods that an image declares, but for their code: what they are, and what they override.</summary>
/// <param name="metadata">The image.</param>
/// <param name="allowlist">The list.</param>
/// <param name="types">The image's types.</param>
/// <param name="declarations">Finds the types that others are constructed from.</param>
/// <param name="signatures">Checks signatures.</param>
internal sealed class IlMethods(MetadataReader metadata, Allowlist allowlist, IlTypes types, IlDeclarations declarations, IlSignatures signatures)
{
    private const int MaxBases = 64;
    private const string Finalizer = "Finalize";

    private const MethodAttributes Native =
        MethodAttributes.PinvokeImpl | MethodAttributes.UnmanagedExport | MethodAttributes.HasSecurity | MethodAttributes.RequireSecObject;

    // What a method may be beside plain IL.
    private const MethodImplAttributes Harmless =
        MethodImplAttributes.NoInlining | MethodImplAttributes.NoOptimization | MethodImplAttributes.AggressiveInlining | MethodImplAttributes.AggressiveOptimization;

    /// <summary>What is wrong with a method; null when nothing is.</summary>
    public IlFault? Check(MethodDefinition method)
    {
        var name = metadata.GetString(method.Name);
        if ((method.Attributes & Native) != 0)
        {
            return new(Codes.ImageMethod, "It is native code, or called from there");
        }

        if (name == Finalizer)
        {
            return new(Codes.ImageMethod, "It is a finalizer, which would run when no scorer does");
        }

        var isDelegates = IsDelegate(method.GetDeclaringType());
        var kind = method.ImplAttributes & ~Harmless;
        if (IsAccessorOfEvent(method, name))
        {
            // The compiler guards events so where it sees no Interlocked.
            kind &= ~MethodImplAttributes.Synchronized;
        }

        if (kind != (isDelegates ? MethodImplAttributes.Runtime : MethodImplAttributes.IL))
        {
            return new(Codes.ImageMethod, $"It is to be run as '{method.ImplAttributes}'");
        }

        if ((method.RelativeVirtualAddress == 0) != (isDelegates || (method.Attributes & MethodAttributes.Abstract) != 0))
        {
            return new(Codes.ImageMethod, "It has a body and should not, or the other way round");
        }

        var isMaker = isDelegates && name == ".ctor" && signatures.IsDelegateConstructor(method.Signature);
        var fault = isMaker || (isDelegates && name is "BeginInvoke" or "EndInvoke") ? null : signatures.OfMethod(method.Signature);

        return fault ?? OfGenericParameters(method) ?? (IsWrongOverride(method, name) ? new(Codes.ImageInherit, $"It overrides '{name}', which is not on the allowlist") : null);
    }

    /// <summary>A method's name with that of its type, for people.</summary>
    public string NameOf(MethodDefinition method) => $"{types.NameOf(method.GetDeclaringType())}.{metadata.GetString(method.Name)}";

    private IlFault? OfGenericParameters(MethodDefinition method)
    {
        foreach (var parameter in method.GetGenericParameters())
        {
            foreach (var constraint in metadata.GetGenericParameter(parameter).GetConstraints())
            {
                if (declarations.OfAny(metadata.GetGenericParameterConstraint(constraint).Type) is { } fault)
                {
                    return fault;
                }
            }
        }

        return null;
    }

    private static bool IsAccessorOfEvent(MethodDefinition method, string name) =>
        (method.Attributes & MethodAttributes.SpecialName) != 0
            && (name.StartsWith("add_", StringComparison.Ordinal) || name.StartsWith("remove_", StringComparison.Ordinal));

    private bool IsDelegate(TypeDefinitionHandle type) =>
        metadata.GetTypeDefinition(type).BaseType is { Kind: HandleKind.TypeReference } parent && types.Key((TypeReferenceHandle)parent) == "System.MulticastDelegate";

    // A virtual method without a new slot takes the place of one of its name further up, if there is one.
    private bool IsWrongOverride(MethodDefinition method, string name)
    {
        if ((method.Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) != MethodAttributes.Virtual)
        {
            return false;
        }

        EntityHandle type = method.GetDeclaringType();
        for (var depth = 0; depth < MaxBases && type.Kind == HandleKind.TypeDefinition; depth++)
        {
            type = declarations.RootOf(metadata.GetTypeDefinition((TypeDefinitionHandle)type).BaseType);
            if (type.IsNil || (type.Kind == HandleKind.TypeDefinition && Declares((TypeDefinitionHandle)type, name)))
            {
                return false;
            }
        }

        return type.Kind != HandleKind.TypeReference || !(Permits("System.Object", name) || Permits(types.Key((TypeReferenceHandle)type), name));
    }

    private bool Declares(TypeDefinitionHandle type, string name) =>
        metadata.GetTypeDefinition(type).GetMethods().Select(metadata.GetMethodDefinition)
            .Any(m => (m.Attributes & MethodAttributes.NewSlot) != 0 && metadata.StringComparer.Equals(m.Name, name));

    private bool Permits(string type, string name) =>
        (allowlist.Api.TryGetValue(type, out var rule) && rule.Permits(name, "")) || (allowlist.Emit.TryGetValue(type, out var emit) && emit.Permits(name, ""));
}
