using System.Runtime.CompilerServices;
using ScriptHost.Contract;
using ScriptHost.Traces;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>What the engine does with the contract's internals, which are open to the engine only.</summary>
internal static class ContractDoor
{
    private const string Content = "ScriptHost.Contract.TraceContent, ScriptHost.Contract";

    /// <summary>A trace as scripts see it.</summary>
    public static Trace Trace(MlflowTrace content) => Create(content);

    /// <summary>What a scorer's parameter <c>string outputs</c> gets.</summary>
    public static string? Outputs(MlflowTrace content) => OutputsText(content);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern Trace Create([UnsafeAccessorType(Content)] object content);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_OutputsText")]
    private static extern string? OutputsText([UnsafeAccessorType(Content)] object content);
}
