using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ScriptHost.Containment;

/// <summary>
/// A <see cref="ContainmentPlan"/> on its way to the process: all that the parent, which runs already, can work out for it. It travels in an
/// environment variable: that survives the process's second start, is read before anything else is touched, and leaves arguments and
/// standard input to what the process is for. It holds at most some ten thousand characters, of the 128 KiB that the kernel allows.
/// </summary>
/// <param name="MemoryBytes">The size that the managed heap may reach, in bytes.</param>
/// <param name="Network">Whether it may go out to the network.</param>
/// <param name="SharedFile">The one file that may be written, or nothing.</param>
/// <param name="Filter">The program of the <see cref="SystemCallFilter"/>, in base 64; nothing when there is none for this processor.</param>
/// <param name="Readable">What may be read beside the runtime and the program.</param>
internal sealed record ContainmentOrder(long MemoryBytes, bool Network, string SharedFile, string Filter, string[] Readable)
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "SCRIPTHOST_CONTAINMENT";

    private const string WithNetwork = "network";
    private const int FixedLines = 4;

    /// <summary>The order that this process was given; null when it was given none.</summary>
    /// <exception cref="FormatException">The variable does not hold an order.</exception>
    public static ContainmentOrder? Given()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } text)
        {
            return null;
        }

        // No culture is named here: with the first one, the runtime loads ICU, and the first start of a process is over before it needs that.
        var lines = EscapedLines.Split(text);
        if (lines.Length < FixedLines || !Utf8Parser.TryParse(Encoding.UTF8.GetBytes(lines[0]), out long memory, out var length) || length != lines[0].Length || memory < 0)
        {
            throw new FormatException($"The environment variable {Variable} does not hold a containment order; only the program itself sets it.");
        }

        return new(memory, lines[1] == WithNetwork, lines[2], lines[3], lines[FixedLines..]);
    }

    /// <summary>The order as the variable's value.</summary>
    public string ToText() => EscapedLines.Join([MemoryBytes.ToString(CultureInfo.InvariantCulture), Network ? WithNetwork : "", SharedFile, Filter, .. Readable]);
}
