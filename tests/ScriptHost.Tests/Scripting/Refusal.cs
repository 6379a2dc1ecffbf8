namespace ScriptHost.Scripting;

/// <summary>What the gate says first of a script that it must refuse.</summary>
internal static class Refusal
{
    public static string Of(string script)
    {
        var result = Compiling.Script(script);
        result.Image.ShouldBeNull();
        var first = result.Diagnostics.First(d => d.Severity == Severity.Error && d.Code.StartsWith("SH", StringComparison.Ordinal));

        return $"({first.Line},{first.Column}) {first.Code} {first.Message}";
    }
}
