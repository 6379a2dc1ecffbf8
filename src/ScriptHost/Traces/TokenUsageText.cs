using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>Reads the token counts that MLflow keeps of a whole trace.</summary>
internal static class TokenUsageText
{
    /// <summary>The counts; null when the text says nothing.</summary>
    /// <param name="text">The metadata <c>mlflow.trace.tokenUsage</c>: a JSON object.</param>
    public static TokenUsage? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);

            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            // Metadata is cut at 250 characters in some stores: a cut text says nothing.
            return null;
        }
    }

    private static TokenUsage Read(JsonElement usage)
    {
        long? Count(string name) => usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.TryGetInt64(out var count) ? count : Whole(value)
            : null;
        var (input, output) = (Count("input_tokens") ?? 0, Count("output_tokens") ?? 0);

        return new(input, output, Count("total_tokens") ?? input + output, Count("cache_read_input_tokens"), Count("cache_creation_input_tokens"));
    }

    // A count that went through a double, such as 10.0.
    private static long? Whole(JsonElement value) =>
        value.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is > long.MinValue and < long.MaxValue ? (long)number : null;
}
