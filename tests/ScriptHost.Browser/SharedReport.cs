namespace ScriptHost.Browser;

/// <summary>All tests share one browser and one report, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedReport : ICollectionFixture<Chromium>, ICollectionFixture<SampleReport>
{
    public const string Name = "Reports";
}
