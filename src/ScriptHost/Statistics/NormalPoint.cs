namespace ScriptHost.Statistics;

/// <summary>Points of the standard normal distribution, as R's <c>qnorm</c> gives them.</summary>
internal static class NormalPoint
{
    /// <summary>The 97.5 % point: what a two-sided interval of 95 % reaches to.</summary>
    public const double TwoSided95 = 1.959963984540054;

    /// <summary>The 80 % point: the power that detectable differences are told for.</summary>
    public const double Power80 = 0.8416212335729143;
}
