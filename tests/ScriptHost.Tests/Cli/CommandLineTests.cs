namespace ScriptHost.Cli;

public sealed class CommandLineTests
{
    private readonly CapturedProgram program = new();

    [Theory]
    [InlineData("rnu", "There is no command 'rnu'. Did you mean 'run'?", "scripthost")]
    [InlineData("list scorer", "There is no command 'scorer'. Did you mean 'scorers'?", "scripthost list")]
    [InlineData("list", "A command is missing: scorers, presets, runs.", "scripthost list")]
    [InlineData("run --scoer x", "There is no option '--scoer'. Did you mean '--scorer'?", "scripthost run")]
    [InlineData("run --scoer=x", "There is no option '--scoer'. Did you mean '--scorer'?", "scripthost run")]
    [InlineData("run --out --limt 3", "There is no option '--limt'. Did you mean '--limit'?", "scripthost run")]
    [InlineData("run --format jso", "--format is 'jso'; it must be one of table, json, jsonl, none. Did you mean 'json'?", "scripthost run")]
    [InlineData("run --limit 0", "--limit is '0'; it must be a whole number from 1.", "scripthost run")]
    [InlineData("run --jobs 1025", "--jobs is '1025'; it must be a whole number from 1 to 1024.", "scripthost run")]
    [InlineData("run --limit -1", "--limit is '-1'; it must be a whole number from 1.", "scripthost run")]
    [InlineData("run --max-errors many", "--max-errors is 'many'; it must be a whole number from 0.", "scripthost run")]
    [InlineData("run --limit", "--limit lacks a value.", "scripthost run")]
    [InlineData("run --timeout soon", "--timeout is 'soon'; it must be a time of at most a day, such as 10s, 500ms, 2m or 1h.", "scripthost run")]
    [InlineData("run --where stat=1", "--where: Column 1: 'stat' is unknown. Did you mean 'state'?", "scripthost run")]
    [InlineData("run --report html", "--report is 'html'; it must be html=FILE, mlflow=FOLDER, junit=FILE, csv=FILE, md=FILE, jsonl=FILE.", "scripthost run")]
    [InlineData("run --scorer a --scorer", "--scorer lacks a value.", "scripthost run")]
    [InlineData("run -- --format none", "'--format' stands behind '--', where everything is an argument; options come before it.", "scripthost run")]
    [InlineData("show", "NAME is missing.", "scripthost show")]
    [InlineData("diff a", "AFTER is missing.", "scripthost diff")]
    [InlineData("show a b", "'b' is one argument too many.", "scripthost show")]
    public async Task Bad_arguments_are_told_in_one_sentence_and_exit_with_5(string arguments, string sentence, string command)
    {
        var code = await program.RunAsync(arguments.Split(' '));

        code.ShouldBe(5);
        program.Error.ShouldBe($"error: {sentence}{Environment.NewLine}See '{command} --help'.{Environment.NewLine}".ReplaceLineEndings("\n"));
        program.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    [InlineData("run --scoer x --help")]
    [InlineData("--version")]
    public async Task Help_and_version_are_data(string arguments)
    {
        var code = await program.RunAsync(arguments.Split(' '));

        code.ShouldBe(0);
        program.Output.ShouldNotBeEmpty();
        program.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_arguments_the_help_goes_to_the_error_stream()
    {
        var code = await program.RunAsync();

        code.ShouldBe(5);
        program.Output.ShouldBeEmpty();
        program.Error.ShouldContain("Usage:");
    }

    [Fact]
    public async Task Every_command_says_in_its_help_what_it_does()
    {
        foreach (var command in (string[])["run", "watch", "check", "list scorers", "list presets", "list runs", "show", "try", "explain", "diff", "doctor", "report", "new scorer", "new preset", "lock", "schema"])
        {
            await program.RunAsync([.. command.Split(' '), "--help"]);
        }

        // Here the program is the one that runs the tests.
        program.Output.ReplaceLineEndings("\n").Replace("ScriptHost.Tests", "scripthost", StringComparison.Ordinal).ShouldMatchApproved();
    }

    [Theory]
    [InlineData("check /no/such/place", "error: There is no file or folder '/no/such/place'.")]
    [InlineData("show preset x --presets /no/such/place", "error: There is no folder of presets '/no/such/place'. 'scripthost new preset NAME' makes one with a first preset; --presets names another.")]
    [InlineData("show x --scorers /no/such/place", "error: There is no folder of scorers '/no/such/place'. 'scripthost new scorer NAME' makes one with a first scorer; --scorers names another.")]
    [InlineData("try /no/such/place.csx tr-1", "error: There is no script '/no/such/place.csx'.")]
    [InlineData("run - --report mlflow=/no/such/place", "error: --report mlflow needs to read the traces twice, which standard input cannot give; write them to a file first.")]
    public async Task A_path_that_does_not_exist_exits_with_5(string arguments, string expected)
    {
        var code = await program.RunAsync(arguments.Split(' '));

        code.ShouldBe(5);
        program.Error.ShouldBe(expected + "\n");
        program.Output.ShouldBeEmpty();
    }
}
