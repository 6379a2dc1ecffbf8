using ScriptHost.Contract;
using ScriptHost.Scoring;
using static ScriptHost.BuiltIns.BuiltIn;

namespace ScriptHost.BuiltIns;

/// <summary>Scorers that read nothing but the answer.</summary>
public sealed class AnswerScorerTests
{
    [Theory]
    [InlineData("""{"text":"forty"}""", "yes")]
    [InlineData("""{"text":"Forty"}""", "no")]
    [InlineData("""{"text":"Forty","ignore_case":true}""", "yes")]
    public void Contains_finds_a_text(string settings, string value) =>
        Judge("contains", "\"It is forty-two.\"", settings).Value.ShouldBe((FeedbackValue)value);

    [Theory]
    [InlineData("""{"texts":["one","two","four"]}""", 2.0 / 3)]
    [InlineData("""{"texts":["ONE"]}""", 0)]
    [InlineData("""{"texts":["ONE"],"ignore_case":true}""", 1)]
    public void Contains_all_gives_the_share(string settings, double share) =>
        Judge("contains_all", "\"one two three\"", settings).Value.ShouldBe((FeedbackValue)share);

    [Theory]
    [InlineData("""{"prefixes":["Yes","No"]}""", "yes")]
    [InlineData("""{"prefixes":["yes"]}""", "no")]
    [InlineData("""{"prefixes":["no"],"ignore_case":true}""", "yes")]
    public void Starts_with_takes_one_of_several(string settings, string value) =>
        Judge("starts_with", "\"  No, thanks.\"", settings).Value.ShouldBe((FeedbackValue)value);

    [Theory]
    [InlineData("""{"pattern":"F-\\d{5}"}""", "yes")]
    [InlineData("""{"pattern":"f-\\d{5}"}""", "no")]
    [InlineData("""{"pattern":"f-\\d{5}","ignore_case":true}""", "yes")]
    [InlineData("""{"pattern":"F-\\d{5}","whole":true}""", "no")]
    [InlineData("""{"pattern":"Order|Order F-\\d{5}\\.","whole":true}""", "yes")]
    public void Regex_match_searches_or_takes_the_whole(string settings, string value) =>
        Judge("regex_match", "\"Order F-20417.\"", settings).Value.ShouldBe((FeedbackValue)value);

    [Fact]
    public void A_pattern_that_is_none_is_an_error_that_says_where()
    {
        var outcome = Score("regex_match", Some.Trace(outputs: "\"x\""), """{"pattern":"(a"}""");

        outcome.Kind.ShouldBe(OutcomeKind.Error);
        outcome.Feedbacks[0].Error.ShouldNotBeNull().Message.ShouldContain("Invalid pattern '(a' at offset 2");
    }

    [Theory]
    [InlineData("""{"min":5}""", false)]
    [InlineData("""{"min":4,"max":4}""", true)]
    [InlineData("""{"max":3}""", false)]
    [InlineData("""{"max":1,"unit":"Words"}""", true)]
    [InlineData("""{"min":1,"max":1,"unit":"sentences"}""", true)]
    public void Response_length_counts_characters_words_or_sentences(string settings, bool value) =>
        Judge("response_length", "\"A! 😀\"", settings).Value.ShouldBe((FeedbackValue)value);

    [Theory]
    [InlineData("The cat sat.", """{"required":["cat"]}""", "yes")]
    [InlineData("The category.", """{"required":["cat"]}""", "no")]
    [InlineData("Not. My, problem", """{"forbidden":["not my problem"]}""", "no")]
    [InlineData("Your problem", """{"required":["your"],"forbidden":["not my problem"]}""", "yes")]
    public void Word_list_takes_whole_words(string answer, string settings, string value) =>
        Judge("word_list", Quoted(answer), settings).Value.ShouldBe((FeedbackValue)value);

    [Theory]
    [InlineData("I'm sorry, but I can't help with that.", true)]
    [InlineData("I cannot assist with this request.", true)]
    [InlineData("As an AI language model I have no opinion.", true)]
    [InlineData("That is against our policy.", true)]
    [InlineData("You can't miss it: the shop is next to the station.", false)]
    [InlineData("I'm sorry for the wait! It was paid out.", false)]
    public void Refusal_tells_a_refusal(string answer, bool refuses)
    {
        Judge("refusal", Quoted(answer)).Value.ShouldBe((FeedbackValue)!refuses);
        Judge("refusal", Quoted(answer), """{"wanted":true}""").Value.ShouldBe((FeedbackValue)refuses);
        Judge("refusal", Quoted(answer), expectations: """{"should_refuse":true}""").Value.ShouldBe((FeedbackValue)refuses);
    }

    // 8 words, so 7 pairs: a-b, b-a, a-b, b-c, c-a, a-b, b-d, of which a-b stands there three times.
    [Theory]
    [InlineData("a b a b c a B d", 2, 2.0 / 7)]
    [InlineData("a b c d", 4, 0)]
    [InlineData("no no no no", 1, 0.75)]
    public void Repetition_is_the_share_of_runs_seen_before(string answer, int n, double share) =>
        Judge("repetition", Quoted(answer), $$"""{"n":{{n}}}""").Value.ShouldNotBeNull().Number.ShouldNotBeNull().ShouldBe(share, 1e-12);

    // The examples of https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests: 116, 69 and 37.455, syllables counted by hand.
    [Theory]
    [InlineData("The cat sat on the mat.", 116.145)]
    [InlineData("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 68.9825)]
    [InlineData("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 37.4554)]
    public void Readability_gives_the_published_examples(string answer, double ease) =>
        Judge("readability", Quoted(answer)).Value.ShouldNotBeNull().Number.ShouldNotBeNull().ShouldBe(ease, 1e-3);

    // 6 words, 1 sentence, 6 syllables: 0.39 · 6 + 11.8 · 1 − 15.59.
    [Fact]
    public void Readability_gives_a_grade() =>
        Judge("readability", "\"The cat sat on the mat.\"", """{"formula":"Grade"}""").Value.ShouldNotBeNull().Number.ShouldNotBeNull().ShouldBe(-1.45, 1e-9);

    // 10 words, 2 sentences; syllables: I 1, wanted 2, tables 2, He 1, added 2, painted 2, waited 2, being 2, loved 1, families 3, together 18.
    [Fact]
    public void Readability_counts_endings() =>
        Judge("readability", "\"I wanted tables. He added, painted, waited, being loved, families.\"").Value.ShouldNotBeNull().Number.ShouldNotBeNull()
            .ShouldBe(206.835 - (1.015 * 5) - (84.6 * 1.8), 1e-9);

    [Theory]
    [InlineData("\"Wo ist es?\"", "Hier.", null, "yes")]
    [InlineData("""{"question":"Где посылка?","session":"s"}""", "Здесь.", null, "yes")]
    [InlineData("\"Где посылка?\"", "Over here.", null, "no")]
    [InlineData("\"テントはありますか\"", "はい、天幕があります。", null, "yes")]
    [InlineData("\"帐篷在哪里\"", "在这里。", null, "yes")]
    [InlineData("\"Where?\"", "Εδώ.", "Greek", "yes")]
    public void Language_script_compares_scripts(string inputs, string answer, string? script, string value) =>
        Only(Score("language_script", Some.Trace(inputs, Quoted(answer)), script is null ? null : $$"""{"script":"{{script}}"}""")).Value.ShouldBe((FeedbackValue)value);
}
