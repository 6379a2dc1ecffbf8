using ScriptHost;
using ScriptHost.BuiltIns;
using ScriptHost.Cli;
using ScriptHost.Presets;
using ScriptHost.Runs;
using ScriptHost.Sandbox;
using ScriptHost.Workers;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace ScriptHost;

/// <summary>Starts the classes that take longest first: one of them that came last would run alone, while a core has nothing to do.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long =
    [
        typeof(AttackTableTests),
        typeof(SameRecordTests),
        typeof(AgreementTests),
        typeof(TerminalOutputTests),
        typeof(KillTests),
        typeof(BlameTests),
        typeof(PoisonedWorkerTests),
        typeof(BuiltInScorersTests),
        typeof(ImageCorpusTests),
        typeof(ProcessTests),
        typeof(PresetPropertyTests),
        typeof(JournalTests),
        typeof(DoctorTests),
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Rank)];

    // A class without a collection of its own making is one, named "Test collection for ScriptHost.Workers.KillTests (id: ...)".
    private static int Rank<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var rank = Array.FindIndex(Long, type => collection.TestCollectionDisplayName.Contains($"{type.FullName} ", StringComparison.Ordinal));

        return rank < 0 ? Long.Length : rank;
    }
}
