using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScriptHost.Scoring;

/// <summary>Reads whole numbers however they are written: MLflow keeps numbers as doubles, so that the 5 of an expectation comes back as <c>5.0</c>.</summary>
/// <typeparam name="T">A whole number of at most 64 bits with a sign.</typeparam>
internal sealed class WholeNumberConverter<T> : JsonConverter<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw new JsonException();
        }

        try
        {
            return reader.TryGetInt64(out var number) ? T.CreateChecked(number)
                : reader.TryGetDecimal(out var exact) && decimal.IsInteger(exact) ? T.CreateChecked(exact)
                : throw new JsonException();
        }
        catch (OverflowException tooLarge)
        {
            throw new JsonException(message: null, tooLarge);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(long.CreateChecked(value));
}
