using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using ScriptHost.Contract;

namespace ScriptHost.Plugins;

/// <summary>Finds the scorers of a plugin by its metadata: none of its code is loaded.</summary>
internal static class PluginClasses
{
    private static readonly AssemblyName Contract = typeof(ClassScorer).Assembly.GetName();

    /// <summary>The file of the contract; a plugin's copy of it is not loaded.</summary>
    public static string ContractFile => $"{Contract.Name}.dll";

    /// <summary>The public classes of the main assembly that derive from <see cref="ClassScorer"/>.</summary>
    /// <param name="content">The plugin.</param>
    /// <param name="faults">Where faults go.</param>
    /// <returns>Their full names, as reflection has them, in the order of the metadata.</returns>
    public static IReadOnlyList<string> Find(PluginContent content, List<Diagnostic> faults)
    {
        var path = content.Manifest.MainPath;
        void Fault(string code, string message) => faults.Add(new(path, 1, 1, code, Severity.Error, message));

        var readers = new List<PEReader>();
        try
        {
            var assemblies = Open(content, readers);
            if (!assemblies.TryGetValue(content.Manifest.Name, out var main))
            {
                Fault(PluginCode.NoAssembly, $"'{path}' is no assembly of .NET of the name '{content.Manifest.Name}'; build it anew.");

                return [];
            }

            if (OtherContract(assemblies) is { } other)
            {
                Fault(
                    PluginCode.Contract,
                    $"The plugin '{content.Manifest.Name}' was built against version {other} of {Contract.Name}, and this program has {Contract.Version}; build it against that.");

                return [];
            }

            return Classes(content.Manifest.Name, main, new(assemblies), Fault);
        }
        catch (BadImageFormatException broken)
        {
            Fault(PluginCode.NoAssembly, $"'{path}' is a broken assembly: {broken.Message.TrimEnd('.')}.");

            return [];
        }
        finally
        {
            readers.ForEach(r => r.Dispose());
        }
    }

    private static Dictionary<string, MetadataReader> Open(PluginContent content, List<PEReader> readers)
    {
        var assemblies = new Dictionary<string, MetadataReader>(StringComparer.Ordinal);
        foreach (var (path, bytes) in content.Libraries.OrderBy(l => l.Path == content.Manifest.Main ? 0 : 1))
        {
            var image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
            readers.Add(image);
            if (IsManaged(image, path == content.Manifest.Main) && image.GetMetadataReader() is { IsAssembly: true } metadata)
            {
                assemblies.TryAdd(metadata.GetString(metadata.GetAssemblyDefinition().Name), metadata);
            }
        }

        return assemblies;
    }

    // A native library is no fault, unless it stands where the plugin should.
    private static bool IsManaged(PEReader image, bool isMain)
    {
        try
        {
            return image.HasMetadata;
        }
        catch (BadImageFormatException) when (!isMain)
        {
            return false;
        }
    }

    // Versions of the same major and minor number fit each other. A copy of the contract in the folder is not loaded.
    private static Version? OtherContract(Dictionary<string, MetadataReader> assemblies) =>
        assemblies.Values.Where(m => m.GetString(m.GetAssemblyDefinition().Name) != Contract.Name)
            .SelectMany(m => m.AssemblyReferences.Select(m.GetAssemblyReference).Where(r => m.GetString(r.Name) == Contract.Name))
            .Select(r => r.Version)
            .FirstOrDefault(v => v.Major != Contract.Version?.Major || v.Minor != Contract.Version?.Minor);

    private static List<string> Classes(string plugin, MetadataReader main, PluginBases bases, Action<string, string> fault)
    {
        var types = main.TypeDefinitions.Select(main.GetTypeDefinition).Where(t => IsPublic(main, t) && bases.IsScorer(main, t)).ToArray();
        var derivedFrom = types.Select(t => PluginBases.NameOfBase(main, t)).ToHashSet(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var type in types)
        {
            var name = PluginBases.FullName(main, type);
            var lack = type.Attributes.HasFlag(TypeAttributes.Abstract) ? "abstract" : type.GetGenericParameters().Count > 0 ? "generic" : null;
            if (lack is null)
            {
                names.Add(name);
            }
            else if (!derivedFrom.Contains(name))
            {
                // One that others derive from is what they have in common, and no scorer itself.
                fault(PluginCode.NoInstance, $"The class '{name}' of the plugin '{plugin}' is {lack}, so no scorer can be made of it; derive a class from it, or make it internal.");
            }
        }

        if (types.Length == 0)
        {
            fault(PluginCode.NoScorer, $"The plugin '{plugin}' has no scorer; it must have a public class that derives from {typeof(ClassScorer).FullName}.");
        }

        return names;
    }

    private static bool IsPublic(MetadataReader metadata, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => IsPublic(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };
}
