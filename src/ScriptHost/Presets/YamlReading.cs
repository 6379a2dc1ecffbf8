using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ScriptHost.Presets;

/// <summary>
/// Reads one YAML file strictly: one document, no anchors, aliases or tags, no key twice. The only place that knows the YAML library.
/// </summary>
/// <param name="path">The file, for messages.</param>
/// <param name="code">The code of its faults.</param>
internal sealed class YamlReading(string path, string code)
{
    private const int MaxBytes = 1024 * 1024;
    private const int MaxDepth = 64;

    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="content">UTF-8.</param>
    /// <param name="code">The code of syntax faults, which says whose file it is.</param>
    public static YamlDocument Read(string path, ReadOnlyMemory<byte> content, string code) =>
        new YamlReading(path, code).Read(content.Span);

    private YamlDocument Read(ReadOnlySpan<byte> content)
    {
        YamlNode? root = null;
        Parser? parser = null;
        try
        {
            if (content.Length > MaxBytes)
            {
                Fault(0, 0, $"The file has {content.Length} bytes; it may have {MaxBytes}.");

                return new(null, diagnostics);
            }

            var text = new UTF8Encoding(false, true).GetString(content).TrimStart('\uFEFF');
            if (text.Any(IsForbidden))
            {
                RefuseCharacter(text);

                return new(null, diagnostics);
            }

            parser = new Parser(new StringReader(text));
            root = ReadStream(parser);
        }
        catch (DecoderFallbackException fault)
        {
            var before = content[..Math.Clamp(fault.Index, 0, content.Length)];
            var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
            Fault(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(line) + 1, "The file is not UTF-8 from here on; save it as UTF-8.");
        }
        catch (YamlException fault)
        {
            // Where a tab stands in the indentation, the fault begins at the mapping that it would belong to.
            var at = fault.Message.Contains("tab", StringComparison.Ordinal) ? fault.End : fault.Start;
            Fault((int)at.Line, (int)at.Column, $"The file is no YAML: {fault.Message.TrimEnd('.')}.");
        }

        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            // Some texts lead the library's scanner astray, which YamlDotNet 16.3 does not tell as a fault of the text.
            var at = parser?.Current?.End ?? Mark.Empty;
            Fault((int)at.Line, (int)at.Column, "The file is no YAML from here on.");
        }

        return new(root, diagnostics);
    }

    // The library takes such a character for the end of the file, and what comes after it would be left out unseen.
    private void RefuseCharacter(string text)
    {
        var (number, line) = text.Split('\n').Index().First(l => l.Item.Any(IsForbidden));
        var column = line.Index().First(c => IsForbidden(c.Item)).Index;
        Fault(number + 1, column + 1, $"The character U+{(int)line[column]:X4} cannot stand in YAML; in double quotes it can be written \\u{(int)line[column]:x4}.");
    }

    // https://yaml.org/spec/1.2.2/#51-character-set
    private static bool IsForbidden(char c) => (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\x85')) || c is '\uFFFE' or '\uFFFF';

    private YamlNode? ReadStream(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = ReadNode(parser, depth: 0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            Fault(second, "The file holds a second document; it must hold one.");
        }

        return root;
    }

    private YamlNode ReadNode(Parser parser, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new YamlException(Start(parser), Start(parser), $"nested deeper than {MaxDepth} levels");
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            Fault(alias, $"'*{alias.Value}' is an alias; write the value out.");

            return new YamlScalar("", IsQuoted: true, (int)alias.Start.Line, (int)alias.Start.Column);
        }

        if (parser.Accept<NodeEvent>(out var node))
        {
            RefuseDecoration(node);
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(parser, depth + 1));
            }

            return new YamlSequence(items, (int)sequence.Start.Line, (int)sequence.Start.Column);
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            return ReadMapping(parser, mapping, depth);
        }

        var scalar = parser.Consume<Scalar>();

        return new YamlScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, (int)scalar.Start.Line, (int)scalar.Start.Column);
    }

    private YamlMapping ReadMapping(Parser parser, MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(parser, depth + 1);
            var value = ReadNode(parser, depth + 1);
            if (key is not YamlScalar name)
            {
                Fault(key.Line, key.Column, $"A key must be a single value; this is {key.Kind}.");
            }
            else if (name is { Text: "<<", IsQuoted: false })
            {
                Fault(name.Line, name.Column, "'<<' merges mappings, which YAML 1.2 does not know; write the keys out.");
            }
            else if (seen.TryGetValue(name.Text, out var first))
            {
                Fault(name.Line, name.Column, $"'{name.Text}' stands here a second time; it is already in line {first.Line}.");
            }
            else
            {
                seen.Add(name.Text, name);
                entries.Add(new(name, value));
            }
        }

        return new(entries, (int)start.Start.Line, (int)start.Start.Column);
    }

    private void RefuseDecoration(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            Fault(node, $"'&{node.Anchor.Value}' is an anchor; write the value out where it is needed.");
        }

        // A quoted scalar carries the non-specific tag "!" in some writings; it means nothing.
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            Fault(node, $"'{node.Tag.Value}' is a tag; the file may hold plain values only.");
        }
    }

    private static Mark Start(Parser parser) => parser.Current?.Start ?? Mark.Empty;

    private void Fault(ParsingEvent at, string message) => Fault((int)at.Start.Line, (int)at.Start.Column, message);

    private void Fault(int line, int column, string message) =>
        diagnostics.Add(new(path, line, column, code, Severity.Error, message));
}
