using System.Collections;
using ScriptHost.Records;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>
/// Counts how often in a row a scorer ran out of time or memory or ended its worker. After the third time it is not called any more. Units
/// for which it was skipped do not count.
/// </summary>
internal sealed class Quarantine
{
    private const int Most = 3;

    private readonly int[] strikes;

    /// <summary>Goes on from where each scorer stands.</summary>
    /// <param name="strikes">As <see cref="Strikes"/> told; zeros are nothing yet.</param>
    public Quarantine(IReadOnlyList<int> strikes) => this.strikes = [.. strikes];

    /// <summary>Why a scorer in quarantine is skipped.</summary>
    public static string Reason { get; } = $"The scorer is in quarantine: {Most} calls in a row ran out of time or memory, or ended their process.";

    /// <summary>How many strikes in a row each scorer has, by index; three for one that is in quarantine.</summary>
    public IReadOnlyList<int> Strikes => [.. strikes];

    /// <summary>
    /// The scorers that are in quarantine, the others with a clean record: what a unit somewhere later begins with. It is a view that other
    /// threads may read: who is in quarantine stays there, and the sooner a later unit begins with it the less is called in vain.
    /// </summary>
    public IReadOnlyList<int> Held => new HeldStrikes(strikes);

    /// <summary>Whether a scorer is in quarantine.</summary>
    public bool Holds(int scorer) => strikes[scorer] == Most;

    /// <summary>Takes note of the next outcome of a scorer; called in the order of units.</summary>
    public void Take(in OutcomeView outcome)
    {
        if (outcome.Kind is OutcomeKind.Scored or OutcomeKind.NotApplicable)
        {
            Forgive(outcome.Scorer);
        }
        else
        {
            Take(outcome.Scorer, outcome.Kind, outcome.Reason.Text, outcome.OnlyError);
        }
    }

    /// <summary>Takes note of the next outcome of a scorer; called in the order of units.</summary>
    public void Take(int scorer, Outcome outcome) =>
        Take(scorer, outcome.Kind, outcome.Reason, outcome is { Kind: OutcomeKind.Error, Feedbacks: [{ Error.Code: { } code }] } ? code : "");

    /// <summary>Takes note of the next call of a scorer that came back; called in the order of units.</summary>
    /// <param name="scorer">The scorer's index.</param>
    /// <param name="kind">How the pair ended.</param>
    /// <param name="onlyError">The code of the error that is all that the call gave; null when it gave something else.</param>
    public void Take(int scorer, OutcomeKind kind, string? onlyError)
    {
        if (kind == OutcomeKind.Error)
        {
            Take(scorer, kind, reason: "", onlyError ?? "");
        }
        else
        {
            Forgive(scorer);
        }
    }

    private void Forgive(int scorer)
    {
        if (!Holds(scorer))
        {
            strikes[scorer] = 0;
        }
    }

    private void Take(int scorer, OutcomeKind kind, ReadOnlySpan<char> reason, ReadOnlySpan<char> onlyError)
    {
        if (Holds(scorer))
        {
            return;
        }

        if (kind != OutcomeKind.Skipped)
        {
            strikes[scorer] = kind == OutcomeKind.Error && ErrorCode.IsEndOfWorker(onlyError) ? strikes[scorer] + 1 : 0;
        }
        else if (reason.SequenceEqual(Reason))
        {
            // Whoever scored the unit counted duplicates too, which the record leaves out.
            strikes[scorer] = Most;
        }
    }

    private sealed class HeldStrikes(int[] strikes) : IReadOnlyList<int>
    {
        public int Count => strikes.Length;

        public int this[int index] => Volatile.Read(ref strikes[index]) == Most ? Most : 0;

        public IEnumerator<int> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
            {
                yield return this[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
