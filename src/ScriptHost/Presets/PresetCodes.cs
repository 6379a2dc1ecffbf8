namespace ScriptHost.Presets;

/// <summary>The codes of what is wrong with presets, their locks and their thresholds.</summary>
internal static class PresetCodes
{
    /// <summary>A file that is no strict YAML: syntax, a key twice, an anchor, an alias, a tag, a second document, no UTF-8, too long, too deep.</summary>
    public const string Syntax = "SH4001";

    /// <summary>A mapping, list or single value where another of them belongs.</summary>
    public const string Kind = "SH4002";

    /// <summary>A key that does not exist.</summary>
    public const string UnknownKey = "SH4003";

    /// <summary>A key that must be there and is not.</summary>
    public const string MissingKey = "SH4004";

    /// <summary>A value that its key cannot take.</summary>
    public const string Value = "SH4005";

    /// <summary>A preset whose name is not its file's.</summary>
    public const string Name = "SH4006";

    /// <summary>A folder or file that is missing or cannot be read.</summary>
    public const string Unreadable = "SH4007";

    /// <summary>Two files with the same preset name.</summary>
    public const string SameName = "SH4008";

    /// <summary>A scorer that does not exist.</summary>
    public const string UnknownScorer = "SH4101";

    /// <summary>A setting that its scorer does not have.</summary>
    public const string UnknownSetting = "SH4102";

    /// <summary>A value that a setting cannot take.</summary>
    public const string SettingValue = "SH4103";

    /// <summary>A <c>where</c> that is no filter.</summary>
    public const string Where = "SH4104";

    /// <summary>A <c>--scorer</c> that cannot be read.</summary>
    public const string Argument = "SH4105";

    /// <summary>A preset that does not exist.</summary>
    public const string UnknownPreset = "SH4201";

    /// <summary>A preset that includes itself, by way of others or not.</summary>
    public const string Cycle = "SH4202";

    /// <summary>A <c>drop</c> that leaves nothing out.</summary>
    public const string DropsNothing = "SH4203";

    /// <summary>An <c>override</c> that changes nothing.</summary>
    public const string OverridesNothing = "SH4204";

    /// <summary>Two scorers of one name that are configured differently.</summary>
    public const string Conflict = "SH4205";

    /// <summary>Two thresholds of one metric that differ.</summary>
    public const string ThresholdConflict = "SH4206";

    /// <summary>Two models for the judges.</summary>
    public const string JudgeConflict = "SH4207";

    /// <summary>Presets that include presets too deeply.</summary>
    public const string IncludeDepth = "SH4208";

    /// <summary>A preset without a scorer.</summary>
    public const string Empty = "SH4209";

    /// <summary>Warning: a threshold whose metric no scorer of the preset is called like, but nearly.</summary>
    public const string UnknownMetric = "SH4301";

    /// <summary>A lock that does not say what it was written to say.</summary>
    public const string LockEdited = "SH4401";

    /// <summary>A preset that is not what its lock says.</summary>
    public const string Drift = "SH4402";

    /// <summary>A lock that is not there.</summary>
    public const string NoLock = "SH4403";

    /// <summary>A bundle that is damaged, was changed, or holds what no bundle holds.</summary>
    public const string Bundle = "SH4501";

    /// <summary>Two presets that bring different scripts of one name.</summary>
    public const string ScriptConflict = "SH4502";
}
