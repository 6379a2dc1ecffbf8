using ScriptHost.Benchmarks;

if (!OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("The measurements need Linux: they read getrusage and /proc.");

    return 5;
}

switch (args)
{
    case ["quick"]:
        Quick.Run(Console.Out);

        return 0;
    case ["pair", var first, var second]:
        Pair.Run(Console.Out, first, second);

        return 0;
    case ["corpus", var traces, var path] when int.TryParse(traces, out var count):
        Corpus.Write(path, count);

        return 0;
    default:
        Console.Error.WriteLine("Usage: quick | pair PROGRAM PROGRAM | corpus TRACES FILE");

        return 5;
}
