namespace ScriptHost.Presets;

/// <summary>What a part of a manifest must look like. The check and the JSON Schema are both made from it, so that they cannot part.</summary>
internal abstract record Shape
{
    private Shape(string what) => What = what;

    /// <summary>For messages, with its article: <c>a list of scorers</c>.</summary>
    public string What { get; }

    /// <summary>A single value that is taken as text, whatever it looks like.</summary>
    /// <param name="What">For messages, with its article.</param>
    /// <param name="Pattern">A regular expression that .NET and ECMAScript understand alike; null takes any text.</param>
    /// <param name="Right">What would be right, for messages.</param>
    internal sealed record Text(string What, string? Pattern = null, string? Right = null) : Shape(What);

    /// <summary>One of some texts.</summary>
    /// <param name="Values">The texts.</param>
    internal sealed record Choice(IReadOnlyList<string> Values) : Shape($"one of {string.Join(", ", Values)}");

    /// <summary>A finite number.</summary>
    /// <param name="What">For messages, with its article.</param>
    /// <param name="Least">The smallest; null when there is none.</param>
    /// <param name="Most">The largest; null when there is none.</param>
    internal sealed record Number(string What, double? Least = null, double? Most = null) : Shape(What);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    internal sealed record Flag() : Shape("true or false");

    /// <summary>A list.</summary>
    /// <param name="What">For messages, with its article.</param>
    /// <param name="Item">What its items look like.</param>
    /// <param name="Least">How many there must be.</param>
    /// <param name="Most">How many there may be; null for any number.</param>
    /// <param name="IsSet">Whether no item may stand there twice; the items are texts then.</param>
    internal sealed record Items(string What, Shape Item, int Least = 0, int? Most = null, bool IsSet = false) : Shape(What);

    /// <summary>A mapping of names that the user chooses.</summary>
    /// <param name="What">For messages, with its article.</param>
    /// <param name="Key">What its keys look like.</param>
    /// <param name="Value">What its values look like.</param>
    /// <param name="Least">How many there must be.</param>
    /// <param name="Most">How many there may be; null for any number.</param>
    internal sealed record Entries(string What, Text Key, Shape Value, int Least = 0, int? Most = null) : Shape(What);

    /// <summary>A mapping of known keys.</summary>
    /// <param name="What">For messages, with its article.</param>
    /// <param name="All">The keys.</param>
    /// <param name="OneOf">Keys of which one at least must be there; empty for no such rule.</param>
    /// <param name="Exclusive">Keys of which only one may be there.</param>
    internal sealed record Fields(string What, IReadOnlyList<ShapeField> All, IReadOnlyList<string> OneOf, IReadOnlyList<string> Exclusive) : Shape(What)
    {
        /// <summary>A mapping of known keys without further rules.</summary>
        public Fields(string what, params IReadOnlyList<ShapeField> all)
            : this(what, all, [], [])
        {
        }

        /// <summary>The names of the keys.</summary>
        public IEnumerable<string> Names => All.Select(f => f.Name);
    }

    /// <summary>A single value or a mapping of known keys.</summary>
    /// <param name="What">For messages, with its article.</param>
    /// <param name="Single">What a single value looks like.</param>
    /// <param name="Short">What a mapping of one key looks like that is none of <paramref name="Long"/>'s; null when there is no such form.</param>
    /// <param name="Long">What a mapping looks like.</param>
    internal sealed record Either(string What, Shape Single, Entries? Short, Fields Long) : Shape(What)
    {
        /// <summary>The form that a node has, told by its kind; never by whether it is right, so that messages speak of what was meant.</summary>
        public Shape Meant(YamlNode node) => node switch
        {
            YamlMapping { Entries: [var only] } when Short is not null && !Long.Names.Contains(only.Key.Text) => Short,
            YamlMapping => Long,
            _ => Single,
        };
    }

    /// <summary>Anything, which is for someone else to judge.</summary>
    internal sealed record Anything() : Shape("a value");
}
