using System.Reflection.PortableExecutable;
using Mono.Cecil;
using ScriptHost.Scripting;

namespace ScriptHost.Sandbox;

/// <summary>Holes in what surrounds an image's code, and bytes that are no image.</summary>
public sealed class PlantedImageTests
{
    [Fact]
    public void Resources_are_refused() =>
        Planted.Codes(m => m.Resources.Add(new EmbeddedResource("data", ManifestResourceAttributes.Public, [1, 2, 3]))).ShouldBe([Codes.ImageTable]);

    [Fact]
    public void Another_module_is_refused() =>
        Planted.Codes(m => m.ModuleReferences.Add(new("other.netmodule"))).ShouldBe([Codes.ImageTable]);

    [Fact]
    public void An_exported_type_is_refused() =>
        Planted.Codes(m => m.ExportedTypes.Add(new("System", "String", m, m.AssemblyReferences[0]) { Attributes = (TypeAttributes)0x00200000 })).ShouldContain(Codes.ImageTable);

    [Fact]
    public void Marshalling_is_refused() =>
        Planted.Codes(m => m.Nested("Point").Fields[0].MarshalInfo = new(NativeType.I4)).ShouldContain(Codes.ImageTable);

    [Fact]
    public void Security_declarations_are_refused() =>
        Planted.Codes(m => m.Assembly.SecurityDeclarations.Add(new(SecurityAction.RequestMinimum, [0x2E, 0]))).ShouldContain(Codes.ImageTable);

    [Theory]
    [InlineData(ModuleAttributes.ILOnly | ModuleAttributes.Required32Bit)]
    [InlineData(ModuleAttributes.ILOnly | ModuleAttributes.StrongNameSigned)]
    public void Code_that_is_not_IL_alone_is_refused(ModuleAttributes attributes) =>
        Planted.Codes(m => m.Attributes = attributes).ShouldBe([Codes.ImageHeader]);

    [Theory]
    [InlineData(16, 0)]
    [InlineData(64, 1)]
    [InlineData(68, 1)]
    public void A_header_of_mixed_or_precompiled_code_is_refused(int offset, byte value)
    {
        var image = Planted.Image(_ => { });
        using (var reader = new PEReader(new MemoryStream(image)))
        {
            image[reader.PEHeaders.CorHeaderStartOffset + offset] = value;
        }

        Images.Check(image).Select(d => d.Code).ShouldContain(Codes.ImageHeader);
    }

    [Fact]
    public void A_program_is_refused() =>
        Planted.Codes(m =>
        {
            m.Kind = ModuleKind.Console;
            m.EntryPoint = m.Script().Methods.First(t => t.IsStatic);
        }).ShouldContain(Codes.ImageHeader);

    [Fact]
    public void An_image_that_is_too_large_is_refused_unread() =>
        Images.Check(new byte[IlGate.MaxImage + 1]).ShouldHaveSingleItem().Code.ShouldBe(Codes.ImageTooLarge);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    public void Zeros_are_refused(int length) => Images.Check(new byte[length]).ShouldHaveSingleItem().Code.ShouldBe(Codes.ImageMalformed);

    [Fact]
    public void An_image_that_is_cut_anywhere_is_refused_without_an_exception()
    {
        var image = Planted.Image(_ => { });

        using var reader = new PEReader(new MemoryStream(image));
        var end = reader.PEHeaders.MetadataStartOffset + reader.PEHeaders.MetadataSize;

        for (var length = 0; length < end; length += 37)
        {
            Images.Check(image[..length]).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void An_image_with_any_byte_changed_is_judged_without_an_exception()
    {
        var image = Planted.Image(_ => { });
        var random = new Random(1);

        for (var i = 0; i < 3000; i++)
        {
            var changed = (byte[])image.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            changed[random.Next(changed.Length)] = (byte)random.Next(256);

            Should.NotThrow(() => Images.Check(changed));
        }
    }
}
