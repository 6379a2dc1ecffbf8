using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScriptHost.Scripting;

/// <summary>
/// Holds what the compiler makes of a script against the allowlist: also the calls that nobody writes, such as operators, conversions,
/// indexers behind patterns, and constructors behind <c>new()</c>.
/// </summary>
/// <param name="types">Checks types.</param>
/// <param name="members">Checks members.</param>
/// <param name="findings">Where faults go.</param>
internal sealed class OperationGate(TypeGate types, MemberGate members, Findings findings) : OperationWalker
{
    /// <inheritdoc/>
    public override void DefaultVisit(IOperation operation)
    {
        // Attributes are checked by class.
        if (operation is IAttributeOperation)
        {
            return;
        }

        // The compiler's own types, such as interpolation handlers, may come up as long as nobody names them.
        types.Check(operation.Type, operation.Syntax, written: false);
        foreach (var member in Members(operation))
        {
            members.Check(member, operation.Syntax, operation.IsImplicit);
        }

        foreach (var type in Types(operation))
        {
            types.Check(type, operation.Syntax, written: false);
        }

        CheckKind(operation);
        base.DefaultVisit(operation);
    }

    /// <inheritdoc/>
    public override void VisitPropertyReference(IPropertyReferenceOperation operation)
    {
        var (reads, writes) = PropertyUse.Of(operation);
        types.Check(operation.Type, operation.Syntax, written: false);
        members.CheckUse(operation.Property, reads, writes, operation.Syntax);
        base.DefaultVisit(operation);
    }

    private static IEnumerable<ISymbol?> Members(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod],
        IObjectCreationOperation creation => [creation.Constructor],
        IMethodReferenceOperation reference => [reference.Method],
        IFieldReferenceOperation reference => [reference.Field],
        IEventReferenceOperation reference => [reference.Event.AddMethod, reference.Event.RemoveMethod],
        IBinaryOperation binary => [binary.OperatorMethod],
        IUnaryOperation unary => [unary.OperatorMethod],
        ICompoundAssignmentOperation compound => [compound.OperatorMethod, compound.InConversion.MethodSymbol, compound.OutConversion.MethodSymbol],
        IIncrementOrDecrementOperation increment => [increment.OperatorMethod],
        IConversionOperation conversion => [conversion.OperatorMethod],
        IArgumentOperation argument => [argument.InConversion.MethodSymbol, argument.OutConversion.MethodSymbol],
        ICoalesceOperation coalesce => [coalesce.ValueConversion.MethodSymbol],
        ISpreadOperation spread => [spread.ElementConversion.MethodSymbol],
        IRangeOperation range => [range.Method],
        IWithOperation with => [with.CloneMethod],
        IRecursivePatternOperation pattern => [pattern.DeconstructSymbol],
        IListPatternOperation pattern => [pattern.LengthSymbol, pattern.IndexerSymbol],
        ISlicePatternOperation pattern => [pattern.SliceSymbol],
        ICollectionExpressionOperation collection => [collection.ConstructMethod],
        IImplicitIndexerReferenceOperation indexer => [indexer.LengthSymbol, indexer.IndexerSymbol],
        _ => [],
    };

    private static IEnumerable<ITypeSymbol?> Types(IOperation operation) => operation switch
    {
        ISizeOfOperation size => [size.TypeOperand],
        IIsTypeOperation test => [test.TypeOperand],
        IPatternOperation pattern => [pattern.InputType, pattern.NarrowedType],
        ICatchClauseOperation clause => [clause.ExceptionType],
        IVariableDeclaratorOperation variable => [variable.Symbol.Type],
        IAnonymousFunctionOperation lambda => [lambda.Symbol.ReturnType, .. lambda.Symbol.Parameters.Select(p => p.Type)],
        ILocalFunctionOperation function => [function.Symbol.ReturnType, .. function.Symbol.Parameters.Select(p => p.Type)],
        _ => [],
    };

    private void CheckKind(IOperation operation)
    {
        switch (operation)
        {
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation:
                findings.AddFirst(operation.Syntax.GetLocation(), Codes.Dynamic, "This binds at run time, past the allowlist; use a type, or JsonNode for data without one.");
                break;
            case IAddressOfOperation or IFunctionPointerInvocationOperation:
                findings.Add(operation.Syntax.GetLocation(), Codes.Unsafe, "Pointers are not for scripts; use spans or indexes.");
                break;
            case ITypeParameterObjectCreationOperation creation:
                findings.Add(operation.Syntax.GetLocation(), Codes.Reflection, $"'new {creation.Type?.Name}()' makes its object by reflection; take a Func that makes it.");
                break;
            case IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } }:
            case ILocalFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } }:
                findings.Add(operation.Syntax.GetLocation(), Codes.OutsideCall, "This is async void, whose faults nobody can catch; return a Task.");
                break;
            default:
                break;
        }
    }
}
