using System.Text.RegularExpressions;

namespace ScriptHost.Presets;

/// <summary>Holds a tree against a <see cref="Shape"/> and tells all that does not fit.</summary>
/// <param name="path">The file, for messages.</param>
internal sealed class ShapeCheck(string path)
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    private const int MostShown = 100;

    private readonly List<Diagnostic> diagnostics = [];
    private readonly HashSet<YamlNode> faulty = new(ReferenceEqualityComparer.Instance);

    /// <summary>All faults, in the order that they were found.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Whether a node can be read as what it should be; the parts of a mapping or list are judged one by one.</summary>
    public bool IsSound(YamlNode node) => !faulty.Contains(node);

    /// <summary>Checks a node and all below it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="shape">What it must look like.</param>
    /// <param name="subject">What it is, to begin a sentence.</param>
    public void Check(YamlNode node, Shape shape, string subject)
    {
        switch (shape, node)
        {
            case (Shape.Anything, _):
                break;
            case (Shape.Either either, _):
                Check(node, either.Meant(node), subject);
                break;
            case (Shape.Fields fields, YamlMapping mapping):
                CheckFields(mapping, fields, subject);
                break;
            case (Shape.Entries entries, YamlMapping mapping):
                CheckEntries(mapping, entries, subject);
                break;
            case (Shape.Items items, YamlSequence sequence):
                CheckItems(sequence, items, subject);
                break;
            case (Shape.Text or Shape.Choice or Shape.Number or Shape.Flag, YamlScalar scalar):
                CheckScalar(scalar, shape, subject);
                break;
            default:
                Fault(node, PresetCodes.Kind, IsMissing(node) ? $"{subject} has no value; it must be {shape.What}." : $"{subject} must be {shape.What}; this is {node.Kind}.");
                break;
        }
    }

    private void CheckFields(YamlMapping mapping, Shape.Fields fields, string subject)
    {
        var names = fields.Names.ToList();
        foreach (var entry in mapping.Entries)
        {
            if (fields.All.FirstOrDefault(f => f.Name == entry.Key.Text) is { } field)
            {
                Check(entry.Value, field.Shape, $"'{field.Name}'");
            }
            else
            {
                Fault(entry.Key, PresetCodes.UnknownKey, $"'{entry.Key.Text}' is not a key here; {(names.Count == 1 ? $"there is only '{names[0]}'" : $"there are {string.Join(", ", names)}")}.{Suggestion.Sentence(entry.Key.Text, names)}");
            }
        }

        foreach (var missing in fields.All.Where(f => f.IsRequired && mapping.Find(f.Name) is null))
        {
            Add(mapping, PresetCodes.MissingKey, $"{subject} has no key '{missing.Name}'; it must have one.");
        }

        if (fields.OneOf.Count > 0 && !fields.OneOf.Any(n => mapping.Find(n) is not null))
        {
            Fault(mapping, PresetCodes.MissingKey, $"{subject} must have one of the keys {string.Join(", ", fields.OneOf)}.");
        }

        foreach (var second in mapping.Entries.Where(e => fields.Exclusive.Contains(e.Key.Text)).Skip(1))
        {
            Fault(mapping, PresetCodes.Value, $"{subject} has a second bound, '{second.Key.Text}', and may have one only; write 'between' for two ends.", at: second.Key);
        }
    }

    private void CheckEntries(YamlMapping mapping, Shape.Entries entries, string subject)
    {
        CheckCount(mapping, mapping.Entries.Count, entries.Least, entries.Most, subject);
        foreach (var entry in mapping.Entries)
        {
            CheckScalar(entry.Key, entries.Key, "A key here");
            Check(entry.Value, entries.Value, $"'{entry.Key.Text}'");
        }
    }

    private void CheckItems(YamlSequence sequence, Shape.Items items, string subject)
    {
        CheckCount(sequence, sequence.Items.Count, items.Least, items.Most, subject);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in sequence.Items)
        {
            Check(item, items.Item, $"An item of {subject}");
            if (items.IsSet && item is YamlScalar scalar && IsSound(item) && !seen.Add(scalar.Text))
            {
                Fault(item, PresetCodes.Value, $"'{scalar.Text}' stands in {subject} a second time; leave one out.");
            }
        }
    }

    private void CheckCount(YamlNode node, int count, int least, int? most, string subject)
    {
        if (count < least || count > most)
        {
            Fault(node, PresetCodes.Value, $"{subject} has {count} {(count == 1 ? "entry" : "entries")}; it must have {(most is null ? $"at least {least}" : $"{least}")}.");
        }
    }

    private void CheckScalar(YamlScalar scalar, Shape shape, string subject)
    {
        var text = Shown(scalar.Text);
        var wrong = shape switch
        {
            _ when IsMissing(scalar) => $"{subject} has no value; it must be {shape.What}.",
            Shape.Text { Pattern: { } pattern } right when !Regex.IsMatch(scalar.Text, pattern[..^1] + "\\z", RegexOptions.None, PatternTime) => $"{subject} is '{text}'; it must be {right.What}: {right.Right}.{Near(scalar.Text)}",
            Shape.Text when string.IsNullOrWhiteSpace(scalar.Text) => $"{subject} is empty; it must be {shape.What}.",
            Shape.Choice choice when !choice.Values.Contains(scalar.Text) => $"{subject} is '{text}'; it must be {choice.What}.{Suggestion.Sentence(text, choice.Values)}",
            Shape.Number number when CoreScalar.Finite(scalar) is not { } value || value < number.Least || value > number.Most =>
                $"{subject} is {(scalar.IsQuoted ? $"the text '{text}'" : $"'{text}'")}; it must be {number.What}{(scalar.IsQuoted ? " without quotes" : "")}.",
            Shape.Flag when CoreScalar.KindOf(scalar) != CoreScalarKind.Flag => $"{subject} is '{text}'; it must be true or false{(scalar.IsQuoted ? ", without quotes" : "")}.",
            _ => null,
        };
        if (wrong is not null)
        {
            Fault(scalar, PresetCodes.Value, wrong);
        }
    }

    // Of what is wrong in a metric, a misspelt aggregation is the one that can be guessed.
    private static string Near(string text) =>
        text.LastIndexOf('/') is > 0 and var slash && Suggestion.For(text[(slash + 1)..], ManifestShape.Aggregations) is { } near && text[(slash + 1)..] != near
            ? $" Did you mean '{text[..slash]}/{near}'?"
            : "";

    private static string Shown(string text) => (text.Length > MostShown ? $"{text[..MostShown]}…" : text).ReplaceLineEndings("\\n");

    private static bool IsMissing(YamlNode node) => node is YamlScalar scalar && CoreScalar.KindOf(scalar) == CoreScalarKind.Null;

    private void Fault(YamlNode node, string code, string message, YamlNode? at = null)
    {
        faulty.Add(node);
        Add(at ?? node, code, message);
    }

    private void Add(YamlNode at, string code, string message) => diagnostics.Add(Origin.At(path, at).Fault(code, message));
}
