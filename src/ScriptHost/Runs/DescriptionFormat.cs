using ScriptHost.Contract;
using ScriptHost.Plugins;
using ScriptHost.Records;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>How the description of a script goes into the cache and between processes.</summary>
internal static class DescriptionFormat
{
    /// <summary>Writes a description.</summary>
    public static void Write(WireWriter writer, ScriptDescription description)
    {
        writer.Write(description.Diagnostics, diagnostic =>
        {
            writer.Write(diagnostic.Path);
            writer.Write(diagnostic.Line);
            writer.Write(diagnostic.Column);
            writer.Write(diagnostic.Code);
            writer.Write((int)diagnostic.Severity);
            writer.Write(diagnostic.Message);
        });
        writer.Write(description.Scorer is not null);
        if (description.Scorer is { } scorer)
        {
            Write(writer, scorer);
        }
    }

    /// <summary>Reads a description.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="image">The scorer's code; a script cannot choose its name, path and hash, nor what it names.</param>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public static ScriptDescription Read(WireReader reader, ScorerImage image)
    {
        var diagnostics = reader.ReadList(() => new Diagnostic(
            reader.ReadString(),
            reader.ReadInt32(),
            reader.ReadInt32(),
            reader.ReadString(),
            (Severity)reader.ReadIndex((int)Severity.Error + 1),
            reader.ReadString()));

        return new(reader.ReadBoolean() ? ReadScorer(reader, image) : null, diagnostics);
    }

    private static void Write(WireWriter writer, ScorerDescription scorer)
    {
        writer.Write(scorer.Name);
        writer.Write((int)scorer.Level);
        writer.Write(scorer.Parameters, parameter =>
        {
            writer.Write(parameter.Name);
            writer.Write(parameter.Type);
            writer.Write(parameter.Subject is { } subject ? (int)subject + 1 : 0);
            writer.Write(parameter.IsNullable);
            writer.WriteOptional(parameter.Default);
            writer.Write(parameter.Choices is not null);
            if (parameter.Choices is { } choices)
            {
                writer.Write(choices, writer.Write);
            }
        });
        writer.Write(scorer.Returns);
        writer.WriteOptional(scorer.Description);
        writer.Write(scorer.Aggregations, aggregation => writer.Write((int)aggregation));
    }

    private static ScorerDescription ReadScorer(WireReader reader, ScorerImage image) => new()
    {
        Name = reader.ReadString() is var own && image is ScorerImage.Plugin ? own : image.Name,
        Path = image.Path,
        Hash = image.Hash,
        Level = (ScorerLevel)reader.ReadIndex((int)ScorerLevel.Session + 1),
        Parameters = reader.ReadList(() => new EntryParameter(
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadIndex((int)Subject.CancellationToken + 2) is > 0 and var subject ? (Subject)(subject - 1) : null,
            reader.ReadBoolean(),
            reader.ReadOptional())
        {
            Choices = reader.ReadBoolean() ? reader.ReadList(reader.ReadString) : null,
        }),
        NamesSpans = image.NamesSpans,
        Returns = reader.ReadString(),
        Description = reader.ReadOptional(),
        Aggregations = reader.ReadList(() => (Aggregation)reader.ReadIndex((int)Aggregation.PassRate + 1)),
    };
}
