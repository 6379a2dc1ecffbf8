using System.Globalization;

namespace ScriptHost.Scoring;

/// <summary>Puts the thread into the invariant culture, and back into its own when it is disposed of, whatever a script did meanwhile.</summary>
internal readonly ref struct InvariantCulture : IDisposable
{
    private readonly CultureInfo culture;
    private readonly CultureInfo uiCulture;

    /// <summary>Begins.</summary>
    public InvariantCulture()
    {
        (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Change(culture, uiCulture, CultureInfo.InvariantCulture, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public void Dispose() => Change(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, culture, uiCulture);

    // Setting a culture costs something even when it is the same.
    private static void Change(CultureInfo culture, CultureInfo uiCulture, CultureInfo next, CultureInfo nextUi)
    {
        if (!ReferenceEquals(culture, next))
        {
            CultureInfo.CurrentCulture = next;
        }

        if (!ReferenceEquals(uiCulture, nextUi))
        {
            CultureInfo.CurrentUICulture = nextUi;
        }
    }
}
