using System.Text;

namespace ScriptHost.Scripting;

public sealed class CompactAllowlistTests
{
    [Fact]
    public void The_form_that_ships_is_that_of_the_list()
    {
        Allowlist.Read(AllowlistText.Embedded, out var list).ShouldBeEmpty();
        var right = CompactAllowlist.Write(list.ShouldNotBeNull(), AllowlistText.Embedded.Hash);
        var path = Path.Combine(Repository.Root, "src", "ScriptHost", "Scripting", CompactAllowlist.File);
        var isRight = File.Exists(path) && File.ReadAllText(path) == right;
        File.WriteAllText(path, right);

        isRight.ShouldBeTrue($"{CompactAllowlist.File} was not that of allowlist.yaml; this test wrote it anew, so build again.");
    }

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        Allowlist.Read(AllowlistText.Embedded, out var list).ShouldBeEmpty();
        var text = CompactAllowlist.Write(list.ShouldNotBeNull(), "hash");

        CompactAllowlist.Write(CompactAllowlist.Read(text, "hash").ShouldNotBeNull(), "hash").ShouldBe(text);
    }

    [Fact]
    public void A_form_of_another_list_is_not_read()
    {
        var other = new AllowlistText("list.yaml", "version: 2"u8.ToArray());

        CompactAllowlist.Read(Encoding.UTF8.GetString(EmbeddedFiles.Read(CompactAllowlist.File)), other.Hash).ShouldBeNull();
        other.Read(out _).ShouldNotBeEmpty();
    }
}
