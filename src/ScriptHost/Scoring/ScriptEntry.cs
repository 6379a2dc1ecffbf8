using System.Reflection;
using ScriptHost.Contract;
using ScriptHost.Plugins;

namespace ScriptHost.Scoring;

/// <summary>What a script's top level, or the making of a class, left to be called for each unit. Disposing lets the code be unloaded.</summary>
internal sealed class ScriptEntry : IDisposable
{
    private readonly IDisposable? context;

    private ScriptEntry(MethodInfo method, IReadOnlyList<ParameterInfo> parameters, MethodInfo called, object? receiver, IDisposable? context)
    {
        Method = method;
        Parameters = parameters;
        Called = called;
        Receiver = receiver;
        this.context = context;
    }

    /// <summary>The scorer's name.</summary>
    public required string Name { get; init; }

    /// <summary>The script's file, for people.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the script's source, 64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>One sentence for people; null when it says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>How its values become metrics; null when it does not say.</summary>
    public IReadOnlyList<Aggregation>? Aggregations { get; init; }

    /// <summary>The defaults of settings that a script's definition states, for people.</summary>
    public IReadOnlyDictionary<string, object?> Defaults { get; init; } = new Dictionary<string, object?>();

    /// <summary>The settings of a class, which has them as properties; null for a script, which has them as parameters.</summary>
    public IReadOnlyList<ClassSetting>? Properties { get; init; }

    /// <summary>Where its code begins, 1-based; line 1, column 1 when not known. Looked up when asked for, since it takes a while and only faults are told with it.</summary>
    public (int Line, int Column) Place => Lookup();

    /// <summary>The method that the script wrote: its parameters' names and nullability hold.</summary>
    public MethodInfo Method { get; }

    /// <summary>What is to be passed, in order.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>What to call: the method itself, or the <c>Invoke</c> of a delegate to it.</summary>
    public MethodInfo Called { get; }

    /// <summary>What to call it on; null for a static method.</summary>
    public object? Receiver { get; }

    /// <summary>Whether its code may ask a trace for more than its root span.</summary>
    public bool NamesSpans { get; private init; } = true;

    private Func<(int Line, int Column)> Lookup { get; init; } = () => (1, 1);

    /// <summary>The entry behind a delegate.</summary>
    public static ScriptEntry Of(string name, string path, string hash, Delegate entry, ScorerDefinition? definition = null, IDisposable? context = null)
    {
        var method = entry.Method;

        // A method group of an extension method: its first argument is bound already.
        var bound = method.IsStatic && entry.Target is not null ? 1 : 0;
        var called = entry.GetType().GetMethod("Invoke") ?? method;

        return new(method, method.GetParameters()[bound..], called, entry, context)
        {
            Name = name,
            Path = path,
            Hash = hash,
            Description = definition?.Description,
            Aggregations = definition?.Aggregations,
            Defaults = definition?.Defaults ?? new Dictionary<string, object?>(),
        };
    }

    /// <summary>The entry that is a method of the script.</summary>
    public static ScriptEntry Of(string name, string path, string hash, MethodInfo method, object? script, IDisposable? context) =>
        new(method, method.GetParameters(), method, method.IsStatic ? null : script, context) { Name = name, Path = path, Hash = hash };

    /// <summary>The entry that is a method of a class.</summary>
    public static ScriptEntry Of(ScorerImage.Plugin image, ClassScorer scorer, MethodInfo method, IReadOnlyList<ClassSetting> settings, IDisposable? context) =>
        new(method, method.GetParameters(), method, scorer, context)
        {
            Name = scorer.Name,
            Path = image.Path,
            Hash = image.Hash,
            Description = scorer.Description,
            Aggregations = scorer.Aggregations?.ToArray(),
            Properties = settings,
        };

    /// <summary>The same with what is known of the script's image.</summary>
    /// <param name="namesSpans">See <see cref="NamesSpans"/>.</param>
    /// <param name="place">Looks the entry's place up.</param>
    public ScriptEntry In(bool namesSpans, Func<(int Line, int Column)> place) =>
        new(Method, Parameters, Called, Receiver, context)
        {
            Name = Name,
            Path = Path,
            Hash = Hash,
            Description = Description,
            Aggregations = Aggregations,
            Defaults = Defaults,
            Properties = Properties,
            NamesSpans = namesSpans,
            Lookup = place,
        };

    /// <inheritdoc/>
    public void Dispose() => context?.Dispose();
}
