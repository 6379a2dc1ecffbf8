namespace ScriptHost.Trust;

public sealed class TrustEditTests
{
    private static readonly string Hash = new('0', 64);

    private static readonly string Text =
        $"""
        # Ours.
        version: 1
        trusted:
          # The first was read by two of us.
          - scorer: a
            path: a.csx
            sha256: {Hash}
            by: ada
            at: 2026-11-22T04:05:06Z
            why: I read it.   # twice

          # The second talks to the dictionary.
          - scorer: b
            path: b/b.dll
            sha256: {Hash}
            by: ada
            at: 2026-11-22T04:05:06Z
            why: I read it.
            needs: [network]
        # The end.

        """;

    private static TrustEntry New => SomeTrust.Of("c", "c.csx", Hash);

    [Fact]
    public void A_new_entry_comes_last_and_the_rest_stays() =>
        TrustEdit.Put(Text, New).ShouldBe(Text.Replace("# The end.\n", TrustText.Of(New, indent: 2) + "# The end.\n", StringComparison.Ordinal));

    [Fact]
    public void An_entry_is_replaced_where_it_stands_and_the_comments_of_others_stay()
    {
        var entry = SomeTrust.Of("a", "a.csx", new string('1', 64));

        var edited = TrustEdit.Put(Text, entry);

        edited.ShouldContain("  # The first was read by two of us.\n" + TrustText.Of(entry, indent: 2) + "\n  # The second talks to the dictionary.\n  - scorer: b\n");
        edited.ShouldEndWith("# The end.\n");
        edited.ShouldNotContain("# twice");
    }

    [Fact]
    public void A_removed_entry_takes_what_was_said_above_it_along()
    {
        var edited = TrustEdit.Remove(Text, "b");

        edited.ShouldStartWith("# Ours.\nversion: 1\ntrusted:\n  # The first was read by two of us.\n  - scorer: a\n");
        edited.ShouldNotContain("dictionary");
        edited.ShouldEndWith("# The end.\n");
    }

    [Fact]
    public void The_last_entry_leaves_an_empty_list_behind()
    {
        var text = TrustText.Of([New]);

        TrustEdit.Remove(text, "c").ShouldBe(TrustText.Of([]));
        TrustEdit.Put(TrustText.Of([]), New).ShouldBe(text);
        TrustEdit.Put(null, New).ShouldBe(text);
    }

    [Theory]
    [InlineData("trusted: [{scorer: a, path: a.csx, sha256: HASH, by: ada, at: 2026-11-22T04:05:06Z, why: x}]\nversion: 1\n")]
    [InlineData("version: 1\ntrusted:\n- scorer: a\n  path: a.csx\n  sha256: HASH\n  by: ada\n  at: 2026-11-22T04:05:06Z\n  why: |\n    x\n    # no comment\n")]
    public void However_a_file_is_laid_out_the_entries_are_the_right_ones(string text)
    {
        var edited = TrustEdit.Put(text.Replace("HASH", Hash, StringComparison.Ordinal), New);

        TrustReading.Read("trust.yaml", System.Text.Encoding.UTF8.GetBytes(edited), out var entries).ShouldBeEmpty();
        entries.Select(e => e.Scorer).ShouldBe(["a", "c"]);
    }
}
