namespace ScriptHost.Scripting;

/// <summary>What became of a script that a <see cref="CompilerProcess"/> was asked to compile.</summary>
internal abstract record CompilerAnswer
{
    private CompilerAnswer()
    {
    }

    /// <summary>It was compiled, well or not.</summary>
    /// <param name="Result">What <see cref="ResultFormat"/> wrote.</param>
    /// <param name="WasAlone">Whether the process had no other script meanwhile.</param>
    public sealed record Given(byte[] Result, bool WasAlone) : CompilerAnswer;

    /// <summary>It took too long, and the process was killed over it.</summary>
    public sealed record Overran : CompilerAnswer;

    /// <summary>The process was killed over another script.</summary>
    public sealed record Interrupted : CompilerAnswer;

    /// <summary>The process ended by itself, or ran short of memory.</summary>
    /// <param name="WasAlone">Whether it had no other script meanwhile; else it is not known over which it ended.</param>
    public sealed record Ended(bool WasAlone) : CompilerAnswer;
}
