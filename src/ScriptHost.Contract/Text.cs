using System.Text.RegularExpressions;

namespace ScriptHost.Contract;

/// <summary>
/// What scorers ask of texts: how far apart two are, which words and sentences they have, whether a pattern is in them. Pure, the same
/// on every machine and in every culture. Characters are Unicode scalar values, so that an emoji counts as one.
/// </summary>
public static class Text
{
    /// <summary>
    /// How many characters must be inserted, deleted or replaced to make one text of the other; 0 and up. Bit-parallel, about n·m/64 steps
    /// (G. Myers, <see href="https://doi.org/10.1145/316542.316550">A fast bit-vector algorithm for approximate string matching</see>, 1999).
    /// </summary>
    /// <param name="first">Any text; case counts.</param>
    /// <param name="second">Any text; case counts.</param>
    public static int LevenshteinDistance(string first, string second) => EditDistance.Of(CodePoints.Of(first), CodePoints.Of(second));

    /// <summary>
    /// How alike two texts are: 1 − <see cref="LevenshteinDistance"/> / (characters of the longer one), from 0, nothing in common, to 1, equal.
    /// Two empty texts are equal.
    /// </summary>
    /// <param name="first">Any text; case counts.</param>
    /// <param name="second">Any text; case counts.</param>
    public static double LevenshteinSimilarity(string first, string second)
    {
        var (a, b) = (CodePoints.Of(first), CodePoints.Of(second));
        var longer = Math.Max(a.Length, b.Length);

        return longer == 0 ? 1 : 1 - ((double)EditDistance.Of(a, b) / longer);
    }

    /// <summary>
    /// The words of a text as they are written, in order. A word is a run of letters, marks and numbers; an apostrophe between two letters,
    /// a full stop or comma between two numbers and an underscore belong to it (<c>don't</c>, <c>3.5</c>); every Han, Hiragana and Katakana
    /// character is a word of its own, as those scripts set no blanks. After <see href="https://unicode.org/reports/tr29/">UAX 29</see>,
    /// rules WB5 to WB13b, without its dictionaries: Thai, Lao and Khmer runs are one word.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Words(string text) => WordReading.Of(text);

    /// <summary>How many <see cref="Words"/> a text has, 0 and up; makes no list of them.</summary>
    /// <param name="text">Any text.</param>
    public static int WordCount(string text) => WordReading.Count(text);

    /// <summary>
    /// The sentences of a text, trimmed, in order; at least one word each. A sentence ends with <c>.</c>, <c>!</c>, <c>?</c> or <c>…</c>, closing quotes
    /// and brackets included, before white space that no lower-case letter follows (<c>e.g. this</c> goes on), with <c>。</c>, <c>！</c> or <c>？</c>, and at an empty line.
    /// Abbreviations before a capital (<c>Dr. Who</c>) are not known.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Sentences(string text) => SentenceReading.Of(text);

    /// <summary>How often each run of words occurs, joined by blanks; empty when there are fewer words than a run has.</summary>
    /// <param name="words">In order, compared by case.</param>
    /// <param name="length">How many words a run has; 1 and up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is less than 1.</exception>
    public static IReadOnlyDictionary<string, int> NGrams(IReadOnlyList<string> words, int length) => NGramCounting.Of(words, length);

    /// <summary>
    /// How many words the longest list has that is in both lists in the same order, gaps allowed; 0 and up. What ROUGE-L rests on. Bit-parallel
    /// (H. Hyyrö, <see href="https://www.cs.uef.fi/~hhyyro/lcs.pdf">Bit-parallel LCS-length computation revisited</see>, 2004).
    /// </summary>
    /// <param name="first">In order, compared by case.</param>
    /// <param name="second">In order, compared by case.</param>
    public static int LongestCommonSubsequence(IReadOnlyList<string> first, IReadOnlyList<string> second) => CommonSubsequence.Of(first, second);

    /// <summary>
    /// The text as answers are compared: lower-case, without punctuation (Unicode's, and ASCII's symbols), without the English words a, an and
    /// the, one blank between words. SQuAD's rule (<see href="https://arxiv.org/abs/1606.05250">Rajpurkar et al.</see>, 2016, <c>normalize_answer</c>).
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Normalize(string text) => AnswerText.Normalize(text);

    /// <summary>
    /// The harmonic mean of precision and recall of an answer's words, from 0 to 1: SQuAD's F1, on normalised texts split at blanks. 1 when both
    /// have no word, 0 when one has none.
    /// </summary>
    /// <param name="answer">What was said.</param>
    /// <param name="expected">What should have been said.</param>
    public static double TokenF1(string answer, string expected) => AnswerText.TokenF1(answer, expected);

    /// <summary>
    /// A regular expression that is made once and remembered (256 at most), culture-invariant, with a time limit; quicker than making one in each call.
    /// Who asks for it in each call gets it compiled after some 10,000 of them.
    /// </summary>
    /// <param name="pattern">In .NET's syntax.</param>
    /// <param name="options">How it matches; CultureInvariant is added.</param>
    /// <param name="timeLimit">The longest that one match may take, wall-clock; null means 1 s. A longer match throws <see cref="RegexMatchTimeoutException"/>.</param>
    /// <exception cref="RegexParseException">The pattern is none; the message says where and why.</exception>
    public static Regex Pattern(string pattern, RegexOptions options = RegexOptions.None, TimeSpan? timeLimit = null) =>
        PatternCache.Get(pattern, options, timeLimit ?? TimeSpan.FromSeconds(1));
}
