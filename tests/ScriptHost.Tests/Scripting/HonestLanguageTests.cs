namespace ScriptHost.Scripting;

/// <summary>Honest scripts that use much of what is allowed.</summary>
public sealed class HonestLanguageTests
{
    [Fact]
    public void Records_linq_compile() =>
        Compiling.Messages(
            """
            record Claim(string Text, double Weight);
            (string outputs) =>
            {
                var claims = outputs.Split('.', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((t, i) => new Claim(t, 1.0 / (i + 1))).ToList();
                var (best, total) = (claims.MaxBy(c => c.Weight), claims.Sum(c => c.Weight));
                return new Feedback(total, rationale: best is { Text.Length: > 0 } b ? $"{b with { Weight = Math.Round(b.Weight, 2) }}" : null);
            }
            """).ShouldBeEmpty();

    [Fact]
    public void Spans_compile() =>
        Compiling.Messages(
            """
            (string outputs) =>
            {
                ReadOnlySpan<char> rest = outputs.AsSpan().Trim();
                var vowels = 0;
                Span<int> counts = new int[26];
                foreach (var c in rest) { if ("aeiou".Contains(char.ToLowerInvariant(c))) vowels++; if (char.IsAsciiLetter(c)) counts[char.ToLowerInvariant(c) - 'a']++; }
                return rest.IsEmpty ? 0.0 : (double)vowels / rest.Length + counts[..3].ToArray().Max() * 0;
            }
            """).ShouldBeEmpty();

    [Fact]
    public void Generic_math_compile() =>
        Compiling.Messages(
            """
            using System.Numerics;
            static T Variance<T>(IEnumerable<T> xs) where T : INumber<T>, IMinMaxValue<T>, IRootFunctions<T> { var list = xs.ToList(); var n = T.CreateChecked(list.Count); var mean = list.Aggregate(T.Zero, (a, b) => a + b) / n; var min = T.MaxValue; foreach (var x in list) min = T.Min(min, x); var v = list.Select(x => (x - mean) * (x - mean)).Aggregate(T.Zero, (a, b) => a + b) / n; return T.Sqrt(v) + min % T.One + -T.Zero; }
            (string outputs) => Variance(outputs.Split(' ').Select(w => (double)w.Length))
            """).ShouldBeEmpty();

    [Fact]
    public void Json_compile() =>
        Compiling.Messages(
            """
            record Item([property: System.Text.Json.Serialization.JsonPropertyName("unit_price")] decimal Price, int Count);
            static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };
            (string outputs) =>
            {
                var items = JsonSerializer.Deserialize<List<Item>>(outputs, Options) ?? [];
                var node = JsonNode.Parse(outputs)!.AsArray();
                node.Add(new JsonObject { ["total"] = items.Sum(i => i.Price * i.Count) });
                return node.ToJsonString(new JsonSerializerOptions { WriteIndented = true }).Length > JsonSerializer.Serialize(items, Options).Length;
            }
            """).ShouldBeEmpty();

    [Fact]
    public void Async_iterators_compile() =>
        Compiling.Messages(
            """
            async IAsyncEnumerable<string> Lines(string text, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default) { foreach (var l in text.Split('\n')) { token.ThrowIfCancellationRequested(); await Task.CompletedTask; yield return l; } }
            async Task<int> Score(string outputs, CancellationToken cancellationToken) { var n = 0; await foreach (var l in Lines(outputs).WithCancellation(cancellationToken).ConfigureAwait(false)) n += l.Length; return n; }
            return Score;
            """).ShouldBeEmpty();

    [Fact]
    public void Patterns_compile() =>
        Compiling.Messages(
            """
            (JsonNode? outputs) => outputs switch
            {
                null => Feedback.NotApplicable("nothing"),
                JsonArray { Count: > 1 } a when a is [var first, .., var last] => new Feedback(first?.ToJsonString() == last?.ToJsonString()),
                JsonObject { Count: > 0 and < 10 } o when o.ContainsKey("answer") => new Feedback(o["answer"] is JsonValue v && v.TryGetValue<string>(out var s) ? s : "none"),
                JsonValue v when v.GetValueKind() is JsonValueKind.Number => new Feedback(v.GetValue<double>()),
                _ => Feedback.Failed("SHAPE", $"unexpected {outputs.GetValueKind()}"),
            }
            """).ShouldBeEmpty();

    [Fact]
    public void Collections_compile() =>
        Compiling.Messages(
            """
            (string outputs) =>
            {
                int[] a = [1, 2, 3]; List<int> b = [.. a, 4]; HashSet<string> set = [.. outputs.Split(' ')]; System.Collections.Immutable.ImmutableArray<int> im = [.. b]; IReadOnlyList<int> ro = [..im, 5]; Span<char> sp = ['a', 'b'];
                Dictionary<string, int> d = new(StringComparer.OrdinalIgnoreCase) { ["x"] = 1, ["y"] = 2 };
                var frozen = System.Collections.Frozen.FrozenSet.ToFrozenSet(set);
                return a[^1] + b[1..].Count + ro.Count + sp.Length + d.Values.Sum() + (frozen.Contains("a") ? 1 : 0);
            }
            """).ShouldBeEmpty();

    [Fact]
    public void Stringbuilder_compile() =>
        Compiling.Messages(
            """
            (Trace trace) =>
            {
                var sb = new StringBuilder();
                foreach (var (span, i) in trace.Spans.Select((s, i) => (s, i))) sb.Append(CultureInfo.InvariantCulture, $"{i,3:D2} {span.Name,-20} {span.Duration.TotalMilliseconds:F1} ms").AppendLine();
                return new Feedback(sb.Length, string.Create(CultureInfo.InvariantCulture, $"{trace.Duration.TotalSeconds:0.000} s, {trace.RequestTime:O}") + string.Format(CultureInfo.InvariantCulture, "{0:N2} {1}", 1.5, sb));
            }
            """).ShouldBeEmpty();

    [Fact]
    public void Extensions_compile() =>
        Compiling.Messages(
            """
            static int Words(this string s) => s.Split(' ').Length;
            static IEnumerable<(T Item, int Index)> Numbered<T>(this IEnumerable<T> xs) { var i = 0; foreach (var x in xs) yield return (x, i++); }
            (string outputs) => outputs.Words() + outputs.Numbered().Where(p => p.Index % 2 == 0).Count(p => char.IsUpper(p.Item))
            """).ShouldBeEmpty();

    [Fact]
    public void Regex_compile() =>
        Compiling.Messages(
            """
            static readonly Regex Word = new(@"\b(?<w>\p{L}+)\b", RegexOptions.Compiled | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            (string outputs) => Word.Matches(outputs).Cast<Match>().GroupBy(m => m.Groups["w"].Value, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).FirstOrDefault() ?? Word.Replace(outputs, m => m.Value.ToUpperInvariant())
            """).ShouldBeEmpty();

    [Fact]
    public void Classes_compile() =>
        Compiling.Messages(
            """
            interface IRule { string Name { get; } bool Holds(string s); }
            sealed class MinLength(int n) : IRule { public string Name => $"min {n}"; public bool Holds(string s) => s.Length >= n; }
            abstract class Base : IComparable<Base>, IEquatable<Base>, IDisposable { public required string Id { get; init; } public int CompareTo(Base? o) => string.CompareOrdinal(Id, o?.Id); public bool Equals(Base? o) => o?.Id == Id; public override bool Equals(object? o) => o is Base b && Equals(b); public override int GetHashCode() => HashCode.Combine(Id); public virtual void Dispose() { } public override string ToString() => Id; public static bool operator ==(Base a, Base b) => Equals(a, b); public static bool operator !=(Base a, Base b) => !(a == b); }
            sealed class Thing : Base { public int this[int i] => i * 2; public static implicit operator int(Thing t) => t[2]; }
            sealed class Bad(string why) : Exception(why) { public override string Message => "bad: " + base.Message; }
            enum Grade : byte { Low = 1, High }
            [Flags] enum Marks { None, A = 1, B = 2 }
            (string outputs) =>
            {
                IRule[] rules = [new MinLength(3), new MinLength(10)];
                using var t = new Thing { Id = "x" };
                try { if (outputs.Length == 0) throw new Bad("empty"); }
                catch (Bad e) when (e.Message.Contains("bad")) { return Feedback.Failed(e); }
                finally { _ = t.ToString(); }
                int n = t;
                return new Feedback(rules.Count(r => r.Holds(outputs)) + n, Enum.GetName(Grade.High) + (Marks.A | Marks.B).HasFlag(Marks.A) + Enum.Parse<Grade>("Low"));
            }
            """).ShouldBeEmpty();

    [Fact]
    public void Tuples_local_functions_compile() =>
        Compiling.Messages(
            """
            (string outputs, int min = 3, double weight = 0.5, string[]? words = null, TimeSpan? limit = null) =>
            {
                (int Count, string Longest) Measure(IEnumerable<string> xs) { var l = xs.ToList(); return (l.Count, l.DefaultIfEmpty("").MaxBy(x => x.Length)!); }
                static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);
                var (count, longest) = Measure(words ?? outputs.Split());
                (count, _) = (count + 1, 0);
                ref var c = ref count; c++;
                return (count, longest.Length) == (min, 3) || limit is { } x && x > TimeSpan.FromSeconds(weight) || Fib(5) > 100;
            }
            """).ShouldBeEmpty();

    [Fact]
    public void Trace_api_compile() =>
        Compiling.Messages(
            """
            (Trace trace) =>
            {
                var slow = trace.Spans.Where(s => s.IsEnded && s.Duration > TimeSpan.FromSeconds(1)).Select(s => s.Name);
                var tools = trace.ToolCalls.Select(t => t.Name).ToHashSet();
                var usage = trace.TokenUsage is { InputTokens: var i, OutputTokens: var o } ? i + o : 0;
                var when = trace.RequestTime.ToUniversalTime();
                var day = DateOnly.FromDateTime(when.UtcDateTime);
                return new Feedback(usage, string.Join("; ", slow.Concat(tools)) + trace.Metadata.GetValueOrDefault("a", "b") + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + trace.State + trace.Messages.Count(), name: "x/y", metadata: new Dictionary<string, string>());
            }
            """).ShouldBeEmpty();

    [Fact]
    public void Query_compile() =>
        Compiling.Messages(
            """
            (Session session) => (from t in session let n = t.Spans.Count() where n > 1 orderby n descending, t.Id join u in session on t.Id equals u.Id into g from x in g.DefaultIfEmpty() group x by x.State into h select new { h.Key, N = h.Count() }).ToDictionary(x => x.Key, x => x.N).Values.DefaultIfEmpty().Average()
            """).ShouldBeEmpty();

    [Fact]
    public void Numbers_compile() =>
        Compiling.Messages(
            """
            (string outputs) =>
            {
                if (!double.TryParse(outputs, NumberStyles.Float, CultureInfo.InvariantCulture, out var d)) return double.NaN;
                checked { var i = (int)Math.Clamp(d, int.MinValue, int.MaxValue); var big = System.Numerics.BigInteger.Pow(2, Math.Abs(i % 100)); return d switch { < 0 => -1d, >= 0 and < 1 => Math.Sqrt(d), _ => Math.Log10((double)big + 1) } + (decimal.TryParse(outputs, out var m) ? (double)decimal.Round(m, 2) : 0) + BitConverter.DoubleToInt64Bits(d) % 2 + Convert.ToInt32(true) + int.Parse("3".AsSpan()) + MathF.Abs(1f); }
            }
            """).ShouldBeEmpty();
}
