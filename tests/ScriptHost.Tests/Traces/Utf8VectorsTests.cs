using System.Text;
using System.Text.Unicode;

namespace ScriptHost.Traces;

/// <summary>What is UTF-8 is what is UTF-8 to .NET, wherever in a step it stands.</summary>
public sealed class Utf8VectorsTests
{
    // First bytes and continuations at the borders of what is allowed.
    private static readonly byte[] Borders = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF];

    [Fact]
    public void Every_row_of_bytes_at_the_borders_is_judged_as_NET_judges_it()
    {
        Span<byte> text = stackalloc byte[70];
        foreach (var first in Borders)
        {
            foreach (var second in Borders)
            {
                foreach (var third in Borders)
                {
                    foreach (var last in Borders)
                    {
                        for (var at = 27; at < 34; at += 2)
                        {
                            text.Fill((byte)'a');
                            (text[at], text[at + 1], text[at + 2], text[at + 3]) = (first, second, third, last);
                            if (Utf8Vectors.IsValid(text) != Utf8.IsValid(text))
                            {
                                Convert.ToHexString(text).ShouldBeNull();
                            }
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Every_cut_of_a_text_is_judged_as_NET_judges_it()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("aß東\U0001F600", 20)));
        for (var length = 0; length <= text.Length; length++)
        {
            Utf8Vectors.IsValid(text.AsSpan(0, length)).ShouldBe(Utf8.IsValid(text.AsSpan(0, length)));
        }
    }
}
