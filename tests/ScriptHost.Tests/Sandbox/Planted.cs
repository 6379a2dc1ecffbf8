using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScriptHost.Sandbox;

/// <summary>Images that the compiler would never emit: an honest one in which something is changed.</summary>
internal static class Planted
{
    private static readonly Lazy<byte[]> Honest = new(() => Images.Of(
        """
        class Helper { public readonly int Kept = 1; public int Twice(int n) => n * 2; }
        struct Point { public int X; public int Y; }
        bool Score(string outputs) => outputs.Length > new Helper().Twice(3);
        """));

    /// <summary>The codes of what the check says of the changed image.</summary>
    public static IReadOnlyList<string> Codes(Action<ModuleDefinition> change) => [.. Check(change).Select(d => d.Code).Distinct()];

    /// <summary>What the check says of the changed image.</summary>
    public static IReadOnlyList<Diagnostic> Check(Action<ModuleDefinition> change) => Images.Check(Image(change));

    /// <summary>The changed image.</summary>
    public static byte[] Image(Action<ModuleDefinition> change)
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(Honest.Value));
        change(module);
        using var stream = new MemoryStream();
        module.Write(stream);

        return stream.ToArray();
    }

    /// <summary>The code of the script's <c>Score</c>, emptied.</summary>
    public static ILProcessor Score(this ModuleDefinition module)
    {
        var method = module.Method("Score");
        method.Body.Instructions.Clear();
        method.Body.Variables.Clear();
        method.Body.ExceptionHandlers.Clear();

        return method.Body.GetILProcessor();
    }

    /// <summary>A method of the script.</summary>
    public static MethodDefinition Method(this ModuleDefinition module, string name) =>
        module.Script().Methods.Single(m => m.Name == name);

    /// <summary>The script's type.</summary>
    public static TypeDefinition Script(this ModuleDefinition module) => module.Types.Single(t => t.Name == "Script");

    /// <summary>A type that the script declares.</summary>
    public static TypeDefinition Nested(this ModuleDefinition module, string name) => module.Script().NestedTypes.Single(t => t.Name == name);

    /// <summary>Ends a method with a result.</summary>
    public static void Return(this ILProcessor code)
    {
        code.Emit(OpCodes.Ldc_I4_1);
        code.Emit(OpCodes.Ret);
    }

    /// <summary>A type of the framework, as an image would refer to it.</summary>
    public static TypeReference Framework(this ModuleDefinition module, string space, string name, string assembly = "System.Runtime", bool isValueType = false)
    {
        var scope = module.AssemblyReferences.FirstOrDefault(a => a.Name == assembly);
        if (scope is null)
        {
            scope = new AssemblyNameReference(assembly, new(10, 0, 0, 0));
            module.AssemblyReferences.Add(scope);
        }

        return new(space, name, module, scope, isValueType);
    }

    /// <summary>A static method of the framework.</summary>
    public static MethodReference Static(this ModuleDefinition module, TypeReference type, string name, TypeReference result, params TypeReference[] parameters)
    {
        var method = new MethodReference(name, result, type);
        foreach (var parameter in parameters)
        {
            method.Parameters.Add(new(parameter));
        }

        return method;
    }

    /// <summary>An instance method of the framework.</summary>
    public static MethodReference Instance(this ModuleDefinition module, TypeReference type, string name, TypeReference result, params TypeReference[] parameters)
    {
        var method = module.Static(type, name, result, parameters);
        method.HasThis = true;

        return method;
    }
}
