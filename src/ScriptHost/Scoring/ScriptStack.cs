using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace ScriptHost.Scoring;

/// <summary>Where in a script an exception came from.</summary>
internal static class ScriptStack
{
    private const int MaxLength = 10_000;

    private const int MaxCauses = 5;

    // MLflow's words (mlflow/entities/assessment_error.py).
    private const string Cut = "[Stack trace is truncated]\n...\n";

    /// <summary>The script's frames, innermost first, with file and line, for the exception and its causes; at most 10,000 characters, the last ones.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="script">The script's assembly.</param>
    /// <param name="file">The script's file name, for people.</param>
    public static string Text(Exception exception, Assembly script, string file)
    {
        var text = new StringBuilder();
        var depth = 0;
        for (var at = exception; at is not null && depth < MaxCauses; at = at.InnerException, depth++)
        {
            text.Append(depth == 0 ? "" : "caused by ").Append(CSharpName.Of(at.GetType()));
            foreach (var frame in Frames(at, script))
            {
                text.Append("\n   at ").Append(FrameName.Of(frame.GetMethod()));
                if (frame.GetFileLineNumber() is > 0 and var line)
                {
                    // A class may be spread over files; of a script there is one.
                    text.Append(CultureInfo.InvariantCulture, $" in {frame.GetFileName()?.Split('/', '\\')[^1] ?? file}:line {line}");
                }
            }

            text.Append('\n');
        }

        return text.Length <= MaxLength ? text.ToString() : Cut + text.ToString(text.Length - MaxLength + Cut.Length, MaxLength - Cut.Length);
    }

    /// <summary>Where the innermost frame of the script is, 1-based; line 1, column 0 when none is known.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="script">The script's assembly; null when it could not be loaded.</param>
    public static (int Line, int Column) Place(Exception exception, Assembly? script) =>
        script is null
            ? (1, 0)
            : Frames(exception, script).Select(f => (f.GetFileLineNumber(), f.GetFileColumnNumber())).FirstOrDefault(p => p.Item1 > 0, (1, 0));

    private static IEnumerable<StackFrame> Frames(Exception exception, Assembly script) =>
        new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(f => f.GetMethod()?.Module.Assembly == script);
}
