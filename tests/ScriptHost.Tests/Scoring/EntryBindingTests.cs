using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

[SuppressMessage("Design", "CA1045:Do not pass types by reference", Justification = "What is refused must be there.")]
public sealed class EntryBindingTests
{
    private delegate bool ByRef(ref string outputs);

    private delegate bool ByOut(out string outputs);

    private delegate bool ByIn(in string outputs);

    private enum Level
    {
        Low,
        High,
    }

    public static TheoryData<Delegate, string, string> Faults => new()
    {
        { (string output) => true, FaultCode.MisspeltSubject, "takes 'string output', which the host does not know; did you mean 'outputs'?" },
        { (string input) => true, FaultCode.MisspeltSubject, "'inputs'" },
        { (Trace traces) => true, FaultCode.MisspeltSubject, "'trace'" },
        { (Trace it) => true, FaultCode.MisspeltSubject, "'trace'" },
        { (Trace? it = null) => true, FaultCode.MisspeltSubject, "'trace'" },
        { (Session conversation) => true, FaultCode.MisspeltSubject, "'session'" },
        { (IReadOnlyList<Trace> turns) => true, FaultCode.MisspeltSubject, "'session'" },
        { (JsonObject expectation) => true, FaultCode.MisspeltSubject, "'expectations'" },
        { (JsonObject expected) => true, FaultCode.MisspeltSubject, "'expectations'" },
        { (CancellationToken ct) => true, FaultCode.MisspeltSubject, "'cancellationToken'" },
        { (CancellationToken ct = default) => true, FaultCode.MisspeltSubject, "'cancellationToken'" },
        { (string Outputs) => true, FaultCode.MisspeltSubject, "'outputs'" },
        { (int threshold) => true, FaultCode.UnknownParameter, "give it a default value" },
        { (Func<string>? getenv = null) => true, FaultCode.SettingType, "setting 'getenv'" },
        { (Session session, Trace trace, string outputs, string? inputs) => true, FaultCode.SessionMixed, "cannot also take 'inputs', 'outputs', 'trace': session-level scorers are called once per session" },
        { (string trace) => true, FaultCode.SubjectType, "as 'string'; it can be taken as 'Trace'" },
        { (List<Trace> session) => true, FaultCode.SubjectType, "'Session'" },
        { (Trace outputs) => true, FaultCode.SubjectType, "'JsonNode'" },
        { (Func<string> outputs) => true, FaultCode.SubjectType, "'Func<string>'" },
        { (Stream outputs) => true, FaultCode.SubjectType, "'Stream'" },
        { (ByRef)Ref, FaultCode.ParameterForm, "takes 'outputs' as 'ref'" },
        { (ByOut)Out, FaultCode.ParameterForm, "'out'" },
        { (ByIn)In, FaultCode.ParameterForm, "'in'" },
        { (params string[] outputs) => true, FaultCode.ParameterForm, "'params'" },
        { (dynamic outputs) => true, FaultCode.ParameterForm, "'dynamic'" },
        { (string outputs) => { }, FaultCode.NoReturnValue, "returns 'void'" },
        { Task () => Task.CompletedTask, FaultCode.NoReturnValue, "returns 'Task'" },
        { () => Task.FromResult(Task.FromResult(1)), FaultCode.ReturnType, "await the inner one" },
        { () => new[] { 1 }, FaultCode.ReturnType, "returns 'int[]'; it must return 'bool'" },
        { () => TimeSpan.Zero, FaultCode.ReturnType, "'TimeSpan'" },
        { JsonNode? () => null, FaultCode.ReturnType, "'JsonNode?'" },
        { () => Task.FromResult('c'), FaultCode.ReturnType, "'Task<char>'" },
        { () => (IEnumerable<object>)[], FaultCode.ReturnType, "'IEnumerable<object>'" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_the_host_cannot_serve_is_refused(Delegate entry, string code, string part)
    {
        var bound = EntryBinding.Bind(Some.Entry(entry));

        bound.Scorer.ShouldBeNull();
        var fault = bound.Diagnostics.ShouldHaveSingleItem();
        fault.Code.ShouldBe(code);
        fault.Message.ShouldStartWith("Scorer 'some_scorer' ");
        fault.Message.ShouldContain(part);
        fault.Message.ShouldMatch(@"[.?]$");
        fault.Line.ShouldBe(1);
    }

    [Fact]
    public void All_faults_of_an_entry_are_shown_together()
    {
        var bound = EntryBinding.Bind(Some.Entry(Scorer.Define(
            (Session session, Trace trace, int limit, string? more = null) => new[] { 1 },
            aggregations: [(Aggregation)99],
            defaults: new Dictionary<string, object?> { ["mor"] = "x" })));

        bound.Diagnostics.Select(d => d.Code).ShouldBe(
            [FaultCode.UnknownParameter, FaultCode.SessionMixed, FaultCode.ReturnType, FaultCode.UnknownAggregation, FaultCode.StatedDefault]);
        bound.Diagnostics[^1].Message.ShouldContain("Did you mean 'more'?");
    }

    [Fact]
    public void A_generic_entry_is_refused() =>
        EntryBinding.Bind(Script.Run("object Score<T>(T outputs) => 1;").Entry.ShouldNotBeNull()).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FaultCode.GenericEntry);

    [Fact]
    public void A_description_says_what_a_scorer_takes_and_returns()
    {
        using var scorer = Some.Bound(EntryBinding.Bind(Some.Entry(Scorer.Define(
            IEnumerable<Feedback> (string? outputs, JsonObject expectations, int min = 50, Level? level = Level.High, double share = 0.5, TimeSpan? limit = null, string[]? words = null, string tone = "calm") => [],
            description: "What it judges.",
            aggregations: [Aggregation.P90, Aggregation.Mean, Aggregation.P90],
            defaults: new Dictionary<string, object?> { ["words"] = new[] { "a" }, ["limit"] = TimeSpan.FromSeconds(2) }))));

        scorer.Description.Level.ShouldBe(ScorerLevel.Trace);
        scorer.Description.Returns.ShouldBe("IEnumerable<Feedback>");
        scorer.Description.Description.ShouldBe("What it judges.");
        scorer.Description.Aggregations.ShouldBe([Aggregation.P90, Aggregation.Mean]);
        scorer.Description.Parameters.Where(p => p.Choices is not null).Select(p => $"{p.Name}: {string.Join(' ', p.Choices ?? [])}").ShouldBe(["level: Low High"]);
        scorer.Description.Parameters.Select(p => p with { Choices = null }).ShouldBe(
        [
            new("outputs", "string?", Subject.Outputs, IsNullable: true, Default: null),
            new("expectations", "JsonObject", Subject.Expectations, IsNullable: false, Default: null),
            new("min", "int", Subject: null, IsNullable: false, "50"),
            new("level", "Level?", Subject: null, IsNullable: true, "\"High\""),
            new("share", "double", Subject: null, IsNullable: false, "0.5"),
            new("limit", "TimeSpan?", Subject: null, IsNullable: true, "\"00:00:02\""),
            new("words", "string[]?", Subject: null, IsNullable: true, "[\"a\"]"),
            new("tone", "string", Subject: null, IsNullable: false, "\"calm\""),
        ]);
    }

    [Fact]
    public void A_session_parameter_makes_a_scorer_session_level()
    {
        using var scorer = Some.Scorer((Session session, JsonObject expectations) => session.Count);

        scorer.Description.Level.ShouldBe(ScorerLevel.Session);
        scorer.Description.Aggregations.ShouldBe([Aggregation.Mean]);
    }

    [Theory]
    [InlineData("(string outputs) => 1", false)]
    [InlineData("(string? outputs) => 1", true)]
    [InlineData("int Score(string outputs) => 1;", false)]
    [InlineData("int Score(string? outputs) => 1;", true)]
    [InlineData("int Take(JsonNode? outputs) => 1;\nreturn Take;", true)]
    [InlineData("return static (double? outputs) => 1;", true)]
    [InlineData("(object outputs) => 1", false)]
    [InlineData("#nullable disable\n(object outputs) => 1", true)]
    [InlineData("#nullable disable\n(string outputs) => 1", false)]
    [InlineData("(string outputs, string? a = null, string? b = null) => 1", false)]
    public void The_question_marks_of_scripts_are_seen(string source, bool isNullable) =>
        Script.Bind(source).Description.Parameters[0].IsNullable.ShouldBe(isNullable);

    private static bool Ref(ref string outputs) => true;

    private static bool Out(out string outputs)
    {
        outputs = "";

        return true;
    }

    private static bool In(in string outputs) => true;
}
