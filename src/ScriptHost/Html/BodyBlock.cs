using System.Buffers;
using System.Text;
using ScriptHost.Traces;

namespace ScriptHost.Html;

/// <summary>Bodies that are unpacked together: a hundred, less when they are large.</summary>
internal sealed class BodyBlock
{
    private const int Most = 100;
    private const int Full = 1024 * 1024;

    private readonly ArrayBufferWriter<byte> buffer = new(Full);
    private readonly OutcomeTable table = new();
    private readonly PageWriter page;
    private readonly string kind;
    private readonly BodyBudget budget;
    private readonly BodyWriter writer;
    private int first;
    private int count;

    /// <summary>Begins.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="kind">What the block is called in the page.</param>
    /// <param name="budget">What it may take.</param>
    public BodyBlock(PageWriter page, string kind, BodyBudget budget)
    {
        (this.page, this.kind, this.budget) = (page, kind, budget);
        writer = new(buffer, table);
    }

    /// <summary>Takes the next unit.</summary>
    public void Add(ScoredUnit unit, TraceDocument? document)
    {
        buffer.Write(count == 0 ? "{\"rows\":["u8 : ","u8);
        writer.Write(unit, document, budget.Share);
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

        buffer.Write(Encoding.UTF8.GetBytes($"],\"outcomes\":[{string.Join(',', table.All)}]}}"));
        budget.Spend(count, page.Write(kind, first, buffer.WrittenSpan));
        first += count;
        count = 0;
        table.Clear();
        buffer.ResetWrittenCount();
    }
}
