using System.Text;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>What stands in every line of a scorer, encoded once.</summary>
internal sealed class ScorerPieces
{
    /// <summary>Encodes.</summary>
    public ScorerPieces(ScorerDescription scorer)
    {
        Name = scorer.Name;
        QuotedName = JsonLine.Quoted(scorer.Name);
        var name = Encoding.UTF8.GetString(QuotedName);
        Scorer = Encoding.UTF8.GetBytes($",\"scorer\":{name},\"outcome\":");
        Source = Encoding.UTF8.GetBytes($",\"source\":{{\"source_type\":\"CODE\",\"source_id\":{name}}}");
        Metadata = Encoding.UTF8.GetBytes($"\"mlflow.assessment.scorerName\":{name},\"mlflow.assessment.scorerVersion\":{Encoding.UTF8.GetString(JsonLine.Quoted(scorer.Hash))}");
        Ids = new(scorer.Name);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its name as JSON.</summary>
    public byte[] QuotedName { get; }

    /// <summary>From the scorer's key up to the outcome's value.</summary>
    public byte[] Scorer { get; }

    /// <summary>The source of what does not say where it is from.</summary>
    public byte[] Source { get; }

    /// <summary>The metadata that every assessment has.</summary>
    public byte[] Metadata { get; }

    /// <summary>Makes the ids of its assessments.</summary>
    public AssessmentIds Ids { get; }
}
