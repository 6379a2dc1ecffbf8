using System.Text;
using System.Text.Json;

namespace ScriptHost.Containment;

public sealed class ContainmentReportTests
{
    private static readonly ContainmentReport Full = new([ContainmentLayer.Applied("landlock", "ABI 7"), ContainmentLayer.Applied("seccomp"), ContainmentLayer.Applied("no new privileges")]);

    private static readonly ContainmentReport Partial = new([ContainmentLayer.Absent("landlock", "ENOSYS"), ContainmentLayer.Applied("seccomp")]);

    [Fact]
    public void The_header_names_the_layers_that_hold()
    {
        Full.IsFull.ShouldBeTrue();
        Full.Summary.ShouldBe("containment: landlock (ABI 7), seccomp, no new privileges");
    }

    [Fact]
    public void The_header_says_which_layers_are_missing_and_why()
    {
        Partial.IsFull.ShouldBeFalse();
        Partial.Summary.ShouldBe("containment: seccomp; without landlock (ENOSYS)");
    }

    [Fact]
    public void Without_any_layer_it_is_a_plain_child_process()
    {
        var report = ContainmentReport.Plain("there are no layers for macOS");

        report.IsFull.ShouldBeFalse();
        report.Summary.ShouldBe("containment: plain child process (there are no layers for macOS)");
    }

    [Fact]
    public void A_report_travels_as_text() =>
        ContainmentReport.Parse(Partial.ToText()).Layers.ShouldBe(Partial.Layers);

    [Fact]
    public void Text_that_is_no_report_is_refused() =>
        Should.Throw<FormatException>(() => ContainmentReport.Parse("landlock")).Message.ShouldBe("Not a layer of a containment report: 'landlock'.");

    [Fact]
    public void A_report_is_an_object_in_the_record()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Partial.WriteTo(writer);
        }

        Encoding.UTF8.GetString(stream.ToArray())
            .ShouldBe("""{"full":false,"layers":[{"name":"landlock","applied":false,"detail":"ENOSYS"},{"name":"seccomp","applied":true,"detail":""}]}""");
    }
}
