using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Presets;

/// <summary>What a manifest looks like: the one table that the check, the JSON Schema and the documentation of keys come from.</summary>
internal static class ManifestShape
{
    /// <summary>The pattern of names of presets and scorers.</summary>
    public const string NamePattern = "^[A-Za-z0-9_-]+$";

    /// <summary>The pattern of a bound in a text; its digits are limited so that the number is finite.</summary>
    public const string BoundPattern = @"^\s*(>=|<=|>|<)\s*([-+]?(?:\.[0-9]{1,100}|[0-9]{1,100}(?:\.[0-9]{0,100})?)(?:[eE][-+]?[0-9]{1,2})?)\s*$";

    /// <summary>The names of the aggregations.</summary>
    public static readonly IReadOnlyList<string> Aggregations = [.. Enum.GetValues<Aggregation>().Select(AggregationName.Of)];

    /// <summary>The names of the levels, in order.</summary>
    public static readonly IReadOnlyList<string> Levels = [.. Enum.GetValues<ThresholdLevel>().Select(l => l.ToString().ToLowerInvariant())];

    /// <summary>The keys of a threshold that state a bound; of these there may be one only.</summary>
    public static readonly IReadOnlyList<string> Bounds = ["at_least", "at_most", "above", "below", "between"];

    private static readonly Shape.Text Name = new("a name", NamePattern, "letters of a to z, digits, - and _");

    private static readonly Shape.Text SettingName = new("a setting's name", @"^[^\s]+$", "a setting's name without blanks");

    private static readonly Shape.Entries Settings = new("a mapping of settings to values", SettingName, new Shape.Anything());

    private static readonly Shape.Text Metric = new("a metric", $"^.+/({string.Join('|', Aggregations)})$", $"name/aggregation, with one of {string.Join(", ", Aggregations)}");

    private static readonly ShapeField[] Changes =
    [
        new("with", Settings with { Least = 1 }, "Settings, by the names of the scorer's parameters; what is left out keeps its default."),
        new("aggregations", new Shape.Items("a list of aggregations", new Shape.Choice(Aggregations), IsSet: true), "How its values become metrics, in place of what the scorer names."),
        new("sample", new Shape.Number("a share from 0 to 1", 0, 1), "The share of units that watch scores; run ignores it."),
        new("where", new Shape.Text("a filter"), "Only traces for which this holds, such as tags.env = 'prod'."),
    ];

    private static readonly Shape.Fields Member = new(
        "a scorer with its settings",
        [
            new("scorer", Name, "The scorer: its file's name without .csx.", IsRequired: true),
            new("as", Name, "The name of this configured scorer; needed when a preset has one scorer twice."),
            .. Changes,
        ]);

    /// <summary>The keys of a scorer's long form, which the short form cannot have as a scorer's name.</summary>
    public static readonly IReadOnlyList<string> MemberKeys = [.. Member.Names];

    private static readonly Shape.Fields Threshold = new(
        "a bound",
        [
            new("at_least", new Shape.Number("a number"), "The metric must be this or more."),
            new("at_most", new Shape.Number("a number"), "The metric must be this or less."),
            new("above", new Shape.Number("a number"), "The metric must be more than this."),
            new("below", new Shape.Number("a number"), "The metric must be less than this."),
            new("between", new Shape.Items("a list of two numbers", new Shape.Number("a number"), 2, 2), "The metric must be from the first to the second number."),
            new("no_worse_than", new Shape.Number("a number from 0", 0), "How much worse than the baseline's the metric may be; needs a baseline."),
            new("level", new Shape.Choice(Levels), "What it means when it does not hold: fail (the default), warn or info."),
            new("confidently", new Shape.Flag(), "Whether the 95 % interval must lie within the bound, not just the value; only of pass_rate."),
        ],
        OneOf: [.. Bounds, "no_worse_than"],
        Exclusive: Bounds);

    /// <summary>A whole manifest.</summary>
    public static readonly Shape.Fields Root = new(
        "a mapping",
        [
            new("preset", Name, "The preset's name: its file's name without .yaml.", IsRequired: true),
            new("description", new Shape.Text("a text"), "What it is for, and what it does not judge."),
            new("include", new Shape.Items("a list of presets", Name, Least: 1, IsSet: true), "Presets whose scorers and thresholds come first, in this order."),
            new("judge", new Shape.Fields("a mapping with the key model", new ShapeField("model", new Shape.Text("a model"), "The model, such as openai:/gpt-4o-mini.", IsRequired: true)), "What the judges among the scorers use; in place of what includes state."),
            new("scorers", new Shape.Items("a list of scorers", new Shape.Either("a scorer", Name, new Shape.Entries("a scorer with its settings", Name, Settings, 1, 1), Member), Least: 1), "The scorers, in the order of their results."),
            new("drop", new Shape.Items("a list of names", new Shape.Text("a name"), Least: 1, IsSet: true), "Scorers, with their thresholds, or metrics' thresholds that includes brought and that are left out."),
            new("override", new Shape.Entries("a mapping of scorers to changes", Name, new Shape.Fields("a mapping of changes", Changes, Changes.Select(c => c.Name).ToList(), []), Least: 1), "Changes to scorers that includes brought."),
            new("thresholds", new Shape.Entries("a mapping of metrics to bounds", Metric, new Shape.Either("a bound", new Shape.Text("a bound", BoundPattern, "such as '>= 0.95', with one of >=, <=, >, <"), Short: null, Threshold), Least: 1), "What metrics must hold for the run to pass."),
        ],
        OneOf: ["scorers", "include"],
        Exclusive: []);
}
