using ScriptHost.Trust;

namespace ScriptHost.Scripting;

/// <summary>Tells the scripts that somebody trusts from those that the gate holds.</summary>
internal static class ScriptTrust
{
    /// <summary>The listing with the trust that each script has; one that changed since, or is a link, is a fault instead.</summary>
    /// <param name="listing">What was found.</param>
    /// <param name="trustOf">The entries that hold for a path.</param>
    public static ScriptListing Apply(ScriptListing listing, Func<string, TrustList> trustOf)
    {
        var sources = new List<ScriptSource>();
        var diagnostics = new List<Diagnostic>(listing.Diagnostics);
        foreach (var source in listing.Sources)
        {
            if (Judge(source, trustOf(source.Path), out var trust) is { } fault)
            {
                diagnostics.Add(fault);
            }
            else
            {
                sources.Add(source with { Trust = trust });
            }
        }

        return listing with { Sources = sources, Diagnostics = diagnostics };
    }

    private static Diagnostic? Judge(ScriptSource source, TrustList list, out TrustEntry? trust)
    {
        trust = null;
        if (list.Find(source.Name) is null)
        {
            return null;
        }

        return new FileInfo(source.Path).LinkTarget is not null
            ? TrustFault.Link(source.Path, source.Name)
            : list.Judge(source.Name, source.Path, Sha256.Hex(source.Content.Span), out trust);
    }
}
