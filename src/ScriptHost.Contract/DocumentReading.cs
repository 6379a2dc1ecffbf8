using System.Text.Json;

namespace ScriptHost.Contract;

/// <summary>
/// Reads retrieved documents as MLflow does (<c>mlflow/genai/utils/trace_utils.py</c>): of the retrievers with no retriever above
/// them; left out are a span whose chain of parents leaves the trace, whatever is no document, and all of a span of which one document has metadata that are no
/// object.
/// </summary>
internal static class DocumentReading
{
    // What System.Text.Json takes when nothing else is said: of a text that holds JSON no more was ever read.
    private const int DepthInText = 64;

    // From so many parents up, what was found out on the way is kept for retrievers that have some of them in common.
    private const int Deep = 64;

    /// <summary>All of a trace, in file order.</summary>
    public static DocumentContent[] Of(TraceContent trace)
    {
        List<DocumentContent>? found = null;
        bool?[]? known = null;
        var spans = trace.Spans;
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Type == SpanType.Retriever && IsTop(trace, spans, i, ref known))
            {
                Read(spans[i].Outputs, i, found ??= []);
            }
        }

        return found?.ToArray() ?? [];
    }

    private static bool IsTop(TraceContent trace, IReadOnlyList<SpanContent> spans, int span, ref bool?[]? known)
    {
        // Bounded by the number of spans, since parents may go round in a circle.
        var (at, passed, isTop) = (span, 0, true);
        while (isTop && spans[at].ParentId is not null)
        {
            at = trace.Tree.Parent(at);
            isTop = passed++ < spans.Count && at >= 0 && spans[at].Type != SpanType.Retriever;
            if (isTop && known?[at] is { } found)
            {
                isTop = found;
                break;
            }
        }

        if (passed > Deep)
        {
            known ??= new bool?[spans.Count];
            for (at = trace.Tree.Parent(span); at >= 0 && passed > 0; passed--)
            {
                known[at] = isTop;
                at = trace.Tree.Parent(at);
            }
        }

        return isTop;
    }

    private static void Read(JsonText outputs, int span, List<DocumentContent> found)
    {
        if (!outputs.IsString)
        {
            ReadChunks(outputs.Utf8, JsonText.MaxDepth, span, found);

            return;
        }

        var before = found.Count;
        try
        {
            ReadChunks(outputs.ToDecoded(), DepthInText, span, found);
        }
        catch (JsonException)
        {
            // A text that is no JSON to its end holds no documents.
            found.RemoveRange(before, found.Count - before);
        }
    }

    private static void ReadChunks(ReadOnlyMemory<byte> json, int depth, int span, List<DocumentContent> found)
    {
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = depth });
        if (json.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        var before = found.Count;
        var isSound = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                found.Add(ReadChunk(ref reader, json, span, ref isSound));
            }
            else
            {
                reader.Skip();
            }
        }

        if (!isSound)
        {
            found.RemoveRange(before, found.Count - before);
        }

        // Whatever stands behind the list makes it no JSON.
        reader.Read();
    }

    private static DocumentContent ReadChunk(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, int span, ref bool isSound)
    {
        var isOdd = false;
        JsonText content = default, id = default, uri = default, metadata = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Of repeated keys the last one counts.
            if (reader.ValueTextEquals("page_content"u8))
            {
                content = Value(ref reader, json);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                id = Value(ref reader, json);
            }
            else if (reader.ValueTextEquals("metadata"u8))
            {
                (metadata, uri) = Metadata(ref reader, json);
                isOdd = metadata.IsAbsent;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        isSound &= !isOdd;

        return new(content) { Uri = uri.ToPlain() is { Length: > 0 } place ? place : null, Id = id.ToPlain(), Metadata = metadata, Span = span };
    }

    private static (JsonText Metadata, JsonText Uri) Metadata(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();

            return default;
        }

        JsonText uri = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isUri = reader.ValueTextEquals("doc_uri"u8);
            var value = Value(ref reader, json);
            uri = isUri ? value : uri;
        }

        return (new(json[start..(int)reader.BytesConsumed]), uri);
    }

    private static JsonText Value(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();

        return new(json[start..(int)reader.BytesConsumed]);
    }
}
