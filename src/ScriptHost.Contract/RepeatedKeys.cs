using System.Text.Json;

namespace ScriptHost.Contract;

/// <summary>Tells at a pass whether JSON repeats a key within an object, without making a document of it.</summary>
internal static class RepeatedKeys
{
    private const int MostKeys = 32;
    private const int MostObjects = 16;

    /// <summary>Whether a key is repeated, or may be: keys with escapes are not compared, nor very many of them.</summary>
    /// <param name="json">Valid JSON.</param>
    public static bool MayBeIn(ReadOnlySpan<byte> json)
    {
        // The keys of the objects that are open, and how many there were when each of these was opened.
        Span<Range> keys = stackalloc Range[MostKeys];
        Span<int> opened = stackalloc int[MostObjects];
        var (count, depth) = (0, 0);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject when depth == MostObjects:
                case JsonTokenType.PropertyName when reader.ValueIsEscaped || count == MostKeys || Has(json, keys[opened[depth - 1]..count], reader.ValueSpan):
                    return true;
                case JsonTokenType.StartObject:
                    opened[depth++] = count;
                    break;
                case JsonTokenType.EndObject:
                    count = opened[--depth];
                    break;
                case JsonTokenType.PropertyName:
                    var start = (int)reader.TokenStartIndex + 1;
                    keys[count++] = start..(start + reader.ValueSpan.Length);
                    break;
            }
        }

        return false;
    }

    private static bool Has(ReadOnlySpan<byte> json, ReadOnlySpan<Range> keys, ReadOnlySpan<byte> key)
    {
        foreach (var known in keys)
        {
            if (json[known].SequenceEqual(key))
            {
                return true;
            }
        }

        return false;
    }
}
