using System.CommandLine;

namespace ScriptHost.Cli;

/// <summary>The options that say which scorers are meant; the same for all commands that score.</summary>
internal sealed class SelectionOptions
{
    private readonly Option<string[]> preset = new("--preset")
    {
        Description = "Score with this preset: a name, or a bundle's file. May be repeated; all that is named is united.",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> named = new("--scorer")
    {
        Description = "Score with this scorer; may be repeated, name many (a,b), and give settings: length:min=50,max=400. Default: all of the folder.",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> scorers = Options.Scorers();
    private readonly Option<string> presets = Options.Presets();
    private readonly Option<string?> allowlist = Options.Allowlist();
    private readonly Option<bool> locked = new("--locked") { Description = "Refuse a preset that is not what its lock says, and show in what it differs." };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [named, .. Common];

    /// <summary>Those of a command whose argument is a scorer.</summary>
    public IEnumerable<Option> Common => [preset, scorers, presets, allowlist, locked];

    /// <summary>What was asked for.</summary>
    public ScorerSelection Read(ParseResult parse) => new()
    {
        PresetNames = parse.GetRequiredValue(preset),
        Named = parse.GetValue(named) ?? [],
        Scorers = parse.GetRequiredValue(scorers),
        Presets = parse.GetRequiredValue(presets),
        Allowlist = parse.GetValue(allowlist),
        IsLocked = parse.GetValue(locked),
    };
}
