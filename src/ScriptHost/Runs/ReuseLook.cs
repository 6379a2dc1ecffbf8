using System.Buffers;
using ScriptHost.Records;
using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Looks for the units of one shard or batch in an earlier run. Used by one thread.</summary>
/// <param name="reuse">What holds.</param>
/// <param name="mayFill">Whether what is wholly known may be filled in: with a limit, it may be more than is wanted.</param>
internal sealed class ReuseLook(Reuse reuse, bool mayFill)
{
    private readonly List<bool[]> patterns = [];
    private readonly List<(int Pattern, ulong Content)> units = [];
    private readonly ArrayBufferWriter<byte> found = new();
    private readonly OutcomeJoin join = new(reuse.Scorers.Count);
    private readonly WireWriter writer = new();
    private bool isWhole = mayFill && reuse.IsSameSelection;

    /// <summary>Fills in a shard of which nothing is to be scored, if it may; of any other, says which pairs need not be.</summary>
    /// <param name="shard">The shard; empty.</param>
    public ReusedPairs At(ShardResult shard)
    {
        // Standard input cannot be read twice.
        if (!reuse.IsPossible || shard.Shard.Pieces.Any(p => p.File == InputFile.StandardInput))
        {
            return ReusedPairs.None;
        }

        using var filled = shard.Twin();
        var index = new TraceIndex();
        foreach (var (number, piece) in shard.Shard.Pieces.Index())
        {
            using var reader = new PieceReader(piece, index);
            var documents = 0;
            for (; reader.Skip() is { } document; documents++)
            {
                Look(document, piece, number, filled);
            }

            filled.Add(new PieceCount(reader.LinesPassed, documents));
        }

        if (isWhole)
        {
            filled.Complete();
            shard.Append(filled);
        }

        return isWhole ? ReusedPairs.None : new(patterns, units);
    }

    /// <summary>Fills in sessions of which nothing is to be scored; of any others, says which pairs need not be.</summary>
    /// <param name="batch">The sessions; nothing of them is done.</param>
    public ReusedPairs At(SessionResult batch)
    {
        var filled = new List<byte[]>();
        foreach (var session in batch.Sessions)
        {
            var known = reuse.Earlier.Find(session);
            if (known is null)
            {
                Add(new bool[reuse.Scorers.Count], content: 0, isComplete: false);
                continue;
            }

            var outcomes = SessionResult.Outcomes(known, session.Id, reuse.Earlier.Identity.Scorers.Count);
            writer.Clear();
            writer.Write(outcomes.Unit.TraceId);
            Look(outcomes, content: 0, s => s.Level == ScorerLevel.Trace);
            join.Write(writer);
            filled.Add(writer.Written.ToArray());
        }

        if (isWhole)
        {
            filled.ForEach(f => batch.AddWritten(f));
        }

        return isWhole ? ReusedPairs.None : new(patterns, units);
    }

    private void Look(TraceDocument document, Piece piece, int number, ShardResult filled)
    {
        var content = ContentHash.Of(document.Json.Span);
        if (document.Fault is not null || !reuse.Earlier.TryFind(content, document.Json.Length, found))
        {
            Add(new bool[reuse.Scorers.Count], content, isComplete: false);

            return;
        }

        var trace = new TraceView(found.WrittenSpan, shard: null, reuse.Earlier.Identity.Scorers.Count);
        var inSession = trace.Unit.InSession.IsThere;
        Look(trace.Outcomes, content, s => inSession && s.Level == ScorerLevel.Session);
        if (isWhole)
        {
            var isKept = inSession && !piece.File.IsSeekable && reuse.Scorers.Any(s => s.Level == ScorerLevel.Session);
            writer.Clear();
            trace.Write(writer, document.Offset, (number, document.Line), isKept ? document.Json.Span : default, join);
            filled.Add(writer.Written);
        }

        join.Clear();
    }

    // Joins what can be taken over, and all else that a unit of which nothing is to be scored has.
    private void Look(OutcomeCursor outcomes, ulong content, Func<ScorerDescription, bool> hasNone)
    {
        var pattern = new bool[reuse.Scorers.Count];
        var skipped = new bool[pattern.Length];
        foreach (var outcome in reuse.Of(outcomes))
        {
            (pattern[outcome.Scorer], skipped[outcome.Scorer]) = (outcome.Holds, outcome.IsSkipped);
            if (outcome.Holds)
            {
                join.TakeOver(outcome.Scorer, outcome.Body);
            }
            else if (outcome.IsSkipped)
            {
                join.Add(outcome.Scorer, outcome.Body);
            }
        }

        Add(pattern, content, reuse.Scorers.Index().All(s => pattern[s.Index] || skipped[s.Index] || hasNone(s.Item)));
    }

    private void Add(bool[] pattern, ulong content, bool isComplete)
    {
        isWhole &= isComplete;
        var known = patterns.FindIndex(p => p.AsSpan().SequenceEqual(pattern));
        units.Add((known < 0 ? patterns.Count : known, content));
        if (known < 0)
        {
            patterns.Add(pattern);
        }
    }
}
