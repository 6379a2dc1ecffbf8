using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScriptHost.Scripting;

/// <summary>Tells what a reference to a property does with it.</summary>
internal static class PropertyUse
{
    /// <summary>Whether the property is read, written, or both.</summary>
    /// <param name="reference">The reference.</param>
    public static (bool Reads, bool Writes) Of(IPropertyReferenceOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == reference => (false, true),
        IAssignmentOperation assignment when assignment.Target == reference => (true, true),
        IIncrementOrDecrementOperation => (true, true),
        ITupleOperation tuple when IsTarget(tuple) => (false, true),
        _ => (true, false),
    };

    private static bool IsTarget(ITupleOperation tuple)
    {
        IOperation target = tuple;
        while (target.Parent is ITupleOperation outer)
        {
            target = outer;
        }

        return target.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == target;
    }
}
