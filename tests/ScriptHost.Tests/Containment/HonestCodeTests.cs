namespace ScriptHost.Containment;

/// <summary>What scorers and workers need goes on working under full containment.</summary>
public sealed class HonestCodeTests
{
    private static readonly ContainmentPlan Plan = new() { MemoryBytes = 256L << 20 };

    [Fact]
    public async Task Culture_regex_json_time_zones_compiled_code_and_threads_go_on_working()
    {
        var lines = await Escapes.TryAsync(
            "full", Plan, "from the parent",
            "culture", "collation", @"regex=\d+", "json", "dynamic-method", "time-zone", "stack-trace", "hash", "assembly=System.Xml.XDocument", "threads=16", "tasks", "input", "collect");

        lines.Skip(1).ShouldBe([
            "culture done Iİ", "collation done -1", "regex done 42", "json done Answer { Text = yes, Score = 0.5 }2", "dynamic-method done 42", "time-zone done 14:00",
            "stack-trace done with lines", "hash done 2D711642", "assembly done System.Xml.XDocument", "threads done 16 threads", "tasks done 1225", "input done from the parent", "collect done 1000"]);
    }

    [Fact]
    public async Task A_stack_overflow_says_so_and_ends_the_process()
    {
        var lines = await Escapes.TryAsync("full", Plan, "", "stack-overflow", "hash");

        lines.ShouldContain("Stack overflow.");
        lines.ShouldNotContain(l => l.StartsWith("hash ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_process_that_gives_up_can_say_why()
    {
        var lines = await Escapes.TryAsync("full", Plan, "", "abort");

        lines.ShouldContain(l => l.Contains("as meant", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(256)]
    [InlineData(1024)]
    [InlineData(4096)]
    public async Task The_heap_reaches_most_of_its_limit_and_not_more(long mebibytes)
    {
        // What is touched on the way up; the last gigabytes of a large heap are the same as the first.
        var fits = Math.Min(mebibytes / 2, 512) << 20;

        var within = await Escapes.TryAsync("full", new() { MemoryBytes = mebibytes << 20 }, "", "threads=24", $"managed-memory={fits}");

        within.Skip(1).ShouldBe(["threads done 24 threads", $"managed-memory done {fits} bytes"]);
    }

    [Fact]
    public async Task A_heap_past_its_limit_is_an_exception()
    {
        var beyond = await Escapes.TryAsync("full", new() { MemoryBytes = 64L << 20 }, "", $"managed-memory={128L << 20}", "hash");
        var unlimited = await Escapes.TryAsync("none", null, "", $"managed-memory={128L << 20}");

        beyond[1].ShouldStartWith("managed-memory refused OutOfMemoryException");
        beyond[2].ShouldBe("hash done 2D711642");
        unlimited.ShouldBe([$"managed-memory done {128L << 20} bytes"]);
    }

    [Fact]
    public async Task Trusted_code_that_needs_the_network_goes_out_and_does_not_listen()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;

        var lines = await Escapes.TryAsync("full", Plan with { Network = true }, "", $"tcp={port}", $"udp={port}", "resolve=localhost", "read=/etc/passwd", "listen", "unix=/run/docker.sock");

        lines.Skip(1).Take(3).ShouldAllBe(l => l.Contains(" done ", StringComparison.Ordinal));
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere nothing is refused.");
        lines.Skip(4).ShouldAllBe(l => l.Contains(" refused ", StringComparison.Ordinal));
    }
}
