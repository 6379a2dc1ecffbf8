using System.Text;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>What stands in every line of a scorer, encoded once.</summary>
internal sealed class ScorerPieces
{
    /// <summary>Encodes.</summary>
    public ScorerPieces(ScorerDescription scorer)
    {
        PlainName = scorer.Name;
        var name = Encoding.UTF8.GetString(JsonLine.Quoted(scorer.Name));
        Outcomes = [.. OutcomeName.All.Select(o => Encoding.UTF8.GetBytes($",\"scorer\":{name},\"outcome\":\"{o}\""))];
        Openings = [.. Outcomes.Select(o => (byte[])[.. o, .. ",\"assessments\":["u8])];
        PlainOpening = [.. Openings[(int)OutcomeKind.Scored], .. "{\"assessment_id\":\"a-"u8];
        Name = Encoding.UTF8.GetBytes($"\",\"assessment_name\":{name},\"trace_id\":");
        Source = Encoding.UTF8.GetBytes($",\"source\":{{\"source_type\":\"CODE\",\"source_id\":{name}}},\"feedback\":{{\"value\":");
        Metadata = Encoding.UTF8.GetBytes($"\"mlflow.assessment.scorerName\":{name},\"mlflow.assessment.scorerVersion\":{Encoding.UTF8.GetString(JsonLine.Quoted(scorer.Hash))}");
        End = [.. ",\"metadata\":{"u8, .. Metadata, .. "},\"valid\":true}"u8];
        PlainEnd = [.. "}"u8, .. End, .. "]}\n"u8];
        Ids = new(scorer.Name);
    }

    /// <summary>Its name.</summary>
    public string PlainName { get; }

    /// <summary>The scorer and how it ended, by <see cref="OutcomeKind"/>.</summary>
    public byte[][] Outcomes { get; }

    /// <summary>The same up to the assessments, where there is no reason.</summary>
    public byte[][] Openings { get; }

    /// <summary>The same up to the first assessment's id, of a pair that is scored.</summary>
    public byte[] PlainOpening { get; }

    /// <summary>From behind an assessment's id up to its trace's, for a feedback that is named after its scorer.</summary>
    public byte[] Name { get; }

    /// <summary>From behind a trace's id up to the value, of what does not say where it is from.</summary>
    public byte[] Source { get; }

    /// <summary>The metadata that every assessment has.</summary>
    public byte[] Metadata { get; }

    /// <summary>From behind the rationale to the end, of an assessment of a trace that has no other metadata.</summary>
    public byte[] End { get; }

    /// <summary>From behind the value to the end of the line, where the only assessment has neither a rationale nor other metadata.</summary>
    public byte[] PlainEnd { get; }

    /// <summary>Makes the ids of its assessments.</summary>
    public AssessmentIds Ids { get; }
}
