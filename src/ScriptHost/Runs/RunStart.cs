using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>How a run was asked for, so that it can be asked for again.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="Folder">The working folder, against which paths are read.</param>
/// <param name="Arguments">The program's arguments.</param>
internal sealed record RunStart(string RunId, DateTimeOffset StartedAt, string Folder, IReadOnlyList<string> Arguments)
{
    // A journal is for the version that wrote it: going on with another one could not give the same bytes.
    private static readonly string Version = typeof(RunStart).Assembly.ManifestModule.ModuleVersionId.ToString();

    /// <summary>Writes it.</summary>
    public void Write(WireWriter writer)
    {
        writer.Write(Version);
        writer.Write(RunId);
        writer.Write(StartedAt.UtcTicks);
        writer.Write(Folder);
        writer.Write(Arguments, writer.Write);
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It is of another version.</exception>
    public static RunStart Read(WireReader reader) => reader.ReadString() == Version
        ? new(reader.ReadString(), new(reader.ReadInt64(), TimeSpan.Zero), reader.ReadString(), reader.ReadList(reader.ReadString))
        : throw WireReader.Broken();
}
