using Microsoft.Playwright;
using ScriptHost.Html;

namespace ScriptHost.Browser;

/// <summary>Traces whose texts want to be more than text.</summary>
[Collection(SharedReport.Name)]
public sealed class HostileTests(Chromium chromium) : IDisposable
{
    private const string Markup =
        "</script><script>globalThis.pwned = 1; alert('pwned')</script><img src=\"https://x.example/a.png\" onerror=\"pwned = 2\"><svg onload=\"pwned = 3\"><style>*{display:none}</style>"
        + "<iframe src=\"javascript:alert(4)\"></iframe><a href=\"javascript:alert(5)\">a</a>{{7*7}}${7*7}<!--<script>";

    private const string Turned = "user \u202Eexe.gpj\u202C \u2066x\u2069 \u0007 \u200B";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_trace_full_of_markup_executes_nothing()
    {
        var report = new MadeRun(folder, "hostile")
            .Trace(Markup, Markup, Markup, passes: false, rationale: Markup, tag: Markup)
            .Trace("tr-b", Turned, "ok", passes: false, rationale: Turned)
            .Report(new("<img src=x onerror=alert(6)>", [new("tr-b", null, Markup, true, Markup, Markup, Markup, Markup)], []));
        await using var opened = await chromium.OpenAsync(report);
        var page = opened.Page;

        foreach (var hash in (string[])["#/", "#/flips", "#/failures", "#/metric/good", "#/slices", "#/traces", $"#/trace/{Uri.EscapeDataString(Markup)}?span=0", "#/sessions", "#/session/s-0", $"#/{Markup}", $"#/traces?q={Uri.EscapeDataString(Markup)}&tag={Uri.EscapeDataString(Markup)}"])
        {
            await page.EvaluateAsync("hash => { location.hash = hash; }", hash);
            await Assertions.Expect(page.Locator(".loading")).ToHaveCountAsync(0);
            await page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)))");
            (await page.Locator("#app img, #app iframe, #app script, #app style, #app [onerror], #app [onload], #app a[href^='javascript:']").CountAsync()).ShouldBe(0, hash);
        }

        (await page.EvaluateAsync<bool>("'pwned' in globalThis")).ShouldBeFalse();
        (await opened.MisdeedsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Markup_and_marks_that_turn_the_writing_are_shown_as_what_they_are()
    {
        var report = new MadeRun(folder, "turned").Trace("tr-a", Markup, "ok", passes: true, rationale: "").Trace("tr-b", Turned, "ok", passes: false, rationale: Turned).Report();
        await using var opened = await chromium.OpenAsync(report, "#/trace/tr-a");
        var page = opened.Page;
        await Assertions.Expect(page.Locator(".message.user .block")).ToContainTextAsync("<img src=");

        await page.Keyboard.PressAsync("j");

        await Assertions.Expect(page.Locator(".outcome .block")).ToHaveTextAsync("user U+202Eexe.gpjU+202C U+2066xU+2069 U+0007 U+200B");
        (await page.EvaluateAsync<bool>("/[\\u202a-\\u202e\\u2066-\\u2069\\u0007]/.test(document.getElementById('app').textContent)")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_policy_of_the_page_would_stop_what_got_through()
    {
        var report = new MadeRun(folder, "policy").Trace("tr-a", "a", "b", passes: true, rationale: "").Report();
        await using var opened = await chromium.OpenAsync(report);
        var page = opened.Page;
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();

        await page.EvaluateAsync("html => { const box = document.createElement('div'); box.innerHTML = html; document.body.append(box); }", "<img src=\"https://x.example/a.png\" onerror=\"pwned = 1\"><style>body{color:red}</style>");

        await page.WaitForFunctionAsync("violations.length >= 2");
        (await page.EvaluateAsync<bool>("'pwned' in globalThis")).ShouldBeFalse();
    }

    [Fact]
    public async Task Traces_that_are_gone_are_told_and_show_their_outcomes()
    {
        var made = new MadeRun(folder, "gone").Trace("tr-a", "asked", "answered", passes: false, rationale: "Too short.");
        var run = ReportedRun.Open(made.Complete());
        File.Delete(made.TracesPath);
        var notes = new HtmlReport { Run = run }.Write(folder.At("gone.html"), TestContext.Current.CancellationToken);
        notes.Missing.ShouldBe(1);
        await using var opened = await chromium.OpenAsync(folder.At("gone.html"));
        var page = opened.Page;

        await Assertions.Expect(page.Locator(".notes")).ToContainTextAsync("There is no file or folder");
        await page.GotoAsync(new Uri(folder.At("gone.html")).AbsoluteUri + "#/trace/tr-a");

        await Assertions.Expect(page.Locator(".unit-main .notes")).ToContainTextAsync("only the outcomes are known");
        await Assertions.Expect(page.Locator(".outcome.letter-0")).ToContainTextAsync("Too short.");
        (await opened.MisdeedsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Flips_are_shown_where_a_baseline_was_given()
    {
        var report = new MadeRun(folder, "later").Trace("tr-a", "asked", "answered", passes: false, rationale: "Too short.")
            .Report(new("20261121-100000-aaaa", [new("tr-a", null, "good", true, "yes", "no", "Long enough.", "Too short.")], [new("good/mean", 1, 0, "worse (p = 0.01)")]));
        await using var opened = await chromium.OpenAsync(report);
        var page = opened.Page;
        await Assertions.Expect(page.Locator(".flips tbody tr")).ToContainTextAsync("Long enough.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Flips", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 verdict newly failing, 0 newly passing.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("worse (p = 0.01)");
    }
}
