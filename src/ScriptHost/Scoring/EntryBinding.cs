using System.Reflection;
using System.Text.Json.Nodes;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Makes a scorer of a script's or class's entry: reads what it takes and returns, and refuses what the host cannot serve.</summary>
internal static class EntryBinding
{
    private static readonly string[] SingleTurn = ["inputs", "outputs", "trace"];

    /// <summary>The scorer, or all that is wrong with it.</summary>
    /// <param name="entry">The entry; the scorer disposes it.</param>
    /// <param name="settings">What settings are given instead of their defaults, by parameter name; null gives nothing.</param>
    /// <param name="name">The name of its results; null takes the entry's.</param>
    public static BindResult Bind(ScriptEntry entry, JsonObject? settings = null, string? name = null)
    {
        var faults = new List<Diagnostic>();
        void Fault(string code, string rest)
        {
            var (line, column) = entry.Place;
            faults.Add(new(entry.Path, line, column, code, Severity.Error, $"Scorer '{entry.Name}' {rest}"));
        }

        if (entry.Method.ContainsGenericParameters)
        {
            Fault(FaultCode.GenericEntry, "has a generic entry; name the types.");

            return new(Scorer: null, faults);
        }

        var options = ScriptJson.Options();
        var binding = new ParameterBinding(options, entry.Defaults, settings ?? [], Fault) { TakesSettings = entry.Properties is null };
        var properties = new PropertyBinding(entry.Receiver, options, settings ?? [], Fault);
        var parameters = entry.Parameters.Select(binding.Bind).OfType<BoundParameter>().ToArray();
        BoundParameter[] all = [.. parameters, .. entry.Properties?.Select(properties.Bind).OfType<BoundParameter>() ?? []];
        CheckLevel(entry, Fault);
        var returns = CSharpName.Of(new NullabilityInfoContext().Create(entry.Method.ReturnParameter));
        if (ReturnRule.Fault(entry.Method.ReturnType, returns) is { } wrong)
        {
            Fault(wrong.Code, wrong.Sentence);
        }

        var aggregations = Aggregations(entry, Fault);
        CheckNames(entry, settings, Fault);
        if (faults.Count > 0)
        {
            return new(Scorer: null, faults);
        }

        var description = new ScorerDescription
        {
            Name = name ?? entry.Name,
            Path = entry.Path,
            Hash = entry.Hash,
            Level = parameters.Any(p => p.Description.Subject is Subject.Session) ? ScorerLevel.Session : ScorerLevel.Trace,
            Parameters = [.. all.Select(p => p.Description)],
            NamesSpans = entry.NamesSpans,
            Returns = returns,
            Description = entry.Description is { } text ? ScriptText.CleanMessage(text, 1_000) : null,
            Aggregations = aggregations,
        };

        return new(new BoundScorer(entry, description, [.. parameters.Select(p => p.Argument)]), []);
    }

    private static Aggregation[] Aggregations(ScriptEntry entry, Action<string, string> fault)
    {
        if (entry.Aggregations is not { } stated)
        {
            return [Aggregation.Mean];
        }

        var areKnown = true;
        foreach (var aggregation in stated)
        {
            if (!AggregationName.IsOne(aggregation))
            {
                areKnown = false;
                fault(FaultCode.UnknownAggregation, $"names the aggregation '{aggregation}', which does not exist; there are {string.Join(", ", Enum.GetNames<Aggregation>())}.");
            }
        }

        return areKnown ? AggregationUnion.Of(stated, []) : [];
    }

    // MLflow's rule (mlflow/genai/scorers/base.py).
    private static void CheckLevel(ScriptEntry entry, Action<string, string> fault)
    {
        var names = entry.Parameters.Select(p => p.Name).ToHashSet();
        var offenders = SingleTurn.Where(names.Contains).Select(n => $"'{n}'").ToArray();
        if (names.Contains("session") && offenders.Length > 0)
        {
            fault(
                FaultCode.SessionMixed,
                $"takes 'session' and cannot also take {string.Join(", ", offenders)}: session-level scorers are called once per session with all "
                + "its traces, so there is no single turn; take 'session' and, if needed, 'expectations'.");
        }
    }

    private static void CheckNames(ScriptEntry entry, JsonObject? settings, Action<string, string> fault)
    {
        string[] known = entry.Properties is { } properties
            ? [.. properties.Select(p => p.Property.Name)]
            : [.. entry.Parameters.Select(p => p.Name ?? "").Where(n => SubjectName.Find(n) is null)];
        var has = known.Length == 0 ? "it has none." : $"it has {string.Join(", ", known.Select(k => $"'{k}'"))}.";
        foreach (var name in entry.Defaults.Keys.Except(known))
        {
            fault(FaultCode.StatedDefault, $"states a default for '{name}', which is no setting of it; {has}{Suggestion.Sentence(name, known)}");
        }

        foreach (var name in ((IDictionary<string, JsonNode?>?)settings)?.Keys.Except(known) ?? [])
        {
            fault(FaultCode.UnknownSetting, $"has no setting '{name}'; {has}{Suggestion.Sentence(name, known)}");
        }
    }
}
