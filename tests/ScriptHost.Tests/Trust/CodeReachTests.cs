using ScriptHost.Plugins;

namespace ScriptHost.Trust;

public sealed class CodeReachTests
{
    [Theory]
    [InlineData("System.IO.File.ReadAllText(\"x\")", "files: System.IO.File.ReadAllText")]
    [InlineData("new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp)", "network: System.Net.Sockets.ProtocolType, System.Net.Sockets.Socket..ctor, System.Net.Sockets.SocketType")]
    [InlineData("System.Diagnostics.Process.Start(\"x\")", "processes: System.Diagnostics.Process.Start")]
    [InlineData("typeof(string).GetMethod(\"x\")", "reflection: System.Reflection.MethodInfo, System.Type.GetMethod")]
    [InlineData("Environment.GetEnvironmentVariable(\"x\")", "environment: System.Environment.GetEnvironmentVariable")]
    [InlineData("DateTime.Now", "clocks: System.DateTime.get_Now")]
    [InlineData("Guid.NewGuid()", "chance: System.Guid.NewGuid")]
    [InlineData("System.Threading.Tasks.Task.Run(() => 1)", "threads: System.Threading.Tasks.Task.Run")]
    [InlineData("System.Runtime.InteropServices.Marshal.AllocHGlobal(1)", "native code: System.Runtime.InteropServices.Marshal.AllocHGlobal")]
    [InlineData("new System.IO.MemoryStream(10).Length + System.IO.Path.Combine(\"a\", \"b\").Length", "")]
    [InlineData("\"abc\".Split('b').Select(s => s.Length).Sum()", "")]
    public void What_code_names_is_told_by_topic(string expression, string topics) =>
        Reach($"public static class C {{ public static object? Make() => {expression}; }}").ShouldBe(topics);

    [Fact]
    public void A_native_function_is_told_by_library_and_name_and_needs_native()
    {
        var reach = new CodeReach();
        reach.Add(PluginSource.Compile("Native", "public static class C { [System.Runtime.InteropServices.DllImport(\"libc\", EntryPoint = \"getpid\")] public static extern int Pid(); }"));

        reach.Topics.ShouldHaveSingleItem().Names.ShouldContain("libc!getpid");
        reach.Needs.ShouldBe([TrustNeed.Native]);
    }

    [Fact]
    public void The_needs_are_those_of_the_topics()
    {
        var reach = new CodeReach();
        reach.Add(PluginSource.Compile("Busy", "public static class C { public static void Do() { System.Diagnostics.Process.Start(\"x\"); System.IO.File.Delete(\"x\"); System.Net.Dns.GetHostName(); } }"));

        reach.Needs.ShouldBe([TrustNeed.Network, TrustNeed.Files, TrustNeed.Processes]);
    }

    [Fact]
    public void Bytes_that_are_no_assembly_reach_for_nothing()
    {
        var reach = new CodeReach();

        reach.Add("no assembly"u8.ToArray()).ShouldBeFalse();
        reach.Topics.ShouldBeEmpty();
    }

    private static string Reach(string source)
    {
        var reach = new CodeReach();
        reach.Add(PluginSource.Compile("Some", source)).ShouldBeTrue();

        return string.Join("; ", reach.Topics.Select(t => $"{t.Topic}: {string.Join(", ", t.Names)}"));
    }
}
