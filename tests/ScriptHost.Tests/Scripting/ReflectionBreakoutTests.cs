namespace ScriptHost.Scripting;

/// <summary>Ways to reflection.</summary>
public sealed class ReflectionBreakoutTests
{
    [Fact]
    public void Equality_contract_is_refused() =>
        Refusal.Of(
            """
            record R(int A) { public string Leak() => EqualityContract.Assembly.FullName; }
            (string outputs) => new R(1).Leak()
            """).ShouldStartWith("(1,43) SH1001");

    [Fact]
    public void Equality_contract_pattern_is_refused() =>
        Refusal.Of(
            """
            record R(int A) { public bool Leak() => this is { EqualityContract: { IsClass: true } }; }
            (string outputs) => new R(1).Leak()
            """).ShouldStartWith("(1,71) SH1001");

    [Fact]
    public void Equality_contract_interpolated_is_refused() =>
        Refusal.Of(
            """
            record R(int A) { public string Leak() => $"{EqualityContract}"; }
            (string outputs) => new R(1).Leak()
            """).ShouldStartWith("(1,46) SH1001");

    [Fact]
    public void List_pattern_over_gettype_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => outputs is { Length: > 3 } s && s.GetType() is { Name: [.., 'g'] }
            """).ShouldStartWith("(1,53) SH1001");

    [Fact]
    public void Func_of_type_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { Func<object, object> f = x => x; return f.Method.Name; }
            """).ShouldStartWith("(1,63) SH1001");

    [Fact]
    public void Delegate_cast_target_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { Delegate d = (string s) => s; return d.Target is null; }
            """).ShouldStartWith("(1,60) SH1001");

    [Fact]
    public void Exception_stack_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { try { throw new InvalidOperationException(); } catch (Exception e) when (e is { StackTrace.Length: > 3 }) { return true; } return false; }
            """).ShouldStartWith("(1,103) SH1001");

    [Fact]
    public void Exception_targetsite_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => { try { throw new InvalidOperationException(); } catch (Exception e) { return e.TargetSite?.Name; } }
            """).ShouldStartWith("(1,99) SH1001");

    [Fact]
    public void Catch_extended_pattern_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => new InvalidOperationException() is { TargetSite.DeclaringType.Assembly: not null }
            """).ShouldStartWith("(1,58) SH1001");

    [Fact]
    public void Nullable_value_gettype_is_refused() =>
        Refusal.Of(
            """
            (int? outputs) => outputs?.GetType().Name
            """).ShouldStartWith("(1,28) SH1001");

    [Fact]
    public void Memberbinding_chain_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => outputs?.GetType()?.Assembly?.Location
            """).ShouldStartWith("(1,30) SH1001");

    [Fact]
    public void With_expression_event_is_refused() =>
        Refusal.Of(
            """
            class C { public event Action? E; public int N => E?.GetInvocationList().Length ?? 0; }
            (string outputs) => new C().N
            """).ShouldStartWith("(1,54) SH1001");

    [Fact]
    public void Own_delegate_begininvoke_is_refused() =>
        Refusal.Of(
            """
            delegate int D(int x);
            (string outputs) => { D d = x => x; var r = d.BeginInvoke(3, null, null); return d.EndInvoke(r); }
            """).ShouldStartWith("(2,41) SH1001");

    [Fact]
    public void Json_object_type_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => JsonSerializer.Deserialize(outputs, outputs.GetType())
            """).ShouldStartWith("(1,57) SH1001");

    [Fact]
    public void Ienumerable_gettype_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => new[] { 1 }.Select(x => x.GetType()).Count()
            """).ShouldStartWith("(1,45) SH1001");

    [Fact]
    public void Select_gettype_infer_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => new object[] { "a" }.OfType<System.Type>().Any()
            """).ShouldStartWith("(1,49) SH1001");

    [Fact]
    public void Activator_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => System.Activator.CreateInstance<List<int>>().Count
            """).ShouldStartWith("(1,21) SH1001");

    [Fact]
    public void Generic_new_is_refused() =>
        Refusal.Of(
            """
            static T Make<T>() where T : new() => new T();
            (string outputs) => Make<object>() is null
            """).ShouldStartWith("(1,39) SH1011");

    [Fact]
    public void Enum_typeof_arg_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => Enum.GetNames(typeof(DayOfWeek)).Length
            """).ShouldStartWith("(1,35) SH1011");

    [Fact]
    public void Array_of_type_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => new System.Type[3].Length
            """).ShouldStartWith("(1,25) SH1001");

    [Fact]
    public void Switch_type_is_refused() =>
        Refusal.Of(
            """
            (JsonNode outputs) => (object)outputs switch { System.Reflection.Assembly a => 1, _ => 2 }
            """).ShouldStartWith("(1,48) SH1001");

    [Fact]
    public void Dynamic_cast_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => ((dynamic)outputs).Length
            """).ShouldStartWith("(1,1) SH1010");

    [Fact]
    public void Dynamic_generic_is_refused() =>
        Refusal.Of(
            """
            (string outputs) => new List<dynamic>().Count
            """).ShouldStartWith("(1,41) SH1010");
}
