namespace ScriptHost.Scoring;

/// <summary>
/// The codes of what is wrong with a script once it compiles: <c>SH21xx</c> running its top level and finding its entry, <c>SH22xx</c>
/// the entry's signature, <c>SH23xx</c> what the definition and the settings say,
/// <c>SH24xx</c> the class of a plugin. Stable: people search for them.
/// </summary>
internal static class FaultCode
{
    /// <summary>The top level threw.</summary>
    public const string TopLevelThrew = "SH2101";

    /// <summary>The top level did not end in time.</summary>
    public const string TopLevelHangs = "SH2102";

    /// <summary>The script has neither a value nor a method <c>Score</c>.</summary>
    public const string NoEntry = "SH2103";

    /// <summary>The script has no value and several methods <c>Score</c>.</summary>
    public const string SeveralEntries = "SH2104";

    /// <summary>The script's value is neither a delegate nor a scorer definition.</summary>
    public const string NoDelegate = "SH2105";

    /// <summary>The top level ended the process that it ran in.</summary>
    public const string TopLevelCrashed = "SH2106";

    /// <summary>A parameter is neither a subject nor has a default.</summary>
    public const string UnknownParameter = "SH2201";

    /// <summary>A session-level entry that also takes single-turn parameters.</summary>
    public const string SessionMixed = "SH2202";

    /// <summary>A parameter that is meant to be a subject, but has another name.</summary>
    public const string MisspeltSubject = "SH2203";

    /// <summary>A subject's parameter of a type that it cannot be given as.</summary>
    public const string SubjectType = "SH2204";

    /// <summary>A setting of a type that a preset cannot state.</summary>
    public const string SettingType = "SH2205";

    /// <summary>A <c>ref</c>, <c>out</c>, <c>in</c>, <c>params</c>, pointer or <c>dynamic</c> parameter.</summary>
    public const string ParameterForm = "SH2206";

    /// <summary>A generic entry.</summary>
    public const string GenericEntry = "SH2207";

    /// <summary>A return type that is no feedback.</summary>
    public const string ReturnType = "SH2208";

    /// <summary>An entry that returns nothing, or a task without a value.</summary>
    public const string NoReturnValue = "SH2209";

    /// <summary>An aggregation that does not exist.</summary>
    public const string UnknownAggregation = "SH2301";

    /// <summary>A stated default of a parameter that is no setting, or that its parameter cannot take.</summary>
    public const string StatedDefault = "SH2302";

    /// <summary>A value for a setting that the entry does not have.</summary>
    public const string UnknownSetting = "SH2303";

    /// <summary>A value that a setting cannot take.</summary>
    public const string SettingValue = "SH2304";

    /// <summary>A class that cannot be loaded.</summary>
    public const string ClassLoad = "SH2401";

    /// <summary>A class without a public constructor without parameters.</summary>
    public const string NoConstructor = "SH2402";

    /// <summary>A class with no public method <c>Score</c>, or several.</summary>
    public const string ScoreMethods = "SH2403";

    /// <summary>A class whose constructor threw.</summary>
    public const string ConstructorThrew = "SH2404";

    /// <summary>A class whose constructor did not end in time.</summary>
    public const string ConstructorHangs = "SH2405";

    /// <summary>A class that gives itself a name that no scorer can have.</summary>
    public const string ClassName = "SH2406";
}
