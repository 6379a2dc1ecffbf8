using ScriptHost.Benchmarks;
using ScriptHost.Benchmarks.Contenders;
using ScriptHost.Benchmarks.Corpora;
using ScriptHost.Benchmarks.Measuring;
using ScriptHost.Benchmarks.Parts;
using ScriptHost.Benchmarks.Sections;

const string Usage =
    """
    Usage:
      quick [OPTIONS]              under three minutes
      full [OPTIONS]               everything, with medians of five at 1 GB and 1,000,000 traces
      starts [OPTIONS]             starts of the published program alone, medians of eleven
      parts [FILTER]               parts of the program in memory, such as parts '*Index*'
      pair PROGRAM PROGRAM         two builds of the program
      corpus small|mix SIZE|TRACES FILE
      corpus files TRACES FOLDER
      loop PATH                    contender: the outputs' length by a hand-written loop
      document PATH outputs|steps|spans
                                   contender: the same, or all spans, by JsonDocument
    Options: --size 1GB, --traces 1000000, --rounds 5, --program FILE, --write (the tables into README.md)
    """;

if (!OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("The measurements need Linux: they read getrusage and /proc.");

    return 5;
}

var report = new Report(Console.Out);
try
{
    switch (args)
    {
        case ["quick", .. var options]:
            Measure("quick", Suite.Quick, Options.Parse(options, Sizes.Quick), (_, _) => ScripthostBuild.Plain);
            break;
        case ["full", .. var options]:
            Measure("full", Suite.Full, Options.Parse(options, Sizes.Full), ScripthostBuild.Published);
            break;
        case ["starts", .. var options]:
            Measure("starts", Suite.Starts, Options.Parse(options, Sizes.Full with { Rounds = 11 }), ScripthostBuild.Published);
            break;
        case ["parts", .. var filters] when filters.Length < 2:
            PartRuns.Run(filters is [var filter] ? filter : "*");
            break;
        case ["pair", var first, var second, .. var options]:
            Pair.Run(new(), report, first, second, Options.Parse(options, Sizes.Full).Sizes.Rounds);
            break;
        case ["corpus", "files", var count, var path] when int.TryParse(count, out var traces):
            Corpus.WriteFolder(path, CorpusShape.Small, traces);
            break;
        case ["corpus", var name, var extent, var path] when Enum.TryParse<CorpusShape>(name, ignoreCase: true, out var shape) && CorpusExtent.Parse(extent) is { } much:
            Corpus.WriteFile(path, shape, much);
            break;
        case [Others.LoopVerb, var path]:
            ByteLoop.Run(path);
            break;
        case [Others.DocumentVerb, var path, var name] when Enum.TryParse<Work>(name, ignoreCase: true, out var work):
            DocumentLoop.Run(path, work);
            break;
        default:
            Console.Error.WriteLine(Usage);

            return 5;
    }
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);

    return 5;
}

return 0;

void Measure(string name, Action<Bench> suite, Options options, Func<Workplace, Report, ScripthostBuild> build)
{
    var place = new Workplace();
    suite(new(place, report, options.Program is { } program ? ScripthostBuild.Given(program) : build(place, report), options.Sizes));
    if (options.IsWritten)
    {
        MarkedText.Replace(Path.Combine(Workplace.Repository, "tests", "ScriptHost.Benchmarks", "README.md"), name, report.Text);
    }
}
