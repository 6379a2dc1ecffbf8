namespace ScriptHost.Runs;

/// <summary>Keeps what went wrong beside calls, in the order that it was told; a hundred sentences, since all documents may be malformed.</summary>
internal sealed class ProblemBoard
{
    private const int Most = 100;

    private readonly List<string> told = [];
    private long untold;

    /// <summary>Takes note of a problem.</summary>
    public void Add(string problem)
    {
        if (told.Count < Most)
        {
            told.Add(problem);
        }
        else
        {
            untold++;
        }
    }

    /// <summary>All problems, the first hundred told, the rest counted.</summary>
    public IReadOnlyList<string> Sentences() => untold == 0 ? told : [.. told, $"{untold} more problems are not told one by one."];
}
