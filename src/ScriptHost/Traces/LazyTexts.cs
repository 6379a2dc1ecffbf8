using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>The members of a JSON object, decoded when asked for, each once.</summary>
internal sealed class LazyTexts : IReadOnlyDictionary<string, JsonText>
{
    [ThreadStatic]
    private static StructuralIndex? structure;

    private readonly Dictionary<string, (JsonText Text, bool IsDecoded)> members = new(StringComparer.Ordinal);
    private readonly Func<JsonText, JsonText> decode;

    /// <summary>Reads where the members stand.</summary>
    /// <param name="json">The trace.</param>
    /// <param name="range">The object; absent has no members.</param>
    /// <param name="decode">Makes a value of a member as it stands there.</param>
    public LazyTexts(ReadOnlyMemory<byte> json, JsonRange range, Func<JsonText, JsonText> decode)
    {
        this.decode = decode;
        if (range.In(json).IsNothing)
        {
            return;
        }

        // Not to be made for each object; walking through one never leads to walking through another.
        var value = json.Slice(range.Start, range.Length);
        var index = structure ??= new();
        index.Read(value.Span);
        var walk = new JsonWalk(value.Span, index);
        walk.Peek();
        for (walk.Enter(); walk.NextMember(out var name);)
        {
            members[Encoding.UTF8.GetString(name)] = (walk.Value().In(value), false);
        }
    }

    public int Count => members.Count;

    public IEnumerable<string> Keys => members.Keys.Select(key => key);

    public IEnumerable<JsonText> Values => members.Keys.Select(key => this[key]);

    public JsonText this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => members.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonText value)
    {
        if (!members.TryGetValue(key, out var member))
        {
            value = default;

            return false;
        }

        if (!member.IsDecoded)
        {
            member = (decode(member.Text), true);
            members[key] = member;
        }

        value = member.Text;

        return true;
    }

    public IEnumerator<KeyValuePair<string, JsonText>> GetEnumerator() =>
        members.Keys.ToList().Select(key => KeyValuePair.Create(key, this[key])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
