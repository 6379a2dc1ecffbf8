using System.Buffers;
using System.Buffers.Text;

namespace ScriptHost.Benchmarks.Contenders;

/// <summary>Writes a line for each trace to standard output, <c>ID TAB NUMBER</c>, as every contender does in its own way.</summary>
internal sealed class ResultLines : IDisposable
{
    private const int Full = 1 << 16;

    private readonly Stream output = Console.OpenStandardOutput();
    private readonly ArrayBufferWriter<byte> buffer = new(2 * Full);

    /// <summary>Writes a line.</summary>
    /// <param name="id">The trace.</param>
    /// <param name="number">What was found.</param>
    public void Write(ReadOnlySpan<byte> id, long number)
    {
        buffer.Write(id);
        buffer.Write("\t"u8);
        Utf8Formatter.TryFormat(number, buffer.GetSpan(20), out var length);
        buffer.Advance(length);
        buffer.Write("\n"u8);
        if (buffer.WrittenCount >= Full)
        {
            Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        output.Dispose();
    }

    private void Flush()
    {
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
