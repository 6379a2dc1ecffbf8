using System.Buffers.Binary;
using System.Numerics;

namespace ScriptHost;

/// <summary>
/// SHA-256, as FIPS 180-4 has it: https://doi.org/10.6028/NIST.FIPS.180-4. The framework's own loads a library of cryptography, which takes many times as long as
/// all that a start hashes; it is the faster one from some hundred kilobytes on. The hashes are the same.
/// </summary>
internal static class Sha256
{
    /// <summary>How long a hash is, in bytes.</summary>
    public const int Size = 32;

    private const int BlockSize = 64;
    private const int LengthSize = 8;

    private static ReadOnlySpan<uint> Constants =>
    [
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
        0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
        0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
        0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
        0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
    ];

    private static ReadOnlySpan<uint> Start => [0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19];

    /// <summary>The hash of some bytes.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> content)
    {
        Span<uint> state = stackalloc uint[Start.Length];
        Span<uint> schedule = stackalloc uint[Constants.Length];
        Start.CopyTo(state);
        var whole = content.Length / BlockSize * BlockSize;
        for (var at = 0; at < whole; at += BlockSize)
        {
            Take(content.Slice(at, BlockSize), state, schedule);
        }

        // A one after the last bit, zeros, and the length in bits at the end of a block.
        var rest = content[whole..];
        Span<byte> end = stackalloc byte[2 * BlockSize];
        end.Clear();
        rest.CopyTo(end);
        end[rest.Length] = 0x80;
        var length = rest.Length < BlockSize - LengthSize ? BlockSize : 2 * BlockSize;
        BinaryPrimitives.WriteInt64BigEndian(end[(length - LengthSize)..], content.Length * 8L);
        for (var at = 0; at < length; at += BlockSize)
        {
            Take(end.Slice(at, BlockSize), state, schedule);
        }

        var hash = new byte[Size];
        for (var i = 0; i < state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * sizeof(uint)), state[i]);
        }

        return hash;
    }

    /// <summary>The hash of some bytes, 64 lower-case hexadecimal digits.</summary>
    public static string Hex(ReadOnlySpan<byte> content)
    {
        // Like the rest, in plain code: the framework's vectors are compiled at every start.
        const string Digits = "0123456789abcdef";
        Span<char> text = stackalloc char[2 * Size];
        var hash = Hash(content);
        for (var i = 0; i < hash.Length; i++)
        {
            text[2 * i] = Digits[hash[i] >> 4];
            text[(2 * i) + 1] = Digits[hash[i] & 0xF];
        }

        return new(text);
    }

    private static void Take(ReadOnlySpan<byte> block, Span<uint> state, Span<uint> schedule)
    {
        for (var i = 0; i < schedule.Length; i++)
        {
            schedule[i] = i < BlockSize / sizeof(uint)
                ? BinaryPrimitives.ReadUInt32BigEndian(block[(i * sizeof(uint))..])
                : Near(schedule[i - 2], 17, 19, 10) + schedule[i - 7] + Near(schedule[i - 15], 7, 18, 3) + schedule[i - 16];
        }

        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var i = 0; i < schedule.Length; i++)
        {
            var first = h + Far(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + Constants[i] + schedule[i];
            var second = Far(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e) = (g, f, e, d + first);
            (d, c, b, a) = (c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static uint Near(uint word, int first, int second, int shift) =>
        BitOperations.RotateRight(word, first) ^ BitOperations.RotateRight(word, second) ^ (word >> shift);

    private static uint Far(uint word, int first, int second, int third) =>
        BitOperations.RotateRight(word, first) ^ BitOperations.RotateRight(word, second) ^ BitOperations.RotateRight(word, third);
}
