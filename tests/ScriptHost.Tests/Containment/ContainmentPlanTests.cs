using System.Diagnostics;

namespace ScriptHost.Containment;

public sealed class ContainmentPlanTests
{
    [Fact]
    public void A_memory_cap_under_which_no_runtime_starts_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ContainmentPlan { MemoryBytes = 1 << 20 });

    [Fact]
    public void A_hundred_thousand_inputs_fit_into_one_variable()
    {
        using var folder = new TemporaryFolder();
        var inputs = Enumerable.Range(0, 100_000).Select(i => folder.At($"trace-{i}.json")).ToArray();
        Array.ForEach(inputs[..100], i => File.WriteAllText(i, "{}"));
        var start = new ProcessStartInfo();

        new ContainmentPlan { MemoryBytes = 256 << 20, Readable = inputs }.ApplyTo(start);

        start.Environment["DOTNET_GCHeapHardLimit"].ShouldBe("0x10000000");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere there is nothing to tell.");
        start.Environment[ContainmentOrder.Variable]!.Length.ShouldBeLessThan(32_000);
        start.Environment[ContainmentOrder.Variable]!.ShouldEndWith("\n" + folder.Path);
    }

    [Fact]
    public async Task A_path_with_a_line_break_and_a_backslash_is_readable()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such paths.");
        using var folder = new TemporaryFolder();
        var odd = folder.At("a\\nb\nc\\\\.json");
        File.WriteAllText(odd, "{}");
        File.WriteAllText(folder.At("other.json"), "{}");

        var lines = await Escapes.TryAsync("full", new() { MemoryBytes = 64 << 20, Readable = [odd] }, "", "read=" + odd, "read=" + folder.At("other.json"));

        lines[1].ShouldBe("read done 2 characters");
        Assert.SkipUnless(Escapes.Report(lines).Layers[0].IsApplied, "Without Landlock everything is readable.");
        lines[2].ShouldStartWith("read refused");
    }
}
