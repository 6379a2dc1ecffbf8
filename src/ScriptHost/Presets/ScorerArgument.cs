namespace ScriptHost.Presets;

/// <summary>
/// Reads <c>--scorer</c>: names with commas between, of which the last may have settings: <c>a,b</c>, <c>length:min=50,max=400</c>,
/// <c>short=length:max=50</c> (the configured scorer <c>short</c>), <c>words:list=[a, b],tone="calm, but firm"</c>.
/// </summary>
internal static class ScorerArgument
{
    /// <summary>The scorers that one argument names; when it cannot be read, none.</summary>
    /// <param name="argument">The argument's value.</param>
    /// <param name="diagnostics">Told what is wrong.</param>
    public static IReadOnlyList<ManifestScorer> Read(string argument, List<Diagnostic> diagnostics)
    {
        var origin = Origin.CommandLine($"--scorer {argument}");
        try
        {
            return Read(argument, origin);
        }
        catch (ArgumentFormatException fault)
        {
            diagnostics.Add(origin.Fault(PresetCodes.Argument, $"{fault.Message}, at character {fault.Position}."));

            return [];
        }
    }

    private static List<ManifestScorer> Read(string argument, Origin origin)
    {
        var cursor = new ArgumentCursor(argument);
        var scorers = new List<ManifestScorer>();
        do
        {
            var name = Name(cursor);
            string? other = null;
            if (cursor.TryTake('='))
            {
                (other, name) = (name, Name(cursor));
            }

            var settings = new List<ManifestSetting>();
            if (cursor.TryTake(':'))
            {
                do
                {
                    settings.Add(Setting(cursor, settings, origin));
                }
                while (cursor.TryTake(','));
            }

            scorers.Add(new(new(name, origin), other is null ? null : new(other, origin), new() { With = settings }));
        }
        while (cursor.TryTake(','));

        cursor.ExpectEnd();

        return scorers;
    }

    private static string Name(ArgumentCursor cursor)
    {
        var at = cursor.Position;
        var name = cursor.Word();

        return name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? name
            : throw new ArgumentFormatException(at, name.Length == 0 ? "A scorer's name is missing" : $"'{name}' is no name; it may hold letters of a to z, digits, - and _");
    }

    private static ManifestSetting Setting(ArgumentCursor cursor, List<ManifestSetting> before, Origin origin)
    {
        var at = cursor.Position;
        var name = cursor.Word();
        if (name.Length == 0)
        {
            throw new ArgumentFormatException(at, "A setting is missing; write NAME=VALUE");
        }

        if (before.Any(s => s.Name == name))
        {
            throw new ArgumentFormatException(at, $"The setting '{name}' is given a second time");
        }

        return cursor.TryTake('=')
            ? new(name, cursor.Value(), origin)
            : throw new ArgumentFormatException(at, $"The setting '{name}' has no value; write {name}=VALUE, or another scorer with a --scorer of its own");
    }
}
