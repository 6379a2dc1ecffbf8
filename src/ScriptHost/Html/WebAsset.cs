using System.Security.Cryptography;
using System.Text;

namespace ScriptHost.Html;

/// <summary>A built part of the page: its script or its style sheet, from src/ScriptHost.Report.</summary>
/// <param name="Text">What stands between the tags.</param>
internal sealed record WebAsset(string Text)
{
    /// <summary>The page's script.</summary>
    public static WebAsset Script { get; } = Read("app.js");

    /// <summary>The page's style sheet.</summary>
    public static WebAsset Style { get; } = Read("app.css");

    /// <summary>What a Content-Security-Policy allows it by.</summary>
    public string Hash => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    private static WebAsset Read(string name)
    {
        using var stream = typeof(WebAsset).Assembly.GetManifestResourceStream($"report/{name}")
            ?? throw new InvalidOperationException($"The program was built without its report's '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // A browser hashes what it parsed, and it parses line ends as line feeds.
        return new(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
