using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using ScriptHost.Contract;

namespace ScriptHost.Plugins;

/// <summary>
/// Where one compiled script, or one plugin folder, is loaded. It shares the contract and the framework with the host, so that their
/// types are the same on both sides, and sees nothing else of the host. Disposing lets the runtime unload it once nothing of it is in
/// use; it isolates names, not rights.
/// </summary>
internal sealed class PluginContext : AssemblyLoadContext, IDisposable
{
    // The keys that Microsoft signs the framework's assemblies with.
    private static readonly HashSet<string> FrameworkKeys =
        new(StringComparer.OrdinalIgnoreCase) { "7cec85d7bea7798e", "b03f5f7f11d50a3a", "b77a5c561934e089", "cc7b13ffcd2ddd51" };

    private readonly string? main;
    private readonly AssemblyDependencyResolver? folder;

    private PluginContext(string name, string? main)
        : base(name, isCollectible: true)
    {
        this.main = main;
        folder = main is null ? null : new(main);
    }

    /// <summary>A context that an assembly in memory can be loaded into, and that resolves nothing but what is shared.</summary>
    /// <param name="name">For people.</param>
    public static PluginContext ForImage(string name) => new(name, main: null);

    /// <summary>A context for an assembly in a folder of its own, whose private dependencies lie beside it.</summary>
    /// <param name="path">The assembly's absolute path; its <c>.deps.json</c> is heeded when there is one.</param>
    public static PluginContext ForFolder(string path) => new(Path.GetFileNameWithoutExtension(path), path);

    /// <summary>Loads an assembly with embedded debug information.</summary>
    /// <param name="image">Its bytes.</param>
    /// <exception cref="BadImageFormatException">The bytes are no assembly.</exception>
    public Assembly Load(ReadOnlyMemory<byte> image)
    {
        using var stream = MemoryMarshal.TryGetArray(image, out var bytes)
            ? new MemoryStream(bytes.Array ?? [], bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(image.ToArray(), writable: false);

        return LoadFromStream(stream);
    }

    /// <summary>Loads the assembly that the context was made for.</summary>
    /// <exception cref="InvalidOperationException">The context is not a folder's.</exception>
    public Assembly LoadMain() => LoadFromAssemblyPath(main ?? throw new InvalidOperationException($"Context '{Name}' has no folder."));

    /// <inheritdoc/>
    public void Dispose() => Unload();

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var contract = typeof(Trace).Assembly;
        if (assemblyName.Name == contract.GetName().Name)
        {
            return contract;
        }

        if (folder?.ResolveAssemblyToPath(assemblyName) is { } path)
        {
            return LoadFromAssemblyPath(path);
        }

        if (assemblyName.GetPublicKeyToken() is { } key && FrameworkKeys.Contains(Convert.ToHexString(key)))
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }

        // Returning null would fall back to the host's own assemblies.
        throw new FileNotFoundException($"'{assemblyName.Name}' is neither the contract, nor the framework, nor beside the plugin.");
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        folder?.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path
            ? LoadUnmanagedDllFromPath(path)
            : throw new DllNotFoundException($"'{unmanagedDllName}' is not beside the plugin.");
}
