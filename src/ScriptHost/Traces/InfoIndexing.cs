namespace ScriptHost.Traces;

/// <summary>Walks over the members of a trace's <c>info</c>, or the columns of a row, and notes where they stand; see <see cref="TraceIndexing"/>.</summary>
internal static class InfoIndexing
{
    /// <summary>Reads all members.</summary>
    /// <param name="walk">Stands before the object.</param>
    /// <param name="index">Where to.</param>
    /// <exception cref="TraceFormatException">A member has the wrong kind.</exception>
    public static void Read(ref JsonWalk walk, TraceIndex index)
    {
        for (walk.Enter(); walk.NextMember(out var name);)
        {
            ReadMember(ref walk, name, index);
        }
    }

    /// <summary>Reads a member.</summary>
    /// <param name="walk">Stands before its value.</param>
    /// <param name="name">Its name; others than those of a trace are passed.</param>
    /// <param name="index">Where to.</param>
    /// <exception cref="TraceFormatException">It has the wrong kind.</exception>
    public static void ReadMember(ref JsonWalk walk, ReadOnlySpan<byte> name, TraceIndex index)
    {
        switch (name.Length)
        {
            case 14 when name.SequenceEqual("trace_metadata"u8):
            case 16 when name.SequenceEqual("request_metadata"u8):
                index.Metadata = ReadNamed(ref walk, "the metadata", index.NamedMetadata);
                break;
            case 4 when name.SequenceEqual("tags"u8):
                index.Tags = ReadNamed(ref walk, "'tags'", index.NamedTags);
                break;
            case 11 when name.SequenceEqual("assessments"u8):
                index.Assessments = JsonKind.Optional(ref walk, '[', "'assessments'");
                break;
            default:
                Note(name, walk.Value(), index);
                break;
        }
    }

    private static void Note(ReadOnlySpan<byte> name, JsonRange value, TraceIndex index)
    {
        switch (name.Length)
        {
            case 8 when name.SequenceEqual("trace_id"u8):
            case 10 when name.SequenceEqual("request_id"u8):
                index.Id = value;
                break;
            case 12 when name.SequenceEqual("request_time"u8) || name.SequenceEqual("timestamp_ms"u8):
                index.RequestTime = value;
                break;
            case 21 when name.SequenceEqual("execution_duration_ms"u8):
            case 17 when name.SequenceEqual("execution_time_ms"u8):
                index.DurationMs = value;
                break;
            case 18 when name.SequenceEqual("execution_duration"u8):
                index.Duration = value;
                break;
            case 5 when name.SequenceEqual("state"u8):
            case 6 when name.SequenceEqual("status"u8):
                index.State = value;
                break;
        }
    }

    // The members that every trace is asked for are noted on the way.
    private static JsonRange ReadNamed(ref JsonWalk walk, string what, NamedMembers named)
    {
        named.Clear();
        if (walk.Peek() == 'n')
        {
            return JsonKind.Optional(ref walk, '{', what);
        }

        JsonKind.Expect(ref walk, '{', what);
        var start = walk.At;
        for (walk.Enter(); walk.NextMember(out var name);)
        {
            named.Note(name, walk.Value());
        }

        return new(start, walk.At - start);
    }
}
