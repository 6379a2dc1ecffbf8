// Is the answer written in the script of the question, or in the one that 'script' names? yes or no, by the script that most of its letters are of.
// Reads inputs and outputs. Blocks of Unicode (https://unicode.org/charts); a question or answer without letters is not judged.
enum Writing { Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Thai, Hangul, Kana, Han }

Writing? Of(int letter) => letter switch
{
    < 0x250 or (>= 0x1E00 and < 0x1F00) or (>= 0xFF21 and <= 0xFF5A) => Writing.Latin,
    (>= 0x370 and < 0x400) or (>= 0x1F00 and < 0x2000) => Writing.Greek,
    >= 0x400 and < 0x530 => Writing.Cyrillic,
    >= 0x590 and < 0x600 => Writing.Hebrew,
    (>= 0x600 and < 0x780) or (>= 0xFB50 and < 0xFF00) => Writing.Arabic,
    >= 0x900 and < 0x980 => Writing.Devanagari,
    >= 0xE00 and < 0xE80 => Writing.Thai,
    (>= 0x1100 and < 0x1200) or (>= 0xAC00 and < 0xD7B0) => Writing.Hangul,
    >= 0x3040 and < 0x3100 => Writing.Kana,
    (>= 0x3400 and < 0xA000) or (>= 0xF900 and < 0xFB00) or >= 0x20000 => Writing.Han,
    _ => null,
};

Writing? Main(string text)
{
    var letters = new int[Enum.GetValues<Writing>().Length];
    foreach (var rune in text.EnumerateRunes())
    {
        if (Rune.IsLetter(rune) && Of(rune.Value) is { } writing)
        {
            letters[(int)writing]++;
        }
    }

    // Japanese mixes Han and Kana: where there is Kana, it is Japanese.
    if (letters[(int)Writing.Kana] > 0)
    {
        letters[(int)Writing.Kana] += letters[(int)Writing.Han];
        letters[(int)Writing.Han] = 0;
    }

    var most = letters.Max();

    return most == 0 ? null : (Writing)letters.IndexOf(most);
}

// The texts of an object's members, not their names.
string Said(JsonNode? node) => node switch
{
    JsonObject o => string.Join(' ', o.Select(m => Said(m.Value))),
    JsonArray a => Said(a.LastOrDefault()),
    _ => node?.ToString() ?? "",
};

Feedback Same(JsonNode? inputs, string outputs, Writing? script = null)
{
    if ((script ?? Main(Said(inputs))) is not { } wanted || Main(outputs) is not { } found)
    {
        return Feedback.NotApplicable("The question or the answer has no letters; set 'script' to the script that the answer must have.");
    }

    return new Feedback(found == wanted ? "yes" : "no", $"Most letters of the answer are {found}; {wanted} was expected.");
}

return Scorer.Define(Same, description: "Whether the answer is written in the question's script, or in a given one: yes or no.");
