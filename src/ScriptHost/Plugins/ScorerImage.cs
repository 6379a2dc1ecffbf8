using ScriptHost.Scripting;
using ScriptHost.Trust;

namespace ScriptHost.Plugins;

/// <summary>The code of one scorer, as whoever is to run it gets it: plain data that can be sent to another process.</summary>
internal abstract record ScorerImage
{
    private const byte ScriptKind = 1;
    private const byte TrustedKind = 2;
    private const byte PluginKind = 3;

    private ScorerImage()
    {
    }

    /// <summary>The scorer's name. Of a plugin's class that has not run yet: the class's.</summary>
    public abstract string Name { get; }

    /// <summary>Its file, for people.</summary>
    public abstract string Path { get; }

    /// <summary>SHA-256 of the script's source, or of the plugin's files; 64 lower-case hexadecimal digits.</summary>
    public abstract string Hash { get; }

    /// <summary>Who lets it run with full rights; null when it passed the gate.</summary>
    public abstract TrustEntry? Trust { get; }

    /// <summary>Whether its code may ask a trace for more than its root span. Nobody looks into plugins, so theirs may.</summary>
    public virtual bool NamesSpans => true;

    /// <summary>Whether another image is the same script, byte for byte; of what has rights of its own, and of plugins, it is not asked.</summary>
    public bool IsSameScript(ScorerImage other) =>
        this is Script { Code: { Trust: null } code }
        && other is Script { Code: { Trust: null } same }
        && (code.Name, code.Path, code.Hash) == (same.Name, same.Path, same.Hash)
        && code.Bytes.Span.SequenceEqual(same.Bytes.Span);

    /// <summary>Writes it down.</summary>
    public void Write(BinaryWriter writer)
    {
        switch (this)
        {
            case Script { Code: var code }:
                writer.Write(code.Trust is null ? ScriptKind : TrustedKind);
                writer.Write(code.Name);
                writer.Write(code.Path);
                writer.Write(code.Hash);
                writer.Write(code.Bytes.Length);
                writer.Write(code.Bytes.Span);
                break;
            case Plugin plugin:
                writer.Write(PluginKind);
                plugin.Manifest.Write(writer);
                writer.Write(plugin.ClassName);
                writer.Write(plugin.Name);
                break;
        }

        TrustFormat.Write(writer, Trust);
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote, and admits it anew: a script by the gate, trusted code by its hash. A plugin's files are
    /// held against theirs when they are opened.
    /// </summary>
    /// <param name="reader">Where from.</param>
    /// <param name="allowlist">What scripts may use.</param>
    /// <param name="image">The image; null when there are faults.</param>
    /// <returns>All that is wrong with it.</returns>
    /// <exception cref="EndOfStreamException">It is cut.</exception>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static IReadOnlyList<Diagnostic> Read(BinaryReader reader, Allowlist allowlist, out ScorerImage? image)
    {
        var kind = reader.ReadByte();
        if (kind == PluginKind)
        {
            var (manifest, className, given) = (PluginManifest.Read(reader), reader.ReadString(), reader.ReadString());
            var entry = TrustFormat.Read(reader) ?? throw new InvalidDataException("A plugin came without trust.");
            var isMeant = entry.Scorer == manifest.Name && entry.Sha256 == manifest.Hash;
            image = isMeant ? new Plugin(manifest, className, entry).Named(given) : null;

            return isMeant ? [] : [TrustFault.Changed(manifest.MainPath, entry)];
        }

        var (name, path, hash, bytes) = (reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadBytes(reader.ReadInt32()));
        var trust = TrustFormat.Read(reader);
        ScriptImage? code;
        var faults = (kind, trust) switch
        {
            (ScriptKind, null) => ScriptImage.Admit(name, path, hash, bytes, allowlist, out code),
            (TrustedKind, not null) => ScriptImage.AdmitTrusted(name, path, hash, bytes, trust, out code),
            _ => throw new InvalidDataException($"{kind} is no kind of code, or its trust is missing."),
        };
        image = code is null ? null : new Script(code);

        return faults;
    }

    /// <summary>A script, compiled.</summary>
    /// <param name="Code">The image; it knows whether it passed the gate or is trusted.</param>
    public sealed record Script(ScriptImage Code) : ScorerImage
    {
        /// <inheritdoc/>
        public override string Name => Code.Name;

        /// <inheritdoc/>
        public override string Path => Code.Path;

        /// <inheritdoc/>
        public override string Hash => Code.Hash;

        /// <inheritdoc/>
        public override TrustEntry? Trust => Code.Trust;

        /// <inheritdoc/>
        public override bool NamesSpans => Code.NamesSpans;
    }

    /// <summary>One class of a plugin. Whoever runs it reads the files itself, and holds them against the manifest.</summary>
    /// <param name="Manifest">The plugin's files.</param>
    /// <param name="ClassName">The class's full name, as reflection has it.</param>
    /// <param name="Word">Who trusts the plugin.</param>
    public sealed record Plugin(PluginManifest Manifest, string ClassName, TrustEntry Word) : ScorerImage
    {
        private string? given;

        /// <inheritdoc/>
        public override string Name => given ?? ClassName.Split('.', '+')[^1];

        /// <inheritdoc/>
        public override string Path => Manifest.MainPath;

        /// <inheritdoc/>
        public override string Hash => Manifest.Hash;

        /// <inheritdoc/>
        public override TrustEntry? Trust => Word;

        /// <summary>The same under the name that the class gives itself.</summary>
        public Plugin Named(string name) => this with { given = name };
    }
}
