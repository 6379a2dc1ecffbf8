using System.Buffers;
using System.Text.Json;
using ScriptHost.Comparison;

namespace ScriptHost.Reports;

/// <summary>Writes how two runs differ as JSON.</summary>
internal static class ComparisonJson
{
    /// <summary>All of it as UTF-8 text, indented, with a line feed at its end.</summary>
    public static ReadOnlyMemory<byte> Of(RunComparison comparison)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Pretty))
        {
            Write(json, comparison, isWhole: true);
        }

        buffer.Write("\n"u8);

        return buffer.WrittenMemory;
    }

    /// <summary>Writes it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="comparison">How two runs differ.</param>
    /// <param name="isWhole">Whether the run after is named, and all flips are told with their rationales; else they are counted.</param>
    public static void Write(Utf8JsonWriter json, RunComparison comparison, bool isWhole)
    {
        json.WriteStartObject();
        json.WriteString(isWhole ? "before" : "run_id", comparison.Before.Id);
        if (isWhole)
        {
            json.WriteString("after", comparison.After.Id);
        }

        Write(json, "traces", comparison.Traces);
        Write(json, "sessions", comparison.Sessions);
        json.WriteBoolean("clustered_by_session", comparison.KnowsSessions);
        json.WriteStartArray("changed_scorers");
        foreach (var scorer in comparison.ChangedScorers)
        {
            json.WriteStringValue(scorer);
        }

        json.WriteEndArray();
        json.WriteStartArray("feedbacks");
        foreach (var feedback in comparison.Feedbacks)
        {
            Write(json, feedback);
        }

        json.WriteEndArray();
        if (isWhole)
        {
            json.WriteStartArray("flips");
            foreach (var flip in comparison.Flips)
            {
                Write(json, flip);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteStartObject("flips");
            foreach (var kind in Enum.GetValues<FlipKind>())
            {
                json.WriteNumber(ComparisonWords.Name(kind), comparison.Count(kind));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, UnitCounts units)
    {
        json.WriteStartObject(name);
        json.WriteNumber("both", units.Both);
        json.WriteNumber("only_before", units.OnlyBefore);
        json.WriteNumber("only_after", units.OnlyAfter);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FeedbackComparison feedback)
    {
        var pairs = feedback.Pairs;
        json.WriteStartObject();
        json.WriteString("name", pairs.Name);
        json.WriteString("test", ComparisonWords.Test(feedback));
        json.WriteString("better", ComparisonWords.Better(feedback.Direction));
        json.WriteString("change", ComparisonWords.Name(feedback.Change));
        json.WriteNumber("n", pairs.Values.Count);
        JsonFormat.WriteNumber(json, "before", feedback.Before);
        JsonFormat.WriteNumber(json, "after", feedback.After);
        JsonFormat.WriteNumber(json, "difference", feedback.Difference);
        if (feedback.Interval is { } interval)
        {
            json.WriteStartArray("interval");
            json.WriteNumberValue(interval.Low);
            json.WriteNumberValue(interval.High);
            json.WriteEndArray();
        }

        JsonFormat.WriteNumber(json, "p", feedback.Probability);
        JsonFormat.WriteNumber(json, "p_adjusted", feedback.Adjusted);
        JsonFormat.WriteNumber(json, "detectable_difference", feedback.Detectable);
        if (pairs.IsPassFail)
        {
            json.WriteNumber("gained", pairs.Counts.Gained);
            json.WriteNumber("lost", pairs.Counts.Lost);
        }

        if (pairs.Texts > 0)
        {
            json.WriteNumber("texts", pairs.Texts);
            json.WriteNumber("texts_changed", pairs.TextsChanged);
        }

        json.WriteNumber("only_before", pairs.OnlyBefore);
        json.WriteNumber("only_after", pairs.OnlyAfter);
        json.WriteNumber("new_errors", pairs.NewErrors);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Flip flip)
    {
        json.WriteStartObject();
        json.WriteString("kind", ComparisonWords.Name(flip.Kind));
        json.WriteString("trace_id", flip.TraceId);
        if (flip.SessionId is { } session)
        {
            json.WriteString("session_id", session);
        }

        json.WriteString("name", flip.Name);
        WriteSide(json, "before", flip.Before, flip.BeforeRationale);
        WriteSide(json, "after", flip.After, flip.AfterRationale);
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, string value, string? rationale)
    {
        json.WriteStartObject(name);
        json.WriteString("value", value);
        if (rationale is not null)
        {
            json.WriteString("rationale", rationale);
        }

        json.WriteEndObject();
    }
}
