using System.Text.RegularExpressions;

namespace ScriptHost.Contract;

public sealed class TextTests
{
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("saturday", "sunday", 3)]
    [InlineData("rosettacode", "raisethysword", 8)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("a😀b", "ab", 1)]
    [InlineData("é", "e", 1)]
    public void Levenshteins_distance_is_the_known_one(string first, string second, int distance)
    {
        Text.LevenshteinDistance(first, second).ShouldBe(distance);
        Text.LevenshteinDistance(second, first).ShouldBe(distance);
    }

    // 63, 64 and 65 are where a pattern fills one block of bits, 128 and 129 two.
    [Fact]
    public void Levenshteins_distance_is_that_of_the_plain_programme()
    {
        var random = new Random(20261122);
        int[] lengths = [1, 2, 31, 63, 64, 65, 127, 128, 129, 300];
        string[] alphabets = ["ab", "abcdefgh", "aéя中😀"];
        foreach (var alphabet in alphabets)
        {
            for (var i = 0; i < 400; i++)
            {
                var (first, second) = (Word(random, alphabet, lengths), Word(random, alphabet, lengths));

                Text.LevenshteinDistance(first, second).ShouldBe(Plain(first, second), $"{first} / {second}");
            }
        }
    }

    [Theory]
    [InlineData("", "", 1)]
    [InlineData("abcd", "", 0)]
    [InlineData("abcd", "abxd", 0.75)]
    public void Similarity_is_relative_to_the_longer_text(string first, string second, double similarity) =>
        Text.LevenshteinSimilarity(first, second).ShouldBe(similarity);

    [Theory]
    [InlineData("A B C B D A B", "B D C A B A", 4)]
    [InlineData("a b", "c d", 0)]
    [InlineData("", "a", 0)]
    public void The_longest_common_subsequence_is_the_known_one(string first, string second, int length) =>
        Text.LongestCommonSubsequence(Text.Words(first), Text.Words(second)).ShouldBe(length);

    [Fact]
    public void The_longest_common_subsequence_is_that_of_the_plain_programme()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 500; i++)
        {
            var words = random.Next(2, 400);
            string[] first = [.. Enumerable.Range(0, random.Next(200)).Select(_ => $"w{random.Next(words)}")];
            string[] second = [.. Enumerable.Range(0, random.Next(200)).Select(_ => $"w{random.Next(words)}")];

            Text.LongestCommonSubsequence(first, second).ShouldBe(PlainSubsequence(first, second));
        }
    }

    [Theory]
    [InlineData("Don't panic: it’s 3.5 km, or 1,000 m!", "Don't|panic|it’s|3.5|km|or|1,000|m")]
    [InlineData("snake_case e-mail 'quoted' end. 7.", "snake_case|e|mail|quoted|end|7")]
    [InlineData("Crème brûlée — Ελλάδα, Привет", "Crème|brûlée|Ελλάδα|Привет")]
    [InlineData("e\u0301te\u0301", "e\u0301te\u0301")]
    [InlineData("東京のホテル", "東|京|の|ホ|テ|ル")]
    [InlineData("한국어 문장", "한국어|문장")]
    [InlineData("x2 😀 \ud800 _ '", "x2")]
    [InlineData("", "")]
    public void Words_are_runs_of_letters_marks_and_numbers(string text, string words)
    {
        var expected = words.Split('|', StringSplitOptions.RemoveEmptyEntries);

        Text.Words(text).ShouldBe(expected);
        Text.WordCount(text).ShouldBe(expected.Length);
    }

    [Theory]
    [InlineData("One. Two! Three? Four", "One.|Two!|Three?|Four")]
    [InlineData("It costs 3.5 EUR, e.g. for tents. \"Really?\" Yes...", "It costs 3.5 EUR, e.g. for tents.|\"Really?\"|Yes...")]
    [InlineData("A title\n\nA line\nbroken. 😀", "A title|A line\nbroken.")]
    [InlineData("これは文です。次の文！", "これは文です。|次の文！")]
    [InlineData("End.\n\nlower case", "End.|lower case")]
    [InlineData("  ...  ", "")]
    public void Sentences_end_with_a_mark_before_white_space(string text, string sentences) =>
        Text.Sentences(text).ShouldBe(sentences.Split('|', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void N_grams_are_counted_by_first_appearance()
    {
        var counts = Text.NGrams(["a", "b", "a", "b", "c"], 2);

        counts.Select(c => (c.Key, c.Value)).ShouldBe([("a b", 2), ("b a", 1), ("b c", 1)]);
        Text.NGrams(["a"], 2).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => Text.NGrams(["a"], 0));
    }

    [Theory]
    [InlineData("The Cat,  an APPLE and a dog!", "cat apple and dog")]
    [InlineData("$5 — “quoted” U.S.", "5 quoted us")]
    [InlineData("a", "")]
    [InlineData("theatre ana", "theatre ana")]
    public void A_text_is_normalised_as_squad_does(string text, string normal) => Text.Normalize(text).ShouldBe(normal);

    // Three of four words said are wanted, of five: 2 · 3 / (4 + 5).
    [Theory]
    [InlineData("one two three x", "one two three four five", 6.0 / 9)]
    [InlineData("one one", "one", 2.0 / 3)]
    [InlineData("the", "", 1)]
    [InlineData("word", "", 0)]
    public void Token_f1_counts_each_word_as_often_as_both_have_it(string answer, string expected, double f1) =>
        Text.TokenF1(answer, expected).ShouldBe(f1, 1e-12);

    [Fact]
    public void A_pattern_is_made_once()
    {
        Text.Pattern("a+b").ShouldBeSameAs(Text.Pattern("a+b"));
        Text.Pattern("a+b").ShouldNotBeSameAs(Text.Pattern("a+b", RegexOptions.IgnoreCase));
        Text.Pattern("a+b").Options.ShouldBe(RegexOptions.CultureInvariant);
    }

    [Fact]
    public void A_pattern_has_a_time_limit()
    {
        var pattern = Text.Pattern("^(a+)+$", timeLimit: TimeSpan.FromMilliseconds(20));

        Should.Throw<RegexMatchTimeoutException>(() => pattern.IsMatch(new string('a', 40) + "!"));
        Should.Throw<RegexParseException>(() => Text.Pattern("(")).Message.ShouldContain("Invalid pattern '(' at offset 1");
    }

    [Fact]
    public void A_pattern_that_is_asked_for_often_is_compiled_and_matches_the_same()
    {
        const string pattern = @"(?<word>\w+)@\w+";
        var first = Text.Pattern(pattern);
        for (var i = 0; i < 10_000; i++)
        {
            Text.Pattern(pattern);
        }

        var compiled = Text.Pattern(pattern);

        compiled.Options.ShouldBe(RegexOptions.CultureInvariant | RegexOptions.Compiled);
        compiled.MatchTimeout.ShouldBe(first.MatchTimeout);
        compiled.Match("to me@home").Groups["word"].Value.ShouldBe(first.Match("to me@home").Groups["word"].Value);
    }

    [Fact]
    public void Patterns_without_end_do_not_fill_the_memory()
    {
        for (var i = 0; i < 2000; i++)
        {
            Text.Pattern($"x{i}").IsMatch($"x{i}").ShouldBeTrue();
        }
    }

    private static string Word(Random random, string alphabet, int[] lengths)
    {
        var runes = alphabet.EnumerateRunes().ToArray();

        return string.Concat(Enumerable.Range(0, lengths[random.Next(lengths.Length)]).Select(_ => runes[random.Next(runes.Length)].ToString()));
    }

    private static int Plain(string first, string second)
    {
        var (a, b) = (first.EnumerateRunes().ToArray(), second.EnumerateRunes().ToArray());
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }

    private static int PlainSubsequence(string[] first, string[] second)
    {
        var lengths = new int[first.Length + 1, second.Length + 1];
        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= second.Length; j++)
            {
                lengths[i, j] = first[i - 1] == second[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths[first.Length, second.Length];
    }
}
