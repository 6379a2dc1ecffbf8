namespace ScriptHost.Scripting;

/// <summary>Names and directives that hide what a script does.</summary>
public sealed class DirectiveBreakoutTests
{
    [Fact]
    public void Verbatim_identifier_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => @System.@IO.@File.@Exists(outputs)
            """).ShouldStartWith("(1,21) SH1001");

    [Fact]
    public void If_hide_is_refused() =>
        Refusal.Of(
            """
            #if !X
            (string outputs) => System.IO.File.Exists(outputs)
            #endif
            """).ShouldStartWith("(1,1) SH1005");

    [Fact]
    public void Region_line_is_refused() =>
        Refusal.Of(
            """
            #line 1 "other.csx"
            (string outputs) => true
            """).ShouldStartWith("(1,1) SH1005");

    [Fact]
    public void Warning_directive_is_refused() =>
        Refusal.Of(
            """
            #warning hello
            (string outputs) => true
            """).ShouldStartWith("(1,1) SH1005");

    [Fact]
    public void Shebang_is_refused() =>
        Refusal.Of(
            """
            #!/usr/bin/env dotnet-script
            (string outputs) => true
            """).ShouldStartWith("(1,1) SH1005");

    [Fact]
    public void Pragma_checksum_is_refused() =>
        Refusal.Of(
            """
            #pragma checksum "file.cs" "{406EA660-64CF-4C82-B6F0-42D48172A799}" "ab007f1d23d9"
            (string outputs) => true
            """).ShouldStartWith("(1,1) SH1005");
}
