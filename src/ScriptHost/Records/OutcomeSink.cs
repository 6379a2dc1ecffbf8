namespace ScriptHost.Records;

/// <summary>Takes an outcome where it lies; what is to stay must be copied.</summary>
internal delegate void OutcomeSink(in UnitView unit, in OutcomeView outcome);
