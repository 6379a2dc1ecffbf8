using System.Globalization;
using System.Text;

namespace ScriptHost.Traces;

/// <summary>Texts that come again are found, and never those of others.</summary>
public sealed class RecentTextsTests
{
    [Fact]
    public void A_text_is_found_until_another_one_takes_its_place_and_is_never_that_of_other_JSON()
    {
        var texts = new RecentTexts();
        var found = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var number = i / 2 % 700;
            var text = new string('x', number % 70) + number.ToString(CultureInfo.InvariantCulture);
            var json = Encoding.UTF8.GetBytes($"\"{text}\"");
            if (texts.TryFind(json, out var kept))
            {
                found++;
                kept.ShouldBe(text);
            }
            else
            {
                texts.Keep(json, text).ShouldBe(text);
            }
        }

        found.ShouldBeInRange(5_000, 19_000);
    }

    [Fact]
    public void What_is_short_is_not_kept()
    {
        var texts = new RecentTexts();

        texts.Keep("\"a\""u8, "a");

        texts.TryFind("\"a\""u8, out _).ShouldBeFalse();
        texts.TryFind(default, out _).ShouldBeFalse();
    }
}
