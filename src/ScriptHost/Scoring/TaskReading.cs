using System.Reflection;

namespace ScriptHost.Scoring;

/// <summary>Waits for what a script's task holds.</summary>
internal static class TaskReading
{
    /// <summary>What the task holds, or the result itself when it is no task.</summary>
    /// <param name="result">What a script returned.</param>
    /// <param name="deadline">Ends the wait; the task itself goes on.</param>
    /// <exception cref="OperationCanceledException">The deadline passed, or the script cancelled its task.</exception>
    /// <exception cref="ScorerFaultException">The task holds no value, or another task.</exception>
    public static object? Await(object? result, CancellationToken deadline)
    {
        if (AsTask(result) is not { } task)
        {
            return result;
        }

        Wait(task, deadline);
        var value = task is Task<object?> plain ? plain.Result : ResultOf(task);

        return AsTask(value) is null
            ? value
            : throw new ScorerFaultException(ErrorCode.UnsupportedResult, "The scorer returned a task in a task; await the inner one.");
    }

    /// <summary>Waits until the task has ended well.</summary>
    /// <exception cref="OperationCanceledException">The deadline passed, or the task was cancelled.</exception>
    public static void Wait(Task task, CancellationToken deadline)
    {
        if (!task.IsCompleted)
        {
            // Unlike Wait, this does not wrap what the task failed with.
            Task.WaitAny([task], deadline);
        }

        task.GetAwaiter().GetResult();
    }

    private static Task? AsTask(object? result) => result switch
    {
        Task task => task,
        ValueTask task => task.AsTask(),
        not null when result.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>) =>
            type.GetMethod(nameof(ValueTask<>.AsTask))?.Invoke(result, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null) as Task,
        _ => null,
    };

    private static object? ResultOf(Task task)
    {
        for (var type = task.GetType(); type is not null; type = type.BaseType)
        {
            // An async method without a value runs as a Task<VoidTaskResult>, a type that only the framework can name.
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>)
                && type.GetGenericArguments()[0].FullName != "System.Threading.Tasks.VoidTaskResult")
            {
                return type.GetProperty(nameof(Task<>.Result))?.GetValue(task);
            }
        }

        throw new ScorerFaultException(ErrorCode.UnsupportedResult, "The scorer returned a task without a value; return Task<T>.");
    }
}
