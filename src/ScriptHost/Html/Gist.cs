using System.Text.Json;
using ScriptHost.Comparison;
using ScriptHost.Contract;

namespace ScriptHost.Html;

/// <summary>The one text among a trace's inputs or outputs that people would read first.</summary>
internal static class Gist
{
    // As applications call their argument when they are called with an object.
    private static readonly string[] Asking = ["question", "query", "input", "prompt", "message", "text", "content"];
    private static readonly string[] Answering = ["answer", "response", "output", "result", "text", "content", "message"];

    /// <summary>What was asked last; empty when nothing was.</summary>
    public static string Asked(Trace trace) => Of(trace.Messages.LastOrDefault(m => m.Role == "user")?.Content, Asking);

    /// <summary>What was answered; empty when nothing was.</summary>
    public static string Answered(Trace trace) => trace.Outputs is not null && trace.Messages is [.., var last] ? Of(last.Content, Answering) : "";

    private static string Of(string? text, string[] names)
    {
        if (text is not ['{', ..])
        {
            return text ?? "";
        }

        try
        {
            using var document = JsonDocument.Parse(text, new() { MaxDepth = JsonText.MaxDepth });

            return names.Select(n => TextMember.Of(document.RootElement, n)).FirstOrDefault(t => t is not null) ?? text;
        }
        catch (JsonException)
        {
            // An answer that only begins like JSON.
            return text;
        }
    }
}
