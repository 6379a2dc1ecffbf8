using Microsoft.Playwright;

namespace ScriptHost.Browser;

/// <summary>A page, and what it must never do: ask for anything beyond its own file, complain, open a dialog, or break its own policy.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> misdeeds = [];

    private WatchedPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Request += (_, request) => Note(request.Url.StartsWith("file:", StringComparison.Ordinal) && request.IsNavigationRequest ? null : $"request {request.Url}");
        page.Console += (_, message) => Note(message.Type is "error" or "warning" ? $"console: {message.Text}" : null);
        page.PageError += (_, error) => Note($"exception: {error}");
        page.Dialog += async (_, dialog) =>
        {
            Note($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        context.Page += (_, _) => Note("another page");
    }

    public IPage Page { get; }

    public static async Task<WatchedPage> OpenAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync("globalThis.violations = []; addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective + ' ' + e.blockedURI), true);");

        return new(context, await context.NewPageAsync());
    }

    /// <summary>Everything that it should not have done.</summary>
    public async Task<IReadOnlyList<string>> MisdeedsAsync()
    {
        var violations = await Page.EvaluateAsync<string[]>("violations");

        lock (misdeeds)
        {
            return [.. misdeeds, .. violations.Select(v => $"policy: {v}")];
        }
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Note(string? misdeed)
    {
        if (misdeed is not null)
        {
            lock (misdeeds)
            {
                misdeeds.Add(misdeed);
            }
        }
    }
}
