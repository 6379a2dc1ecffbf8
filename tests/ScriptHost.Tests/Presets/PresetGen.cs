using FsCheck;
using FsCheck.Fluent;
using ScriptHost.Contract;

namespace ScriptHost.Presets;

/// <summary>Presets, manifests and locks at random, with texts that YAML finds hard.</summary>
internal static class PresetGen
{
    private static readonly Origin Nowhere = Origin.CommandLine("test");

    private static readonly Gen<string> Name = Gen.Elements("a", "b", "no", "null", "true", "123", "1e5", "0x1F", "-", "--", "_", "with", "scorer", "as", "where", "word_list", "A-b_9", "y");

    private static readonly Gen<string> Text =
        from parts in Gen.Elements(
            "a", "word", " ", ": ", " #", "'", "\"", "\\", "\n", "\t", ",", "[", "]", "{", "}", "&a", "*a", "!x", "%", "@", "`", "|", ">", "-", "- ", "?", "null", "~", "yes", "1.10", ".inf",
            "---", "...", "é", "漢", "😀", "\u2028", "\u0085", "\u200b", "\uFEFF", "\u0007", "\u0000", "\r\n", "<<", "=", "2024-01-01", "$x").ListOf()
        let text = string.Concat(parts)
        select string.IsNullOrWhiteSpace(text) ? "plain" : text;

    private static readonly Gen<string> LineText = Text.Select(t => t.Replace("\n", "", StringComparison.Ordinal).Trim() is { Length: > 0 } line ? line : "x");

    private static readonly Gen<double> Number = Gen.OneOf(
        Gen.Elements(0, 1, 0.5, -1, 0.95, 1e-7, 1e100, -2.5e150, 123456789, 0.1 + 0.2), Gen.Choose(-1000, 1000).Select(n => n / 8.0));

    private static readonly Gen<double> Share = Gen.Choose(0, 100).Select(n => n / 100.0);

    private static readonly Gen<YamlNode> Node = NodeOf(2);

    private static readonly Gen<ManifestChanges> Changes =
        from settings in Gen.Zip(Name, Node).ListOf()
        from aggregations in Gen.Elements(Enum.GetValues<Aggregation>()).ListOf().Optional()
        from sample in Share.Optional()
        from filter in Text.Optional()
        select new ManifestChanges
        {
            With = [.. settings.DistinctBy(s => s.Item1).Select(s => new ManifestSetting(s.Item1, s.Item2, Nowhere))],
            Aggregations = aggregations is null ? null : new([.. aggregations[0].Distinct()], Nowhere),
            Sample = sample is null ? null : new(sample[0], Nowhere),
            Where = filter is null ? null : new(filter[0], Nowhere),
        };

    private static readonly Gen<Threshold> AnyThreshold =
        from name in LineText
        from aggregation in Gen.Elements(ManifestShape.Aggregations.ToArray())
        from one in Number
        from other in Number
        from kind in Gen.Choose(0, 5)
        from margin in Share.Optional()
        from level in Gen.Elements(Enum.GetValues<ThresholdLevel>())
        from confidently in Gen.Elements(true, false)
        select new Threshold
        {
            Metric = $"{name}/{aggregation}",
            Bound = kind switch
            {
                0 => new Bound.AtLeast(one),
                1 => new Bound.AtMost(one),
                2 => new Bound.Above(one),
                3 => new Bound.Below(one),
                4 => new Bound.Between(Math.Min(one, other), Math.Max(one, other)),
                _ => margin is null ? new Bound.AtLeast(one) : null,
            },
            NoWorseThan = margin?[0],
            Level = level,
            Confidently = confidently && kind < 5 && aggregation == "pass_rate",
            Origin = Nowhere,
        };

    /// <summary>Manifests of all that a file can say.</summary>
    public static readonly Gen<Manifest> Manifests =
        from name in Name
        from description in Text.Optional()
        from include in Name.ListOf()
        from judge in Text.Optional()
        from first in Name
        from scorers in (from scorer in Name from other in Name.Optional() from changes in Changes select new ManifestScorer(new(scorer, Nowhere), other is null ? null : new(other[0], Nowhere), changes)).ListOf()
        from drop in Text.ListOf()
        from overrides in (from member in Name from changes in Changes where changes.With.Count > 0 || !changes.IsSettingsOnly select new ManifestOverride(new(member, Nowhere), changes)).ListOf()
        from thresholds in AnyThreshold.ListOf()
        select new Manifest
        {
            Name = new(name, Nowhere),
            Description = description?[0],
            Include = [.. include.Distinct().Select(i => new Stated<string>(i, Nowhere))],
            Judge = judge is null ? null : new(judge[0], Nowhere),
            Scorers = [new(new(first, Nowhere), null, new()), .. scorers],
            Drop = [.. drop.Distinct().Select(d => new Stated<string>(d, Nowhere))],
            Override = [.. overrides.DistinctBy(o => o.Name.Value)],
            Thresholds = [.. thresholds.DistinctBy(t => t.Metric)],
        };

    /// <summary>Presets of few scorers, names and settings, so that they meet often and conflict at times.</summary>
    public static readonly Gen<Preset> Presets =
        from name in Gen.Elements("p", "q", "r")
        from arguments in Gen.Elements(
            "fluency", "safety", "safety:limit=0.5", "safety:limit=0.6", "contains_citation", "response_length", "x=response_length:min=5", "y=response_length:min=6", "y=safety", "tool_call_efficiency", "has=fluency").NonEmptyListOf()
        from metric in Gen.Elements("fluency/mean", "safety/mean", "x/p90").Optional()
        from limit in Gen.Elements(0.5, 0.5, 0.5, 0.6)
        let preset = PresetTexts.CommandLine(arguments.DistinctBy(a => a.Split('=', ':')[0])).Preset
        where preset is not null
        select preset with
        {
            Names = [name],
            Thresholds = metric is null ? [] : [new() { Metric = metric[0], Bound = new Bound.AtLeast(limit), Origin = Nowhere }],
        };

    /// <summary>Locks.</summary>
    public static Gen<LockedPreset> Locks =>
        from preset in Presets
        from judge in Text.Optional()
        from filter in Text.Optional()
        from language in Text
        from thresholds in AnyThreshold.ListOf()
        let words = PresetTexts.Sound($"preset: w\nscorers:\n  - scorer: word_list\n    as: words\n    with: {{ language: {YamlText.Of(language)}, weights: {{ {YamlText.Of(language)}: 1.5e-7 }} }}\n    sample: 0.5\n")
        let locked = LockedPreset.Of(preset with { Members = [.. preset.Members, .. words.Members], Thresholds = [.. thresholds.DistinctBy(t => t.Metric)], Judge = judge is null ? null : new(judge[0], Nowhere) }, new string('a', 64))
        select locked with { Members = [.. locked.Members.Select((m, i) => i == 0 && filter is not null ? m with { Where = filter[0] } : m)] };

    // A list of one, or null: what is not there is not generated.
    private static Gen<T[]?> Optional<T>(this Gen<T> gen) => Gen.OneOf(Gen.Constant<T[]?>(null), gen.Select(v => (T[]?)[v]));

    private static Gen<YamlNode> NodeOf(int depth)
    {
        var scalar = from text in Gen.OneOf(Text, Name) from quoted in Gen.Elements(true, false) select (YamlNode)CoreScalar.Normal(new(text, quoted, 0, 0));

        return depth == 0 ? scalar : Gen.OneOf(
            scalar,
            NodeOf(depth - 1).ListOf().Select(items => (YamlNode)new YamlSequence([.. items], 0, 0)),
            Gen.Zip(Gen.OneOf(Name, Text), NodeOf(depth - 1)).ListOf().Select(entries => (YamlNode)new YamlMapping(
                [.. entries.DistinctBy(e => e.Item1).Where(e => e.Item1 != "<<").Select(e => new YamlEntry(new(e.Item1, IsQuoted: false, 0, 0), e.Item2))], 0, 0)));
    }
}
