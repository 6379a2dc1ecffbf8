using ScriptHost.Contract;
using static ScriptHost.BuiltIns.BuiltIn;

namespace ScriptHost.BuiltIns;

/// <summary>Scorers that compare the answer with an expected response.</summary>
public sealed class ReferenceScorerTests
{
    private const string Guide = "It is a guide to action which ensures that the military always obeys the commands of the party";
    private const string Troops = "It is to insure the troops forever hearing the activity guidebook that party direct";

    private const string References = """
        {"expected_response":["It is a guide to action that ensures that the military will forever heed Party commands",
        "It is the guiding principle which guarantees the military forces always being under the command of the Party",
        "It is the practical guide for the army always to heed the directions of the party"]}
        """;

    // Lin 2004, section 3: the reference is S1, "police killed the gunman".
    [Theory]
    [InlineData("police kill the gunman", 0.75)]
    [InlineData("the gunman kill police", 0.5)]
    [InlineData("the gunman police killed", 0.5)]
    public void Rouge_l_gives_lins_examples(string answer, double f) =>
        Compare("rouge_l", answer, "police killed the gunman").Value.ShouldBe((FeedbackValue)f);

    // LCS 2 of 3 said and 4 expected: P = 2/3, R = 1/2, F1 = 4/7; with β = 2, F = 5PR / (R + 4P) = 10/19.
    [Theory]
    [InlineData(1, 4.0 / 7)]
    [InlineData(2, 10.0 / 19)]
    public void Rouge_l_weighs_recall_by_beta(double beta, double f) =>
        Number(Compare("rouge_l", "A x b", "a b c d", $$"""{"beta":{{beta}}}""")).ShouldBe(f, 1e-12);

    [Fact]
    public void Rouge_l_takes_the_best_of_several() =>
        Judge("rouge_l", "\"a b\"", expectations: """{"expected_response":["c d","a b","a"]}""").Value.ShouldBe((FeedbackValue)1.0);

    // The example of NLTK's documentation of sentence_bleu, after Papineni et al. 2002: 0.5045666840058485.
    [Fact]
    public void Bleu_agrees_with_nltk() =>
        Number(Judge("bleu", Quoted(Guide), expectations: References)).ShouldBe(0.5045666840058485, 1e-12);

    // Candidate 2 of Papineni et al.: precisions 8/14, 1/13, 0/12, 0/11 (by case, "party" is in no reference but the third). Smoothing halves for each order without a match:
    // (8/14 · 1/13 · 1/24 · 1/44)^(1/4), and with one added from the second order on (8/14 · 2/14 · 1/13 · 1/12)^(1/4); brevity: 14 words, of the closest reference 16.
    [Theory]
    [InlineData("Exp", 0.06963003305718092)]
    [InlineData("AddOne", 0.13111209575157434)]
    [InlineData("None", 0)]
    public void Bleu_smooths_orders_without_a_match(string smoothing, double bleu) =>
        Number(Judge("bleu", Quoted(Troops), $$"""{"smoothing":"{{smoothing}}"}""", References)).ShouldBe(bleu, 1e-12);

    // Papineni et al., example 2: the modified unigram precision of seven times "the" is 2/7.
    [Fact]
    public void Bleu_clips_repeated_words() =>
        Number(Judge("bleu", "\"the the the the the the the\"", """{"max_n":1}""", """{"expected_response":["the cat is on the mat","there is a cat on the mat"]}"""))
            .ShouldBe(2.0 / 7, 1e-12);

    // All of three words match, three of six are missing: e^(1 − 6/3); there is no run of four words, so orders 1 to 3 count.
    [Fact]
    public void Bleu_punishes_short_answers() =>
        Number(Compare("bleu", "the cat sat", "the cat sat on the mat")).ShouldBe(Math.Exp(-1), 1e-12);

    [Fact]
    public void Bleu_sets_punctuation_apart_but_not_in_numbers() =>
        Number(Compare("bleu", "It costs 3.5 EUR (new).", "It costs 3.5 EUR ( new ) .")).ShouldBe(1, 1e-12);

    [Theory]
    [InlineData("in Paris", "Paris", 2.0 / 3)]
    [InlineData("The Eiffel Tower!", "eiffel tower", 1)]
    [InlineData("London", "Paris", 0)]
    public void Token_f1_is_squads(string answer, string expected, double f1) =>
        Number(Compare("token_f1", answer, expected)).ShouldBe(f1, 1e-12);

    [Fact]
    public void Token_f1_takes_the_best_of_several() =>
        Judge("token_f1", "\"Denver Broncos\"", expectations: """{"expected_response":["Broncos","the Denver Broncos"]}""").Value.ShouldBe((FeedbackValue)1.0);

    [Theory]
    [InlineData("kitten", "sitting", 4.0 / 7)]
    [InlineData(" same ", "same", 1)]
    [InlineData("A", "a", 0)]
    public void Levenshtein_similarity_is_one_less_the_share_of_edits(string answer, string expected, double similarity) =>
        Number(Compare("levenshtein_similarity", answer, expected)).ShouldBe(similarity, 1e-12);

    [Fact]
    public void Levenshtein_similarity_may_ignore_case() =>
        Number(Compare("levenshtein_similarity", "A", "a", """{"ignore_case":true}""")).ShouldBe(1);

    // {the, cat, sat} and {a, cat, sat, down}: 2 of 5.
    [Fact]
    public void Word_overlap_is_jaccards() =>
        Number(Compare("word_overlap", "The cat sat, the CAT.", "a cat sat down")).ShouldBe(0.4, 1e-12);

    [Theory]
    [InlineData("It is 42.", "42", "{}", "yes")]
    [InlineData("First 7, then 1,234.50 EUR", "1234.5", "{}", "yes")]
    [InlineData("3.14", "3.14159", "{}", "no")]
    [InlineData("3.14", "3.14159", """{"relative":0.001}""", "yes")]
    [InlineData("−5", "-4", """{"absolute":1}""", "yes")]
    [InlineData("none", "1", "{}", "no")]
    public void Numeric_close_compares_the_last_numbers(string answer, string expected, string settings, string value) =>
        Compare("numeric_close", answer, expected, settings).Value.ShouldBe((FeedbackValue)value);

    [Fact]
    public void Numeric_close_takes_a_number_as_expected() =>
        Judge("numeric_close", "\"about 2e3\"", expectations: """{"expected_response":2000}""").Value.ShouldBe((FeedbackValue)"yes");

    private static double Number(Feedback feedback) => feedback.Value.ShouldNotBeNull().Number.ShouldNotBeNull();
}
