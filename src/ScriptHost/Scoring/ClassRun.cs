using System.Globalization;
using System.Reflection;
using ScriptHost.Contract;
using ScriptHost.Plugins;
using ScriptHost.Scripting;

namespace ScriptHost.Scoring;

/// <summary>Loads a plugin and makes one instance of a class of it, to obtain its entry.</summary>
internal static class ClassRun
{
    private const string EntryName = "Score";

    /// <summary>The class's entry, or what is wrong with it.</summary>
    /// <param name="image">The plugin and the class.</param>
    /// <param name="timeLimit">
    /// The longest that making the instance may take, in wall-clock time. One that takes longer cannot be stopped: its thread is left behind.
    /// </param>
    /// <param name="unloads">Whether the plugin can be unloaded.</param>
    public static ScriptRunResult Run(ScorerImage.Plugin image, TimeSpan timeLimit, bool unloads)
    {
        if (PluginContent.Open(image.Manifest, image.Word, out var fault) is not { } content)
        {
            return new(Entry: null, fault is null ? [] : [fault]);
        }

        var result = new ScriptRunResult(Entry: null, []);
        var thread = new Thread(() => result = Make(image, content, unloads)) { IsBackground = true, Name = image.Name };
        thread.Start();
        if (thread.Join(timeLimit))
        {
            return result;
        }

        return new(Entry: null, [At(image, FaultCode.ConstructorHangs, string.Create(
            CultureInfo.InvariantCulture,
            $"Making a '{image.ClassName}' did not end within {timeLimit.TotalSeconds:0.###} s; its constructor must only prepare it."))]);
    }

    private static ScriptRunResult Make(ScorerImage.Plugin image, PluginContent content, bool unloads)
    {
        PluginContext? context = null;
        var faults = new List<Diagnostic>();
        var (entry, thrown) = ScorerRunner.Attempt(() =>
        {
            context = PluginContext.ForPlugin(content, unloads);
            var type = context.LoadMain().GetType(image.ClassName, throwOnError: true);

            return type is null ? null : EntryOf(image, type, context, faults);
        });

        if (thrown is not null)
        {
            // The runtime wraps what the load context says of a missing dependency.
            var cause = thrown.GetBaseException();
            faults.Add(At(image, FaultCode.ClassLoad, $"The class '{image.ClassName}' cannot be loaded: {CSharpName.Of(cause.GetType())}: {ScorerRunner.MessageOf(cause)}"));
        }

        if (entry is null)
        {
            context?.Dispose();
        }

        return new(entry, faults);
    }

    private static ScriptEntry? EntryOf(ScorerImage.Plugin image, Type type, PluginContext context, List<Diagnostic> faults)
    {
        void Fault(string code, string rest) => faults.Add(At(image, code, $"The class '{image.ClassName}' {rest}"));

        var constructor = type.GetConstructor([]);
        if (constructor is null)
        {
            Fault(FaultCode.NoConstructor, "has no public constructor without parameters; give it one, and make what it needs to know public properties.");
        }

        var methods = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy).Where(m => m.Name == EntryName).ToArray();
        if (methods.Length != 1)
        {
            Fault(FaultCode.ScoreMethods, methods.Length == 0
                ? $"has no public method '{EntryName}'; declare one, such as 'public bool {EntryName}(string outputs)'."
                : $"has {methods.Length} public methods '{EntryName}'; it must have one.");
        }

        if (faults.Count > 0 || constructor is null)
        {
            return null;
        }

        var (made, thrown) = ScorerRunner.Attempt(() => constructor.Invoke(null));
        if (made is not ClassScorer scorer)
        {
            Fault(FaultCode.ConstructorThrew, $"cannot be made: its constructor threw {CSharpName.Of(thrown?.GetType() ?? typeof(object))}: {(thrown is null ? "" : ScorerRunner.MessageOf(thrown))}");

            return null;
        }

        if (!ScriptFolder.IsName(scorer.Name))
        {
            Fault(FaultCode.ClassName, $"calls itself '{ScriptText.CleanLine(scorer.Name)}'; a scorer's name may hold letters, digits, '_' and '-'.");

            return null;
        }

        return ScriptEntry.Of(image, scorer, methods[0], Settings(type, scorer), context);
    }

    private static ClassSetting[] Settings(Type type, ClassScorer scorer) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p is { SetMethod.IsPublic: true, GetMethod.IsPublic: true } && p.GetIndexParameters().Length == 0)
            .OrderBy(p => p.DeclaringType == type ? 1 : 0)
            .ThenBy(p => p.MetadataToken)
            .Select(p => new ClassSetting(p, SettingType.IsSupported(p.PropertyType) ? p.GetValue(scorer) : null)),
    ];

    private static Diagnostic At(ScorerImage.Plugin image, string code, string message) => new(image.Path, 1, 1, code, Severity.Error, message);
}
