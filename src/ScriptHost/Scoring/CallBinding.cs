using System.Reflection;

namespace ScriptHost.Scoring;

/// <summary>
/// Makes the call of an entry. The usual signatures are called through a delegate of their own type, which costs a tenth of calling by
/// reflection; all others by reflection.
/// </summary>
internal static class CallBinding
{
    private const string Other = "?";

    // Named by instances: so the code that all reference types share, and that of these value types, is compiled ahead with the program and not
    // in each process. Which parameter is of which kind, then the result.
    private static readonly Dictionary<string, Func<ScriptEntry, IReadOnlyList<Argument>, EntryCall>> Usual = new(StringComparer.Ordinal)
    {
        ["o:o"] = One<object, object>,
        ["o:b"] = One<object, bool>,
        ["o:i"] = One<object, int>,
        ["o:d"] = One<object, double>,
        ["oo:o"] = Two<object, object, object>,
        ["ob:o"] = Two<object, bool, object>,
        ["oi:o"] = Two<object, int, object>,
        ["od:o"] = Two<object, double, object>,
        ["ooo:o"] = Three<object, object, object, object>,
        ["oob:o"] = Three<object, object, bool, object>,
        ["ooi:o"] = Three<object, object, int, object>,
        ["ood:o"] = Three<object, object, double, object>,
    };

    /// <summary>The call.</summary>
    /// <param name="entry">What is called.</param>
    /// <param name="arguments">What it is given, in order.</param>
    public static EntryCall Of(ScriptEntry entry, IReadOnlyList<Argument> arguments)
    {
        Type[] types = [.. entry.Called.GetParameters().Select(p => p.ParameterType), entry.Called.ReturnType];
        var shape = $"{string.Concat(types[..^1].Select(Kind))}:{Kind(types[^1])}";

        return Usual.TryGetValue(shape, out var usual)
            ? usual.Method.GetGenericMethodDefinition().MakeGenericMethod(types).CreateDelegate<Func<ScriptEntry, IReadOnlyList<Argument>, EntryCall>>()(entry, arguments)
            : ByReflection(entry, arguments);
    }

    private static string Kind(Type type) =>
        type == typeof(int) ? "i"
        : type == typeof(double) ? "d"
        : type == typeof(bool) ? "b"
        : type.IsValueType || type.IsByRef || type.IsPointer ? Other
        : "o";

    private static EntryCall One<T, TResult>(ScriptEntry entry, IReadOnlyList<Argument> arguments)
    {
        var call = entry.Called.CreateDelegate<Func<T?, TResult>>(entry.Receiver);
        var first = arguments[0];

        return (unit, deadline) => call((T?)first(unit, deadline));
    }

    private static EntryCall Two<T1, T2, TResult>(ScriptEntry entry, IReadOnlyList<Argument> arguments)
    {
        var call = entry.Called.CreateDelegate<Func<T1?, T2?, TResult>>(entry.Receiver);
        var (first, second) = (arguments[0], arguments[1]);

        return (unit, deadline) => call((T1?)first(unit, deadline), (T2?)second(unit, deadline));
    }

    private static EntryCall Three<T1, T2, T3, TResult>(ScriptEntry entry, IReadOnlyList<Argument> arguments)
    {
        var call = entry.Called.CreateDelegate<Func<T1?, T2?, T3?, TResult>>(entry.Receiver);
        var (first, second, third) = (arguments[0], arguments[1], arguments[2]);

        return (unit, deadline) => call((T1?)first(unit, deadline), (T2?)second(unit, deadline), (T3?)third(unit, deadline));
    }

    private static EntryCall ByReflection(ScriptEntry entry, IReadOnlyList<Argument> arguments)
    {
        var invoker = MethodInvoker.Create(entry.Called);

        return (unit, deadline) =>
        {
            var values = new object?[arguments.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = arguments[i](unit, deadline);
            }

            return invoker.Invoke(entry.Receiver, values.AsSpan());
        };
    }
}
