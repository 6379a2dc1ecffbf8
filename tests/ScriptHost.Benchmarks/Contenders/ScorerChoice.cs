namespace ScriptHost.Benchmarks.Contenders;

/// <summary>Scorers of a folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Names">Which of them; empty takes all.</param>
internal sealed record ScorerChoice(string Folder, IReadOnlyList<string> Names)
{
    private static readonly string[] FirstTen =
    [
        "citation", "conversation_completeness", "exact_match", "json_valid", "response_completeness",
        "response_tone", "span_latency", "stage_latency", "tool_call_efficiency", "tool_selection_accuracy",
    ];

    private static readonly string[] TenMore =
    [
        "answer_grounded_overlap", "cost", "error_free", "language_script", "latency", "pii", "readability", "repetition", "token_usage", "turns",
    ];

    /// <summary>One shipped scorer.</summary>
    public static ScorerChoice One { get; } = new(Shipped, [FirstTen[0]]);

    /// <summary>Ten shipped scorers: of outputs, spans, tools, expectations, and one of conversations.</summary>
    public static ScorerChoice Ten { get; } = new(Shipped, FirstTen);

    /// <summary>Twenty shipped scorers.</summary>
    public static ScorerChoice Twenty { get; } = new(Shipped, [.. FirstTen, .. TenMore]);

    /// <summary>The program's arguments that name them, beside the folder.</summary>
    public IReadOnlyList<string> Arguments => Names.Count == 0 ? [] : ["--scorer", string.Join(',', Names)];

    private static string Shipped => Path.Combine(Workplace.Repository, "scorers");
}
