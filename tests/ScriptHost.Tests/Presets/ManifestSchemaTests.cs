using System.Text.Json.Nodes;

namespace ScriptHost.Presets;

public sealed class ManifestSchemaTests
{
    // What two keys must be to each other no schema says.
    private static readonly string[] BeyondSchemas = ["between_the_wrong_way_round", "confidently_of_a_mean", "confidently_without_a_bound"];

    private static readonly JsonNode? Schema = JsonNode.Parse(ManifestSchema.Print());

    public static TheoryData<string> Faulty => FaultyManifestTests.Names;

    public static TheoryData<string> Shipped => [.. Directory.GetFiles(Path.Combine(Repository.Root, "presets"), "*.yaml").Select(f => Path.GetFileName(f))];

    [Fact]
    public void The_schema_beside_the_shipped_presets_is_the_one_that_the_program_prints() =>
        File.ReadAllText(Path.Combine(Repository.Root, "presets", ManifestSchema.FileName)).ShouldBe(ManifestSchema.Print(), "scripthost schema -o presets/preset.schema.json");

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_preset_is_valid(string file) =>
        IsValid(File.ReadAllBytes(Path.Combine(Repository.Root, "presets", file))).ShouldBe(true);

    [Theory]
    [InlineData("scorers: [a, { b: { min: 5 } }, { scorer: c, as: d, with: { x: [1] }, aggregations: [p90], sample: 0.5, where: x }]", true)]
    [InlineData("include: [a]\noverride: { b: { sample: 1 } }\ndrop: [c, d/mean]", true)]
    [InlineData("include: [a]\nthresholds: { a/mean: \"<= 5\", b/p90: { between: [1, 2], no_worse_than: 0.1, level: info } }", true)]
    [InlineData("include: [a]\njudge: { model: m }\ndescription: d", true)]
    [InlineData("include: [a]\nthresholds: { a/mean: { at_least: 1, below: 2 } }", false)]
    [InlineData("scorers: [{ scorer: c, width: {} }]", false)]
    [InlineData("scorers: [{ a: {}, b: {} }]", false)]
    public void It_is_valid_as_the_program_sees_it(string rest, bool isValid)
    {
        var content = System.Text.Encoding.UTF8.GetBytes($"preset: a\n{rest}\n");

        IsValid(content).ShouldBe(isValid);
        (ManifestReading.Read("presets/a.yaml", content).Diagnostics.Count == 0).ShouldBe(isValid);
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void The_schema_refuses_the_shapes_that_the_program_refuses_and_no_others(string name)
    {
        var content = FaultyManifestTests.ContentOf(name);
        var codes = ManifestReading.Read($"presets/{name}.yaml", content).Diagnostics.Select(d => d.Code).ToList();

        // What is no strict YAML, no editor gets as far as the schema with.
        var expected = codes.Contains(PresetCodes.Syntax) ? null
            : (bool?)(BeyondSchemas.Contains(name) || codes.All(c => c == PresetCodes.Name));

        if (expected is { } isValid)
        {
            IsValid(content).ShouldBe(isValid);
        }
    }

    private static bool IsValid(byte[] content) =>
        YamlReading.Read("a.yaml", content, PresetCodes.Syntax).Root is { } root && MiniSchema.IsValid(YamlJson.Read(root), Schema);
}
