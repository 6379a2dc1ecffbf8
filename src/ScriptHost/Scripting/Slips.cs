using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>Recognizes the usual slips of scorers, whose compiler errors speak of something else.</summary>
/// <param name="root">The whole script.</param>
internal sealed class Slips(SyntaxNode root)
{
    /// <summary>A code and a sentence that name the slip; null when the error is none of them.</summary>
    /// <param name="error">The compiler's error.</param>
    /// <returns>The place is null where the error's own will do.</returns>
    public (string Code, string Sentence, Location? Place)? Explain(Microsoft.CodeAnalysis.Diagnostic error) => error.Id switch
    {
        "CS1519" when IncompleteReturnTypeBefore(error) is { } type =>
            (Codes.TypedLambda, $"A lambda with a written return type must be returned: 'return {type} (…) => …;'.", null),
        "CS8124" or "CS1001" or "CS1002" when IsModifiedLambda(error) =>
            (Codes.TypedLambda, "A lambda with a modifier or a written return type must be returned: 'return static (…) => …;'.", null),
        "CS1002" when EnclosingReturn(error) is not null =>
            (Codes.ReturnSemicolon, "'return' needs a semicolon at the end; only a bare last expression goes without.", null),
        "CS0201" when IsLastOfScript(error) =>
            (Codes.EntrySemicolon, "The last expression is the scorer only without a semicolon; leave it out, or write 'return' in front.", null),
        "CS8917" when LambdaAt(error) is { } lambda =>
            ExplainLambda(lambda, error),
        "CS0037" or "CS1662" or "CS0029" or "CS0173" or "CS8135" or "CS0266" when LambdaAt(error) is { } lambda && Mixed(lambda) is { } hint =>
            (Codes.MixedReturns, hint, PlaceOf(lambda)),
        "CS1109" or "CS1106" or "CS9283" =>
            (error.Id, $"{CompilerFaults.Sentence(error)} In a script, write it at the top level, outside any class: 'static int Words(this string text) => …;'.", null),
        _ => null,
    };

    private static (string Code, string Sentence, Location? Place) ExplainLambda(AnonymousFunctionExpressionSyntax lambda, Microsoft.CodeAnalysis.Diagnostic error)
    {
        if (lambda is SimpleLambdaExpressionSyntax
            || (lambda is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: var parameters } && parameters.Any(p => p.Type is null)))
        {
            return (error.Id, $"{CompilerFaults.Sentence(error)} Write the parameters' types, as in '(string outputs) => …'.", null);
        }

        return Mixed(lambda) is { } hint
            ? (Codes.MixedReturns, hint, PlaceOf(lambda))
            : (error.Id, $"{CompilerFaults.Sentence(error)} Write its return type and return it: 'return Feedback? (string outputs) => …;'.", null);
    }

    private static Location PlaceOf(AnonymousFunctionExpressionSyntax lambda) =>
        lambda is LambdaExpressionSyntax { ArrowToken: var arrow } ? arrow.GetLocation() : lambda.GetLocation();

    // What the branches of a lambda yield, by their syntax.
    private static string? Mixed(AnonymousFunctionExpressionSyntax lambda)
    {
        var values = Values(lambda).ToList();
        var hasNull = values.Any(v => v.IsKind(SyntaxKind.NullLiteralExpression) || v.IsKind(SyntaxKind.DefaultLiteralExpression));
        var hasFeedback = values.Any(v => v.ToString().Contains("Feedback", StringComparison.Ordinal));
        if (hasFeedback && values.Any(v => v is LiteralExpressionSyntax && !v.IsKind(SyntaxKind.NullLiteralExpression)))
        {
            return "One branch of the lambda returns a Feedback and another a plain value; write 'new Feedback(value)' in all of them.";
        }

        return hasNull
            ? "One branch of the lambda returns null and another a value; write the return type and return the lambda: 'return bool? (string outputs) => …;'."
            : values.Count > 1 ? "The lambda's branches return values of different types; make them one, or write 'object': 'return object (string outputs) => …;'." : null;
    }

    private static IEnumerable<ExpressionSyntax> Values(AnonymousFunctionExpressionSyntax lambda)
    {
        var returned = lambda.ExpressionBody is { } body
            ? [body]
            : lambda.Body.DescendantNodes(n => n == lambda.Body || n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>().Select(r => r.Expression).OfType<ExpressionSyntax>();

        return returned.SelectMany(Branches);
    }

    private static IEnumerable<ExpressionSyntax> Branches(ExpressionSyntax value) => value switch
    {
        ConditionalExpressionSyntax conditional => Branches(conditional.WhenTrue).Concat(Branches(conditional.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(a => Branches(a.Expression)),
        ParenthesizedExpressionSyntax inner => Branches(inner.Expression),
        _ => [value],
    };

    private string? IncompleteReturnTypeBefore(Microsoft.CodeAnalysis.Diagnostic error) =>
        root.ChildNodes().OfType<IncompleteMemberSyntax>().FirstOrDefault(m => m.FullSpan.End == error.Location.SourceSpan.Start) is { Type: { } type } member
            && root.FindToken(error.Location.SourceSpan.Start).Parent?.AncestorsAndSelf().Any(a => a is ParenthesizedLambdaExpressionSyntax) == true
            ? string.Join(' ', member.Modifiers.Select(m => m.Text).Append(type.ToString()))
            : null;

    private bool IsLastOfScript(Microsoft.CodeAnalysis.Diagnostic error) =>
        root.ChildNodes().LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax last } && last.Span.Contains(error.Location.SourceSpan);

    private bool IsModifiedLambda(Microsoft.CodeAnalysis.Diagnostic error) =>
        root.FindToken(error.Location.SourceSpan.Start).Parent?.AncestorsAndSelf().OfType<PropertyDeclarationSyntax>()
            .Any(p => p.Identifier.IsMissing && p.Type is TupleTypeSyntax) == true;

    private ReturnStatementSyntax? EnclosingReturn(Microsoft.CodeAnalysis.Diagnostic error) =>
        root.DescendantNodes().OfType<ReturnStatementSyntax>()
            .FirstOrDefault(r => r.SemicolonToken.IsMissing && r.FullSpan.IntersectsWith(error.Location.SourceSpan));

    private AnonymousFunctionExpressionSyntax? LambdaAt(Microsoft.CodeAnalysis.Diagnostic error) =>
        root.FindToken(error.Location.SourceSpan.Start).Parent?.AncestorsAndSelf().OfType<AnonymousFunctionExpressionSyntax>().FirstOrDefault();
}
