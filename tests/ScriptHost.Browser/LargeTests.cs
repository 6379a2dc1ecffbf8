using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;

namespace ScriptHost.Browser;

/// <summary>A report of fifty thousand traces.</summary>
[Collection(SharedReport.Name)]
public sealed class LargeTests(Chromium chromium, ITestOutputHelper output) : IDisposable
{
    private const int Traces = 50_000;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Fifty_thousand_traces_fit_below_40_MB_and_scroll()
    {
        var run = new MadeRun(folder, "large");
        for (var i = 0; i < Traces; i++)
        {
            run.Trace(Id(i), $"Question {i}: {Noise(i)}", $"Answer {i}, {Noise(-i)}", passes: i % 7 != 0, rationale: $"Said {i} things.");
        }

        var report = run.Report();
        new FileInfo(report).Length.ShouldBeLessThan(40_000_000);
        var watch = Stopwatch.StartNew();
        await using var opened = await chromium.OpenAsync(report);
        var page = opened.Page;
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("50,000");
        var painted = await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(report).Length / 1e6:0.0} MB, first view after {painted:0} ms, all of the file after {watch.ElapsedMilliseconds} ms"));

        await page.EvaluateAsync("location.hash = '#/traces'");
        await Assertions.Expect(page.Locator(".status")).ToHaveTextAsync("50,000 traces", new() { Timeout = 20_000 });
        await page.Locator(".rows").EvaluateAsync("rows => { rows.scrollTop = rows.scrollHeight; }");
        var last = page.Locator($"a.row[href='#/trace/{Id(Traces - 1)}']");
        await Assertions.Expect(last).ToBeVisibleAsync();
        (await page.Locator("a.row").CountAsync()).ShouldBeLessThan(100);
        await last.ClickAsync();
        await Assertions.Expect(page.Locator(".message.user")).ToContainTextAsync("Question 49999");

        await page.EvaluateAsync("location.hash = '#/traces?show=failed&sort=-duration'");
        await Assertions.Expect(page.Locator(".status")).ToContainTextAsync("7,143 of 50,000 traces");
        (await opened.MisdeedsAsync()).ShouldBeEmpty();
    }

    private static string Id(int number) => $"tr-{number.ToString("x32", CultureInfo.InvariantCulture)}";

    // Text that does not deflate, so that the size means something.
    private static string Noise(int seed) => Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes(seed.ToString(CultureInfo.InvariantCulture))));
}
