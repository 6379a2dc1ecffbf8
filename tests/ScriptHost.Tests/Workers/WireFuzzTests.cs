using System.Globalization;
using ScriptHost.Contract;
using ScriptHost.Plugins;
using ScriptHost.Records;
using ScriptHost.Runs;
using ScriptHost.Scoring;
using ScriptHost.Scripting;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>What comes from a worker may be anything: it is read, or refused with one exception, and costs no more memory than it has bytes.</summary>
public sealed class WireFuzzTests
{
    private static readonly string[] Scorers = ["a", "b", "c"];

    private static readonly Shard Shard = new(3, [new Piece(0, 0, new("a.jsonl", 100), 0, 50), new Piece(0, 0, new("a.jsonl", 100), 50, 50)]);

    private static readonly ScorerImage Image = Compiled();

    // The least, the largest, the odd: all that a value, a name or a text can be.
    private static readonly FeedbackValue[] Values =
    [
        true, false, 0, -1, long.MinValue, long.MaxValue, 0.0, -0.0, double.Epsilon, double.MaxValue, 1.1m, decimal.MinValue, new decimal(1, 0, 0, true, 28), "", "yes", "\uD800 alone \uDFFF",
        new string('x', 100_000), "\0\u2028\U0001F600",
    ];

    private static readonly TraceHead Head = new()
    {
        Id = "tr-1",
        Content = 0xFEDC_BA98_7654_3210,
        SessionId = "s-1",
        RequestTime = 638_000_000_000_000_000,
        IsSelected = true,
        Place = new(0, 7, 40),
        At = (1, 9),
        Json = "{}"u8.ToArray(),
    };

    public static TheoryData<string> Formats => ["outcomes", "trace", "fault", "piece", "shard", "description", "session"];

    [Fact]
    public void Outcomes_come_back_as_they_went()
    {
        var writer = new WireWriter();
        var outcomes = Outcomes();
        new OutcomeFormat(Scorers).Write(writer, outcomes);

        var read = Read(writer.Written);

        read.Count.ShouldBe(outcomes.Count);
        foreach (var (expected, actual) in outcomes.Zip(read))
        {
            actual.ShouldBe(expected with { Feedbacks = actual.Feedbacks });
            actual.Feedbacks.Select(Text).ShouldBe(expected.Feedbacks.Select(Text));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Cut_bytes_are_refused(string format)
    {
        var whole = Written(format);
        Read(format, whole);

        var step = Math.Max(1, whole.Length / 2000);
        for (var length = 0; length < whole.Length; length += step)
        {
            var cut = whole[..length];
            Should.Throw<InvalidDataException>(() => Read(format, cut), string.Create(CultureInfo.InvariantCulture, $"{format} cut at {length}"));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Random_and_altered_bytes_are_read_or_refused_and_cost_little_memory(string format)
    {
        var random = new Random(11);
        var whole = Written(format);

        // A process's first exception takes some memory that is not the reader's.
        Should.Throw<InvalidDataException>(() => Read(format, []));
        for (var i = 0; i < 3000; i++)
        {
            var bytes = i % 3 == 0 ? new byte[random.Next(0, 200)] : [.. whole[..Math.Min(whole.Length, 4000)]];
            if (i % 3 == 0)
            {
                random.NextBytes(bytes);
            }
            else
            {
                for (var n = random.Next(1, 6); n > 0; n--)
                {
                    bytes[random.Next(bytes.Length)] = i % 3 == 1 ? (byte)random.Next(256) : (byte)(0x7F + (0x80 * random.Next(2)));
                }
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Read(format, bytes);
            }
            catch (InvalidDataException)
            {
                // As it should be.
                continue;
            }
            finally
            {
                (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000, string.Create(CultureInfo.InvariantCulture, $"{format}, round {i}"));
            }
        }
    }

    [Fact]
    public void Frames_of_random_bytes_are_read_or_refused()
    {
        var random = new Random(5);
        Should.Throw<InvalidDataException>(() => Read("fault", []));
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(0, 64)];
            random.NextBytes(bytes);
            using var pipe = new FramePipe(new MemoryStream(bytes), Stream.Null, lanes: 2);
            using var frames = new FrameStream(pipe, lane: 0);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                while (frames.Read() is not null)
                {
                }
            }
            catch (Exception refused) when (refused is InvalidDataException or EndOfStreamException)
            {
                // As it should be.
                continue;
            }
            finally
            {
                (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000);
            }
        }
    }

    private static ScorerImage Compiled() => new ScorerImage.Script(Compiling.Script("(string outputs) => 1").Image.ShouldNotBeNull());

    private static string Text(Feedback f) => string.Create(
        CultureInfo.InvariantCulture,
        $"{f.Name}|{f.Value?.Kind}|{f.Value}|{f.Error}|{f.Rationale}|{f.Source}|{string.Join(';', f.Metadata.Select(m => m.Key + "=" + m.Value))}");

    private static IReadOnlyList<Outcome> Outcomes()
    {
        var metadata = new Dictionary<string, string> { [""] = "\uDC00", ["k"] = new string('m', 10_000) };
        var end = new ScorerRunner(TimeSpan.FromSeconds(1)).Ended("c", "tr-1", "s-1", ErrorCode.StackOverflow);

        return
        [
            new()
            {
                Scorer = "a",
                TraceId = "tr-1",
                SessionId = "s-1",
                Kind = OutcomeKind.Scored,
                Feedbacks = [.. Values.Select((v, i) => new Feedback(v, rationale: i % 2 == 0 ? "because \uD83D" : null, name: i == 0 ? "a" : $"n{i}") with
                {
                    Source = i % 3 == 0 ? new(AssessmentSourceType.Human, "somebody") : new(AssessmentSourceType.Code, "a"),
                    Metadata = i % 4 == 0 ? metadata : new Dictionary<string, string>(),
                })],
            },
            Outcome.Skipped("b", "tr-1", "s-1", "why not"),
            end with { Feedbacks = [.. end.Feedbacks, Feedback.WithError(new("CODE", "message", "at line 1"), "other") with { Source = new(AssessmentSourceType.Code, "c") }] },
        ];
    }

    private static List<Outcome> Read(ReadOnlySpan<byte> outcomes)
    {
        var read = new List<Outcome>();
        var unit = UnitView.OfSession("tr-1", "s-1");
        foreach (var outcome in new OutcomeCursor(outcomes, unit, Scorers.Length))
        {
            read.Add(outcome.ToOutcome(unit, Scorers));
        }

        return read;
    }

    private static ReadOnlySpan<byte> Trace()
    {
        var writer = new WireWriter();
        ShardFormat.Write(writer, Head);
        new OutcomeFormat(Scorers).Write(writer, [Outcome.Skipped("b", "tr-1", null, "why not")]);

        return writer.Written;
    }

    private static ShardResult Whole()
    {
        var shard = new ShardResult(Shard, new(new(Scorers)));
        shard.Add(Trace());
        shard.Add(new ShardFault(1, 3, 4, "no JSON"));
        shard.Add(new PieceCount(2, 2));
        shard.Complete();

        return shard;
    }

    private static SessionResult Sessions() => new(1, [new("s-1", true, []), new("s-2", true, [])], new(Scorers));

    private static ScorerDescription Description() => new()
    {
        Name = "a",
        Path = "a.csx",
        Hash = new('0', 64),
        Level = ScorerLevel.Session,
        Parameters = [new("session", "Session", Subject.Session, false, null), new("limit", "Color", null, false, "1") { Choices = ["Red", "Green"] }],
        Returns = "bool",
        Description = "What it is.",
        Aggregations = [Aggregation.Mean, Aggregation.P90],
    };

    private static byte[] Written(string format)
    {
        var writer = new WireWriter();
        switch (format)
        {
            case "outcomes":
                new OutcomeFormat(Scorers).Write(writer, Outcomes());
                break;
            case "trace":
                writer.WriteRaw(Trace());
                break;
            case "fault":
                ShardFormat.Write(writer, new ShardFault(1, 3, 4, "no JSON"));
                break;
            case "piece":
                ShardFormat.Write(writer, new PieceCount(5, 4));
                break;
            case "shard":
                using (var shard = Whole())
                {
                    shard.Write(writer);
                }

                break;
            case "session":
                var batch = Sessions();
                batch.Add([Outcome.Skipped("b", "tr-1", "s-1", "why not")]);
                batch.Add([Outcome.Skipped("c", "tr-2", "s-2", "why not")]);
                batch.Write(writer);
                break;
            default:
                DescriptionFormat.Write(writer, new(Description(), [new("a.csx", 1, 2, "SH2101", Severity.Warning, "careful")]));
                break;
        }

        return writer.Written.ToArray();
    }

    private static void Read(string format, byte[] bytes)
    {
        var reader = new WireReader(bytes);
        switch (format)
        {
            case "outcomes":
                Read(bytes).Count.ShouldBeLessThan(4);
                break;
            case "trace":
                new ShardFormat(new(Scorers)).Check(bytes, Shard);
                break;
            case "fault":
                ShardFormat.ReadFault(reader, Shard);
                break;
            case "piece":
                ShardFormat.ReadPiece(reader);
                break;
            case "shard":
                using (var shard = new ShardResult(Shard, new(new(Scorers))))
                {
                    shard.Read(reader);
                    foreach (var trace in shard.Traces())
                    {
                        foreach (var outcome in trace.Outcomes)
                        {
                            outcome.Scorer.ShouldBeLessThan(3);
                        }
                    }
                }

                break;
            case "session":
                Sessions().Read(reader);
                break;
            default:
                DescriptionFormat.Read(reader, Image);
                break;
        }
    }
}
