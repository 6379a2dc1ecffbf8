namespace ScriptHost.Containment;

/// <summary>What became of one layer of the containment.</summary>
/// <param name="Name">In words: <c>landlock</c>, <c>seccomp</c>, <c>no new privileges</c>, <c>capabilities</c>, <c>limits</c>, <c>empty environment</c>.</param>
/// <param name="IsApplied">Whether it holds.</param>
/// <param name="Detail">With what, when it holds (<c>ABI 7</c>; may be empty), otherwise why it does not (<c>ENOSYS</c>).</param>
internal sealed record ContainmentLayer(string Name, bool IsApplied, string Detail)
{
    private const char Yes = '+';
    private const char No = '-';

    /// <summary>A layer that holds.</summary>
    public static ContainmentLayer Applied(string name, string detail = "") => new(name, IsApplied: true, detail);

    /// <summary>A layer that does not hold.</summary>
    public static ContainmentLayer Absent(string name, string why) => new(name, IsApplied: false, why);

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="FormatException">It is not such a text.</exception>
    public static ContainmentLayer Parse(string text) =>
        text.Split('\t') is [[Yes or No, ..] name, var detail]
            ? new(name[1..], name[0] == Yes, detail)
            : throw new FormatException($"Not a layer of a containment report: '{text}'.");

    /// <summary>The layer as one line for <see cref="Parse"/>.</summary>
    public string ToText() => (IsApplied ? Yes : No) + Name + "\t" + Detail;

    /// <summary>The layer for people: <c>landlock (ABI 7)</c>.</summary>
    public override string ToString() => Detail.Length == 0 ? Name : $"{Name} ({Detail})";
}
