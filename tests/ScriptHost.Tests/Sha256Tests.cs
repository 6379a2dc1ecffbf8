using System.Security.Cryptography;
using System.Text;

namespace ScriptHost;

public sealed class Sha256Tests
{
    // FIPS 180-4's own examples: https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void Hashes_are_those_of_the_standard(string text, string hash) => Sha256.Hex(Encoding.UTF8.GetBytes(text)).ShouldBe(hash);

    [Fact]
    public void Hashes_of_all_lengths_are_those_of_the_framework()
    {
        var bytes = new byte[1000];
        new Random(1).NextBytes(bytes);

        for (var length = 0; length <= bytes.Length; length++)
        {
            Sha256.Hash(bytes.AsSpan(0, length)).ShouldBe(SHA256.HashData(bytes.AsSpan(0, length)));
        }
    }
}
