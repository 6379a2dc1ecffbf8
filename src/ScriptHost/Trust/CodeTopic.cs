namespace ScriptHost.Trust;

/// <summary>What code can reach for, by the names that it uses of the framework.</summary>
internal static class CodeTopic
{
    /// <summary>The topic of libraries that are not .NET's, and of going round the type system.</summary>
    public const string Native = "native code";

    private const string Files = "files";
    private const string Network = "network";
    private const string Processes = "processes";
    private const string Reflection = "reflection";
    private const string Environment = "environment";
    private const string Clocks = "clocks";
    private const string Chance = "chance";
    private const string Threads = "threads";
    private const string Console = "console";

    /// <summary>All topics, the weightiest first.</summary>
    public static readonly IReadOnlyList<string> All = [Native, Processes, Network, Files, Reflection, Environment, Threads, Clocks, Chance, Console];

    // First match wins; null is nothing to speak of. What ends in a dot is a namespace or a type's members.
    private static readonly (string Prefix, string? Topic)[] ByName =
    [
        ("System.Net.Http.Json.", Network),
        ("System.Net.WebUtility", null),
        ("System.Net.HttpStatusCode", null),
        ("System.Net.", Network),
        ("System.IO.Stream.", null),
        ("System.IO.MemoryStream", null),
        ("System.IO.StringReader", null),
        ("System.IO.StringWriter", null),
        ("System.IO.TextReader", null),
        ("System.IO.TextWriter", null),
        ("System.IO.BinaryReader", null),
        ("System.IO.BinaryWriter", null),
        ("System.IO.SeekOrigin", null),
        ("System.IO.IOException", null),
        ("System.IO.EndOfStreamException", null),
        ("System.IO.InvalidDataException", null),
        ("System.IO.Path.GetTemp", Files),
        ("System.IO.Path.", null),
        ("System.IO.Compression.ZipFile", Files),
        ("System.IO.Compression.", null),
        ("System.IO.Pipes.", Processes),
        ("System.IO.", Files),
        ("Microsoft.Win32.SafeHandles.SafeFileHandle", Files),
        ("System.Diagnostics.Process", Processes),
        ("System.Diagnostics.Stopwatch", Clocks),
        ("System.Diagnostics.StackTrace", Reflection),
        ("System.Diagnostics.StackFrame", Reflection),
        ("System.Reflection.MemberInfo.get_Name", null),
        ("System.Reflection.", Reflection),
        ("System.Runtime.Loader.", Reflection),
        ("System.Linq.Expressions.", Reflection),
        ("Microsoft.CSharp.RuntimeBinder.", Reflection),
        ("System.Activator.", Reflection),
        ("System.AppDomain.", Reflection),
        ("System.Type.GetTypeFromHandle", null),
        ("System.Type.op_", null),
        ("System.Type.get_", null),
        ("System.Type.", Reflection),
        ("System.Delegate.DynamicInvoke", Reflection),
        ("System.Runtime.CompilerServices.Unsafe.", Native),
        ("System.Runtime.CompilerServices.UnsafeAccessor", Reflection),
        ("System.Runtime.InteropServices.CollectionsMarshal", null),
        ("System.Runtime.InteropServices.ImmutableCollectionsMarshal", null),
        ("System.Runtime.InteropServices.MemoryMarshal", Native),
        ("System.Runtime.InteropServices.RuntimeInformation", Environment),
        ("System.Runtime.InteropServices.OSPlatform", Environment),
        ("System.Runtime.InteropServices.PosixSignal", Processes),
        ("System.Runtime.InteropServices.", Native),
        ("System.Environment.get_CurrentManagedThreadId", null),
        ("System.Environment.get_NewLine", null),
        ("System.Environment.get_TickCount", Clocks),
        ("System.Environment.Exit", Processes),
        ("System.Environment.FailFast", Processes),
        ("System.Environment", Environment),
        ("System.OperatingSystem.", Environment),
        ("System.AppContext.", Environment),
        ("Microsoft.Win32.", Environment),
        ("System.DateTime.get_Now", Clocks),
        ("System.DateTime.get_UtcNow", Clocks),
        ("System.DateTime.get_Today", Clocks),
        ("System.DateTimeOffset.get_Now", Clocks),
        ("System.DateTimeOffset.get_UtcNow", Clocks),
        ("System.TimeProvider", Clocks),
        ("System.TimeZoneInfo.get_Local", Clocks),
        ("System.Random", Chance),
        ("System.Guid.NewGuid", Chance),
        ("System.Guid.CreateVersion7", Chance),
        ("System.Security.Cryptography.RandomNumberGenerator", Chance),
        ("System.Threading.Thread", Threads),
        ("System.Threading.Timer", Threads),
        ("System.Threading.Mutex", Processes),
        ("System.Threading.Tasks.Parallel", Threads),
        ("System.Threading.Tasks.Task.Run", Threads),
        ("System.Threading.Tasks.TaskFactory", Threads),
        ("System.Console.", Console),
    ];

    /// <summary>The topic of a member, or of a type with a dot at its end; null when there is nothing to say of it.</summary>
    /// <param name="name">A full name as metadata has it.</param>
    public static string? Of(string name) => ByName.FirstOrDefault(t => name.StartsWith(t.Prefix, StringComparison.Ordinal)).Topic;

    /// <summary>What a worker's containment has to open for a topic; null when nothing.</summary>
    public static TrustNeed? NeedOf(string topic) => topic switch
    {
        Network => TrustNeed.Network,
        Files => TrustNeed.Files,
        Processes => TrustNeed.Processes,
        _ => null,
    };
}
