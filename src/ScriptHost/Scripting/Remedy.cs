namespace ScriptHost.Scripting;

/// <summary>What to use instead of a refused type or member.</summary>
internal static class Remedy
{
    private const string Clock = "scorers are pure, and a clock would change their answer from run to run; use trace.RequestTime or a span's times";
    private const string Chance = "scorers are pure, and chance would change their answer from run to run; use new Random(seed)";
    private const string Files = "scorers read no files; what they need comes as a parameter";
    private const string Network = "scorers reach no network; what they need comes as a parameter";
    private const string Surroundings = "scorers do not see the machine that they run on; make it a parameter with a default value";
    private const string Reflection = "scorers do not reflect; use pattern matching, such as 'x is string'";
    private const string Threads = "scorers start no work of their own; compute the value, or await what is there";
    private const string Output = "a scorer's output is its value; put what it has to say into a Feedback's rationale";
    private const string Memory = "scorers do not go round the type system; use spans and arrays";

    // First match wins.
    private static readonly (string Prefix, string Text)[] ByName =
    [
        ("System.DateTime.", Clock),
        ("System.DateTimeOffset.", Clock),
        ("System.Diagnostics.Stopwatch", Clock),
        ("System.TimeProvider", Clock),
        ("System.TimeZone", Clock),
        ("System.Environment.get_TickCount", Clock),
        ("System.Environment.TickCount", Clock),
        ("System.Guid.", Chance),
        ("System.Random", Chance),
        ("System.Security.Cryptography", Chance),
        ("System.IO.", Files),
        ("System.Net.", Network),
        ("System.Environment", Surroundings),
        ("System.AppContext", Surroundings),
        ("System.AppDomain", Surroundings),
        ("System.Console", Output),
        ("System.Diagnostics.Debug", Output),
        ("System.Diagnostics.Trace", Output),
        ("System.Diagnostics.Process", Surroundings),
        ("System.Reflection", Reflection),
        ("System.Type", Reflection),
        ("System.Object.GetType", Reflection),
        ("System.Exception.GetType", Reflection),
        ("System.Activator", Reflection),
        ("System.Delegate", Reflection),
        ("System.Threading", Threads),
        ("System.Runtime.InteropServices", Memory),
        ("System.Runtime.CompilerServices.Unsafe", Memory),
        ("System.Buffers", Memory),
        ("nint", "scorers have no use for native integers; use long"),
        ("nuint", "scorers have no use for native integers; use ulong"),
        ("System.Lazy", "compute the value where it is needed"),
    ];

    /// <summary>What to do instead, without a capital and a full stop; null when there is nothing to say.</summary>
    /// <param name="name">A full name of a type, or of a member by its metadata name.</param>
    public static string? Of(string name) => ByName.FirstOrDefault(r => name.StartsWith(r.Prefix, StringComparison.Ordinal)).Text;

    /// <summary>The end of a message: the full stop, and a sentence on what to do instead if there is one.</summary>
    /// <param name="name">A full name of a type, or of a member by its metadata name.</param>
    public static string For(string name) => Of(name) is { } text ? $". {char.ToUpperInvariant(text[0])}{text[1..]}." : ".";

    /// <summary>The full name of a well-known type that scripts cannot see, so that the compiler finds nothing by its name; null for others.</summary>
    /// <param name="name">A simple name.</param>
    public static string? FullNameOfAbsent(string name) => name switch
    {
        "Console" => "System.Console",
        "Process" or "ProcessStartInfo" or "StackTrace" or "FileVersionInfo" or "TraceSource" or "EventLog" => $"System.Diagnostics.{name}",
        "File" or "FileInfo" or "Directory" or "DirectoryInfo" or "Path" or "FileStream" or "Stream" or "MemoryStream" or "StreamReader" or "StreamWriter" => $"System.IO.{name}",
        "Assembly" or "MethodInfo" or "PropertyInfo" or "BindingFlags" => $"System.Reflection.{name}",
        "Stopwatch" => "System.Diagnostics.Stopwatch",
        "HttpClient" or "HttpRequestMessage" or "HttpClientHandler" => $"System.Net.Http.{name}",
        "WebClient" or "WebRequest" or "Dns" or "IPAddress" or "HttpListener" => $"System.Net.{name}",
        "Socket" or "TcpClient" or "TcpListener" or "UdpClient" => $"System.Net.Sockets.{name}",
        "Thread" or "ThreadPool" or "Mutex" or "ReaderWriterLockSlim" or "Barrier" or "Interlocked" or "Volatile" or "Monitor" => $"System.Threading.{name}",
        "Parallel" => "System.Threading.Tasks.Parallel",
        "Marshal" or "NativeLibrary" or "CollectionsMarshal" or "DllImport" or "LibraryImport" or "PosixSignalRegistration" => $"System.Runtime.InteropServices.{name}",
        "RandomNumberGenerator" or "SHA256" or "MD5" or "SHA1" or "Aes" => $"System.Security.Cryptography.{name}",
        "ConcurrentDictionary" or "ConcurrentBag" or "ConcurrentQueue" => $"System.Collections.Concurrent.{name}",
        "Expression" => "System.Linq.Expressions.Expression",
        "AssemblyLoadContext" => "System.Runtime.Loader.AssemblyLoadContext",
        "XDocument" or "XElement" => $"System.Xml.Linq.{name}",
        "XmlDocument" or "XmlReader" => $"System.Xml.{name}",
        _ => null,
    };
}
