using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Which types an entry may return.</summary>
internal static class ReturnRule
{
    /// <summary>For people.</summary>
    public const string Right = "'bool', 'int', 'long', 'float', 'double', 'decimal', 'string', an enum, 'Feedback' or 'IEnumerable<Feedback>'";

    private static readonly HashSet<Type> Allowed =
    [
        typeof(bool), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal), typeof(string), typeof(Feedback),
        typeof(FeedbackValue), typeof(object),
    ];

    /// <summary>The code and sentence of what is wrong with a return type; null when it is fine.</summary>
    /// <param name="type">The entry's return type.</param>
    /// <param name="written">The same as the script writes it.</param>
    public static (string Code, string Sentence)? Fault(Type type, string written)
    {
        if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask))
        {
            return (FaultCode.NoReturnValue, $"returns '{written}', which holds no value; it must return {Right}, or 'Task<T>' of one.");
        }

        var value = Awaited(type) ?? type;
        if (value.IsAssignableTo(typeof(Task)) || Awaited(value) is not null)
        {
            return (FaultCode.ReturnType, $"returns '{written}', a task in a task; await the inner one.");
        }

        return IsAllowed(value) ? null : (FaultCode.ReturnType, $"returns '{written}'; it must return {Right}, or 'Task<T>' of one.");
    }

    private static bool IsAllowed(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;

        return Allowed.Contains(value) || value.IsEnum || value.IsAssignableTo(typeof(IEnumerable<Feedback>));
    }

    private static Type? Awaited(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : null;
}
