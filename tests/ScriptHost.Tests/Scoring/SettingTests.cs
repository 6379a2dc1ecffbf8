using System.Text.Json.Nodes;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

public sealed class SettingTests
{
    private enum Level
    {
        Low,
        High,
    }

    private static readonly Delegate Entry =
        string (int min = 50, double share = 0.5, bool strict = false, string tone = "calm", Level level = Level.Low, Level? other = null, TimeSpan? limit = null, TimeSpan pause = default, string[]? words = null, IReadOnlyDictionary<string, double>? weights = null, decimal exact = 1.5m, long? most = null) =>
            $"{min} {share} {strict} {tone} {level} {other} {limit} {pause} {string.Join('|', words ?? [])} {weights?.Sum(w => w.Value)} {exact} {most}";

    [Fact]
    public void Settings_have_their_defaults() =>
        Value(null).ShouldBe("50 0.5 False calm Low   00:00:00   1.5 ");

    [Fact]
    public void Settings_take_the_place_of_defaults() =>
        Value("""{"min":7,"share":1,"strict":true,"tone":"warm","level":"high","other":"Low","limit":"00:00:02","pause":"00:01:00","words":["a","b"],"weights":{"x":0.5,"y":2},"exact":0.10,"most":9007199254740993}""")
            .ShouldBe("7 1 True warm High Low 00:00:02 00:01:00 a|b 2.5 0.10 9007199254740993");

    [Theory]
    [InlineData("""{"mim":7}""", FaultCode.UnknownSetting, "has no setting 'mim'; it has 'min', ")]
    [InlineData("""{"mim":7}""", FaultCode.UnknownSetting, "Did you mean 'min'?")]
    [InlineData("""{"outputs":"x"}""", FaultCode.UnknownSetting, "'outputs'")]
    [InlineData("""{"min":"7"}""", FaultCode.SettingValue, "takes the setting 'min' as 'int'; \"7\" does not fit.")]
    [InlineData("""{"min":7.5}""", FaultCode.SettingValue, "7.5 does not fit.")]
    [InlineData("""{"min":null}""", FaultCode.SettingValue, "null does not fit.")]
    [InlineData("""{"tone":null}""", FaultCode.SettingValue, "'tone' as 'string'")]
    [InlineData("""{"level":"hihg"}""", FaultCode.SettingValue, "Did you mean 'High'? It takes Low, High.")]
    [InlineData("""{"level":7}""", FaultCode.SettingValue, "It takes Low, High.")]
    [InlineData("""{"limit":"soon"}""", FaultCode.SettingValue, "'TimeSpan?'")]
    [InlineData("""{"words":"a"}""", FaultCode.SettingValue, "'string[]?'")]
    [InlineData("""{"share":1e999}""", FaultCode.SettingValue, "'share'")]
    public void A_setting_that_does_not_fit_is_a_fault(string settings, string code, string part)
    {
        var fault = EntryBinding.Bind(Some.Entry(Entry), JsonNode.Parse(settings)?.AsObject()).Diagnostics.ShouldHaveSingleItem();

        fault.Code.ShouldBe(code);
        fault.Message.ShouldContain(part);
    }

    [Fact]
    public void What_a_call_does_to_its_list_no_other_call_sees()
    {
        using var scorer = Some.Bound(EntryBinding.Bind(
            Some.Entry((List<string>? words = null) =>
            {
                words?.Add("more");

                return words?.Count;
            }),
            new JsonObject { ["words"] = new JsonArray("a") }));
        var runner = new ScorerRunner(TimeSpan.FromSeconds(1));

        runner.Score(scorer, Some.Trace(), CancellationToken.None).Feedbacks[0].Value.ShouldBe((FeedbackValue)2);
        runner.Score(scorer, Some.Trace(), CancellationToken.None).Feedbacks[0].Value.ShouldBe((FeedbackValue)2);
    }

    [Fact]
    public void A_stated_default_must_fit_its_setting() =>
        EntryBinding.Bind(Some.Entry(Scorer.Define((string[]? words = null) => true, defaults: new Dictionary<string, object?> { ["words"] = 5 })))
            .Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("Scorer 'some_scorer' states a default for the setting 'words' that 'string[]' cannot take.");

    private static string Value(string? settings)
    {
        using var scorer = Some.Bound(EntryBinding.Bind(Some.Entry(Entry), settings is null ? null : JsonNode.Parse(settings)?.AsObject()));

        return new ScorerRunner(TimeSpan.FromSeconds(1)).Score(scorer, Some.Trace(), CancellationToken.None).Feedbacks.ShouldHaveSingleItem().Value.ToString() ?? "";
    }
}
