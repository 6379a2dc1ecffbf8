using System.Text;
using ScriptHost.Contract;

namespace ScriptHost.Scripting;

public sealed class AllowlistTests
{
    private const string Minimal = """
        version: 1
        references: [System.Runtime]
        imports: [System]
        api:
          System: {String: "*"}
        attributes: []
        emit: {}
        emitHelpersOnly: {}
        """;

    [Fact]
    public void The_embedded_list_has_no_faults()
    {
        Allowlist.Read(AllowlistText.Embedded, out var list).ShouldBeEmpty();

        list.ShouldNotBeNull().Api.Count.ShouldBeGreaterThan(250);
        list.References.Order(StringComparer.Ordinal).ShouldBe(EmbeddedFiles.References);
        list.Imports.ShouldContain("System.Threading");
        list.Imports.ShouldAllBe(i => list.Namespaces.Contains(i));
    }

    [Fact]
    public void The_embedded_list_knows_every_type_of_the_contract_but_the_one_for_compiled_code()
    {
        Allowlist.Read(AllowlistText.Embedded, out var list);

        typeof(Feedback).Assembly.GetExportedTypes().Where(t => !t.IsNested && t != typeof(ClassScorer)).Select(t => t.FullName)
            .ShouldBe(list.ShouldNotBeNull().Api.Keys.Where(k => k.StartsWith("ScriptHost.Contract.", StringComparison.Ordinal)), ignoreOrder: true);
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes() =>
        new AllowlistText("list.yaml", Encoding.UTF8.GetBytes("x")).Hash.ShouldBe("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");

    [Theory]
    [InlineData("imports: [System]", "import: [System]", "list.yaml(3,1): error SH1040: 'import' is not a key here; there are version, references, imports, api, attributes, emit, emitHelpersOnly. Did you mean 'imports'?")]
    [InlineData("{String: \"*\"}", "{String: {alow: \"*\"}}", "list.yaml(5,21): error SH1040: 'alow' is not a key here; there are allow, except, inherit. Did you mean 'allow'?")]
    [InlineData("version: 1", "version: 2", "list.yaml(1,10): error SH1040: 'version' must be 1, the only one there is.")]
    [InlineData("[System.Runtime]", "[System.Runtim]", "list.yaml(2,14): error SH1040: 'System.Runtim' is not one of the reference assemblies that ship. Did you mean 'System.Runtime'?")]
    [InlineData("emit: {}", "emit: {}\nemit: {}", "list.yaml(8,1): error SH1040: 'emit' stands here a second time; it is already in line 7.")]
    [InlineData("emit: {}", "emit: &a {}", "list.yaml(7,7): error SH1040: '&a' is an anchor; write the value out where it is needed.")]
    [InlineData("{String: \"*\"}", "{String: !!str \"*\"}", "list.yaml(5,20): error SH1040: 'tag:yaml.org,2002:str' is a tag; the file may hold plain values only.")]
    public void A_fault_is_told_with_its_place(string right, string wrong, string message)
    {
        var faults = Allowlist.Read(new("list.yaml", Encoding.UTF8.GetBytes(Minimal.Replace(right, wrong, StringComparison.Ordinal))), out var list);

        list.ShouldBeNull();
        faults.Select(f => f.ToString()).ShouldContain(message);
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("a: *b")]
    [InlineData("--- 1\n--- 2")]
    [InlineData("")]
    [InlineData("text")]
    public void What_is_no_list_at_all_is_a_fault(string text)
    {
        Allowlist.Read(new("list.yaml", Encoding.UTF8.GetBytes(text)), out var list).ShouldNotBeEmpty();

        list.ShouldBeNull();
    }

    [Fact]
    public void An_operators_list_replaces_the_embedded_one()
    {
        var compiler = new ScriptCompiler(new("list.yaml", Encoding.UTF8.GetBytes(Minimal)), cache: null);

        var result = compiler.Compile([new("scorer", "scorer.csx", "string a = \"x\".Trim(); a.Length + Math.Max(1, 2)"u8.ToArray())], TestContext.Current.CancellationToken)[0];

        result.Diagnostics.Select(d => d.Message).ShouldContain("'System.Math.Max' is not on the allowlist.");
        result.Diagnostics.Select(d => d.Message).ShouldNotContain(m => m.Contains("Trim"));
    }

    [Fact]
    public void A_list_with_faults_compiles_nothing()
    {
        var compiler = new ScriptCompiler(new("list.yaml", "version: 1"u8.ToArray()), cache: null);

        var result = compiler.Compile([new("scorer", "scorer.csx", "1"u8.ToArray())], TestContext.Current.CancellationToken)[0];

        result.Image.ShouldBeNull();
        result.Diagnostics.ShouldAllBe(d => d.Path == "list.yaml" && d.Code == Codes.AllowlistFile);
    }
}
