using System.Reflection;

namespace ScriptHost.Scoring;

/// <summary>Names methods as their author knows them; the compiler hides lambdas, local functions and async methods behind names of its own.</summary>
internal static class FrameName
{
    private const string TopLevel = "top level";

    /// <summary>Such as <c>Score(...)</c>, <c>lambda(...)</c>, <c>Wanted.Check(...)</c> or <c>top level</c>.</summary>
    public static string Of(MethodBase? method)
    {
        if (method is null)
        {
            return "?";
        }

        var type = method.DeclaringType;
        var isMoved = method.Name == "MoveNext" && type?.Name.StartsWith('<') == true;
        var name = Written(isMoved ? type?.Name ?? "" : method.Name);
        if (name == TopLevel)
        {
            return name;
        }

        var isOwn = type is { IsNested: true } && !type.Name.StartsWith('<');

        return (isOwn ? type?.Name + "." : "") + name + "(...)";
    }

    // <Score>d__1 is Score; <Score>b__2 a lambda in it; <Score>g__Count|3 its local function Count; <<Initialize>>b__0 a lambda at top level.
    private static string Written(string name)
    {
        var end = name.LastIndexOf('>');
        if (!name.StartsWith('<') || end < 1)
        {
            return name;
        }

        var owner = name[1..end];
        var rest = name[(end + 1)..];
        if (rest.StartsWith("g__", StringComparison.Ordinal))
        {
            return rest[3..].Split('|')[0];
        }

        if (rest.StartsWith("b__", StringComparison.Ordinal))
        {
            return owner.StartsWith('<') ? "lambda" : $"lambda in {Written(owner)}";
        }

        return owner is "Initialize" or "Factory" ? TopLevel : Written(owner);
    }
}
