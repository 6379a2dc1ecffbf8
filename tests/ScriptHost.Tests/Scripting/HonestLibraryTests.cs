namespace ScriptHost.Scripting;

/// <summary>Honest scripts that use much of what is allowed.</summary>
public sealed class HonestLibraryTests
{
    [Fact]
    public void Encodings_compile() =>
        Compiling.Messages(
            """
            using System.Text.Encodings.Web;
            (string outputs) => { var bytes = Encoding.UTF8.GetBytes(outputs.Normalize(NormalizationForm.FormC)); var b64 = Convert.ToBase64String(bytes); var json = JsonSerializer.Serialize(outputs, new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }); return b64.Length + json.Length + new StringInfo(outputs).LengthInTextElements + outputs.EnumerateRunes().Count(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.OtherSymbol); }
            """).ShouldBeEmpty();

    [Fact]
    public void Random_seeded_compile() =>
        Compiling.Messages(
            """
            (string outputs) => { var r = new Random(42); var items = outputs.Split(' '); r.Shuffle(items); return items.Take(3).Select(x => r.NextDouble()).Sum(); }
            """).ShouldBeEmpty();

    [Fact]
    public void Events_delegates_compile() =>
        Compiling.Messages(
            """
            delegate bool Check(string s, out int n);
            class Bus { public event Action<string>? Said; public void Say(string s) => Said?.Invoke(s); }
            (string outputs) => { var bus = new Bus(); var n = 0; bus.Said += s => n += s.Length; bus.Say(outputs); Check c = (string s, out int k) => { k = s.Length; return k > 0; }; Func<int, Func<int, int>> add = a => b => a + b; return c(outputs, out var m) && add(n)(m) > 3; }
            """).ShouldBeEmpty();

    [Fact]
    public void Iterators_comparer_compile() =>
        Compiling.Messages(
            """
            class ByLength : IComparer<string>, IEqualityComparer<string> { public int Compare(string? a, string? b) => (a?.Length ?? 0).CompareTo(b?.Length ?? 0); public bool Equals(string? a, string? b) => Compare(a, b) == 0; public int GetHashCode(string s) => s.Length; }
            class Pairs(string s) : IEnumerable<string> { public IEnumerator<string> GetEnumerator() { for (var i = 0; i + 1 < s.Length; i++) yield return s.Substring(i, 2); } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
            (string outputs) => new Pairs(outputs).Distinct(new ByLength()).Order(new ByLength()).Count() + new SortedSet<string>(new Pairs(outputs), new ByLength()).Count + (new PriorityQueue<string, int>([("a", 1)])).Count
            """).ShouldBeEmpty();

    [Fact]
    public void Value_tuple_long_compile() =>
        Compiling.Messages(
            """
            (string outputs) => { var t = (1, 2, 3, 4, 5, 6, 7, 8, 9); var (a, b, c, d, e, f, g, h, i) = t; return a + i + t.Item9; }
            """).ShouldBeEmpty();

    [Fact]
    public void Switch_goto_loops_compile() =>
        Compiling.Messages(
            """
            (string outputs) => { var i = 0; do { i++; if (i == 3) continue; switch (i) { case 1: goto case 2; case 2: break; default: goto done; } } while (i < 10); done: for (;;) { break; } while (i-- > 0) { } return i; }
            """).ShouldBeEmpty();

    [Fact]
    public void Uri_guid_compile() =>
        Compiling.Messages(
            """
            (string outputs) => Uri.TryCreate(outputs, UriKind.Absolute, out var u) && u is { Scheme: "https", Host: { Length: > 3 } host } && !Guid.TryParse(host, out _) && new Version(1, 2) < new Version(1, 3)
            """).ShouldBeEmpty();

    [Fact]
    public void Params_span_inline_compile() =>
        Compiling.Messages(
            """
            static int Sum(params ReadOnlySpan<int> xs) { var s = 0; foreach (var x in xs) s += x; return s; }
            (string outputs) => Sum(1, 2, 3) + string.Join(", ", "a", "b", "c", "d", "e").Length + string.Concat(outputs, "x", "y", "z", "w").Length
            """).ShouldBeEmpty();

    [Fact]
    public void With_usings_compile() =>
        Compiling.Messages(
            """
            using static System.Math;
            using Words = System.Collections.Generic.List<string>;
            #nullable enable
            #region main
            (string outputs) => { Words w = [.. outputs.Split(' ')]; return Max(w.Count, Abs(-3)); }
            #endregion
            """).ShouldBeEmpty();

    [Fact]
    public void Nested_generic_class_compile() =>
        Compiling.Messages(
            """
            class Cache<TKey, TValue> where TKey : notnull { readonly Dictionary<TKey, TValue> items = []; public TValue Get(TKey k, Func<TKey, TValue> make) => items.TryGetValue(k, out var v) ? v : items[k] = make(k); }
            (string outputs) => new Cache<int, string>().Get(outputs.Length, n => new string('x', n)).Length
            """).ShouldBeEmpty();

    [Fact]
    public void Feedback_value_compile() =>
        Compiling.Messages(
            """
            (Feedback? f) => true
            """).ShouldBeEmpty();

    [Fact]
    public void Kind_compile() =>
        Compiling.Messages(
            """
            (Trace trace) => trace.Assessments.Where(a => a.Value is not null && new Feedback(true).Value is { Kind: FeedbackValueKind.Boolean }).Count()
            """).ShouldBeEmpty();

    [Fact]
    public void Lazy_json_element_compile() =>
        Compiling.Messages(
            """
            (JsonElement outputs) => outputs.ValueKind == JsonValueKind.Object && outputs.EnumerateObject().Any(p => p.NameEquals("x") && p.Value.GetArrayLength() > 0) && outputs.TryGetProperty("a", out var e) && e.GetRawText().Length > 3
            """).ShouldBeEmpty();

    [Fact]
    public void Valuetask_compile() =>
        Compiling.Messages(
            """
            async ValueTask<bool> Score(string outputs) { var x = await new ValueTask<int>(3); await ValueTask.CompletedTask; var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(async i => { await Task.CompletedTask; return i; })); return all.Length == x; }
            return Score;
            """).ShouldBeEmpty();

    [Fact]
    public void Stack_ops_compile() =>
        Compiling.Messages(
            """
            (string outputs) => { var stack = new Stack<(char C, int At)>(); var queue = new Queue<int>(); var list = new LinkedList<int>(); for (var i = 0; i < outputs.Length; i++) { stack.Push((outputs[i], i)); queue.Enqueue(i); list.AddLast(i); } return stack.TryPeek(out var top) ? top.At : queue.Count + list.First?.Value ?? -1; }
            """).ShouldBeEmpty();
}
