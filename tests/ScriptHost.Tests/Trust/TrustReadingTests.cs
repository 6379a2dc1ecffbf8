using System.Text;

namespace ScriptHost.Trust;

public sealed class TrustReadingTests
{
    [Fact]
    public void All_faults_come_at_once_with_their_places()
    {
        var text =
            """
            version: 2
            truste: []
            trusted:
              - scorer: "a b"
                path: ../a.csx
                sha256: ABC
                by: ""
                at: yesterday
                why: " "
                needs: [netwrk, files, files]
              - scorer: good
                path: other.csx
                sha256: 0000000000000000000000000000000000000000000000000000000000000000
                by: ada
                at: 2026-11-22T04:05:06Z
              - just text
            """;

        TrustReading.Read("trust.yaml", Encoding.UTF8.GetBytes(text), out var entries)
            .Select(d => $"({d.Line},{d.Column}) {d.Code} {d.Message}").ShouldBe(
            [
                "(2,1) SH2523 'truste' is not a key here; there are version, trusted. Did you mean 'trusted'?",
                "(1,10) SH2523 'version' must be 1, the only one there is.",
                "(4,13) SH2523 'scorer' must be the name of a script or plugin; it is 'a b'.",
                "(5,11) SH2523 'path' must be the script or the plugin's main assembly below this folder, such as 'NAME.csx' or 'NAME/NAME.dll', of the entry's scorer; it is '../a.csx'.",
                "(6,13) SH2523 'sha256' must be 64 lower-case hexadecimal digits; it is 'ABC'.",
                "(7,9) SH2523 'by' must be a user's name; it is ''.",
                "(8,9) SH2523 'at' must be a UTC time such as 2026-11-22T04:05:06Z; it is 'yesterday'.",
                "(9,10) SH2523 'why' must be a sentence; it is ' '.",
                "(10,13) SH2523 'netwrk' is no need; there are network, files, processes, native. Did you mean 'network'?",
                "(10,28) SH2523 'files' stands here a second time.",
                "(11,5) SH2523 The key 'why' is missing.",
                "(12,11) SH2523 'path' must be the script or the plugin's main assembly below this folder, such as 'NAME.csx' or 'NAME/NAME.dll', of the entry's scorer; it is 'other.csx'.",
                "(16,5) SH2523 An entry must be a mapping with the keys scorer, path, sha256, by, at, why, needs; it is a single value.",
            ]);
        entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "The file must be a mapping")]
    [InlineData("version: 1", "The key 'trusted' is missing.")]
    [InlineData("version: 1\ntrusted: all", "'trusted' must be a list of entries; it is a single value.")]
    [InlineData("version: 1\nversion: 1\ntrusted: []", "'version' stands here a second time")]
    public void What_is_no_list_of_entries_is_refused(string text, string message) =>
        TrustReading.Read("trust.yaml", Encoding.UTF8.GetBytes(text), out _).ShouldHaveSingleItem().Message.ShouldStartWith(message);

    [Fact]
    public void A_scorer_that_is_trusted_twice_is_refused()
    {
        var entry = SomeTrust.Of("a", "a.csx", new string('0', 64));

        TrustReading.Read("trust.yaml", Encoding.UTF8.GetBytes(TrustText.Of([entry, entry with { Scorer = "A", Path = "A.csx" }])), out _)
            .ShouldHaveSingleItem().Message.ShouldBe("'A' is trusted a second time here; leave one entry.");
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("\"quotes\" and \\ and # and: colons")]
    [InlineData("two\nlines\t\u0007\u0085\u2028")]
    [InlineData("äöü 🎉 'x'")]
    public void What_is_written_reads_back(string why)
    {
        var entry = SomeTrust.Of("a", "sub/a.csx", new string('0', 64)) with { Why = why, By = why, Needs = [TrustNeed.Network, TrustNeed.Native] };

        TrustReading.Read("trust.yaml", Encoding.UTF8.GetBytes(TrustText.Of([entry])), out var entries).ShouldBeEmpty();

        var read = entries.ShouldHaveSingleItem();
        (read with { Needs = entry.Needs }).ShouldBe(entry);
        read.Needs.ShouldBe(entry.Needs);
    }
}
