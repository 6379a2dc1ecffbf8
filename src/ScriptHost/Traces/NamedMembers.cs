namespace ScriptHost.Traces;

/// <summary>Where the few metadata or tags stand that every trace is asked for; of repeated names the last one counts.</summary>
internal sealed class NamedMembers
{
    /// <summary>The conversation that the trace is a turn of.</summary>
    public const string SessionName = "mlflow.trace.session";

    /// <summary>The scorer that the trace was made by.</summary>
    public const string SourceScorerName = "mlflow.trace.sourceScorer";

    /// <summary><see cref="SessionName"/>.</summary>
    public JsonRange Session { get; private set; }

    /// <summary><see cref="SourceScorerName"/>.</summary>
    public JsonRange SourceScorer { get; private set; }

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
