using ScriptHost.Presets;

namespace ScriptHost.Cli;

/// <summary>Holds presets against their locks, and shows in what they differ.</summary>
/// <param name="terminal">Where faults are told.</param>
/// <param name="sayDrift">Takes the lines of the diff.</param>
internal sealed class LockChecking(Terminal terminal, Action<string> sayDrift)
{
    /// <summary>Whether a preset is what the lock in a file says.</summary>
    public bool Holds(string path, LockedPreset now)
    {
        if (File.Exists(path))
        {
            return Holds(path, File.ReadAllBytes(path), now);
        }

        terminal.Tell(new Diagnostic(path, 0, 0, PresetCodes.NoLock, Severity.Error, $"The preset '{now.Name}' has no lock; 'scripthost lock {now.Name}' writes one.").ToString());

        return false;
    }

    /// <summary>Whether a preset is what its lock says.</summary>
    /// <param name="path">The lock, for messages.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="now">The preset.</param>
    public bool Holds(string path, ReadOnlyMemory<byte> content, LockedPreset now)
    {
        var (locked, diagnostics) = LockReading.Read(path, content);
        foreach (var diagnostic in diagnostics)
        {
            terminal.Tell(diagnostic.ToString());
        }

        var drifts = locked is null ? [] : LockComparison.Compare(locked, now);
        if (drifts.Count > 0)
        {
            terminal.Tell(new Diagnostic(path, 0, 0, PresetCodes.Drift, Severity.Error, $"The preset '{now.Name}' is not what its lock says; 'scripthost lock {now.Name}' pins what is so now.").ToString());
        }

        foreach (var drift in drifts)
        {
            sayDrift(drift.ToString());
        }

        return locked is not null && drifts.Count == 0;
    }
}
