using System.Text;

namespace ScriptHost.Workers;

/// <summary>What a process says on its standard error, which is little unless it ends; heard on another thread.</summary>
/// <param name="kill">Ends the process.</param>
internal sealed class LastWords(Action kill)
{
    private const int Most = 4096;

    private readonly StringBuilder text = new();
    private bool isSilent;
    private volatile bool hasOverflown;

    /// <summary>Whether its stack was full. It ends for it, but may be killed before.</summary>
    public bool HasOverflown => hasOverflown;

    /// <summary>Whether its memory was.</summary>
    public bool IsOutOfMemory
    {
        get
        {
            var said = ToString();

            return said.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || said.Contains("OutOfMemory", StringComparison.Ordinal);
        }
    }

    /// <summary>Takes note of a line; null when there will be none any more.</summary>
    public void Hear(string? line)
    {
        if (line is null)
        {
            lock (text)
            {
                isSilent = true;
                Monitor.PulseAll(text);
            }

            return;
        }

        // What follows are thousands of frames, which may take longer than the call's deadline: it must not depend on that what it was.
        if (line.StartsWith("Stack overflow.", StringComparison.Ordinal))
        {
            hasOverflown = true;
            kill();
        }

        lock (text)
        {
            if (text.Length < Most)
            {
                text.AppendLine(line);
            }
        }
    }

    /// <summary>Waits until there is no more to hear.</summary>
    /// <param name="patience">The longest to wait.</param>
    public void Wait(TimeSpan patience)
    {
        lock (text)
        {
            if (!isSilent)
            {
                Monitor.Wait(text, patience);
            }
        }
    }

    /// <summary>Their beginning, in lines.</summary>
    public override string ToString()
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
