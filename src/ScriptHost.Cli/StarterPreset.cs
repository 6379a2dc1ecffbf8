using System.Globalization;
using System.Text;
using ScriptHost.Presets;
using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>A first preset for a set of traces: the shipped scorers that apply to them, with what they hold now as thresholds that only warn.</summary>
internal sealed class StarterPreset
{
    private readonly string path;

    /// <summary>Prepares.</summary>
    /// <param name="path">The file; its name is the preset's.</param>
    /// <exception cref="InputException">The file is there, or has no name for a preset.</exception>
    public StarterPreset(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (Path.GetExtension(path) != ".yaml" || name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new InputException($"'{path}' is no file for a preset: it must end in .yaml, and its name may hold letters of a to z, digits, - and _ only.");
        }

        if (Path.Exists(path))
        {
            throw new InputException($"'{path}' is there already; a preset is not written over.");
        }

        this.path = path;
    }

    /// <summary>Writes it.</summary>
    /// <returns>What to do next, one sentence.</returns>
    /// <exception cref="InputException">It cannot be written, or no scorer applies.</exception>
    public string Write(IReadOnlyList<Applicability> tried, TraceSurvey survey, IReadOnlyList<string> inputs)
    {
        var apply = tried.Where(t => t.Applies).ToList();
        if (apply.Count == 0)
        {
            throw new InputException($"No shipped scorer applies to these traces, so '{path}' was not written.");
        }

        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }

            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            file.Write(Text(apply, survey, inputs));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be written: {fault.Message}");
        }

        return $"The preset '{path}' is written, with {apply.Count} scorers: check it with 'scripthost check {Printable.Shell(path)}', run it with 'scripthost run --preset {Path.GetFileNameWithoutExtension(path)}'.";
    }

    private string Text(List<Applicability> apply, TraceSurvey survey, IReadOnlyList<string> inputs)
    {
        var text = new StringBuilder(ManifestPrinting.EditorLine)
            .Append(CultureInfo.InvariantCulture, $"preset: {YamlText.Of(Path.GetFileNameWithoutExtension(path))}\n")
            .Append(CultureInfo.InvariantCulture, $"description: {YamlText.Of($"Written by doctor for {survey.Traces} traces in {string.Join(", ", inputs)}: what applies to them.")}\n")
            .Append("scorers:\n");
        foreach (var scorer in apply)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {YamlText.Of(scorer.Scorer.Name)}\n");
        }

        var judging = apply.Where(t => t.Judged > 0).ToList();
        if (judging.Count > 0)
        {
            text.Append("# What these traces hold now, rounded down; drop 'level: warn' from what must hold.\nthresholds:\n");
        }

        foreach (var scorer in judging)
        {
            var floor = Math.Floor(100.0 * scorer.Passed / scorer.Judged) / 100;
            text.Append(CultureInfo.InvariantCulture, $"  {scorer.Scorer.Name}/pass_rate: {{ at_least: {floor:0.##}, level: warn }}\n");
        }

        return text.ToString();
    }
}
