namespace ScriptHost.Scripting;

/// <summary>A script that a <see cref="CompilerProcess"/> has, from the asking to the answer.</summary>
/// <param name="number">Its number in the process, which comes back with the answer.</param>
internal sealed class AskedScript(int number)
{
    private readonly TaskCompletionSource<CompilerAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its number in the process.</summary>
    public int Number => number;

    /// <summary>Whether the process had no other script as long as it had this one.</summary>
    public bool WasAlone { get; private set; } = true;

    /// <summary>The process has another script, too.</summary>
    public void Join() => WasAlone = false;

    /// <summary>Hands the answer to the one who waits for it.</summary>
    /// <param name="given">The answer.</param>
    public void Answer(CompilerAnswer given) => answer.SetResult(given);

    /// <summary>Waits for the answer, which comes in any case: a process that ends answers for all that it still has.</summary>
    public CompilerAnswer Wait() => answer.Task.GetAwaiter().GetResult();
}
