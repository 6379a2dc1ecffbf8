using Processor = System.Runtime.InteropServices.Architecture;

namespace ScriptHost.Containment;

public sealed class SystemCallTableTests
{
    [Theory]
    [InlineData(Processor.X64)]
    [InlineData(Processor.Arm64)]
    public void No_number_stands_twice(Processor architecture)
    {
        var refused = SystemCallTable.For(architecture)!.Refused(network: false).ToArray();

        refused.Length.ShouldBeGreaterThan(120);
        refused.ShouldBeUnique();
    }

    [Theory]
    [InlineData(Processor.X64, 0, 1, 9, 11, 56, 202, 262, 257)]
    [InlineData(Processor.Arm64, 63, 64, 222, 215, 220, 98, 79, 56)]
    public void Reading_writing_memory_threads_and_opening_are_never_refused_as_such(Processor architecture, params int[] needed)
    {
        var refused = SystemCallTable.For(architecture)!.Refused(network: false);

        refused.Select(n => (int)n).Intersect(needed).ShouldBeEmpty();
    }

    [Fact]
    public void Other_processors_have_no_table() => SystemCallTable.For(Processor.S390x).ShouldBeNull();
}
