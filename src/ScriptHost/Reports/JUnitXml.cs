using System.Globalization;
using System.Text;
using System.Xml;
using ScriptHost.Comparison;
using ScriptHost.Presets;

namespace ScriptHost.Reports;

/// <summary>
/// Writes a run as JUnit XML, as Jenkins and all that follow it read: a suite of thresholds, then a suite of all that scorers said, a case a feedback, its class the
/// feedback's name. A no or false is a failure (a yes or true, where a threshold says <c>at_most</c>), an error an error, all else that was not scored is skipped.
/// </summary>
internal static class JUnitXml
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Writes it. The results are read twice: a suite says how many cases it has before it has them.</summary>
    public static void Write(FinishedRun run, Stream stream)
    {
        var suites = new JUnitCounts();
        var thresholds = new JUnitCounts();
        var scorers = new JUnitCounts();
        var head = RunHeadReading.Of(run.Record, run.ResultsPath);
        foreach (var verdict in run.Record.Verdicts)
        {
            thresholds.Add(verdict.FailsRun ? JUnitState.Failure : JUnitState.Pass);
        }

        foreach (var item in JUnitCase.Read(head))
        {
            scorers.Add(item.State);
        }

        suites.Add(thresholds);
        suites.Add(scorers);
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", run.Record.RunId);
        suites.Write(xml);
        WriteTime(xml, run.Record.Duration);
        if (run.Record.Verdicts.Count > 0)
        {
            StartSuite(xml, "thresholds", thresholds, run.Record.StartedAt);
            foreach (var verdict in run.Record.Verdicts)
            {
                WriteVerdict(xml, verdict);
            }

            xml.WriteEndElement();
        }

        StartSuite(xml, "scorers", scorers, run.Record.StartedAt);
        foreach (var item in JUnitCase.Read(head))
        {
            item.Write(xml);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Text as XML may hold it: what XML forbids, halves of surrogate pairs too, shows as U+FFFD.</summary>
    public static string Allowed(string text)
    {
        if (text.EnumerateRunes().All(r => IsAllowed(r) && r != Rune.ReplacementChar))
        {
            return text;
        }

        // A half reads as U+FFFD here, which it becomes.
        return string.Concat(text.EnumerateRunes().Select(r => IsAllowed(r) ? r.ToString() : "\ufffd"));
    }

    // XML 1.0, 2.2, production Char.
    private static bool IsAllowed(Rune rune) => rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and not (0xFFFE or 0xFFFF));

    private static void StartSuite(XmlWriter xml, string name, JUnitCounts counts, DateTimeOffset startedAt)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", name);
        counts.Write(xml);
        xml.WriteAttributeString("timestamp", startedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
    }

    private static void WriteVerdict(XmlWriter xml, Verdict verdict)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", "thresholds");
        xml.WriteAttributeString("name", Allowed($"{verdict.Metric} {verdict.Bound}"));
        xml.WriteStartElement(verdict.FailsRun ? "failure" : "system-out");
        if (verdict.FailsRun)
        {
            xml.WriteAttributeString("message", Allowed(verdict.Sentence));
        }

        xml.WriteString(Allowed(verdict.Sentence));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteTime(XmlWriter xml, TimeSpan duration) =>
        xml.WriteAttributeString("time", duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture));
}
