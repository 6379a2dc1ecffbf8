using System.Globalization;
using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Html;

/// <summary>Which inputs of a run are still what they were.</summary>
/// <param name="Readable">The paths whose traces can be shown.</param>
/// <param name="Notes">What is wrong with the others, a sentence each.</param>
internal sealed record InputCheck(IReadOnlyList<string> Readable, IReadOnlyList<string> Notes)
{
    /// <summary>Compares the files with what the run recorded of them. A file that changed and kept its size is not noticed.</summary>
    /// <param name="inputs">What the run read.</param>
    public static InputCheck Of(IReadOnlyList<InputRecord> inputs)
    {
        var search = new InputSearch();
        var readable = new List<string>();
        var notes = new List<string>();
        foreach (var input in inputs)
        {
            if (Fault(search, input) is { } fault)
            {
                notes.Add($"{fault}; its traces show outcomes only.");
            }
            else
            {
                readable.Add(input.Path);
            }
        }

        return new(readable, notes);
    }

    private static string? Fault(InputSearch search, InputRecord input)
    {
        if (input.Bytes is not { } bytes)
        {
            return "The traces came from standard input, which cannot be read again";
        }

        try
        {
            var found = search.Find([input.Path])[0];

            return (found.Files.Count, found.Bytes) == (input.Files, bytes)
                ? null
                : $"'{input.Path}' has changed since the run ({Size(input.Files, bytes)} then, {Size(found.Files.Count, found.Bytes)} now)";
        }
        catch (InputException fault)
        {
            return fault.Message.TrimEnd('.');
        }
    }

    private static string Size(int files, long? bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{files} {(files == 1 ? "file" : "files")} of {bytes:N0} bytes");
}
