using System.Runtime.CompilerServices;

namespace ScriptHost.Traces;

/// <summary>Refuses values of another kind than is asked for.</summary>
internal static class JsonKind
{
    /// <summary>Sees to it that a value of some kind comes next.</summary>
    /// <param name="walk">Stands before the value.</param>
    /// <param name="kind">The character that such a value begins with.</param>
    /// <param name="what">What the value is of, for people.</param>
    /// <exception cref="TraceFormatException">The value is of another kind.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Expect(ref JsonWalk walk, char kind, string what)
    {
        if (walk.Peek() != kind)
        {
            Refuse(ref walk, kind, what);
        }
    }

    /// <summary>A value of some kind; absent when it is a JSON null, which stands for nothing.</summary>
    /// <exception cref="TraceFormatException">The value is of another kind.</exception>
    public static JsonRange Optional(ref JsonWalk walk, char kind, string what)
    {
        if (walk.Peek() == 'n')
        {
            walk.Value();

            return default;
        }

        Expect(ref walk, kind, what);

        return walk.Value();
    }

    private static void Refuse(ref JsonWalk walk, char kind, string what)
    {
        // That it is no JSON at all comes first.
        var fault = Name(walk.Peek()) is { } name ? new TraceFormatException(walk.At, $"expected {Name((byte)kind)} as {what}, found {name}") : null;
        walk.Value();
        walk.Fail(fault);
    }

    private static string? Name(byte first) => (char)first switch
    {
        '{' => "an object",
        '[' => "a list",
        '"' => "a text",
        '-' or (>= '0' and <= '9') => "a number",
        't' or 'f' => "a truth value",
        'n' => "null",
        _ => null,
    };
}
