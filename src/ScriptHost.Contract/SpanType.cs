namespace ScriptHost.Contract;

/// <summary>
/// The span types that MLflow names. The set is open: a span's type may be any text, and is compared by case
/// (<see href="https://mlflow.org/docs/latest/genai/concepts/span/"/>).
/// </summary>
public static class SpanType
{
    /// <summary>A call of a text completion model.</summary>
    public const string Llm = "LLM";

    /// <summary>A chain of steps.</summary>
    public const string Chain = "CHAIN";

    /// <summary>An agent's turn.</summary>
    public const string Agent = "AGENT";

    /// <summary>A tool call.</summary>
    public const string Tool = "TOOL";

    /// <summary>A call of a chat model.</summary>
    public const string ChatModel = "CHAT_MODEL";

    /// <summary>A retrieval of documents.</summary>
    public const string Retriever = "RETRIEVER";

    /// <summary>The parsing of a text.</summary>
    public const string Parser = "PARSER";

    /// <summary>The embedding of texts.</summary>
    public const string Embedding = "EMBEDDING";

    /// <summary>The reordering of documents.</summary>
    public const string Reranker = "RERANKER";

    /// <summary>A memory operation.</summary>
    public const string Memory = "MEMORY";

    /// <summary>A step whose type its author did not name.</summary>
    public const string Unknown = "UNKNOWN";

    /// <summary>A workflow.</summary>
    public const string Workflow = "WORKFLOW";

    /// <summary>A task of a workflow.</summary>
    public const string Task = "TASK";

    /// <summary>A guardrail check.</summary>
    public const string Guardrail = "GUARDRAIL";

    /// <summary>An evaluator.</summary>
    public const string Evaluator = "EVALUATOR";
}
