using System.Globalization;
using System.Reflection.Emit;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ScriptHost.Escapes;

/// <summary>What honest scorers and the worker around them do, which must go on working.</summary>
internal static class Honest
{
    private const int LargeStack = 16 << 20;

    public static string Do(string name, string argument) => name switch
    {
        "culture" => "ı".ToUpper(CultureInfo.GetCultureInfo("tr-TR")) + "i".ToUpper(CultureInfo.GetCultureInfo("tr-TR")),
        "collation" => CultureInfo.GetCultureInfo("sv-SE").CompareInfo.Compare("z", "ö").ToString(CultureInfo.InvariantCulture),
        "regex" => new Regex(argument, RegexOptions.Compiled).Match("an answer of 42").Value,
        "json" => JsonSerializer.Deserialize<Answer>("""{"Text": "yes", "Score": 0.5}""")!.ToString() + JsonNode.Parse("[1, 2]")!.AsArray().Count,
        "dynamic-method" => DynamicMethod(),
        "time-zone" => TimeZoneInfo.ConvertTimeFromUtc(new(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).ToString("HH:mm", CultureInfo.InvariantCulture),
        "stack-trace" => StackTrace(),
        "hash" => Convert.ToHexString(SHA256.HashData("x"u8))[..8],
        "assembly" => System.Reflection.Assembly.Load(argument).GetName().Name!,
        "threads" => Threads(int.Parse(argument, CultureInfo.InvariantCulture)),
        "tasks" => Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => i))).Result.Sum().ToString(CultureInfo.InvariantCulture),
        "input" => Console.In.ReadToEnd().Trim(),
        "stack-overflow" => Overflow(1).ToString(CultureInfo.InvariantCulture),
        "abort" => Abort(),
        "collect" => Collect(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not an attempt."),
    };

    private static string DynamicMethod()
    {
        var method = new DynamicMethod("answer", typeof(int), null);
        var body = method.GetILGenerator();
        body.Emit(OpCodes.Ldc_I4, 42);
        body.Emit(OpCodes.Ret);

        return $"{method.Invoke(null, null)}";
    }

    private static string StackTrace()
    {
        try
        {
            throw new InvalidOperationException("as meant");
        }
        catch (InvalidOperationException fault)
        {
            return fault.StackTrace!.Contains("Honest.cs:line ", StringComparison.Ordinal) ? "with lines" : throw new Refused("there are no lines in " + fault.StackTrace);
        }
    }

    private static string Threads(int count)
    {
        using var all = new Barrier(count);
        var threads = Enumerable.Range(0, count).Select(i => new Thread(() => all.SignalAndWait(), LargeStack) { Name = $"scoring {i}" }).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());

        return $"{count} threads";
    }

    private static string Collect()
    {
        var texts = new Dictionary<int, StringBuilder>();
        for (var i = 0; i < 200_000; i++)
        {
            texts[i % 1000] = new StringBuilder().Append(i, CultureInfo.InvariantCulture);
        }

        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);

        return $"{texts.Count}";
    }

    private static int Overflow(int depth) => depth + Overflow(depth + 1) + depth;

    private static string Abort()
    {
        Environment.FailFast("as meant");

        return "";
    }

    private static StringBuilder Append(this StringBuilder text, int number, CultureInfo culture) => text.Append(culture, $"{number}");

    private sealed record Answer(string Text, double Score);
}
