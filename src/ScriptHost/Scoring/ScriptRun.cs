using System.Globalization;
using System.Reflection;
using ScriptHost.Contract;
using ScriptHost.Plugins;
using ScriptHost.Scripting;

namespace ScriptHost.Scoring;

/// <summary>Runs a compiled script's top level once, to obtain its entry.</summary>
internal static class ScriptRun
{
    private const string EntryName = "Score";

    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The script's entry, or what is wrong with it.</summary>
    /// <param name="image">The compiled script: a submission whose type is called <c>Script</c>.</param>
    /// <param name="timeLimit">
    /// The longest that the top level may take, in wall-clock time. One that takes longer cannot be stopped: its thread is left behind.
    /// </param>
    /// <param name="unloads">Whether the script can be unloaded.</param>
    public static ScriptRunResult Run(ScriptImage image, TimeSpan timeLimit, bool unloads)
    {
        var context = PluginContext.ForImage(image.Name, unloads, mayCallNative: image.Trust is not null);
        var deadline = new CancellationTokenSource();
        var result = new ScriptRunResult(Entry: null, []);
        var thread = new Thread(() => result = TopLevel(image, context, deadline.Token)) { IsBackground = true, Name = image.Name };
        thread.Start();
        if (!thread.Join(timeLimit))
        {
            // Ends the wait of a top level that awaits for ever, and with it the thread.
            deadline.Cancel();

            return Fault(image, context, (1, 1), FaultCode.TopLevelHangs, string.Create(
                CultureInfo.InvariantCulture,
                $"The top level of script '{image.Name}' did not end within {timeLimit.TotalSeconds:0.###} s; it must only declare its entry."));
        }

        deadline.Dispose();

        return result;
    }

    private static ScriptRunResult TopLevel(ScriptImage image, PluginContext context, CancellationToken deadline)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        Type? type = null;
        var script = new object?[2];
        var (value, thrown) = ScorerRunner.Attempt(() =>
        {
            type = context.Load(image.Bytes).GetType("Script", throwOnError: true);
            var factory = type?.GetMethod("<Factory>", Declared)?.CreateDelegate<Func<object?[], Task<object?>>>();
            var run = factory?.Invoke(script) ?? throw new BadImageFormatException("The image is no compiled script.");
            TaskReading.Wait(run, deadline);

            return run.Result;
        });

        if (thrown is not null)
        {
            var message = $"The top level of script '{image.Name}' threw {CSharpName.Of(thrown.GetType())}: {ScorerRunner.MessageOf(thrown)}";

            return Fault(image, context, ScriptStack.Place(thrown, type?.Assembly), FaultCode.TopLevelThrew, message);
        }

        return value switch
        {
            Delegate entry => Found(image, ScriptEntry.Of(image.Name, image.Path, image.Hash, entry, definition: null, context)),
            ScorerDefinition definition => Found(image, ScriptEntry.Of(image.Name, image.Path, image.Hash, definition.Entry, definition, context)),
            null => Method(image, context, type, script[1]),
            _ => Fault(
                image,
                context,
                (1, 1),
                FaultCode.NoDelegate,
                $"The value of script '{image.Name}' is of type '{CSharpName.Of(value.GetType())}'; it must be a lambda, a method, or Scorer.Define around one."),
        };
    }

    private static ScriptRunResult Method(ScriptImage image, PluginContext context, Type? type, object? script)
    {
        var methods = type?.GetMethods(Declared).Where(m => m.Name == EntryName).ToArray() ?? [];

        return methods switch
        {
            [var only] => Found(image, ScriptEntry.Of(image.Name, image.Path, image.Hash, only, script, context)),
            [] => Fault(
                image,
                context,
                (1, 1),
                FaultCode.NoEntry,
                $"Script '{image.Name}' has no entry; {Remedy(type)}"),
            _ => Fault(
                image,
                context,
                methods.Select(m => EntryPlace.Of(image.Bytes, m)).Max(),
                FaultCode.SeveralEntries,
                $"Script '{image.Name}' declares {methods.Length} methods '{EntryName}'; declare one, or end the script with 'return' and the entry."),
        };
    }

    // The method that the script's author probably meant: the only one, or one that is named almost like it.
    private static string Remedy(Type? type)
    {
        string[] names = [.. type?.GetMethods(Declared).Select(m => m.Name).Where(n => n.All(c => char.IsLetterOrDigit(c) || c == '_')) ?? []];

        return names.Length == 1 || names.Contains(EntryName, StringComparer.OrdinalIgnoreCase)
            ? $"end it with 'return {names.FirstOrDefault(n => n.Equals(EntryName, StringComparison.OrdinalIgnoreCase)) ?? names[0]};', or name the method '{EntryName}'."
            : $"end it with a lambda such as '(string outputs) => outputs.Length', or declare one method '{EntryName}'.";
    }

    private static ScriptRunResult Found(ScriptImage image, ScriptEntry entry) => new(entry.In(image.NamesSpans, () => EntryPlace.Of(image.Bytes, entry.Method)), []);

    private static ScriptRunResult Fault(ScriptImage image, PluginContext context, (int Line, int Column) place, string code, string message)
    {
        context.Dispose();

        return new(Entry: null, [new(image.Path, place.Line, place.Column, code, Severity.Error, message)]);
    }
}
