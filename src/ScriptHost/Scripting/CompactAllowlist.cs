using System.Text;

namespace ScriptHost.Scripting;

/// <summary>
/// An allowlist as one line an entry, which a warm start reads in a fraction of the time that YAML takes: the check of images needs the
/// list on every load. The first line is the hash of the YAML that it was made of; for any other YAML it counts as not there.
/// </summary>
internal static class CompactAllowlist
{
    /// <summary>The form of the list that ships, which a test keeps in step.</summary>
    public const string File = "allowlist.compact";

    private const string Every = "*";
    private const string Inherit = "^";
    private const char Except = '!';

    /// <summary>Writes a list.</summary>
    /// <param name="allowlist">The list.</param>
    /// <param name="hash">The hash of its YAML.</param>
    public static string Write(Allowlist allowlist, string hash)
    {
        var text = new StringBuilder();
        text.Append(hash).Append('\n');
        Names("reference", allowlist.References);
        Names("import", allowlist.Imports);
        Names("attribute", allowlist.Attributes.Order(StringComparer.Ordinal));
        Rules("api", allowlist.Api);
        Rules("emit", allowlist.Emit);
        Rules("emitHelpersOnly", allowlist.EmitHelpersOnly);

        return text.ToString();

        void Names(string section, IEnumerable<string> names)
        {
            foreach (var name in names)
            {
                text.Append(section).Append(' ').Append(name).Append('\n');
            }
        }

        void Rules(string section, IReadOnlyDictionary<string, TypeRule> rules) =>
            Names(section, rules.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => string.Join(' ', (IEnumerable<string>)[r.Key, .. Parts(r.Value)])));
    }

    /// <summary>Reads a list; null when it was made of other YAML.</summary>
    /// <param name="text">The compact form.</param>
    /// <param name="hash">The hash of the YAML that is to be read.</param>
    public static Allowlist? Read(string text, string hash)
    {
        var lines = text.Split('\n');
        if (lines[0] != hash)
        {
            return null;
        }

        List<string> references = [];
        List<string> imports = [];
        HashSet<string> attributes = new(StringComparer.Ordinal);
        Dictionary<string, TypeRule> api = new(StringComparer.Ordinal);
        Dictionary<string, TypeRule> emit = new(StringComparer.Ordinal);
        Dictionary<string, TypeRule> helpers = new(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length - 1; i++)
        {
            var words = lines[i].Split(' ');
            switch (words[0])
            {
                case "reference":
                    references.Add(words[1]);
                    break;
                case "import":
                    imports.Add(words[1]);
                    break;
                case "attribute":
                    attributes.Add(words[1]);
                    break;
                case "api":
                    api.Add(words[1], Rule(words));
                    break;
                case "emit":
                    emit.Add(words[1], Rule(words));
                    break;
                default:
                    helpers.Add(words[1], Rule(words));
                    break;
            }
        }

        return new(references, imports, api, attributes, emit, helpers);
    }

    private static IEnumerable<string> Parts(TypeRule rule) =>
    [
        .. rule.All ? (string[])[Every] : [],
        .. rule.Allow.Order(StringComparer.Ordinal),
        .. rule.Except.Order(StringComparer.Ordinal).Select(e => $"{Except}{e}"),
        .. rule.Inherit ? (string[])[Inherit] : [],
    ];

    private static TypeRule Rule(string[] words)
    {
        var (all, inherit) = (false, false);
        HashSet<string> allow = new(StringComparer.Ordinal);
        HashSet<string> except = new(StringComparer.Ordinal);
        for (var i = 2; i < words.Length; i++)
        {
            switch (words[i])
            {
                case Every:
                    all = true;
                    break;
                case Inherit:
                    inherit = true;
                    break;
                case [Except, .. var name]:
                    except.Add(name);
                    break;
                default:
                    allow.Add(words[i]);
                    break;
            }
        }

        return new(all, allow, except, inherit);
    }
}
