using System.Globalization;
using System.Text;

namespace ScriptHost.Traces;

/// <summary>JSON at random, with all that is awkward in it, and texts that are nearly JSON; the same for the same seed.</summary>
/// <param name="seed">Any number.</param>
internal sealed class RandomJson(int seed)
{
    private static readonly string[] Escapes = ["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u00e9", "\\u0000", "\\uD83D\\uDE00", "\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\u005C"];

    private static readonly string[] Plain = ["a", " ", "order", "{", "}", "[", "]", ":", ",", "'", "é", "😀", "\u007f", "\u2028", "the refund of 20 EUR is on its way, please see the policy"];

    private static readonly string[] Numbers = ["0", "-0", "1", "-12", "3.25", "1e5", "-1.5E-7", "1795301573000000000", "123456789012345678901234567890", "1e400", "0.1e+2"];

    private static readonly string[] Blanks = ["", "", "", " ", "\n", "\r\n", "\t", "                                                                  "];

    // What a mutation writes into a document.
    private static readonly string[] Faults = ["\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e", "\\u", "\\u12", "\\q", "\u0001", "\t", "\n", " ", "nul", "true", "\uFEFF", "/", "'", "é", "\\\\\\", "\\\\\\\\"];

    private readonly Random random = new(seed);

    /// <summary>A document that is JSON.</summary>
    public byte[] Document()
    {
        var text = new StringBuilder();
        Value(text, depth: 0);

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A document with a few changes, or cut: most often no JSON any more.</summary>
    public byte[] Mutation(byte[] document)
    {
        var bytes = document.ToList();
        for (var i = random.Next(1, 4); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, random.Next(Math.Min(80, bytes.Count - at))));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Any(Faults)));
                    break;
            }
        }

        return [.. bytes];
    }

    private string Any(string[] texts) => texts[random.Next(texts.Length)];

    private void Value(StringBuilder text, int depth)
    {
        text.Append(Any(Blanks));
        switch (random.Next(depth > 5 ? 6 : 9))
        {
            case 0:
                text.Append(Any(["null", "true", "false"]));
                break;
            case 1:
                text.Append(Any(Numbers));
                break;
            case 2:
                text.Append(random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture));
                break;
            case < 6:
                String(text);
                break;
            case 6:
                Items(text, '[', ']', () => Value(text, depth + 1));
                break;
            default:
                Items(text, '{', '}', () =>
                {
                    // Few names, so that some stand twice.
                    text.Append(Any(Blanks)).Append(Any(["\"a\"", "\"b\"", "\"\\u0061\"", "\"\"", "\"a long name that reaches over the end of a block of sixty-four bytes\""]));
                    text.Append(Any(Blanks)).Append(':');
                    Value(text, depth + 1);
                });
                break;
        }

        text.Append(Any(Blanks));
    }

    private void Items(StringBuilder text, char opening, char closing, Action item)
    {
        text.Append(opening);
        for (var i = random.Next(6); i > 0; i--)
        {
            item();
            text.Append(i > 1 ? "," : "");
        }

        text.Append(Any(Blanks)).Append(closing);
    }

    private void String(StringBuilder text)
    {
        text.Append('"');
        for (var i = random.Next(12); i > 0; i--)
        {
            text.Append(random.Next(3) == 0 ? new string('\\', 2 * random.Next(1, 40)) : Any(random.Next(2) == 0 ? Escapes : Plain));
        }

        text.Append('"');
    }
}
