using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>
/// Holds every symbol that a script binds to against the allowlist: first what its syntax names, then, by <see cref="OperationGate"/>,
/// what the compiler makes of it.
/// </summary>
internal sealed class SymbolGate
{
    private readonly SemanticModel model;
    private readonly AllowedSymbols allowed;
    private readonly Findings findings;
    private readonly TypeGate types;
    private readonly MemberGate members;
    private readonly NameGate names;
    private readonly HiddenCallGate hidden;
    private readonly CancellationToken cancellationToken;

    private SymbolGate(SemanticModel model, AllowedSymbols allowed, Findings findings, CancellationToken cancellationToken)
    {
        this.model = model;
        this.allowed = allowed;
        this.findings = findings;
        this.cancellationToken = cancellationToken;
        types = new(allowed, findings);
        members = new(allowed, types, findings);
        names = new(model, types, members, cancellationToken);
        hidden = new(model, types, members, cancellationToken);
    }

    /// <summary>Checks a script.</summary>
    /// <param name="compilation">The script's compilation, with one tree.</param>
    /// <param name="allowlist">The list.</param>
    /// <param name="findings">Where faults go.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static void Check(CSharpCompilation compilation, Allowlist allowlist, Findings findings, CancellationToken cancellationToken)
    {
        var tree = compilation.SyntaxTrees[0];
        var gate = new SymbolGate(compilation.GetSemanticModel(tree), new(allowlist, compilation.Assembly), findings, cancellationToken);
        gate.Check(compilation, tree.GetRoot(cancellationToken));
    }

    private void Check(CSharpCompilation compilation, SyntaxNode root)
    {
        var declarations = new DeclarationGate(allowed, members, findings);
        if (compilation.ScriptClass is { } script)
        {
            declarations.Check(script);
        }

        var operations = new OperationGate(types, members, findings);
        foreach (var node in root.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            CheckNode(node);

            // Asking every node for its operation is quadratic; asking those that no other operation contains is not.
            if (IsOperationRoot(node) && model.GetOperation(node, cancellationToken) is { Parent: null } operation)
            {
                operations.Visit(operation);
            }
        }
    }

    private static bool IsOperationRoot(SyntaxNode node) => node is
        StatementSyntax { Parent: GlobalStatementSyntax } or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
        or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or PrimaryConstructorBaseTypeSyntax;

    private void CheckNode(SyntaxNode node)
    {
        switch (node)
        {
            case UsingDirectiveSyntax directive:
                CheckImport(directive);
                break;
            case AttributeSyntax attribute:
                CheckAttribute(attribute);
                break;
            case BaseTypeSyntax baseType:
                CheckBase(baseType);
                break;
            case SimpleNameSyntax or PredefinedTypeSyntax:
                names.Check((TypeSyntax)node);
                break;
            case TypeOfExpressionSyntax:
                findings.Add(node.GetLocation(), Codes.Reflection, "'typeof' opens the door to reflection; use pattern matching, such as 'x is string'.");
                break;
            case ConstructorInitializerSyntax or OrderingSyntax or SelectOrGroupClauseSyntax or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax:
                members.Check(model.GetSymbolInfo(node, cancellationToken).Symbol, node);
                break;
            case CommonForEachStatementSyntax loop:
                hidden.CheckLoop(loop);
                break;
            case AwaitExpressionSyntax await:
                hidden.CheckAwait(await);
                break;
            case QueryClauseSyntax clause:
                hidden.CheckQuery(clause);
                break;
            case AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                hidden.CheckDeconstruction(model.GetDeconstructionInfo(assignment), assignment);
                break;
            default:
                break;
        }

        if (node is ExpressionSyntax expression)
        {
            CheckExpression(expression);
        }

        if (node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or ParameterSyntax or CatchDeclarationSyntax)
        {
            types.Check(model.GetDeclaredSymbol(node, cancellationToken).ValueType(), node, written: false);
        }
    }

    private void CheckImport(UsingDirectiveSyntax directive)
    {
        if (directive.NamespaceOrType is not { } imported)
        {
            return;
        }

        var symbol = model.GetSymbolInfo(imported, cancellationToken).Symbol;
        var space = symbol switch
        {
            INamespaceSymbol named => named.ToDisplayString(),
            null when directive.StaticKeyword.RawKind == 0 && imported is NameSyntax => imported.ToString(),
            _ => null,
        };
        if (space is not null && !allowed.Allowlist.Namespaces.Contains(space))
        {
            var remedy = Remedy.For(space + ".");
            var near = remedy == "." ? Suggestion.Sentence(space, allowed.Allowlist.Namespaces) : "";
            findings.Add(imported.GetLocation(), Codes.Import, $"The namespace '{space}' is not on the allowlist{remedy}{near}");
        }
    }

    private void CheckAttribute(AttributeSyntax attribute)
    {
        var info = model.GetSymbolInfo(attribute, cancellationToken);
        var type = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.ContainingType;
        var name = type is null ? attribute.Name.ToString() : AllowedSymbols.Name(type);
        if (type is null || allowed.IsOwn(type) || !allowed.Allowlist.Attributes.Contains(name))
        {
            findings.AddAbout(attribute.Name.GetLocation(), name, Codes.Attribute, $"The attribute '{name}' is not on the allowlist.");
        }
    }

    private void CheckBase(BaseTypeSyntax node)
    {
        if (model.GetTypeInfo(node.Type, cancellationToken).Type is INamedTypeSymbol { TypeKind: not TypeKind.Error } type
            && node.Parent?.Parent is not EnumDeclarationSyntax
            && type.SpecialType != SpecialType.System_Object && !allowed.IsOwn(type) && !allowed.PermitsInheriting(type))
        {
            var name = AllowedSymbols.Name(type);
            findings.AddAbout(node.GetLocation(), name, Codes.Inherit, $"'{name}' may not be derived from or implemented by a script.");
        }
    }

    private void CheckExpression(ExpressionSyntax expression)
    {
        if (expression is not TypeSyntax)
        {
            var info = model.GetTypeInfo(expression, cancellationToken);
            types.Check(info.Type, expression, written: false);
            types.Check(info.ConvertedType, expression, written: false);
        }

        members.Check(model.GetConversion(expression, cancellationToken).MethodSymbol, expression);
        if (expression.Parent is InitializerExpressionSyntax)
        {
            members.Check(model.GetCollectionInitializerSymbolInfo(expression, cancellationToken).Symbol, expression);
        }
    }
}
