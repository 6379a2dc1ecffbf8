using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>A document that a retriever found.</summary>
/// <param name="Content">Its text, <c>page_content</c>; null when the span does not carry it.</param>
/// <param name="Uri">Where it stands, <c>metadata.doc_uri</c>; null when the span does not say.</param>
/// <param name="Id">Its id; null when the span does not say.</param>
/// <param name="Metadata">All its metadata; null when it has none.</param>
/// <param name="Span">The retriever's span.</param>
public sealed record RetrievedDocument(string? Content, string? Uri, string? Id, JsonObject? Metadata, Span Span);
