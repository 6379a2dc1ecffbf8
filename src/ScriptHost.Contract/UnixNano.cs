namespace ScriptHost.Contract;

/// <summary>Nanoseconds since 1970 as .NET has time, whose finest step is 100 ns.</summary>
internal static class UnixNano
{
    /// <summary>The moment, cut to 100 ns.</summary>
    public static DateTimeOffset ToTime(long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / TimeSpan.NanosecondsPerTick);

    /// <summary>The length of time, cut to 100 ns.</summary>
    public static TimeSpan ToSpan(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
}
