using ScriptHost.Comparison;
using ScriptHost.Statistics;

namespace ScriptHost.Html;

/// <summary>All values of one feedback name of one scorer, summed up.</summary>
/// <param name="scorer">The scorer.</param>
/// <param name="name">The feedback.</param>
/// <param name="number">Its place among all columns, from 0.</param>
internal sealed class FeedbackColumn(string scorer, string name, int number)
{
    // Further texts are counted together.
    private const int MostTexts = 50;

    private readonly Dictionary<string, long> texts = new(StringComparer.Ordinal);

    /// <summary>The scorer.</summary>
    public string Scorer => scorer;

    /// <summary>The feedback.</summary>
    public string Name => name;

    /// <summary>Its place among all columns, from 0.</summary>
    public int Number => number;

    /// <summary>Whether the scorer judges sessions.</summary>
    public bool IsSession { get; private set; }

    /// <summary>How many values are yes or true.</summary>
    public long Passes { get; private set; }

    /// <summary>How many values are no or false.</summary>
    public long Fails { get; private set; }

    /// <summary>How many values are texts that count as no number.</summary>
    public long TextCount { get; private set; }

    /// <summary>How many feedbacks are errors.</summary>
    public long Errors { get; private set; }

    /// <summary>Mean, interval and range of all values that count as a number.</summary>
    public MeanInterval Numbers { get; } = new();

    /// <summary>Where they lie.</summary>
    public Distribution Distribution { get; } = new();

    /// <summary>How often each text was said, without what came after the fiftieth; an empty key stands for these.</summary>
    public IReadOnlyDictionary<string, long> Texts => texts;

    /// <summary>Whether all values are yes or no.</summary>
    public bool IsVerdict => Passes + Fails > 0 && Passes + Fails == Numbers.Count && TextCount == 0;

    /// <summary>Takes a feedback.</summary>
    /// <param name="feedback">Of this scorer and name.</param>
    /// <param name="ofSession">Whether it judges a session.</param>
    public void Add(RecordedFeedback feedback, bool ofSession)
    {
        IsSession |= ofSession;
        Errors += feedback.Error is null ? 0 : 1;
        Passes += feedback.Verdict is true ? 1 : 0;
        Fails += feedback.Verdict is false ? 1 : 0;
        if (feedback.Value is { IsCounted: true, Number: var value } && double.IsFinite(value))
        {
            Numbers.Add(value);
            Distribution.Add(value);
        }
        else if (feedback.Value is { Kind: RecordedValueKind.Text, Text: var text })
        {
            TextCount++;
            var key = texts.Count < MostTexts || texts.ContainsKey(text) ? text : "";
            texts[key] = texts.GetValueOrDefault(key) + 1;
        }
    }
}
