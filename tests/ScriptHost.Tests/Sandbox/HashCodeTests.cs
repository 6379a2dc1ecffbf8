using ScriptHost.Scripting;

namespace ScriptHost.Sandbox;

/// <summary>Hash codes of texts are random for each process; no scorer may give one back.</summary>
public sealed class HashCodeTests
{
    [Theory]
    [InlineData("(string outputs) => outputs.GetHashCode()")]
    [InlineData("(string outputs) => ((object)outputs).GetHashCode()")]
    [InlineData("(string outputs) => string.GetHashCode(outputs)")]
    [InlineData("(string outputs) => HashCode.Combine(outputs)")]
    [InlineData("(string outputs) => StringComparer.Ordinal.GetHashCode(outputs)")]
    [InlineData("(string outputs) => EqualityComparer<string>.Default.GetHashCode(outputs)")]
    [InlineData("(string outputs) => (outputs, 1).GetHashCode()")]
    [InlineData("(string outputs) => new { outputs }.GetHashCode()")]
    [InlineData("record R(string A);\n(string outputs) => new R(outputs).GetHashCode()")]
    [InlineData("(string outputs) => { Func<int> f = outputs.GetHashCode; return f(); }")]
    [InlineData("int Hash<T>(T x) => x!.GetHashCode();\n(string outputs) => Hash(outputs)")]
    public void A_hash_code_outside_of_GetHashCode_is_refused_by_both_checks(string script)
    {
        Compiling.Script(script).Diagnostics.Select(d => d.Code).ShouldContain(Codes.Hash);

        var image = Images.Ungated(script, ReferenceSet.For(Images.Allowlist), TestContext.Current.CancellationToken).ShouldNotBeNull();
        Images.Check(image).Select(d => d.Code).ShouldBe([Codes.ImageHash]);
    }

    [Theory]
    [InlineData("class C(string a) { public override bool Equals(object? o) => o is C; public override int GetHashCode() => HashCode.Combine(a); }\n(string outputs) => new HashSet<C> { new(outputs) }.Count")]
    [InlineData("class C : IEqualityComparer<string> { public bool Equals(string? a, string? b) => a == b; int IEqualityComparer<string>.GetHashCode(string s) => s.GetHashCode(); }\n(string outputs) => new HashSet<string>(new C()) { outputs }.Count")]
    [InlineData("class C(string[] a) { public override bool Equals(object? o) => o is C; public override int GetHashCode() => a.Sum(s => s.Length + s.GetHashCode() % 3); }\n(string outputs) => new HashSet<C> { new([outputs]) }.Count")]
    [InlineData("record R(string A, (int, string) B);\nrecord struct S(string A);\n(string outputs) => new HashSet<R> { new(outputs, (1, outputs)) }.Count + new HashSet<S> { new(outputs) }.Count + new[] { new { outputs } }.Distinct().Count()")]
    public void Equality_of_a_scripts_own_types_may_hash(string script) => Compiling.Script(script).Diagnostics.ShouldBeEmpty();
}
