namespace ScriptHost.Html;

public sealed class DetailTests
{
    [Theory]
    [InlineData("1234", "1234", 0)]
    [InlineData("12345", "1234… (1 more characters)", 1)]
    [InlineData("123🙂6", "123… (3 more characters)", 1)]
    public void A_long_text_is_cut_and_says_so(string text, string expected, int expectedCut)
    {
        var cut = 0;

        new Detail(4, 10).Of(text, ref cut).ShouldBe(expected);
        cut.ShouldBe(expectedCut);
    }
}
