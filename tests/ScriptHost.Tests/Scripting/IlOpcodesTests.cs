using System.Reflection.Metadata;

namespace ScriptHost.Scripting;

public sealed class IlOpcodesTests
{
    [Fact]
    public void The_codes_of_instructions_are_those_that_the_metadata_library_knows()
    {
        for (var code = 0; code <= ushort.MaxValue; code++)
        {
            IlOpcodes.IsDefined(code).ShouldBe(Enum.IsDefined((ILOpCode)code), $"0x{code:X}");
        }
    }
}
