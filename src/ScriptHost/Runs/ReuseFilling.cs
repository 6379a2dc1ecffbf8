using System.Buffers;
using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>Puts an earlier run's outcomes in the place of those that stand for them, unit by unit as they come. Used by one thread.</summary>
/// <param name="reuse">What holds.</param>
internal sealed class ReuseFilling(Reuse reuse)
{
    private readonly ArrayBufferWriter<byte> found = new();
    private readonly OutcomeJoin join = new(reuse.Scorers.Count);
    private readonly WireWriter writer = new();

    /// <summary>Whether no outcome stands for one of an earlier run.</summary>
    public static bool IsWhole(OutcomeCursor outcomes)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome.IsTakenOver)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A trace with all of its outcomes.</summary>
    /// <param name="written">The trace as it is written.</param>
    /// <param name="trace">The same, read.</param>
    /// <exception cref="InvalidDataException">Something else stands for an outcome than what was asked for.</exception>
    public ReadOnlySpan<byte> Filled(ReadOnlySpan<byte> written, TraceView trace)
    {
        if (IsWhole(trace.Outcomes))
        {
            return written;
        }

        Check(reuse.Earlier.TryFind(trace.Content, trace.Place.Length, found));
        TakeOver(new TraceView(found.WrittenSpan, shard: null, reuse.Earlier.Identity.Scorers.Count).Outcomes, trace.Outcomes);
        writer.Clear();
        trace.Write(writer, trace.Json, join);

        return writer.Written;
    }

    /// <summary>A session with all of its outcomes.</summary>
    /// <param name="written">The session as it is written.</param>
    /// <param name="session">The session.</param>
    /// <param name="outcomes">Its outcomes.</param>
    /// <exception cref="InvalidDataException">Something else stands for an outcome than what was asked for.</exception>
    public ReadOnlySpan<byte> Filled(ReadOnlySpan<byte> written, SessionPlan session, OutcomeCursor outcomes)
    {
        if (IsWhole(outcomes))
        {
            return written;
        }

        var known = reuse.Earlier.Find(session) ?? throw WireReader.Broken();
        TakeOver(SessionResult.Outcomes(known, session.Id, reuse.Earlier.Identity.Scorers.Count), outcomes);
        writer.Clear();
        writer.Write(outcomes.Unit.TraceId);
        join.Write(writer);

        return writer.Written;
    }

    private static void Check(bool isRight)
    {
        if (!isRight)
        {
            throw WireReader.Broken();
        }
    }

    private void TakeOver(OutcomeCursor before, OutcomeCursor fresh)
    {
        var wanted = new bool[reuse.Scorers.Count];
        foreach (var outcome in fresh)
        {
            if (outcome.IsTakenOver)
            {
                wanted[outcome.Scorer] = true;
            }
            else
            {
                join.Add(outcome.Scorer, outcome.Body);
            }
        }

        foreach (var outcome in reuse.Of(before))
        {
            if (wanted[outcome.Scorer] && outcome.Holds)
            {
                join.TakeOver(outcome.Scorer, outcome.Body);
                wanted[outcome.Scorer] = false;
            }
        }

        Check(!wanted.Contains(true));
    }
}
