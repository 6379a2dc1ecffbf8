namespace ScriptHost.Contract;

/// <summary>How a span ended, as OpenTelemetry has it.</summary>
public enum SpanStatus
{
    /// <summary>The span does not say.</summary>
    Unset,

    /// <summary>The step succeeded.</summary>
    Ok,

    /// <summary>The step failed; <see cref="Span.StatusMessage"/> may say why.</summary>
    Error,
}
