namespace ScriptHost.Presets;

public sealed class ScorerArgumentTests
{
    [Theory]
    [InlineData("fluency", "fluency")]
    [InlineData("fluency,safety", "fluency; safety")]
    [InlineData(" fluency , safety ", "fluency; safety")]
    [InlineData("response_length:min=50,max=300", "response_length {max: 300, min: 50}")]
    [InlineData("fluency,response_length:min=5", "fluency; response_length {min: 5}")]
    [InlineData("short=response_length:max=50", "short=response_length {max: 50}")]
    [InlineData("mine=safety", "mine=safety")]
    [InlineData("word_list:language=no", "word_list {language: \"no\"}")]
    [InlineData("word_list:language=a:b=c", "word_list {language: \"a:b=c\"}")]
    [InlineData("word_list:language=\"a, b\"", "word_list {language: \"a, b\"}")]
    [InlineData("word_list:language='it''s'", "word_list {language: \"it's\"}")]
    [InlineData("word_list:language=\"say \\\"hi\\\"\"", "word_list {language: \"say \\\"hi\\\"\"}")]
    [InlineData("word_list:language=\"\\d+\"", "word_list {language: \"\\\\d+\"}")]
    [InlineData("word_list:language=\"5\"", "word_list {language: \"5\"}")]
    [InlineData("word_list:words=[a, 'b, c', 7],level=4", "word_list {level: 4, words: [\"a\",\"b, c\",\"7\"]}")]
    [InlineData("word_list:words=[]", "word_list {words: []}")]
    [InlineData("word_list:weights={a: 1, 'b c': 2.5}", "word_list {weights: {\"a\":1,\"b c\":2.5}}")]
    [InlineData("word_list:pause=2s", "word_list {pause: \"00:00:02\"}")]
    [InlineData("word_list:words=null", "word_list {words: null}")]
    public void Scorers_are_named_and_configured(string argument, string expected)
    {
        var (preset, diagnostics) = PresetTexts.CommandLine(argument);

        diagnostics.ShouldBeEmpty();
        string.Join("; ", PresetTexts.Shown(preset.ShouldNotBeNull())).ShouldBe(expected);
    }

    [Theory]
    [InlineData("", "A scorer's name is missing, at character 1.")]
    [InlineData("fluency,", "A scorer's name is missing, at character 9.")]
    [InlineData("a b", "'a b' is no name; it may hold letters of a to z, digits, - and _, at character 1.")]
    [InlineData("=safety", "A scorer's name is missing, at character 1.")]
    [InlineData("x=", "A scorer's name is missing, at character 3.")]
    [InlineData("safety:", "A setting is missing; write NAME=VALUE, at character 8.")]
    [InlineData("safety:strict", "The setting 'strict' has no value; write strict=VALUE, or another scorer with a --scorer of its own, at character 8.")]
    [InlineData("safety:strict=true,fluency", "The setting 'fluency' has no value; write fluency=VALUE, or another scorer with a --scorer of its own, at character 20.")]
    [InlineData("safety:limit=1,limit=2", "The setting 'limit' is given a second time, at character 16.")]
    [InlineData("word_list:language=\"open", "The \" here has no second one, at character 20.")]
    [InlineData("word_list:language='open", "The ' here has no second one, at character 20.")]
    [InlineData("word_list:language=\"a\"b", "'b' is unexpected; put a value with such marks in quotes, at character 23.")]
    [InlineData("word_list:words=[a", "A ',' or ']' is missing, at character 19.")]
    [InlineData("word_list:words=[", "A ']' is missing, at character 18.")]
    [InlineData("word_list:words=[a}", "A ',' or ']' is missing, at character 19.")]
    [InlineData("word_list:weights={a}", "The key 'a' has no value; write a: VALUE, at character 20.")]
    [InlineData("word_list:weights={a: 1, a: 2}", "The key 'a' is given a second time, at character 26.")]
    [InlineData("word_list:words=[[[[[[[[[[[[[[[[[[", "The value is nested deeper than 16 levels, at character 34.")]
    public void What_cannot_be_read_is_told_with_its_place(string argument, string sentence)
    {
        var (preset, diagnostics) = PresetTexts.CommandLine(argument);

        preset.ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().ToString().ShouldBe($"--scorer {argument}: error SH4105: {sentence}");
    }

    [Theory]
    [InlineData("fluenci", "SH4101: There is no scorer 'fluenci'. Did you mean 'fluency'?")]
    [InlineData("response_length:mim=5", "SH4102: Scorer 'response_length' has no setting 'mim'; it has 'min', 'max'. Did you mean 'min'?")]
    [InlineData("response_length:min=many", "SH4103: Scorer 'response_length' takes the setting 'min' as 'int': 'many' must be a whole number.")]
    [InlineData("response_length:min=", "SH4103: Scorer 'response_length' takes the setting 'min' as 'int': it has no value, and must have one.")]
    [InlineData("word_list:words=a", "SH4103: Scorer 'word_list' takes the setting 'words' as 'string[]?': 'a' is a single value, and must be a list.")]
    public void What_does_not_fit_is_told_as_in_a_preset(string argument, string rest) =>
        PresetTexts.CommandLine(argument).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe($"--scorer {argument}: error {rest}");
}
