namespace ScriptHost.Scripting;

/// <summary>Ways round the type system.</summary>
public sealed class MemoryBreakoutTests
{
    [Fact]
    public void Inline_array_is_refused() =>
        Refusal.Of(
            """
            [System.Runtime.CompilerServices.InlineArray(1000000)] struct Big { int x; }
            (string outputs) => { var b = new Big(); return b[0]; }
            """).ShouldStartWith("(1,2) SH1004");

    [Fact]
    public void Ref_unsafe_as_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { ref var x = ref System.Runtime.CompilerServices.Unsafe.As<string, object>(ref outputs); return true; }
            """).ShouldStartWith("(1,39) SH1001");

    [Fact]
    public void Handler_direct_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { var h = new System.Runtime.CompilerServices.DefaultInterpolatedStringHandler(1, 1); h.AppendLiteral("x"); return h.ToStringAndClear(); }
            """).ShouldStartWith("(1,35) SH1001");

    [Fact]
    public void Awaiter_direct_is_refused() =>
        Refusal.Of(
            """
            async Task<bool> F(Task<int> t) { t.GetAwaiter().OnCompleted(() => { }); return true; }
            return F;
            """).ShouldStartWith("(1,35) SH1001");

    [Fact]
    public void Custom_awaiter_is_refused() =>
        Refusal.Of(
            """
            class A : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => false; public void OnCompleted(Action c) { c(); } public void GetResult() { } public A GetAwaiter() => this; }
            async Task<bool> F(string outputs) { await new A(); return true; }
            return F;
            """).ShouldStartWith("(1,11) SH1001");

    [Fact]
    public void Interceptor_is_refused() =>
        Refusal.Of(
            """
            namespace System.Runtime.CompilerServices { class InterceptsLocationAttribute(int v, string d) : Attribute; }
            (string outputs) => true
            """).ShouldStartWith("(1,1) SH1012");

    [Fact]
    public void Attr_on_return_is_refused() =>
        Refusal.Of(
            """
            [return: System.Runtime.InteropServices.MarshalAs(System.Runtime.InteropServices.UnmanagedType.LPStr)] static string F(string s) => s;
            (string outputs) => F(outputs)
            """).ShouldStartWith("(1,10) SH1004");

    [Fact]
    public void Attr_on_type_parameter_is_refused() =>
        Refusal.Of(
            """
            class G<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.All)] T> { }
            (string outputs) => true
            """).ShouldStartWith("(1,10) SH1004");

    [Fact]
    public void Caller_expression_is_refused() =>
        Refusal.Of(
            """
            static string F(string s, [System.Runtime.CompilerServices.CallerFilePath] string p = "") => p;
            (string outputs) => F(outputs)
            """).ShouldStartWith("(1,28) SH1004");

    [Fact]
    public void Module_init_is_refused() =>
        Refusal.Of(
            """
            class M { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Init() { } }
            (string outputs) => true
            """).ShouldStartWith("(1,12) SH1004");

    [Fact]
    public void Local_function_static_extern_is_refused() =>
        Refusal.Of(
            """
            [System.Runtime.InteropServices.DllImport("libc")] static extern int getpid();
            (string outputs) => getpid()
            """).ShouldStartWith("(1,2) SH1004");

    [Fact]
    public void String_create_state_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => string.Create(3, outputs, (s, o) => { })
            """).ShouldStartWith("(1,47) SH1001");

    [Fact]
    public void Memorymarshal_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => System.Runtime.InteropServices.MemoryMarshal.AsMemory(outputs.AsMemory()).Length
            """).ShouldStartWith("(1,21) SH1001");

    [Fact]
    public void Ref_return_mutate_string_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { ref readonly var c = ref outputs.GetPinnableReference(); return c; }
            """).ShouldStartWith("(1,48) SH1001");

    [Fact]
    public void Nint_native_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { nuint x = 3; return (long)x; }
            """).ShouldStartWith("(1,23) SH1001");

    [Fact]
    public void Fixed_buffer_is_refused() =>
        Refusal.Of(
            """
            unsafe struct S { public fixed char x[100]; }
            (string outputs) => true
            """).ShouldStartWith("(1,1) SH1006");
}
