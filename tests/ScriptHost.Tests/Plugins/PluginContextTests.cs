using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScriptHost.Contract;

namespace ScriptHost.Plugins;

public sealed class PluginContextTests
{
    private static readonly MetadataReference[] Framework =
        [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))];

    [Fact]
    public void The_contract_is_shared_with_the_host()
    {
        using var context = PluginContext.ForImage("shared", unloads: false);
        var assembly = context.Load(Image("shared", "public class P { public static object Make() => new ScriptHost.Contract.Feedback(true); }"));

        Call(assembly).ShouldBeOfType<Feedback>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_who_asks_for_it_pays_for_unloading(bool unloads)
    {
        using var context = PluginContext.ForImage("either", unloads);

        context.Load(Image("either", "public class P;")).IsCollectible.ShouldBe(unloads);
    }

    [Fact]
    public void What_else_the_host_has_loaded_is_out_of_reach()
    {
        using var context = PluginContext.ForImage("curious", unloads: false);
        var assembly = context.Load(Image("curious", "public class P { public static object Make() => new YamlDotNet.Core.Mark(); }"));

        Should.Throw<FileNotFoundException>(() => Call(assembly)).GetBaseException().Message.ShouldContain("'YamlDotNet' is neither the contract, nor the framework");
    }

    [Fact]
    public void Bytes_that_are_no_assembly_are_refused()
    {
        using var context = PluginContext.ForImage("broken", unloads: false);

        Should.Throw<BadImageFormatException>(() => context.Load(Encoding.UTF8.GetBytes("no assembly")));
    }

    [Fact]
    public void A_folder_brings_its_own_dependencies()
    {
        using var folder = new TemporaryFolder();
        var part = Image("Part", "public class Part { public static object Make() => new ScriptHost.Contract.Feedback(5); }");
        folder.Write("Plugin/Part.dll", part);
        folder.Write("Plugin/Plugin.dll", Image("Plugin", "public class P { public static object Make() => Part.Make(); }", MetadataReference.CreateFromImage(part)));
        using var context = PluginContext.ForPlugin(PluginContent.Read(folder.At("Plugin"), out _).ShouldNotBeNull(), unloads: false);

        Call(context.LoadMain()).ShouldBeOfType<Feedback>().Value.ShouldBe((FeedbackValue)5);
    }

    private static object? Call(Assembly assembly) =>
        assembly.GetType("P")?.GetMethod("Make")?.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);

    private static byte[] Image(string name, string source, params MetadataReference[] more)
    {
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)], [.. Framework, .. more], new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success.ShouldBeTrue();

        return image.ToArray();
    }
}
