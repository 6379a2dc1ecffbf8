using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>Named JSON values whose nodes are made when asked for, once for each view.</summary>
/// <param name="texts">The values.</param>
internal sealed class JsonDictionary(IReadOnlyDictionary<string, JsonText> texts) : IReadOnlyDictionary<string, JsonNode?>
{
    private readonly Dictionary<string, JsonNode?> nodes = new(StringComparer.Ordinal);

    public int Count => texts.Count;

    public IEnumerable<string> Keys => texts.Keys.Select(key => key);

    public IEnumerable<JsonNode?> Values => texts.Keys.Select(key => this[key]);

    public JsonNode? this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no attribute '{key}'.");

    public bool ContainsKey(string key) => texts.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonNode? value)
    {
        if (nodes.TryGetValue(key, out value))
        {
            return true;
        }

        if (!texts.TryGetValue(key, out var text))
        {
            return false;
        }

        value = text.ToNode();
        nodes.Add(key, value);

        return true;
    }

    public IEnumerator<KeyValuePair<string, JsonNode?>> GetEnumerator() =>
        texts.Keys.Select(key => KeyValuePair.Create(key, this[key])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
