using System.Text;

namespace ScriptHost.Benchmarks.Corpora;

/// <summary>A long text of words, of which texts of any length are cut: far quicker than joining words for each.</summary>
internal sealed class WordSea
{
    private const int Size = 1 << 20;

    // No letter beyond the basic plane: jq counts those as one, C# and JavaScript as two, and all are to find the same lengths.
    private static readonly string[] Words =
        ("the order was shipped and your refund of 20 EUR is on its way please see policy for details about tents boots rain jackets "
        + "größe Straße naïve 東京 → “quoted” \"as_is\" C:\\temp\\a.txt line\nbreak").Split(' ');

    private readonly Random random;
    private readonly string sea;

    /// <summary>Makes the text.</summary>
    /// <param name="random">What words are drawn with.</param>
    public WordSea(Random random)
    {
        this.random = random;
        var text = new StringBuilder(Size + 16);
        while (text.Length < Size)
        {
            text.Append(Words[random.Next(Words.Length)]).Append(' ');
        }

        sea = text.ToString();
    }

    /// <summary>Some words.</summary>
    /// <param name="letters">About how many letters.</param>
    public string Text(int letters)
    {
        var length = Math.Clamp(letters, 1, Size / 2);
        var from = sea.IndexOf(' ', random.Next(Size - (2 * length))) + 1;

        return sea.Substring(from, Math.Min(length, sea.Length - from)).TrimEnd();
    }
}
