using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace ScriptHost.Reports;

public sealed class JUnitXmlTests : IDisposable
{
    private readonly ReportedRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void A_run_is_reported() => run.Written(JUnitXml.Write).ShouldMatchApproved();

    [Fact]
    public void It_is_what_the_schema_of_its_consumers_allows()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add("", Path.Combine(Repository.Root, "tests", "ScriptHost.Tests", "Reports", "junit.xsd"));
        var faults = new List<string>();

        XDocument.Parse(run.Written(JUnitXml.Write)).Validate(schemas, (_, e) => faults.Add(e.Message));

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void The_counts_are_those_of_the_cases()
    {
        var document = XDocument.Parse(run.Written(JUnitXml.Write));

        foreach (var suite in document.Descendants().Where(e => e.Name.LocalName is "testsuite" or "testsuites"))
        {
            int Cases(string? verdict) => suite.Descendants("testcase").Count(c => verdict is null || c.Element(verdict) is not null);
            (suite.Attribute("tests")?.Value, suite.Attribute("failures")?.Value, suite.Attribute("errors")?.Value, suite.Attribute("skipped")?.Value ?? "0")
                .ShouldBe(($"{Cases(null)}", $"{Cases("failure")}", $"{Cases("error")}", $"{Cases("skipped")}"));
        }
    }

    [Theory]
    [InlineData("a\tb\r\nc – 👩‍💻", "a\tb\r\nc – 👩‍💻")]
    [InlineData("\u0000\u0008\u000b\u001f\ufffe\uffff", "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd")]
    [InlineData("x\u007fy", "x\u007fy")]
    public void What_XML_forbids_shows_as_a_replacement(string text, string expected) => JUnitXml.Allowed(text).ShouldBe(expected);

    // Attributes of xUnit's runner cannot carry halves of pairs.
    [Fact]
    public void Half_a_pair_shows_as_a_replacement() => JUnitXml.Allowed("a\ud83db").ShouldBe("a\ufffdb");

    [Fact]
    public void Every_text_that_it_lets_pass_can_be_written_and_read_back()
    {
        var text = JUnitXml.Allowed(string.Concat(Enumerable.Range(0, 0x10000).Where(c => c != '\r').Select(c => (char)c)));

        var xml = new StringBuilder();
        using (var writer = XmlWriter.Create(xml))
        {
            writer.WriteElementString("a", text);
        }

        XDocument.Parse(xml.ToString()).Root?.Value.ShouldBe(text);
    }
}
