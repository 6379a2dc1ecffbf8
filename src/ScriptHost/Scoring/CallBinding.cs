using System.Reflection;

namespace ScriptHost.Scoring;

/// <summary>
/// Makes the call of an entry. What takes up to three arguments is called through a delegate of its own type, which costs a tenth of calling by
/// reflection; all others by reflection.
/// </summary>
internal static class CallBinding
{
    // By how many arguments there are. Named by instances: so the code that all reference types share, and that of these value types, is compiled ahead with
    // the program; that of others is when it is needed, in each process.
    private static readonly Func<ScriptEntry, IReadOnlyList<Argument>, EntryCall>[][] Makers =
    [
        [None<object>, None<bool>, None<int>, None<long>, None<double>],
        [One<object, object>, One<object, bool>, One<object, int>, One<object, long>, One<object, double>],
        [Two<object, object, object>, Two<object, bool, object>, Two<object, int, object>, Two<object, double, object>],
        [Three<object, object, object, object>, Three<object, object, bool, object>, Three<object, object, int, object>, Three<object, object, double, object>],
    ];

    /// <summary>The call.</summary>
    /// <param name="entry">What is called.</param>
    /// <param name="arguments">What it is given, in order.</param>
    public static EntryCall Of(ScriptEntry entry, IReadOnlyList<Argument> arguments)
    {
        Type[] types = [.. entry.Called.GetParameters().Select(p => p.ParameterType), entry.Called.ReturnType];
        if (arguments.Count >= Makers.Length || Array.Exists(types, t => t.IsByRef || t.IsPointer || t.IsByRefLike))
        {
            return ByReflection(entry, arguments);
        }

        var own = Makers[arguments.Count][0].Method.GetGenericMethodDefinition().MakeGenericMethod(types);

        return own.CreateDelegate<Func<ScriptEntry, IReadOnlyList<Argument>, EntryCall>>()(entry, arguments);
    }

    private static EntryCall None<TResult>(ScriptEntry entry, IReadOnlyList<Argument> arguments)
    {
        var call = entry.Called.CreateDelegate<Func<TResult>>(entry.Receiver);

        return (_, _) => call();
    }

    private static EntryCall One<T, TResult>(ScriptEntry entry, IReadOnlyList<Argument> arguments)
    {
        var call = entry.Called.CreateDelegate<Func<T?, TResult>>(entry.Receiver);
        var first = arguments[0];

        return (unit, deadline) => call(As<T>(first(unit, deadline)));
    }

    private static EntryCall Two<T1, T2, TResult>(ScriptEntry entry, IReadOnlyList<Argument> arguments)
    {
        var call = entry.Called.CreateDelegate<Func<T1?, T2?, TResult>>(entry.Receiver);
        var (first, second) = (arguments[0], arguments[1]);

        return (unit, deadline) => call(As<T1>(first(unit, deadline)), As<T2>(second(unit, deadline)));
    }

    private static EntryCall Three<T1, T2, T3, TResult>(ScriptEntry entry, IReadOnlyList<Argument> arguments)
    {
        var call = entry.Called.CreateDelegate<Func<T1?, T2?, T3?, TResult>>(entry.Receiver);
        var (first, second, third) = (arguments[0], arguments[1], arguments[2]);

        return (unit, deadline) => call(As<T1>(first(unit, deadline)), As<T2>(second(unit, deadline)), As<T3>(third(unit, deadline)));
    }

    // What is missing is the type's default, as it is by reflection.
    private static T? As<T>(object? value) => value is null ? default : (T)value;

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
