namespace ScriptHost.Scripting;

/// <summary>Scripts that are after the compiler.</summary>
public sealed class CompilerBombTests
{
    [Fact]
    public void Anonymous_doubling_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { var a=new{x=1,y=1}; var b=new{x=a,y=a}; var c=new{x=b,y=b}; var d=new{x=c,y=c}; var e=new{x=d,y=d}; var f=new{x=e,y=e}; var g=new{x=f,y=f}; var h=new{x=g,y=g}; var i=new{x=h,y=h}; var j=new{x=i,y=i}; var k=new{x=j,y=j}; return true; }
            """).ShouldStartWith("(1,147) SH1026");

    [Fact]
    public void Interpolated_const_doubling_is_refused() =>
        Refusal.Of(
            """
            const string a = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"; const string b = $"{a}{a}{a}{a}{a}{a}{a}{a}"; const string c = $"{b}{b}{b}{b}{b}{b}{b}{b}"; const string d = $"{c}{c}{c}{c}{c}{c}{c}{c}"; const string e = $"{d}{d}{d}{d}{d}{d}{d}{d}"; const string f = $"{e}{e}{e}{e}{e}{e}{e}{e}"; const string g = $"{f}{f}{f}{f}{f}{f}{f}{f}";
            (string outputs) => outputs == g
            """).ShouldStartWith("(1,320) SH1025");

    [Fact]
    public void Const_in_nested_class_is_refused() =>
        Refusal.Of(
            """
            class A { public const string X = "0123456789012345678901234567890123456789"; } class B { public const string X = A.X + A.X + A.X + A.X+ A.X + A.X + A.X + A.X; } class C { public const string X = B.X + B.X + B.X + B.X+ B.X + B.X + B.X + B.X; }
            class D { public const string X = C.X + C.X + C.X + C.X+ C.X + C.X + C.X + C.X; } class E { public const string X = D.X + D.X + D.X + D.X+ D.X + D.X + D.X + D.X; } class F { public const string X = E.X + E.X + E.X + E.X+ E.X + E.X + E.X + E.X; } class G { public const string X = F.X + F.X + F.X + F.X+ F.X + F.X + F.X + F.X; }
            (string outputs) => outputs == G.X
            """).ShouldStartWith("(2,283) SH1025");

    [Fact]
    public void Nested_queries_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => (from a in outputs select (from b in outputs select (from c in outputs select (from d in outputs select (from e in outputs select (from f in outputs select (from g in outputs select a))))))).Count()
            """).ShouldStartWith("(1,152) SH1022");

    [Fact]
    public void Anonymous_method_nesting_is_refused() =>
        Refusal.Of(
            """
            static void F(Func<int> f) {} static void F(Func<long> f) {} static void F(Func<string> f) {} static void F(Action f) {}
            (string outputs) => { F(delegate { F(delegate { F(delegate { F(delegate { F(delegate { F(delegate { F(delegate { }); }); }); }); }); }); }); return true; }
            """).ShouldStartWith("(2,90) SH1022");
}
