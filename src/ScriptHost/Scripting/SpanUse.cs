using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace ScriptHost.Scripting;

/// <summary>
/// Whether an image names what needs other spans of a trace than its root: spans that no scorer of a run can ask for need not be read.
/// Default deny: what is not known to do without them counts as needing them.
/// </summary>
internal static class SpanUse
{
    private const string Contract = "ScriptHost.Contract";
    private const string Json = "System.Text.Json";

    // Of traces and spans: what stands in the trace itself, and what a span says of itself. The root is handed out, its steps are not.
    private static readonly HashSet<string> OfRoot = new(StringComparer.Ordinal)
    {
        "Trace.get_Id", "Trace.get_State", "Trace.get_RequestTime", "Trace.get_Duration", "Trace.get_SessionId", "Trace.get_UserId", "Trace.get_Tags",
        "Trace.get_Metadata", "Trace.get_Inputs", "Trace.get_Outputs", "Trace.get_Expectations", "Trace.get_Assessments", "Trace.get_TokenUsage",
        "Trace.get_Messages", "Trace.get_Root",
        "Span.get_Id", "Span.get_ParentId", "Span.get_Name", "Span.get_Type", "Span.get_Status", "Span.get_StatusMessage", "Span.get_Inputs",
        "Span.get_Outputs", "Span.get_Attributes", "Span.get_Events", "Span.get_IsEnded", "Span.get_StartTime", "Span.get_EndTime",
        "Span.get_StartTimeUnixNano", "Span.get_EndTimeUnixNano", "Span.get_Duration",
    };

    // JSON's serializer and its generic methods look at any object's properties, but for those that only give a value out.
    private static readonly HashSet<string> OutOfJson = new(StringComparer.Ordinal) { "GetValue", "TryGetValue", "GetValues", "Deserialize" };

    /// <summary>Looks at all members that an image refers to.</summary>
    /// <param name="image">A compiled script that passed <see cref="IlGate"/>.</param>
    public static bool In(byte[] image)
    {
        using var file = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(image));
        var metadata = file.GetMetadataReader(MetadataReaderOptions.None);
        foreach (var handle in metadata.MemberReferences)
        {
            if (NeedsSpans(metadata, metadata.GetMemberReference(handle)))
            {
                return true;
            }
        }

        return false;
    }

    // None of the types in question is generic, so each is named by a reference of its own.
    private static bool NeedsSpans(MetadataReader metadata, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        if (metadata.StringComparer.Equals(type.Namespace, Contract))
        {
            return (metadata.StringComparer.Equals(type.Name, "Trace") || metadata.StringComparer.Equals(type.Name, "Span"))
                && !OfRoot.Contains($"{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}");
        }

        return metadata.StringComparer.StartsWith(type.Namespace, Json)
            && (metadata.StringComparer.Equals(type.Name, "JsonSerializer") || metadata.GetBlobReader(member.Signature).ReadSignatureHeader().IsGeneric)
            && !OutOfJson.Contains(metadata.GetString(member.Name));
    }
}
