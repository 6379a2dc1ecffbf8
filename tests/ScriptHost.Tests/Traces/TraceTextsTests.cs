using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScriptHost.Traces;

public sealed class TraceTextsTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var property in typeof(TraceTexts).GetProperties(BindingFlags.Public | BindingFlags.Static))
            {
                data.Add(property.Name, property.GetValue(null) as string ?? "");
            }

            data.Add("InProgress(null)", TraceTexts.InProgress("null"));
            data.Add("InProgress(0)", TraceTexts.InProgress("0"));
            data.Add("InProgress()", TraceTexts.InProgress(null));
            data.Add("With", TraceTexts.With("tr-1", "s-2", """{"a":"é \"b\""}"""));

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_text_is_JSON_and_differs_from_the_plain_one(string name, string text)
    {
        using var _ = JsonDocument.Parse(text);

        if (name != nameof(TraceTexts.V3))
        {
            text.ShouldNotBe(TraceTexts.V3);
        }

        Regex.Count(text, "\"info\"").ShouldBeLessThanOrEqualTo(1);
    }
}
