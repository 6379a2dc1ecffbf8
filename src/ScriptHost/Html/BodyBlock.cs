using System.Buffers;

namespace ScriptHost.Html;

/// <summary>Bodies that are unpacked together: a hundred, less when they are large.</summary>
/// <param name="page">Where to.</param>
/// <param name="kind">What the block is called in the page.</param>
/// <param name="budget">What it may take.</param>
internal sealed class BodyBlock(PageWriter page, string kind, BodyBudget budget)
{
    private const int Most = 100;
    private const int Full = 1024 * 1024;

    private readonly ArrayBufferWriter<byte> buffer = new(Full);
    private int first;
    private int count;

    /// <summary>The most bytes that the next body should have.</summary>
    public long Share => budget.Share;

    /// <summary>Takes the next body.</summary>
    public void Add(ReadOnlyMemory<byte> body)
    {
        buffer.Write(count == 0 ? "["u8 : ","u8);
        buffer.Write(body.Span);
        count++;
        if (count >= Most || buffer.WrittenCount >= Full)
        {
            Flush();
        }
    }

    /// <summary>Writes what was taken so far.</summary>
    public void Flush()
    {
        if (count == 0)
        {
            return;
        }

        buffer.Write("]"u8);
        budget.Spend(count, buffer.WrittenCount, page.Write(kind, first, buffer.WrittenSpan));
        first += count;
        count = 0;
        buffer.ResetWrittenCount();
    }
}
