namespace ScriptHost.Trust;

/// <summary>The entries of one <c>trust.yaml</c>.</summary>
/// <param name="Folder">The folder of scorers that it speaks of.</param>
/// <param name="Entries">In file order; no scorer twice, case aside. None when the file has faults.</param>
/// <param name="HasFaults">Whether the file has faults, so that nobody can tell what is trusted.</param>
internal sealed record TrustList(string Folder, IReadOnlyList<TrustEntry> Entries, bool HasFaults = false)
{
    /// <summary>The entry of a scorer; null when there is none.</summary>
    /// <param name="scorer">A script's or plugin's name.</param>
    public TrustEntry? Find(string scorer) => Entries.FirstOrDefault(e => e.Scorer == scorer);

    /// <summary>Holds a scorer's code against its entry.</summary>
    /// <param name="scorer">The script's or plugin's name.</param>
    /// <param name="path">Its file, as it is found on disk.</param>
    /// <param name="hash">SHA-256 of the code that will be loaded.</param>
    /// <param name="entry">The entry, when all of it holds; else null.</param>
    /// <returns>What is wrong; null when nothing is, also when nobody trusts it.</returns>
    public Diagnostic? Judge(string scorer, string path, string hash, out TrustEntry? entry)
    {
        entry = null;
        if (Find(scorer) is not { } found)
        {
            return null;
        }

        if (found.Path != PathOf(path))
        {
            return TrustFault.Elsewhere(path, found);
        }

        if (found.Sha256 != hash)
        {
            return TrustFault.Changed(path, found);
        }

        entry = found;

        return null;
    }

    /// <summary>The path as an entry has it.</summary>
    /// <param name="path">A file below <see cref="Folder"/>.</param>
    public string PathOf(string path) => Path.GetRelativePath(Folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
