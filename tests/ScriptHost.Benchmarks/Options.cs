using System.Globalization;
using ScriptHost.Benchmarks.Corpora;
using ScriptHost.Benchmarks.Sections;

namespace ScriptHost.Benchmarks;

/// <summary>What stands behind a verb.</summary>
/// <param name="Sizes">How much is measured.</param>
/// <param name="Program">The executable that is measured; null leaves that to the verb.</param>
/// <param name="IsWritten">Whether README.md gets the tables.</param>
internal sealed record Options(Sizes Sizes, string? Program, bool IsWritten)
{
    /// <summary>Reads options.</summary>
    /// <param name="arguments">The arguments behind the verb.</param>
    /// <param name="sizes">What is measured unless they say otherwise.</param>
    /// <exception cref="FormatException">One is unknown or wrong.</exception>
    public static Options Parse(IReadOnlyList<string> arguments, Sizes sizes)
    {
        var options = new Options(sizes, null, IsWritten: false);
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            if (arguments[i] == "--write")
            {
                options = options with { IsWritten = true };
                continue;
            }

            i++;
            options = arguments[i - 1] switch
            {
                "--size" when ByteSize.Parse(value) is { } bytes => options with { Sizes = options.Sizes with { Bytes = bytes } },
                "--traces" when Count(value) is >= 100 and var count => options with { Sizes = options.Sizes with { Traces = count } },
                "--rounds" when Count(value) is >= 1 and var rounds => options with { Sizes = options.Sizes with { Rounds = rounds } },
                "--program" when File.Exists(value) => options with { Program = Path.GetFullPath(value) },
                _ => throw new FormatException(
                    $"'{arguments[i - 1]} {value}' is none of: --size 1GB, --traces 1000000 (100 at least), --rounds 5, --program FILE (that exists), --write."),
            };
        }

        return options;
    }

    private static int Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}
