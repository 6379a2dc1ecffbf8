namespace ScriptHost.Scripting;

/// <summary>Ways to files, the machine and the clock.</summary>
public sealed class OutsideBreakoutTests
{
    [Fact]
    public void Target_typed_new_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { System.IO.FileInfo f = new("x"); return f.Exists; }
            """).ShouldStartWith("(1,23) SH1001");

    [Fact]
    public void Target_typed_new_argument_is_refused() =>
        Refusal.Of(
            """
            static bool X(System.Random r) => r.Next() > 3;
            (string outputs) => X(new())
            """).ShouldStartWith("(2,23) SH1001");

    [Fact]
    public void Using_alias_tuple_is_refused() =>
        Refusal.Of(
            """
            using Pair = (System.IO.FileInfo A, int B);
            (string outputs) => true
            """).ShouldStartWith("(1,15) SH1001");

    [Fact]
    public void Collection_spread_file_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { string[] x = [.. System.IO.Directory.EnumerateFiles("/")]; return x.Length; }
            """).ShouldStartWith("(1,40) SH1001");

    [Fact]
    public void Implicit_datetime_offset_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => DateTimeOffset.Now.Hour
            """).ShouldStartWith("(1,21) SH1001");

    [Fact]
    public void User_operator_file_is_refused() =>
        Refusal.Of(
            """
            class P { public static P operator +(P a, string b) { System.IO.File.Delete(b); return a; } public static implicit operator P(int x) => new(); }
            (string outputs) => { P p = 3; p += outputs; return true; }
            """).ShouldStartWith("(1,55) SH1001");

    [Fact]
    public void Environment_newline_ok_exit_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { Action<int> x = System.Environment.Exit; x(0); return true; }
            """).ShouldStartWith("(1,39) SH1001");

    [Fact]
    public void Enum_base_alias_is_refused() =>
        Refusal.Of(
            """
            using E = System.Environment;
            (string outputs) => E.MachineName
            """).ShouldStartWith("(2,21) SH1001");

    [Fact]
    public void Null_cond_assign_is_refused() =>
        Refusal.Of(
            """
            class C { public System.IO.Stream? S; }
            (string outputs) => { C? c = new(); c?.S = null; return true; }
            """).ShouldStartWith("(1,18) SH1001");

    [Fact]
    public void Nameof_only_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => nameof(System.IO.File.ReadAllText)
            """).ShouldStartWith("(1,28) SH1001");

    [Fact]
    public void Default_literal_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => default(System.IO.FileStream) is null
            """).ShouldStartWith("(1,29) SH1001");

    [Fact]
    public void Is_type_is_refused() =>
        Refusal.Of(
            """
            (object outputs) => outputs is System.IO.Stream
            """).ShouldStartWith("(1,32) SH1001");

    [Fact]
    public void Catch_type_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { try { return true; } catch (System.IO.IOException) { return false; } }
            """).ShouldStartWith("(1,51) SH1001");

    [Fact]
    public void Local_func_param_type_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { static bool F(System.IO.TextWriter? w) => w is null; return F(null); }
            """).ShouldStartWith("(1,37) SH1001");

    [Fact]
    public void Console_in_lambda_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { Console.WriteLine(outputs); return true; }
            """).ShouldStartWith("(1,23) SH1001");

    [Fact]
    public void Select_method_group_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => new[] { "a" }.Select(System.IO.File.ReadAllText).Count()
            """).ShouldStartWith("(1,42) SH1001");

    [Fact]
    public void Appdomain_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => AppDomain.CurrentDomain.BaseDirectory
            """).ShouldStartWith("(1,21) SH1001");

    [Fact]
    public void Gc_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { GC.Collect(); return GC.GetTotalMemory(false); }
            """).ShouldStartWith("(1,23) SH1001");

    [Fact]
    public void Resolving_event_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { AppContext.SetSwitch("x", true); return true; }
            """).ShouldStartWith("(1,23) SH1001");

    [Fact]
    public void Json_file_type_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => JsonSerializer.Deserialize<System.IO.FileInfo>(outputs)!.Exists
            """).ShouldStartWith("(1,48) SH1001");

    [Fact]
    public void Generic_activator_constraint_is_refused() =>
        Refusal.Of(
            """
            class B<T> where T : System.IO.Stream { }
            (string outputs) => true
            """).ShouldStartWith("(1,22) SH1001");
}
