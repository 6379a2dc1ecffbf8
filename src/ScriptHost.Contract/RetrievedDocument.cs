using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>A document that a retriever found.</summary>
/// <param name="Content">Its text, <c>page_content</c>; null when the span does not carry it.</param>
/// <param name="Uri">Where it stands, <c>metadata.doc_uri</c>; null when the span does not say.</param>
/// <param name="Id">Its id; null when the span does not say.</param>
/// <param name="Metadata">All its metadata; null when it has none.</param>
/// <param name="Span">The retriever's span.</param>
public sealed record RetrievedDocument(string? Content, string? Uri, string? Id, JsonObject? Metadata, Span Span)
{
    private readonly string? content = Content;
    private readonly DocumentContent? origin;
    private (bool Made, JsonObject? Node) metadata = (true, Metadata);

    internal RetrievedDocument(DocumentContent origin, Span span)
        : this(Content: null, origin.Uri, origin.Id, Metadata: null, span)
    {
        this.origin = origin;
        metadata = (origin.Metadata.IsAbsent, null);
    }

    // A copy has the same nodes, so they have to be there.
    private RetrievedDocument(RetrievedDocument original)
    {
        content = original.Content;
        metadata = (true, original.Metadata);
        (Uri, Id, Span) = (original.Uri, original.Id, original.Span);
    }

    /// <summary>Its text, <c>page_content</c>; null when the span does not carry it.</summary>
    public string? Content
    {
        get => origin is null ? content : origin.Content;
        init => content = value;
    }

    /// <summary>All its metadata; null when it has none.</summary>
    public JsonObject? Metadata
    {
        get
        {
            if (!metadata.Made)
            {
                metadata = (true, origin?.Metadata.ToNode() as JsonObject);
            }

            return metadata.Node;
        }
        init => metadata = (true, value);
    }

    /// <summary>Whether both are of the same span and say the same, with the very same metadata.</summary>
    /// <param name="other">The other document.</param>
    public bool Equals(RetrievedDocument? other) => ReferenceEquals(this, other)
        || (other is not null && Content == other.Content && Uri == other.Uri && Id == other.Id && Equals(Span, other.Span) && Equals(Metadata, other.Metadata));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Content, Uri, Id, Span);

    // As a record has it by itself when all is declared by its parameters alone.
    /// <inheritdoc/>
    public override string ToString() => $"RetrievedDocument {{ Content = {Content}, Uri = {Uri}, Id = {Id}, Metadata = {Metadata}, Span = {Span} }}";
}
