using System.CommandLine;
using System.Text.Json;

namespace ScriptHost.Cli;

public sealed class PlainRunTests
{
    [Theory]
    [InlineData("")]
    [InlineData("traces")]
    [InlineData("a.jsonl b --scorer length more")]
    [InlineData("--scorer a,b --scorer length:min=50,max=400 --preset rag --preset agent traces")]
    [InlineData("--trace-id tr-1 --trace-id tr-2 a/*.json")]
    [InlineData("--out r --format none --scorers s --presets p --allowlist list.yaml")]
    [InlineData("--format json --limit 3 --jobs 2 --max-errors 0 traces")]
    [InlineData("--timeout 500ms --memory 2GB --isolation none")]
    [InlineData("--timeout 2 --memory 512mb --isolation scorer")]
    [InlineData("traces --strict --profile --require-containment --locked --preset rag")]
    [InlineData("--baseline last --reuse last --reuse-errors")]
    [InlineData("run @file [suggest] a=b c:d")]
    [InlineData("--out run --scorer @all")]
    public void What_it_reads_is_what_the_command_reads(string line)
    {
        var args = Split(line);

        var read = PlainRun.Read(args);

        JsonSerializer.Serialize(read).ShouldBe(JsonSerializer.Serialize(ReadByCommand(args)));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("/?")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("--out=r")]
    [InlineData("--scoer x")]
    [InlineData("--out")]
    [InlineData("--out a --out b")]
    [InlineData("--strict --strict")]
    [InlineData("--strict false")]
    [InlineData("--limit 0")]
    [InlineData("--jobs -1")]
    [InlineData("--jobs 1025")]
    [InlineData("--max-errors many")]
    [InlineData("--timeout soon")]
    [InlineData("--memory 1MB")]
    [InlineData("--isolation proces")]
    [InlineData("--format jso")]
    [InlineData("--reuse-errors")]
    [InlineData("--resume last")]
    [InlineData("--report html=a.html")]
    [InlineData("--where state='OK'")]
    [InlineData("--no-color")]
    public void What_is_wrong_or_not_plain_is_left_to_the_command(string line) => PlainRun.Read(Split(line)).ShouldBeNull();

    [Fact]
    public void An_empty_argument_is_left_to_the_command() => PlainRun.Read([""]).ShouldBeNull();

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static RunArguments? ReadByCommand(string[] args)
    {
        RunArguments? read = null;
        var root = new RootCommand
        {
            RunCommand.Create((_, arguments, _, _) =>
            {
                read = arguments;

                return ExitCode.Success;
            }),
            Options.NoColor(),
        };
        root.Parse(["run", .. args], new() { ResponseFileTokenReplacer = null }).Invoke();

        return read;
    }
}
