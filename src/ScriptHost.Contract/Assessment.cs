using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>What somebody said of a trace before this run: a feedback or an expectation.</summary>
public sealed class Assessment
{
    private readonly AssessmentContent content;

    internal Assessment(AssessmentContent content)
    {
        this.content = content;
        Value = content.Value.ToNode();
    }

    /// <summary>What is assessed.</summary>
    public string Name => content.Name;

    /// <summary>Whether it says what is expected (ground truth) and not how good something is.</summary>
    public bool IsExpectation => content.IsExpectation;

    /// <summary>The value; null when it is a JSON null or there is an <see cref="Error"/>.</summary>
    public JsonNode? Value { get; }

    /// <summary>Why there is no value; null when nothing went wrong.</summary>
    public AssessmentError? Error => content.Error;

    /// <summary>Why, for people; null when nobody said.</summary>
    public string? Rationale => content.Rationale;

    /// <summary>Who said it; null when the trace does not tell.</summary>
    public AssessmentSource? Source => content.Source;

    /// <summary>Further facts; empty when there are none.</summary>
    public IReadOnlyDictionary<string, string> Metadata => content.Metadata;

    /// <summary>The span that it is about; null when it is about the whole trace.</summary>
    public string? SpanId => content.SpanId;

    /// <summary>When it was made; null when the trace does not tell.</summary>
    public DateTimeOffset? CreateTime => content.CreateTime;

    /// <summary>False once another assessment replaced it.</summary>
    public bool IsValid => content.IsValid;
}
