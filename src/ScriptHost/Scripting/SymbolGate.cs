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
    private readonly CancellationToken cancellationToken;

    private SymbolGate(SemanticModel model, AllowedSymbols allowed, Findings findings, CancellationToken cancellationToken)
    {
        this.model = model;
        this.allowed = allowed;
        this.findings = findings;
        this.cancellationToken = cancellationToken;
        types = new(allowed, findings);
        members = new(allowed, types, findings);
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
                CheckName((TypeSyntax)node);
                break;
            case TypeOfExpressionSyntax:
                findings.Add(node.GetLocation(), Codes.Reflection, "'typeof' opens the door to reflection; use pattern matching, such as 'x is string'.");
                break;
            case ConstructorInitializerSyntax or OrderingSyntax or SelectOrGroupClauseSyntax or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax:
                members.Check(model.GetSymbolInfo(node, cancellationToken).Symbol, node);
                break;
            case CommonForEachStatementSyntax loop:
                CheckLoop(loop);
                break;
            case AwaitExpressionSyntax await:
                CheckAwait(await);
                break;
            case QueryClauseSyntax clause:
                var query = model.GetQueryClauseInfo(clause, cancellationToken);
                members.Check(query.CastInfo.Symbol, clause);
                members.Check(query.OperationInfo.Symbol, clause);
                break;
            case AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                CheckDeconstruction(model.GetDeconstructionInfo(assignment), assignment);
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

    private void CheckName(TypeSyntax name)
    {
        // Attributes are checked by their class, where they are applied; the type before a member's name by that member.
        if (name.Parent is AttributeSyntax or NameEqualsSyntax or QualifiedNameSyntax { Parent: AttributeSyntax } || IsJudgedByItsMember(name))
        {
            return;
        }

        var info = model.GetSymbolInfo(name, cancellationToken);
        if (info.Symbol is { } symbol)
        {
            CheckSymbol(symbol, name, written: !name.IsVar);
        }
        else if (!info.CandidateSymbols.IsEmpty && info.CandidateSymbols.All(members.WouldRefuse))
        {
            CheckSymbol(info.CandidateSymbols[0], name, written: true);
        }
    }

    private bool IsJudgedByItsMember(TypeSyntax name)
    {
        SyntaxNode path = name is { Parent: MemberAccessExpressionSyntax parent } && parent.Name == name ? parent : name;
        if (path.Parent is not MemberAccessExpressionSyntax access || access.Expression != path)
        {
            return false;
        }

        var info = model.GetSymbolInfo(access.Name, cancellationToken);
        var member = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();

        return member is { IsStatic: true, ContainingType: not null } and not ITypeSymbol
            && model.GetSymbolInfo(name, cancellationToken).Symbol is INamedTypeSymbol type
            && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType.OriginalDefinition)
            && type.TypeArguments.IsEmpty;
    }

    private void CheckSymbol(ISymbol symbol, SyntaxNode at, bool written)
    {
        switch (symbol)
        {
            case IAliasSymbol alias:
                CheckSymbol(alias.Target, at, written);
                break;
            case ITypeSymbol type:
                types.Check(type, at, written);
                break;
            case INamespaceSymbol or ILabelSymbol or IRangeVariableSymbol or IDiscardSymbol or IPreprocessingSymbol:
                break;
            case ILocalSymbol or IParameterSymbol:
                types.Check(symbol.ValueType(), at, written: false);
                break;
            default:
                members.Check(symbol, at, byCompiler: false);
                types.Check(symbol.ValueType(), at, written: false);
                break;
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

    private void CheckLoop(CommonForEachStatementSyntax loop)
    {
        var info = model.GetForEachStatementInfo(loop);
        members.Check(info.GetEnumeratorMethod, loop, byCompiler: true);
        members.Check(info.MoveNextMethod, loop, byCompiler: true);
        members.Check(info.CurrentProperty, loop, byCompiler: true);
        members.Check(info.DisposeMethod, loop, byCompiler: true);
        members.Check(info.CurrentConversion.MethodSymbol, loop);
        members.Check(info.ElementConversion.MethodSymbol, loop);
        types.Check(info.ElementType, loop, written: false);
        if (loop is ForEachVariableStatementSyntax variables)
        {
            CheckDeconstruction(model.GetDeconstructionInfo(variables), loop);
        }
    }

    private void CheckAwait(AwaitExpressionSyntax node)
    {
        var info = model.GetAwaitExpressionInfo(node);
        members.Check(info.GetAwaiterMethod, node, byCompiler: true);
        members.Check(info.GetResultMethod, node, byCompiler: true);
        if (info.IsCompletedProperty?.GetMethod is { } completed)
        {
            members.Check(completed, node, byCompiler: true);
        }
    }

    private void CheckDeconstruction(DeconstructionInfo info, SyntaxNode at)
    {
        members.Check(info.Method, at);
        members.Check(info.Conversion?.MethodSymbol, at);
        foreach (var nested in info.Nested)
        {
            CheckDeconstruction(nested, at);
        }
    }
}
