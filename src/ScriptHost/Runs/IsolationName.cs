namespace ScriptHost.Runs;

/// <summary>Isolation as people write it.</summary>
internal static class IsolationName
{
    /// <summary>All of them, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [Of(Isolation.Process), Of(Isolation.Scorer), Of(Isolation.None)];

    /// <summary>The name.</summary>
    public static string Of(Isolation isolation) => isolation switch
    {
        Isolation.Process => "process",
        Isolation.Scorer => "scorer",
        _ => "none",
    };

    /// <summary>What a name stands for; null when it is none.</summary>
    public static Isolation? Parse(string name) => name switch
    {
        "process" => Isolation.Process,
        "scorer" => Isolation.Scorer,
        "none" => Isolation.None,
        _ => null,
    };
}
