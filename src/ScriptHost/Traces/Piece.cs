namespace ScriptHost.Traces;

/// <summary>A part of a file: the documents that begin in a range of its bytes.</summary>
/// <param name="Argument">The index of the argument that named the file.</param>
/// <param name="Number">The index of the file among all input files.</param>
/// <param name="File">The file.</param>
/// <param name="Offset">The range's first byte; 0 unless the file is cut at lines.</param>
/// <param name="Length">The range's length in bytes; null goes to the end of the file.</param>
internal sealed record Piece(int Argument, int Number, InputFile File, long Offset, long? Length)
{
    /// <summary>Whether it begins where its file does.</summary>
    public bool IsFirst => Offset == 0;
}
