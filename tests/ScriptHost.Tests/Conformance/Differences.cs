using System.Numerics;

namespace ScriptHost.Conformance;

/// <summary>How results differ from the recorded ones, one readable line each.</summary>
internal static class Differences
{
    private const double Tolerance = 1e-12;

    /// <summary>Missing, superfluous and unequal records.</summary>
    public static IReadOnlyList<string> Between(IEnumerable<AssessmentRecord> expected, IEnumerable<AssessmentRecord> actual)
    {
        var differences = new List<string>();
        var found = actual.ToLookup(a => a.Key, StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in expected)
        {
            keys.Add(record.Key);
            switch (found[record.Key].ToList())
            {
                case []:
                    differences.Add($"{record.Key}: missing, expected {Shown(record.Value)}{record.ErrorCode}");
                    break;
                case [var one]:
                    differences.AddRange(Fields(record, one).Select(d => $"{record.Key}: {d}"));
                    break;
                case var several:
                    differences.Add($"{record.Key}: there {several.Count} times");
                    break;
            }
        }

        differences.AddRange(found.Where(f => !keys.Contains(f.Key)).Select(f => $"{f.Key}: not expected, got {Shown(f.First().Value)}{f.First().ErrorCode}"));

        return differences;
    }

    /// <summary>Metrics that are missing or unequal; more metrics than expected are fine.</summary>
    public static IReadOnlyList<string> Between(IEnumerable<(string Key, double Value)> expected, IReadOnlyDictionary<string, double> actual) =>
    [
        .. expected
            .Select(e => (e.Key, Expected: e.Value, Actual: actual.TryGetValue(e.Key, out var value) ? value : (double?)null))
            .Where(m => m.Actual is not { } there || !AreClose(m.Expected, there))
            .Select(m => $"{m.Key}: expected {Shown(m.Expected)}, got {Shown(m.Actual)}"),
    ];

    private static IEnumerable<string> Fields(AssessmentRecord expected, AssessmentRecord actual)
    {
        if (!AreEqual(expected.Value, actual.Value))
        {
            yield return $"value {Shown(expected.Value)}, got {Shown(actual.Value)}";
        }

        if (expected.Rationale != actual.Rationale)
        {
            yield return $"rationale {Shown(expected.Rationale)}, got {Shown(actual.Rationale)}";
        }

        if (expected.ErrorCode != actual.ErrorCode)
        {
            yield return $"error code {Shown(expected.ErrorCode)}, got {Shown(actual.ErrorCode)} ({actual.ErrorMessage})";
        }

        if (expected.ErrorMessage is not null && expected.ErrorMessage != actual.ErrorMessage)
        {
            yield return $"error message {Shown(expected.ErrorMessage)}, got {Shown(actual.ErrorMessage)}";
        }

        if (expected.Source != actual.Source)
        {
            yield return $"source {expected.Source}, got {actual.Source}";
        }

        if (!expected.Metadata.SequenceEqual(actual.Metadata, StringComparer.Ordinal))
        {
            yield return $"metadata [{string.Join(", ", expected.Metadata)}], got [{string.Join(", ", actual.Metadata)}]";
        }
    }

    // Numbers are compared by value, whole ones exactly, beyond the 53 bits of a double too; a bool is no number.
    private static bool AreEqual(object? expected, object? actual) => (expected, actual) switch
    {
        (BigInteger whole, double number) => double.IsInteger(number) && new BigInteger(number) == whole,
        (double number, BigInteger whole) => AreClose(number, (double)whole),
        (double one, double other) => AreClose(one, other),
        _ => Equals(expected, actual),
    };

    private static bool AreClose(double expected, double actual) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= Tolerance * Math.Abs(expected);

    private static string Shown(object? value) => value switch
    {
        null => "null",
        string text => $"“{text}”",
        double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
