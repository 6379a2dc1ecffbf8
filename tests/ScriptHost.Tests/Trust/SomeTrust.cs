using System.Security.Cryptography;
using ScriptHost.Plugins;

namespace ScriptHost.Trust;

/// <summary>Entries that the program would not have written.</summary>
internal static class SomeTrust
{
    public static TrustEntry Of(string scorer, string path, string hash) =>
        new(scorer, path, hash, "ada", new(2026, 11, 22, 4, 5, 6, TimeSpan.Zero), "I read it.", []);

    public static TrustEntry OfScript(string scorers, string file) =>
        Of(Path.GetFileNameWithoutExtension(file), file, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(scorers, file)))));

    public static TrustEntry OfPlugin(string scorers, string name) =>
        Of(name, $"{name}/{name}.dll", PluginContent.Read(Path.Combine(scorers, name), out _).ShouldNotBeNull().Manifest.Hash);

    public static void Write(string scorers, params TrustEntry[] entries) => TrustFile.Write(scorers, TrustText.Of(entries));
}
