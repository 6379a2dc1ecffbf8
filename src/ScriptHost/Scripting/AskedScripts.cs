namespace ScriptHost.Scripting;

/// <summary>The scripts that a <see cref="CompilerProcess"/> has, and who gets which answer when it ends.</summary>
/// <param name="use">What the process uses, which is told how many there are.</param>
internal sealed class AskedScripts(CompilerUse use)
{
    private readonly Lock changing = new();
    private readonly Dictionary<int, AskedScript> scripts = [];
    private AskedScript? overrun;
    private bool isOver;
    private int last;

    /// <summary>Adds a script; null when the process has ended.</summary>
    public AskedScript? Add()
    {
        lock (changing)
        {
            if (isOver)
            {
                return null;
            }

            var script = new AskedScript(++last);
            scripts.Add(last, script);
            use.Count(scripts.Count);
            if (scripts.Count > 1)
            {
                foreach (var one in scripts.Values)
                {
                    one.Join();
                }
            }

            return script;
        }
    }

    /// <summary>The process gave an answer.</summary>
    /// <param name="number">The script's number.</param>
    /// <param name="result">What <see cref="ResultFormat"/> wrote.</param>
    public void Answer(int number, byte[] result)
    {
        AskedScript? script;
        lock (changing)
        {
            scripts.Remove(number, out script);
            use.Count(scripts.Count);
        }

        script?.Answer(new CompilerAnswer.Given(result, script.WasAlone));
    }

    /// <summary>A script took too long.</summary>
    /// <param name="script">The script.</param>
    /// <param name="isShort">Whether the process is short of memory: then all scripts are slow, and it is not known which of them takes it.</param>
    /// <returns>Whether the process is to be killed: not when the script has its answer, or another took too long before it.</returns>
    public bool Overrun(AskedScript script, bool isShort)
    {
        lock (changing)
        {
            if (overrun is not null || !scripts.ContainsKey(script.Number))
            {
                return false;
            }

            overrun = script.WasAlone || !isShort ? script : null;

            return true;
        }
    }

    /// <summary>The process has ended: answers for all that it still had.</summary>
    public void End()
    {
        AskedScript[] left;
        lock (changing)
        {
            isOver = true;
            left = [.. scripts.Values];
            scripts.Clear();
        }

        foreach (var script in left)
        {
            script.Answer(
                overrun is null ? new CompilerAnswer.Ended(script.WasAlone)
                : script == overrun ? new CompilerAnswer.Overran()
                : new CompilerAnswer.Interrupted());
        }
    }
}
