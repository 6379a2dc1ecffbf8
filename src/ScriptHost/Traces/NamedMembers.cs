namespace ScriptHost.Traces;

/// <summary>Where the few metadata or tags stand that every trace is asked for; of repeated names the last one counts.</summary>
/// <param name="ranges">Where it is noted.</param>
/// <param name="at">Which item there is the first.</param>
internal sealed class NamedMembers(JsonRange[] ranges, int at)
{
    /// <summary>How many they are.</summary>
    public const int Count = 2;

    /// <summary>The scorer that the trace was made by.</summary>
    public const string SourceScorerName = "mlflow.trace.sourceScorer";

    /// <summary><c>mlflow.trace.session</c>: the conversation that the trace is a turn of.</summary>
    public JsonRange Session
    {
        get => ranges[at];
        private set => ranges[at] = value;
    }

    /// <summary><see cref="SourceScorerName"/>.</summary>
    public JsonRange SourceScorer
    {
        get => ranges[at + 1];
        private set => ranges[at + 1] = value;
    }

    /// <summary>Forgets them.</summary>
    public void Clear() => (Session, SourceScorer) = (default, default);

    /// <summary>Notes a member if it is one of them.</summary>
    public void Note(ReadOnlySpan<byte> name, JsonRange value)
    {
        if (name.SequenceEqual("mlflow.trace.session"u8))
        {
            Session = value;
        }
        else if (name.SequenceEqual("mlflow.trace.sourceScorer"u8))
        {
            SourceScorer = value;
        }
    }
}
