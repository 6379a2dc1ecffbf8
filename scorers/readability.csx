// How easy is the answer to read, if it is English? Flesch's reading ease: 206.835 − 1.015 words/sentence − 84.6 syllables/word, about 0 (hard) to 121 (easy)
// (Flesch 1948), or with 'formula: grade' Kincaid's school grade (Kincaid et al. 1975). Reads outputs; answers of fewer than 'min_words' words are not judged.
enum Formula { Ease, Grade }

bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

// How many letters at the end are not spoken: a silent e counts only after l (table), -ed only after d and t.
int Silent(string word) => word switch
{
    [.., not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'l'), 'e', 's'] or [.., not ('d' or 't'), 'e', 'd'] => 2,
    [.., not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'l'), 'e'] or [.., 'a' or 'e' or 'i' or 'o' or 'u' or 'y', 'l', 'e'] => 1,
    _ => 0,
};

// Syllables are runs of vowels; -ing counts by itself.
int Syllables(string written)
{
    var word = written.ToLowerInvariant();
    var spoken = word.AsSpan(0, word.Length - Silent(word));
    var ing = spoken.EndsWith("ing") ? spoken.Length - 3 : -1;
    var runs = 0;
    for (var i = 0; i < spoken.Length; i++)
    {
        if (IsVowel(spoken[i]) && (i == 0 || i == ing || !IsVowel(spoken[i - 1])))
        {
            runs++;
        }
    }

    return Math.Max(1, runs);
}

Feedback Flesch(string outputs, Formula formula = Formula.Ease, int min_words = 5)
{
    var words = Text.Words(outputs);
    if (words.Count < min_words || words.All(w => !char.IsAsciiLetter(w[0])))
    {
        return Feedback.NotApplicable($"The answer has fewer than {min_words} words, or none of Latin letters.");
    }

    var length = (double)words.Count / Text.Sentences(outputs).Count;
    var weight = (double)words.Sum(Syllables) / words.Count;
    var value = formula == Formula.Ease ? 206.835 - 1.015 * length - 84.6 * weight : 0.39 * length + 11.8 * weight - 15.59;

    return new Feedback(Math.Round(value, 4), $"{length:0.0} words in a sentence, {weight:0.00} syllables in a word.");
}

return Scorer.Define(Flesch, description: "How easy an English answer is to read: Flesch's ease, about 0 (hard) to 121 (easy), or Kincaid's school grade.");
