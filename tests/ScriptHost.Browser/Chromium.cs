using Microsoft.Playwright;

namespace ScriptHost.Browser;

/// <summary>One browser for all tests: Debian's Chromium where it is installed, else Playwright's own, fetched when it can be.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? why;

    public async ValueTask InitializeAsync()
    {
        try
        {
            playwright = await Playwright.CreateAsync();
            browser = await LaunchAsync(playwright.Chromium);
        }
        catch (Exception fault) when (fault is PlaywrightException or TimeoutException or IOException or System.ComponentModel.Win32Exception)
        {
            why = $"No browser: there is no Chromium at {Installed[0]}, and Playwright's own could not be fetched or started ({fault.Message.Split('\n')[0]}). "
                + "'apt-get install chromium' or a network makes these tests run.";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A page of its own, with what it did wrong on record; skips the test when there is no browser.</summary>
    internal async Task<WatchedPage> OpenAsync(string file, string hash = "", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipWhen(browser is null, why ?? "No browser.");
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme });
        var page = await WatchedPage.OpenAsync(context);
        await page.Page.GotoAsync(new Uri(file).AbsoluteUri + hash);

        return page;
    }

    private static async Task<IBrowser> LaunchAsync(IBrowserType type)
    {
        if (Installed.FirstOrDefault(File.Exists) is { } path)
        {
            return await type.LaunchAsync(new() { ExecutablePath = path });
        }

        if (!File.Exists(type.ExecutablePath))
        {
            await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"])).WaitAsync(Patience);
        }

        return await type.LaunchAsync();
    }
}
