using System.Runtime.InteropServices;

namespace ScriptHost.Traces;

/// <summary>The window over a file's bytes: what it shows, where that stands, and how far it reads.</summary>
public sealed class ByteWindowTests
{
    private const int Page = 1 << 12;

    private static readonly byte[] Content = [.. Enumerable.Range(0, 1 << 20).Select(i => (byte)(i * 7 / 3))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_095)]
    [InlineData(262_143)]
    public void Bytes_stand_where_they_stand_in_a_page_of_the_file(int offset)
    {
        var stream = new MemoryStream(Content) { Position = offset };
        using var window = new ByteWindow(stream, offset);
        while (window.Fill())
        {
            window.Offset.ShouldBe(stream.Position - window.Bytes.Length);
            window.Bytes.Span.SequenceEqual(Content.AsSpan((int)window.Offset, window.Bytes.Length)).ShouldBeTrue();
            MemoryMarshal.TryGetArray<byte>(window.Bytes, out var segment).ShouldBeTrue();
            (Marshal.UnsafeAddrOfPinnedArrayElement(segment.Array.ShouldNotBeNull(), segment.Offset) % Page).ShouldBe((nint)(window.Offset % Page));

            window.Pass(window.Bytes.Length - Math.Min(window.Bytes.Length, 5_000));
        }

        window.IsEnd.ShouldBeTrue();
        stream.Position.ShouldBe(Content.Length);
    }

    [Fact]
    public void What_has_to_be_seen_at_once_is_seen_at_once()
    {
        using var window = new ByteWindow(new MemoryStream(Content), 0);
        while (window.Fill())
        {
        }

        window.Bytes.Span.SequenceEqual(Content).ShouldBeTrue();
    }

    [Fact]
    public void Little_is_read_beyond_what_is_wanted_and_all_that_is_asked_for()
    {
        var stream = new MemoryStream(Content);
        using var window = new ByteWindow(stream, 0, wanted: 100_000);

        window.Fill().ShouldBeTrue();
        stream.Position.ShouldBeInRange(100_000, 120_000);

        while (window.Fill())
        {
        }

        window.Bytes.Span.SequenceEqual(Content).ShouldBeTrue();
    }

    [Fact]
    public void Where_the_file_is_known_to_end_nobody_tries_to_read_on()
    {
        using var window = new ByteWindow(new MemoryStream(Content, 0, 100), 0, length: 100);

        window.Fill().ShouldBeTrue();

        window.IsEnd.ShouldBeTrue();
    }
}
