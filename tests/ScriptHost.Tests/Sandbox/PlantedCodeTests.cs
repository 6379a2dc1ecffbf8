using Mono.Cecil;
using Mono.Cecil.Cil;
using ScriptHost.Scripting;

namespace ScriptHost.Sandbox;

/// <summary>Holes in methods' code.</summary>
public sealed class PlantedCodeTests
{
    [Fact]
    public void What_is_planted_into_passes_when_nothing_is() => Planted.Check(_ => { }).ShouldBeEmpty();

    [Fact]
    public void A_call_that_is_not_listed_is_refused_with_its_method()
    {
        var findings = Planted.Check(module =>
        {
            var code = module.Score();
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Call, module.Static(module.Framework("System.IO", "File"), "Delete", module.TypeSystem.Void, module.TypeSystem.String));
            code.Return();
        });

        findings[0].Code.ShouldBe(Codes.ImageMember);
        findings[0].Message.ShouldBe("'System.IO.File.Delete' is not on the allowlist; found in 'Script.Score' of the compiled image.");
    }

    [Fact]
    public void An_assembly_that_is_not_listed_is_refused() =>
        Planted.Codes(m => m.AssemblyReferences.Add(new("System.Private.CoreLib", new(10, 0, 0, 0)))).ShouldBe([Codes.ImageReference]);

    [Fact]
    public void A_culture_of_a_listed_assembly_is_refused() =>
        Planted.Codes(m => m.AssemblyReferences.Add(new("System.Linq", new(10, 0, 0, 0)) { Culture = "xx" })).ShouldBe([Codes.ImageReference]);

    [Fact]
    public void A_type_with_a_dot_in_its_name_is_refused() =>
        Code(m => (OpCodes.Isinst, m.Framework("", "System.String"))).ShouldContain(Codes.ImageType);

    [Fact]
    public void A_nested_type_of_one_that_is_not_listed_is_refused() =>
        Code(m => (OpCodes.Isinst, new TypeReference("", "SpecialFolder", m, m.Framework("System", "AppDomain").Scope) { DeclaringType = m.Framework("System", "AppDomain") })).ShouldContain(Codes.ImageType);

    [Fact]
    public void An_overload_that_is_not_listed_is_refused() =>
        Planted.Codes(m =>
        {
            var code = m.Score();
            code.Emit(OpCodes.Newobj, m.Instance(m.Framework("System", "Random"), ".ctor", m.TypeSystem.Void));
            code.Emit(OpCodes.Pop);
            code.Return();
        }).ShouldBe([Codes.ImageMember]);

    [Fact]
    public void A_listed_overload_passes() =>
        Planted.Check(m =>
        {
            var code = m.Score();
            code.Emit(OpCodes.Ldc_I4_1);
            code.Emit(OpCodes.Newobj, m.Instance(m.Framework("System", "Random"), ".ctor", m.TypeSystem.Void, m.TypeSystem.Int32));
            code.Emit(OpCodes.Pop);
            code.Return();
        }).ShouldBeEmpty();

    [Fact]
    public void Calli_is_refused() =>
        Planted.Codes(m =>
        {
            var code = m.Score();
            code.Emit(OpCodes.Ldc_I4_0);
            code.Emit(OpCodes.Calli, new Mono.Cecil.CallSite(m.TypeSystem.Void));
            code.Return();
        }).ShouldContain(Codes.ImageInstruction);

    public static TheoryData<string> RefusedOpcodes =>
        ["cpblk", "initblk", "localloc", "arglist", "refanytype", "ldind.i", "stind.i", "conv.i", "ldelem.i", "stelem.i", "unaligned.", "volatile.", "tail.", "break", "ckfinite"];

    [Theory]
    [MemberData(nameof(RefusedOpcodes))]
    public void An_instruction_that_verifiable_code_has_not_is_refused(string name)
    {
        var opcode = typeof(OpCodes).GetFields().Select(f => (OpCode)(f.GetValue(null) ?? OpCodes.Nop)).Single(o => o.Name == name);

        Planted.Codes(m =>
        {
            var code = m.Score();
            code.Append(opcode.OperandType == OperandType.ShortInlineI ? code.Create(opcode, (byte)1) : code.Create(opcode));
            code.Return();
        }).ShouldContain(Codes.ImageInstruction);
    }

    [Theory]
    [InlineData("mkrefany")]
    [InlineData("refanyval")]
    [InlineData("cpobj")]
    [InlineData("sizeof")]
    public void An_instruction_on_a_type_that_verifiable_code_has_not_is_refused(string name) =>
        Code(m => (typeof(OpCodes).GetFields().Select(f => (OpCode)(f.GetValue(null) ?? OpCodes.Nop)).Single(o => o.Name == name), m.TypeSystem.Int32)).ShouldContain(Codes.ImageInstruction);

    [Fact]
    public void Jmp_is_refused() =>
        Planted.Codes(m => m.Score().Emit(OpCodes.Jmp, m.Method("Score"))).ShouldContain(Codes.ImageInstruction);

    [Fact]
    public void A_method_as_a_value_is_refused() =>
        Planted.Codes(m =>
        {
            var code = m.Score();
            code.Emit(OpCodes.Ldtoken, m.Method("Score"));
            code.Emit(OpCodes.Pop);
            code.Return();
        }).ShouldBe([Codes.ImageInstruction]);

    [Fact]
    public void A_type_as_a_value_is_refused() => Code(m => (OpCodes.Ldtoken, m.TypeSystem.String)).ShouldContain(Codes.ImageInstruction);

    [Fact]
    public void The_address_of_a_method_without_a_delegate_is_refused() =>
        Planted.Codes(m =>
        {
            var code = m.Score();
            code.Emit(OpCodes.Ldftn, m.Nested("Helper").Methods.Single(t => t.Name == "Twice"));
            code.Emit(OpCodes.Pop);
            code.Return();
        }).ShouldBe([Codes.ImageInstruction]);

    [Fact]
    public void A_delegate_over_a_number_is_refused() =>
        Planted.Codes(m =>
        {
            var code = m.Score();
            code.Emit(OpCodes.Ldnull);
            code.Emit(OpCodes.Ldc_I4, 12345);
            code.Emit(OpCodes.Newobj, m.Instance(m.Framework("System", "Action"), ".ctor", m.TypeSystem.Void, m.TypeSystem.Object, m.TypeSystem.IntPtr));
            code.Emit(OpCodes.Pop);
            code.Return();
        }).ShouldBe([Codes.ImageInstruction]);

    [Fact]
    public void A_delegate_whose_address_is_jumped_over_is_refused() =>
        Planted.Codes(m =>
        {
            var code = m.Score();
            var make = code.Create(OpCodes.Newobj, m.Instance(m.Framework("System", "Action"), ".ctor", m.TypeSystem.Void, m.TypeSystem.Object, m.TypeSystem.IntPtr));
            code.Emit(OpCodes.Ldnull);
            code.Emit(OpCodes.Ldc_I4, 12345);
            code.Emit(OpCodes.Br_S, make);
            code.Emit(OpCodes.Ldftn, m.Method("Score"));
            code.Append(make);
            code.Emit(OpCodes.Pop);
            code.Return();
        }).ShouldBe([Codes.ImageInstruction]);

    [Fact]
    public void A_span_over_an_address_is_refused() =>
        Planted.Codes(m =>
        {
            var span = new GenericInstanceType(m.Framework("System", "ReadOnlySpan`1", isValueType: true)) { GenericArguments = { m.TypeSystem.Byte } };
            var code = m.Score();
            code.Emit(OpCodes.Ldc_I4, 12345);
            code.Emit(OpCodes.Ldc_I4, 100);
            code.Emit(OpCodes.Newobj, m.Instance(span, ".ctor", m.TypeSystem.Void, new PointerType(m.TypeSystem.Void), m.TypeSystem.Int32));
            code.Emit(OpCodes.Pop);
            code.Return();
        }).ShouldBe([Codes.ImageInstruction]);

    [Fact]
    public void A_memory_helper_in_a_scripts_own_method_is_refused() =>
        Planted.Codes(m => CallUnsafe(m, m.Score())).ShouldBe([Codes.ImageHelper]);

    [Fact]
    public void A_memory_helper_in_a_method_of_the_compilers_type_that_is_none_of_its_own_is_refused() =>
        Planted.Codes(m =>
        {
            var type = new TypeDefinition("", "<PrivateImplementationDetails>", TypeAttributes.NotPublic | TypeAttributes.Sealed, m.TypeSystem.Object);
            var method = new MethodDefinition("Peek", MethodAttributes.Static | MethodAttributes.Assembly, m.TypeSystem.Boolean);
            m.Types.Add(type);
            type.Methods.Add(method);
            CallUnsafe(m, method.Body.GetILProcessor());
        }).ShouldBe([Codes.ImageHelper]);

    [Fact]
    public void Writing_a_field_that_is_not_the_scripts_is_refused() =>
        Planted.Codes(m =>
        {
            var code = m.Score();
            code.Emit(OpCodes.Ldnull);
            code.Emit(OpCodes.Stsfld, new FieldReference("Empty", m.TypeSystem.String, m.TypeSystem.String));
            code.Return();
        }).ShouldBe([Codes.ImageMember]);

    [Fact]
    public void A_jump_into_an_instruction_is_refused()
    {
        var image = Planted.Image(m =>
        {
            var code = m.Score();
            var next = code.Create(OpCodes.Ldc_I4, 0x5A5A5A5A);
            code.Emit(OpCodes.Br_S, next);
            code.Append(next);
            code.Emit(OpCodes.Ret);
        });
        var at = image.AsSpan().IndexOf(new byte[] { 0x2B, 0x00, 0x20, 0x5A, 0x5A, 0x5A, 0x5A });
        image[at + 1] = 1;

        Images.Check(image).ShouldHaveSingleItem().Message.ShouldStartWith("It jumps into the middle of an instruction; found in 'Script.Score'");
    }

    [Fact]
    public void Variables_that_are_not_cleared_are_refused() =>
        Planted.Codes(m =>
        {
            var code = m.Score();
            code.Body.Variables.Add(new(m.TypeSystem.Int32));
            code.Body.InitLocals = false;
            code.Return();
        }).ShouldBe([Codes.ImageInstruction]);

    [Theory]
    [InlineData("System", "String", "GetHashCode")]
    [InlineData("System", "Object", "GetHashCode")]
    [InlineData("System", "HashCode", "ToHashCode")]
    public void A_hash_code_outside_of_a_method_that_hashes_is_refused(string space, string type, string method) =>
        Planted.Codes(m =>
        {
            var code = m.Score();
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Callvirt, m.Instance(m.Framework(space, type), method, m.TypeSystem.Int32));
            code.Emit(OpCodes.Ret);
        }).ShouldBe([Codes.ImageHash]);

    private static void CallUnsafe(ModuleDefinition module, ILProcessor code)
    {
        var method = module.Static(module.Framework("System.Runtime.CompilerServices", "Unsafe"), "As", module.TypeSystem.Object, module.TypeSystem.Object);
        code.Emit(OpCodes.Ldnull);
        code.Emit(OpCodes.Call, method);
        code.Emit(OpCodes.Pop);
        code.Return();
    }

    private static IReadOnlyList<string> Code(Func<ModuleDefinition, (OpCode Code, TypeReference Type)> instruction) =>
        Planted.Codes(m =>
        {
            var (opcode, type) = instruction(m);
            var code = m.Score();
            code.Emit(OpCodes.Ldnull);
            code.Emit(opcode, type);
            code.Emit(OpCodes.Pop);
            code.Return();
        });
}
