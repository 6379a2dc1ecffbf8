namespace ScriptHost.Contract;

/// <summary>What a <see cref="RetrievedDocument"/> shows, read once for all scorers.</summary>
/// <param name="content">Its text as it stands in the trace.</param>
internal sealed class DocumentContent(JsonText content)
{
    private string? text;

    /// <summary>Null when the span does not carry it.</summary>
    public string? Content => text ??= content.ToPlain();

    /// <summary>Null when the span does not say.</summary>
    public required string? Uri { get; init; }

    /// <summary>Null when the span does not say.</summary>
    public required string? Id { get; init; }

    /// <summary>An object; absent when it has none.</summary>
    public required JsonText Metadata { get; init; }

    /// <summary>The retriever's span, in file order.</summary>
    public required int Span { get; init; }
}
