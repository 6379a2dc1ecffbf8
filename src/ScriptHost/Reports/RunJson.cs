using System.Buffers;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using ScriptHost.Comparison;
using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>Writes <c>run.json</c>, the record of a run.</summary>
internal static class RunJson
{
    /// <summary>The record as UTF-8 text, indented, with a line feed at its end.</summary>
    /// <param name="run">The run.</param>
    /// <param name="comparison">How it differs from its baseline; null without one.</param>
    public static ReadOnlyMemory<byte> Of(RunRecord run, RunComparison? comparison = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Pretty))
        {
            json.WriteStartObject();
            WriteHead(json, run);
            WriteMetrics(json, run.Metrics);
            WriteOutcomes(json, run.Outcomes);
            WriteTraces(json, run);
            WriteScorers(json, run.Scorers);
            PresetJson.Write(json, run.Preset);
            PresetJson.Write(json, run.Verdicts);
            if (comparison is not null)
            {
                json.WritePropertyName("baseline");
                ComparisonJson.Write(json, comparison, isWhole: false);
            }

            WriteReused(json, run);
            if (run.Profile is { } profile)
            {
                ProfileJson.Write(json, profile);
            }

            WriteInputs(json, run.Inputs);
            WriteProblems(json, run.Problems);
            WriteContainment(json, run);
            json.WriteString("allowlist_hash", run.AllowlistHash);
            WriteVersions(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);

        return buffer.WrittenMemory;
    }

    private static void WriteReused(Utf8JsonWriter json, RunRecord run)
    {
        if (run.Reused is not { } reused)
        {
            return;
        }

        json.WriteStartObject("reused");
        json.WriteString("run_id", reused.RunId);
        json.WriteStartObject("outcomes");
        foreach (var (scorer, count) in run.Outcomes.Zip(reused.Outcomes))
        {
            json.WriteNumber(scorer.Scorer, count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, RunRecord run)
    {
        json.WriteNumber("schema_version", RunRecord.SchemaVersion);
        json.WriteString("run_id", run.RunId);
        json.WriteString("started_at", JsonFormat.Moment(run.StartedAt));
        json.WriteNumber("duration_ms", (long)run.Duration.TotalMilliseconds);
        json.WriteNumber("exit_code", (int)run.ExitCode);
        if (run.EndedEarly is { } why)
        {
            json.WriteString("ended_early", why);
        }
    }

    private static void WriteContainment(Utf8JsonWriter json, RunRecord run)
    {
        json.WriteString("isolation", IsolationName.Of(run.Isolation));
        json.WritePropertyName("containment");
        if (run.Containment is { } containment)
        {
            containment.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteMetrics(Utf8JsonWriter json, IEnumerable<MetricRecord> metrics)
    {
        json.WriteStartObject("metrics");
        foreach (var metric in metrics)
        {
            foreach (var (aggregation, value) in metric.Values)
            {
                json.WritePropertyName($"{metric.Name}/{AggregationName.Of(aggregation)}");
                WriteNumber(json, value);
            }
        }

        json.WriteEndObject();
    }

    // Sums and variances of huge values can overflow, and JSON has no infinity.
    private static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteOutcomes(Utf8JsonWriter json, IEnumerable<ScorerOutcomes> outcomes)
    {
        json.WriteStartObject("outcomes");
        foreach (var counts in outcomes)
        {
            json.WriteStartObject(counts.Scorer);
            json.WriteNumber(OutcomeName.Of(OutcomeKind.Scored), counts.Scored);
            json.WriteNumber(OutcomeName.Of(OutcomeKind.Error), counts.Error);
            json.WriteNumber(OutcomeName.Of(OutcomeKind.NotApplicable), counts.NotApplicable);
            json.WriteNumber(OutcomeName.Of(OutcomeKind.Skipped), counts.Skipped);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTraces(Utf8JsonWriter json, RunRecord run)
    {
        json.WriteStartObject("traces");
        json.WriteNumber("read", run.TracesRead);
        json.WriteNumber("malformed", run.TracesMalformed);
        json.WriteNumber("duplicate", run.TracesDuplicate);
        json.WriteEndObject();
        json.WriteNumber("sessions", run.Sessions);
    }

    private static void WriteScorers(Utf8JsonWriter json, IEnumerable<ScorerRecord> scorers)
    {
        json.WriteStartArray("scorers");
        foreach (var record in scorers)
        {
            ScorerJson.Write(json, record);
        }

        json.WriteEndArray();
    }

    private static void WriteInputs(Utf8JsonWriter json, IEnumerable<InputRecord> inputs)
    {
        json.WriteStartArray("inputs");
        foreach (var (path, files, bytes, traces) in inputs)
        {
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteNumber("files", files);
            if (bytes is { } size)
            {
                json.WriteNumber("bytes", size);
            }

            json.WriteNumber("traces", traces);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProblems(Utf8JsonWriter json, IEnumerable<string> problems)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStringValue(problem);
        }

        json.WriteEndArray();
    }

    private static void WriteVersions(Utf8JsonWriter json)
    {
        json.WriteStartObject("versions");
        json.WriteString("scripthost", typeof(RunJson).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");
        json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        json.WriteString("platform", RuntimeInformation.RuntimeIdentifier);
        json.WriteEndObject();
    }
}
