using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScriptHost.Sandbox;

namespace ScriptHost.Plugins;

/// <summary>Compiles plugins given as text, as a project that references the contract would.</summary>
internal static class PluginSource
{
    private const string Imports =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using ScriptHost.Contract;

        """;

    public static byte[] Compile(string name, string source, params byte[][] references) =>
        Emit(name, Imports + source, [.. Images.Framework, .. references.Select(r => MetadataReference.CreateFromImage(r))]);

    /// <summary>A library that knows nothing of the contract.</summary>
    public static byte[] Library(string name, string source) =>
        Emit(name, source, [.. Images.Framework.Where(r => r.Display?.Contains("ScriptHost", StringComparison.Ordinal) != true)]);

    /// <summary>A plugin that was built against a contract of another version.</summary>
    public static byte[] AgainstContract(string version, string name, string source)
    {
        var contract = Library("ScriptHost.Contract", $$"""[assembly: System.Reflection.AssemblyVersion("{{version}}")] namespace ScriptHost.Contract { public abstract class ClassScorer { } }""");

        return Emit(
            name,
            "using ScriptHost.Contract;\n" + source,
            [.. Images.Framework.Where(r => r.Display?.Contains("ScriptHost", StringComparison.Ordinal) != true), MetadataReference.CreateFromImage(contract)]);
    }

    private static byte[] Emit(string name, string source, IEnumerable<MetadataReference> references)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, deterministic: true);
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], references, options);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        emitted.Success.ShouldBeTrue(string.Join('\n', emitted.Diagnostics));

        return image.ToArray();
    }
}
