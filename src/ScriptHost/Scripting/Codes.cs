namespace ScriptHost.Scripting;

/// <summary>The codes of what compiling and gating says: <c>SH10xx</c> of a source text, <c>SH11xx</c> of a compiled image, <c>SH25xx</c> of files and slips, <c>SH30xx</c> advice.</summary>
internal static class Codes
{
    /// <summary>A type or member that is not on the allowlist.</summary>
    public const string NotListed = "SH1001";

    /// <summary>A <c>using</c> of a namespace that the allowlist does not know.</summary>
    public const string Import = "SH1002";

    /// <summary>Deriving from, or implementing, what the allowlist does not mark <c>inherit</c>.</summary>
    public const string Inherit = "SH1003";

    /// <summary>An attribute that is not on the allowlist.</summary>
    public const string Attribute = "SH1004";

    /// <summary>A directive other than <c>#nullable</c>, <c>#region</c> and <c>#pragma warning</c>: it could bring in, hide or misplace code.</summary>
    public const string Directive = "SH1005";

    /// <summary>Code that goes round the type system: pointers, <c>stackalloc</c>, <c>fixed</c>, <c>__makeref</c> …</summary>
    public const string Unsafe = "SH1006";

    /// <summary><c>extern</c>: code whose body is elsewhere.</summary>
    public const string Extern = "SH1007";

    /// <summary>Static state that can change.</summary>
    public const string StaticState = "SH1008";

    /// <summary>Code that runs, waits or fails outside the call: finalizers, <c>lock</c>, <c>volatile</c>, <c>async void</c>.</summary>
    public const string OutsideCall = "SH1009";

    /// <summary><c>dynamic</c>: binding at run time.</summary>
    public const string Dynamic = "SH1010";

    /// <summary>Doors to reflection that have no name: <c>typeof</c>, <c>new T()</c>.</summary>
    public const string Reflection = "SH1011";

    /// <summary>Declarations that have no place in a script: namespaces, assembly attributes, <c>global using</c>, <c>using unsafe</c>.</summary>
    public const string Declaration = "SH1012";

    /// <summary>A hash code used outside of a <c>GetHashCode</c>.</summary>
    public const string Hash = "SH1013";

    /// <summary>A file that is too large.</summary>
    public const string FileSize = "SH1020";

    /// <summary>A line that is too long.</summary>
    public const string LineLength = "SH1021";

    /// <summary>Code that is nested too deeply.</summary>
    public const string Nesting = "SH1022";

    /// <summary>A NUL, or a character that reverses the reading direction.</summary>
    public const string Character = "SH1023";

    /// <summary>A file that is not UTF-8.</summary>
    public const string Encoding = "SH1024";

    /// <summary>Constants or an image that are too large.</summary>
    public const string ImageSize = "SH1025";

    /// <summary>A type put together of too many parts.</summary>
    public const string TypeSize = "SH1026";

    /// <summary>Compiling took longer than the deadline.</summary>
    public const string Deadline = "SH1030";

    /// <summary>The compiler broke down over the script.</summary>
    public const string Breakdown = "SH1031";

    /// <summary>A fault in an allowlist file.</summary>
    public const string AllowlistFile = "SH1040";

    /// <summary>A compiled image that cannot be read as one.</summary>
    public const string ImageMalformed = "SH1101";

    /// <summary>An image that is not made of IL alone.</summary>
    public const string ImageHeader = "SH1102";

    /// <summary>An image with resources, native imports, other files and the like.</summary>
    public const string ImageTable = "SH1103";

    /// <summary>An assembly that is not on the allowlist.</summary>
    public const string ImageReference = "SH1104";

    /// <summary>A type in an image that is not on the allowlist.</summary>
    public const string ImageType = "SH1105";

    /// <summary>A member in an image that is not on the allowlist.</summary>
    public const string ImageMember = "SH1106";

    /// <summary>A base type, interface or override in an image that the allowlist does not allow.</summary>
    public const string ImageInherit = "SH1107";

    /// <summary>An attribute in an image that is not on the allowlist.</summary>
    public const string ImageAttribute = "SH1108";

    /// <summary>A signature with pointers, pinned variables, variable arguments and the like.</summary>
    public const string ImageSignature = "SH1109";

    /// <summary>Fields that are laid out in memory, or mapped to the image's data.</summary>
    public const string ImageLayout = "SH1110";

    /// <summary>A native method, finalizer or module initializer.</summary>
    public const string ImageMethod = "SH1111";

    /// <summary>Static state in an image that can change.</summary>
    public const string ImageState = "SH1112";

    /// <summary>An instruction that verifiable C# does not compile to.</summary>
    public const string ImageInstruction = "SH1113";

    /// <summary>A memory helper outside of the compiler's own code.</summary>
    public const string ImageHelper = "SH1114";

    /// <summary>A hash code in an image outside of a <c>GetHashCode</c>.</summary>
    public const string ImageHash = "SH1115";

    /// <summary>A type in an image that no script can declare.</summary>
    public const string ImageDeclaration = "SH1116";

    /// <summary>An image that is too large to be looked at.</summary>
    public const string ImageTooLarge = "SH1117";

    /// <summary>A folder or file that is missing or cannot be read.</summary>
    public const string Unreadable = "SH2501";

    /// <summary>A file name that is no scorer name.</summary>
    public const string ScorerName = "SH2502";

    /// <summary>Two files with the same scorer name.</summary>
    public const string SameName = "SH2503";

    /// <summary>A link that leads out of the folder.</summary>
    public const string OutsideLink = "SH2504";

    /// <summary>A scorer that is not there.</summary>
    public const string UnknownScorer = "SH2505";

    /// <summary>A lambda with a written return type as last expression, without <c>return</c>.</summary>
    public const string TypedLambda = "SH2511";

    /// <summary>A lambda whose branches return different types.</summary>
    public const string MixedReturns = "SH2512";

    /// <summary><c>return</c> without a semicolon.</summary>
    public const string ReturnSemicolon = "SH2513";

    /// <summary>A script without code.</summary>
    public const string NoCode = "SH2514";

    /// <summary>A semicolon after the last expression, which makes it no value.</summary>
    public const string EntrySemicolon = "SH2515";

    /// <summary>Warning: a method or lambda assigns a top-level variable.</summary>
    public const string TopLevelState = "SH3001";

    /// <summary>Warning: the cache folder is not used.</summary>
    public const string CacheFolder = "SH3002";

    /// <summary>Warning: a cached image was refused, and the script compiled anew.</summary>
    public const string CachedImage = "SH3003";
}
