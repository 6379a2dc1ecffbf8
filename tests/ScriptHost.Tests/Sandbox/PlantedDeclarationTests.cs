using Mono.Cecil;
using Mono.Cecil.Cil;
using ScriptHost.Scripting;

namespace ScriptHost.Sandbox;

/// <summary>Holes in what an image declares.</summary>
public sealed class PlantedDeclarationTests
{
    [Fact]
    public void A_native_method_is_refused() =>
        Planted.Codes(m =>
        {
            var library = new ModuleReference("libc");
            m.ModuleReferences.Add(library);
            m.Script().Methods.Add(new("getpid", MethodAttributes.Static | MethodAttributes.PInvokeImpl, m.TypeSystem.Int32)
            {
                PInvokeInfo = new(PInvokeAttributes.CallConvCdecl, "getpid", library),
                ImplAttributes = MethodImplAttributes.PreserveSig,
            });
        }).ShouldBe([Codes.ImageTable, Codes.ImageMethod], ignoreOrder: true);

    [Theory]
    [InlineData(MethodImplAttributes.Native)]
    [InlineData(MethodImplAttributes.Runtime)]
    [InlineData(MethodImplAttributes.InternalCall)]
    [InlineData(MethodImplAttributes.Unmanaged)]
    [InlineData(MethodImplAttributes.ForwardRef)]
    [InlineData(MethodImplAttributes.Synchronized)]
    [InlineData(MethodImplAttributes.OPTIL)]
    public void A_method_of_another_kind_than_IL_is_refused(MethodImplAttributes kind) =>
        Planted.Codes(m => m.Method("Score").ImplAttributes |= kind).ShouldContain(Codes.ImageMethod);

    [Fact]
    public void A_module_initializer_is_refused() =>
        Planted.Codes(m =>
        {
            var method = new MethodDefinition(".cctor", MethodAttributes.Static | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName, m.TypeSystem.Void);
            method.Body.GetILProcessor().Emit(OpCodes.Ret);
            m.Types.Single(t => t.Name == "<Module>").Methods.Add(method);
        }).ShouldBe([Codes.ImageMethod]);

    [Fact]
    public void A_finalizer_is_refused() =>
        Planted.Codes(m => Override(m, "Finalize", m.TypeSystem.Void)).ShouldBe([Codes.ImageMethod]);

    [Fact]
    public void A_finalizer_under_another_name_is_refused() =>
        Planted.Codes(m =>
        {
            var method = Override(m, "Tidy", m.TypeSystem.Void);
            method.Attributes |= MethodAttributes.NewSlot;
            method.Overrides.Add(m.Instance(m.TypeSystem.Object, "Finalize", m.TypeSystem.Void));
        }).ShouldBe([Codes.ImageMember]);

    [Fact]
    public void Overriding_what_is_not_listed_is_refused() =>
        Planted.Codes(m =>
        {
            m.Nested("Helper").BaseType = m.Framework("System", "Exception");
            Override(m, "get_StackTrace", m.TypeSystem.String);
        }).ShouldContain(Codes.ImageInherit);

    [Theory]
    [InlineData("System", "Attribute")]
    [InlineData("System", "MarshalByRefObject")]
    [InlineData("System.IO", "Stream")]
    [InlineData("System", "Delegate")]
    public void A_base_type_that_may_not_be_one_is_refused(string space, string name) =>
        Planted.Codes(m => m.Nested("Helper").BaseType = m.Framework(space, name)).Intersect([Codes.ImageInherit, Codes.ImageType]).ShouldNotBeEmpty();

    [Theory]
    [InlineData("System.Collections", "IList")]
    [InlineData("System.Runtime.CompilerServices", "INotifyCompletion")]
    [InlineData("System.Runtime.CompilerServices", "IAsyncStateMachine")]
    public void An_interface_that_may_not_be_implemented_is_refused(string space, string name) =>
        Planted.Codes(m => m.Nested("Helper").Interfaces.Add(new(m.Framework(space, name)))).ShouldBe([Codes.ImageInherit]);

    [Fact]
    public void Fields_that_lie_over_each_other_are_refused() =>
        Planted.Codes(m =>
        {
            var point = m.Nested("Point");
            point.Attributes = (point.Attributes & ~TypeAttributes.LayoutMask) | TypeAttributes.ExplicitLayout;
            point.Fields[0].Offset = 0;
            point.Fields[1].Offset = 0;
        }).ShouldBe([Codes.ImageTable, Codes.ImageLayout], ignoreOrder: true);

    [Fact]
    public void A_struct_of_a_size_is_refused() =>
        Planted.Codes(m => m.Nested("Point").ClassSize = 1000).ShouldBe([Codes.ImageLayout]);

    [Fact]
    public void A_packed_struct_is_refused() =>
        Planted.Codes(m =>
        {
            m.Nested("Point").PackingSize = 1;
            m.Nested("Point").ClassSize = 0;
        }).ShouldBe([Codes.ImageLayout]);

    [Fact]
    public void A_field_over_the_images_data_is_refused() =>
        Planted.Codes(m => m.Script().Fields.Add(new("data", FieldAttributes.Static | FieldAttributes.InitOnly | FieldAttributes.HasFieldRVA, m.TypeSystem.Int32) { InitialValue = [1, 2, 3, 4] }))
            .ShouldBe([Codes.ImageLayout]);

    [Fact]
    public void An_object_over_the_images_data_is_refused() =>
        Planted.Codes(m =>
        {
            var type = new TypeDefinition("", "<PrivateImplementationDetails>", TypeAttributes.NotPublic | TypeAttributes.Sealed, m.TypeSystem.Object);
            m.Types.Add(type);
            type.Fields.Add(new("data", FieldAttributes.Static | FieldAttributes.InitOnly | FieldAttributes.HasFieldRVA | FieldAttributes.Assembly, m.TypeSystem.Object) { InitialValue = new byte[8] });
        }).ShouldBe([Codes.ImageLayout]);

    [Theory]
    [InlineData("Script")]
    [InlineData("Helper")]
    public void Static_state_is_refused(string type) =>
        Planted.Codes(m => (type == "Script" ? m.Script() : m.Nested(type)).Fields.Add(new("calls", FieldAttributes.Static | FieldAttributes.Public, m.TypeSystem.Int32))).ShouldBe([Codes.ImageState]);

    [Fact]
    public void A_counter_in_a_type_that_looks_like_the_compilers_is_refused() =>
        Planted.Codes(m =>
        {
            var type = new TypeDefinition("", "<>c", TypeAttributes.NestedPrivate, m.TypeSystem.Object);
            m.Nested("Helper").NestedTypes.Add(type);
            type.Fields.Add(new("calls", FieldAttributes.Static | FieldAttributes.Public, m.TypeSystem.Int32));
        }).ShouldBe([Codes.ImageState]);

    [Fact]
    public void Writing_a_static_read_only_field_later_is_refused() =>
        Planted.Codes(m =>
        {
            var field = new FieldDefinition("calls", FieldAttributes.Static | FieldAttributes.InitOnly | FieldAttributes.Public, m.TypeSystem.Int32);
            m.Script().Fields.Add(field);
            var code = m.Score();
            code.Emit(OpCodes.Ldc_I4_1);
            code.Emit(OpCodes.Stsfld, field);
            code.Return();
        }).ShouldBe([Codes.ImageState]);

    [Fact]
    public void A_pointer_in_a_signature_is_refused() => Field(m => new PointerType(m.TypeSystem.Int32)).ShouldBe([Codes.ImageSignature]);

    [Fact]
    public void A_function_pointer_in_a_signature_is_refused() => Field(m => new FunctionPointerType { ReturnType = m.TypeSystem.Void }).ShouldBe([Codes.ImageSignature]);

    [Fact]
    public void A_typed_reference_in_a_signature_is_refused() => Field(m => m.TypeSystem.TypedReference).ShouldBe([Codes.ImageSignature]);

    [Fact]
    public void A_native_integer_in_a_signature_is_refused() => Field(m => m.TypeSystem.IntPtr).ShouldBe([Codes.ImageSignature]);

    [Fact]
    public void A_list_of_references_is_refused() =>
        Field(m => new GenericInstanceType(m.Framework("System.Collections.Generic", "List`1", "System.Collections")) { GenericArguments = { new ByReferenceType(m.TypeSystem.Int32) } })
            .ShouldBe([Codes.ImageSignature]);

    [Fact]
    public void A_pinned_variable_is_refused() =>
        Planted.Codes(m =>
        {
            var code = m.Score();
            code.Body.InitLocals = true;
            code.Body.Variables.Add(new(new PinnedType(new ByReferenceType(m.TypeSystem.Byte))));
            code.Return();
        }).ShouldBe([Codes.ImageSignature]);

    [Fact]
    public void Variable_arguments_are_refused() =>
        Planted.Codes(m => m.Method("Score").CallingConvention = MethodCallingConvention.VarArg).ShouldBe([Codes.ImageSignature]);

    [Fact]
    public void A_type_that_is_nested_deeply_is_refused() =>
        Field(m => Enumerable.Range(0, 2000).Aggregate<int, TypeReference>(m.TypeSystem.Int32, (t, _) => new ArrayType(t))).ShouldBe([Codes.ImageSignature]);

    [Theory]
    [InlineData("System.Runtime.CompilerServices", "ModuleInitializerAttribute")]
    [InlineData("System.Runtime.CompilerServices", "UnsafeAccessorAttribute")]
    [InlineData("System.Runtime.CompilerServices", "IgnoresAccessChecksToAttribute")]
    [InlineData("System.Security", "UnverifiableCodeAttribute")]
    public void An_attribute_that_is_not_listed_is_refused(string space, string name) =>
        Planted.Codes(m => m.Script().CustomAttributes.Add(new(m.Instance(m.Framework(space, name), ".ctor", m.TypeSystem.Void)))).ShouldContain(Codes.ImageAttribute);

    [Fact]
    public void An_attribute_of_ones_own_is_refused()
    {
        var codes = Planted.Codes(m =>
        {
            var type = new TypeDefinition("System.Runtime.CompilerServices", "IgnoresAccessChecksToAttribute", TypeAttributes.NotPublic, m.TypeSystem.Object);
            var constructor = new MethodDefinition(".ctor", MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName, m.TypeSystem.Void);
            constructor.Body.GetILProcessor().Emit(OpCodes.Ret);
            type.Methods.Add(constructor);
            m.Types.Add(type);
            m.Assembly.CustomAttributes.Add(new(constructor));
        });

        codes.ShouldBe([Codes.ImageAttribute, Codes.ImageDeclaration], ignoreOrder: true);
    }

    [Fact]
    public void An_inline_array_of_ones_own_is_refused() =>
        Planted.Codes(m => m.Nested("Point").CustomAttributes.Add(new(
            m.Instance(m.Framework("System.Runtime.CompilerServices", "InlineArrayAttribute"), ".ctor", m.TypeSystem.Void, m.TypeSystem.Int32))
        { ConstructorArguments = { new(m.TypeSystem.Int32, 9) } }))
            .ShouldBe([Codes.ImageAttribute]);

    private static MethodDefinition Override(ModuleDefinition module, string name, TypeReference result)
    {
        var method = new MethodDefinition(name, MethodAttributes.Virtual | MethodAttributes.Public | MethodAttributes.HideBySig, result);
        var code = method.Body.GetILProcessor();
        if (result != module.TypeSystem.Void)
        {
            code.Emit(OpCodes.Ldnull);
        }

        code.Emit(OpCodes.Ret);
        module.Nested("Helper").Methods.Add(method);

        return method;
    }

    private static IReadOnlyList<string> Field(Func<ModuleDefinition, TypeReference> type) =>
        Planted.Codes(m => m.Script().Fields.Add(new("planted", FieldAttributes.Public, type(m))));
}
