namespace ScriptHost.Scripting;

/// <summary>Ways to state that outlives a call, and to work beside it.</summary>
public sealed class StateBreakoutTests
{
    [Fact]
    public void Field_keyword_static_is_refused() =>
        Refusal.Of(
            """
            class Memo { public static int Calls { get => field; set => field = value; } }
            (string outputs) => ++Memo.Calls
            """).ShouldStartWith("(1,32) SH1008");

    [Fact]
    public void Field_keyword_static_get_is_refused() =>
        Refusal.Of(
            """
            class Memo { public static List<string> Seen { get { field ??= new(); return field; } } }
            (string outputs) => Memo.Seen.Count
            """).ShouldStartWith("(1,41) SH1008");

    [Fact]
    public void Static_top_level_field_is_refused() =>
        Refusal.Of(
            """
            static int calls = 0;
            (string outputs) => ++calls
            """).ShouldStartWith("(1,12) SH1008");

    [Fact]
    public void Default_interface_static_is_refused() =>
        Refusal.Of(
            """
            interface I { static int n; static abstract int X { get; } }
            (string outputs) => ++I.n
            """).ShouldStartWith("(1,26) SH1008");

    [Fact]
    public void Static_in_generic_is_refused() =>
        Refusal.Of(
            """
            class G<T> { public static int N; }
            (string outputs) => ++G<string>.N
            """).ShouldStartWith("(1,32) SH1008");

    [Fact]
    public void Primary_ctor_static_lambda_is_refused() =>
        Refusal.Of(
            """
            class C { static readonly Func<int> f; static int count; static C() { f = () => ++count; } public static int X => f(); }
            (string outputs) => C.X
            """).ShouldStartWith("(1,51) SH1008");

    [Fact]
    public void Async_void_lambda_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { Action a = async () => { await Task.CompletedTask; throw new InvalidOperationException(); }; a(); return true; }
            """).ShouldStartWith("(1,34) SH1009");

    [Fact]
    public void Async_void_method_is_refused() =>
        Refusal.Of(
            """
            async void Boom() { await Task.CompletedTask; throw new InvalidOperationException(); }
            (string outputs) => { Boom(); return true; }
            """).ShouldStartWith("(1,12) SH1009");

    [Fact]
    public void Task_run_is_refused() =>
        Refusal.Of(
            """
            async Task<int> F(string outputs) => await Task.Run(() => 1);
            return F;
            """).ShouldStartWith("(1,44) SH1001");

    [Fact]
    public void Task_wait_result_delay_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { Task.Delay(1000).Wait(); return true; }
            """).ShouldStartWith("(1,23) SH1001");

    [Fact]
    public void Task_continue_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => Task.FromResult(1).ContinueWith(t => 1)
            """).ShouldStartWith("(1,40) SH1001");

    [Fact]
    public void Ct_register_is_refused() =>
        Refusal.Of(
            """
            (string outputs, CancellationToken cancellationToken) => { cancellationToken.Register(() => { }); return true; }
            """).ShouldStartWith("(1,60) SH1001");

    [Fact]
    public void Cts_own_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { using var c = new CancellationTokenSource(10); return c.Token.CanBeCanceled; }
            """).ShouldStartWith("(1,41) SH1001");

    [Fact]
    public void Timer_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { var t = new Timer(_ => { }, null, 0, 1); return true; }
            """).ShouldStartWith("(1,35) SH1001");

    [Fact]
    public void Threading_import_is_refused() =>
        Refusal.Of(
            """
            using System.Threading;
            (string outputs) => { Interlocked.MemoryBarrier(); return Volatile.Read(ref outputs); }
            """).ShouldStartWith("(2,23) SH1001");

    [Fact]
    public void Overload_hide_lambda_default_is_refused() =>
        Refusal.Of(
            """
            (string outputs, System.Threading.Thread? t = null) => true
            """).ShouldStartWith("(1,35) SH1001");

    [Fact]
    public void Regex_compile_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { Regex.CompileToAssembly(null, null); return true; }
            """).ShouldStartWith("(1,23) SH1001");
}
