using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using ScriptHost.Contract;

namespace ScriptHost.Plugins;

/// <summary>
/// Where one compiled script, or one plugin folder, is loaded. It shares the contract and the framework with the host, so that their
/// types are the same on both sides, and sees nothing else of the host. It isolates names, not rights. What can be unloaded has a price: the runtime compiles its
/// code with every optimisation before the first call, which for twenty scripts takes a fifth of a run's start. Any other code is compiled quickly at first, and
/// well once it is called often.
/// </summary>
internal sealed class PluginContext : AssemblyLoadContext, IDisposable
{
    private const string Kind = "native";

    private const UnixFileMode UserOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // The keys that Microsoft signs the framework's assemblies with.
    private static readonly HashSet<string> FrameworkKeys =
        new(StringComparer.OrdinalIgnoreCase) { "7cec85d7bea7798e", "b03f5f7f11d50a3a", "b77a5c561934e089", "cc7b13ffcd2ddd51" };

    // Not the assembly itself: the runtime compares the name of what it is given by the rules of a language, and makes these first, for 8 ms.
    private const Assembly? FromDefault = null;

    private readonly PluginContent? content;
    private readonly AssemblyDependencyResolver? resolver;
    private readonly bool mayCallNative;
    private DirectoryInfo? extracted;

    private PluginContext(string name, PluginContent? content, bool mayCallNative, bool unloads)
        : base(name, isCollectible: unloads)
    {
        this.content = content;
        this.mayCallNative = mayCallNative;
        resolver = content is null ? null : new(Path.GetFullPath(content.Manifest.MainPath));
    }

    /// <summary>A context that an assembly in memory can be loaded into, and that resolves nothing but what is shared.</summary>
    /// <param name="name">For people.</param>
    /// <param name="unloads">Whether the runtime unloads it once it is disposed and nothing of it is in use.</param>
    /// <param name="mayCallNative">Whether it finds the system's native libraries.</param>
    public static PluginContext ForImage(string name, bool unloads, bool mayCallNative = false) => new(name, content: null, mayCallNative, unloads);

    /// <summary>A context for a plugin, whose private dependencies lie beside its main assembly.</summary>
    /// <param name="content">Its files; a <c>.deps.json</c> among them is heeded.</param>
    /// <param name="unloads">Whether the runtime unloads it once it is disposed and nothing of it is in use.</param>
    /// <exception cref="InvalidOperationException">The <c>.deps.json</c> cannot be read.</exception>
    public static PluginContext ForPlugin(PluginContent content, bool unloads) => new(content.Manifest.Name, content, mayCallNative: true, unloads);

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

    /// <summary>Loads the plugin's main assembly.</summary>
    /// <exception cref="InvalidOperationException">The context is no plugin's.</exception>
    public Assembly LoadMain() =>
        content is not null && Load(content.Manifest.Main) is { } main ? main : throw new InvalidOperationException($"Context '{Name}' has no plugin.");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsCollectible)
        {
            Unload();
        }

        try
        {
            extracted?.Delete(recursive: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Windows keeps a loaded library until the process ends; the folder is a temporary one.
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var contract = typeof(Trace).Assembly;
        if (assemblyName.Name == contract.GetName().Name)
        {
            return GetLoadContext(contract) == Default ? FromDefault : contract;
        }

        if (Shared(assemblyName) is { } shared)
        {
            return shared;
        }

        if (content is not null && (Load(Below(resolver?.ResolveAssemblyToPath(assemblyName))) ?? Load($"{assemblyName.Name}.dll")) is { } own)
        {
            return own;
        }

        // The host's packages may bear these keys, too: they count only where the framework has no files of its own to tell by.
        var isSettled = content is not null && File.Exists(InFramework("System.Runtime"));
        if (!isSettled && assemblyName.GetPublicKeyToken() is { } key && FrameworkKeys.Contains(Convert.ToHexString(key)))
        {
            return FromDefault;
        }

        // None: the default context, too, would be asked, and it has the host's own assemblies.
        throw new FileNotFoundException($"'{assemblyName.Name}' is neither the contract, nor the framework, nor beside the plugin.");
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        if (Below(resolver?.ResolveUnmanagedDllToPath(unmanagedDllName)) is { } path && content?.Find(path) is not null)
        {
            return LoadUnmanagedDllFromPath(Path.Combine(Extract().FullName, path));
        }

        // None: the system's own libraries are looked for.
        return mayCallNative ? nint.Zero : throw new DllNotFoundException($"'{unmanagedDllName}' is not for scripts.");
    }

    // A plugin's copy of what the framework has would make two types of one, unless it is a newer one.
    private Assembly? Shared(AssemblyName name)
    {
        if (content is null || !File.Exists(InFramework(name.Name)))
        {
            return null;
        }

        var framework = Default.LoadFromAssemblyName(new AssemblyName(name.Name ?? ""));

        return name.Version is { } wanted && framework.GetName().Version < wanted ? null : framework;
    }

    private static string InFramework(string? name) => Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{name}.dll");

    private Assembly? Load(string? path)
    {
        if (path is null || content?.Find(path) is not { } bytes)
        {
            return null;
        }

        using var image = new MemoryStream(bytes, writable: false);
        using var symbols = content.Find(Path.ChangeExtension(path, ".pdb")) is { } debug ? new MemoryStream(debug, writable: false) : null;

        return LoadFromStream(image, symbols);
    }

    // The resolver knows paths on disk; what is loaded are the bytes that were read from there and hashed.
    private string? Below(string? path) =>
        path is null || content is null ? null : Path.GetRelativePath(Path.GetFullPath(content.Manifest.Folder), path).Replace(Path.DirectorySeparatorChar, '/');

    // The system loads native libraries from files only: from copies of what was hashed, in a folder that only the user can write to.
    private DirectoryInfo Extract()
    {
        if (extracted is null && content is not null)
        {
            // Workers are killed: one clears away what the others left.
            var temporary = Path.GetTempPath();
            OwnedName.Sweep(temporary, Kind);
            var folder = Path.Combine(temporary, OwnedName.Of(Kind));
            extracted = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, UserOnly);
            foreach (var file in content.Manifest.Files)
            {
                var path = Path.Combine(extracted.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path) ?? extracted.FullName);
                File.WriteAllBytes(path, content.Find(file.Path) ?? []);
            }
        }

        return extracted ?? throw new InvalidOperationException($"Context '{Name}' has no plugin.");
    }
}
