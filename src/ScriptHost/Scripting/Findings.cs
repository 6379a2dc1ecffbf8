using Microsoft.CodeAnalysis;

namespace ScriptHost.Scripting;

/// <summary>Collects what the gate has to say of one script.</summary>
/// <param name="path">The script's file.</param>
internal sealed class Findings(string path)
{
    private readonly List<Diagnostic> found = [];
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Diagnostic>> inferred = new(StringComparer.Ordinal);

    /// <summary>
    /// All findings. A refused type that nobody wrote down is reported where it first comes up, and only if no other finding names it.
    /// </summary>
    public IReadOnlyList<Diagnostic> All =>
    [
        .. found.Distinct(),
        .. inferred.Where(i => !named.Contains(i.Key) && !found.Any(f => (f.Line, f.Column) == (i.Value[0].Line, i.Value[0].Column))).Select(i => i.Value[0]),
    ];

    /// <summary>All findings, with each place of those that are reported once.</summary>
    public IEnumerable<Diagnostic> Everywhere => found.Concat(inferred.Values.SelectMany(i => i));

    /// <summary>Adds a finding.</summary>
    /// <param name="at">Where.</param>
    /// <param name="code">One of <see cref="Codes"/>.</param>
    /// <param name="message">One sentence.</param>
    /// <param name="severity">How bad it is.</param>
    public void Add(Location at, string code, string message, Severity severity = Severity.Error) =>
        found.Add(At(at, code, message, severity));

    /// <summary>Adds a finding of a kind that one place is enough for.</summary>
    /// <param name="at">Where.</param>
    /// <param name="code">One of <see cref="Codes"/>.</param>
    /// <param name="message">One sentence.</param>
    public void AddFirst(Location at, string code, string message)
    {
        if (!found.Any(f => f.Code == code))
        {
            Add(at, code, message);
        }
    }

    /// <summary>Adds a finding about a type or one of its members.</summary>
    /// <param name="at">Where.</param>
    /// <param name="type">The type's full name.</param>
    /// <param name="code">One of <see cref="Codes"/>.</param>
    /// <param name="message">One sentence.</param>
    public void AddAbout(Location at, string type, string code, string message)
    {
        named.Add(type);
        Add(at, code, message);
    }

    /// <summary>Adds a finding about a type that an expression has without anybody naming it.</summary>
    /// <param name="at">Where.</param>
    /// <param name="type">The type's full name.</param>
    /// <param name="message">One sentence.</param>
    public void AddInferred(Location at, string type, string message)
    {
        var finding = At(at, Codes.NotListed, message, Severity.Error);
        if (!inferred.TryAdd(type, [finding]))
        {
            inferred[type].Add(finding);
        }
    }

    private Diagnostic At(Location at, string code, string message, Severity severity)
    {
        var start = at.GetLineSpan().StartLinePosition;

        return new(path, start.Line + 1, start.Character + 1, code, severity, message);
    }
}
