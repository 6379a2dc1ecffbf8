using Microsoft.Playwright;

namespace ScriptHost.Browser;

/// <summary>What a reader does with a report, from opening it to sending a link.</summary>
[Collection(SharedReport.Name)]
public sealed class ReadingTests(Chromium chromium, SampleReport sample)
{
    [Fact]
    public async Task A_report_opens_from_disk_and_asks_for_nothing()
    {
        await using var opened = await chromium.OpenAsync(sample.Path);
        var page = opened.Page;

        await Expect(page.Locator("h1")).ToContainTextAsync("of traces without a failure");
        await Expect(page.Locator(".facts")).ToContainTextAsync("42");
        await Expect(page.Locator(".metrics tbody tr")).ToHaveCountAsync(5);
        (await opened.MisdeedsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Failed_traces_can_be_filtered_searched_and_sorted()
    {
        await using var opened = await chromium.OpenAsync(sample.Path, "#/traces");
        var page = opened.Page;
        var rows = page.Locator("a.row");
        await Expect(page.Locator(".status")).ToHaveTextAsync("42 traces");

        await page.GetByLabel("Outcome").SelectOptionAsync("failed");
        await Expect(page.Locator(".status")).ToContainTextAsync($"{sample.Failed.Count} of 42 traces");
        (await rows.EvaluateAllAsync<string[]>("rows => rows.map(r => decodeURIComponent(r.hash.split('/')[2]))")).ShouldBe(sample.Failed);
        page.Url.ShouldEndWith("#/traces?show=failed");

        await page.GetByLabel("Feedback").SelectOptionAsync("citation");
        await Expect(page.Locator(".status")).ToContainTextAsync("4 of 42 traces");
        await page.GetByRole(AriaRole.Button, new() { Name = "Took" }).ClickAsync();
        await Expect(page.Locator("[role=columnheader].c-duration")).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(rows.First).ToContainTextAsync("7.34 s");

        await page.GetByLabel("Search").FillAsync("WARRANTY");
        await Expect(rows).ToHaveCountAsync(1);
        page.Url.ShouldEndWith("#/traces?show=failed&of=citation&sort=-duration&q=WARRANTY");
    }

    [Fact]
    public async Task A_search_of_whole_traces_finds_what_only_a_step_holds()
    {
        await using var opened = await chromium.OpenAsync(sample.Path, "#/traces?q=\"within 30 s\"");
        var page = opened.Page;
        await Expect(page.Locator(".status")).ToContainTextAsync("0 of 42");

        await page.GetByRole(AriaRole.Button, new() { Name = "Search whole traces" }).ClickAsync();

        await Expect(page.Locator("a.row")).ToHaveCountAsync(1);
        await Expect(page.Locator("a.row")).ToHaveAttributeAsync("href", "#/trace/tr-56e91ecc75ce603c91c5fb2ba5dab41e");
    }

    [Fact]
    public async Task A_trace_shows_its_conversation_steps_and_outcomes()
    {
        await using var opened = await chromium.OpenAsync(sample.Path, "#/traces?q=zip");
        var page = opened.Page;
        await page.Locator("a.row").First.ClickAsync();

        await Expect(page.Locator(".message.user")).ToContainTextAsync("My zip is broken");
        await Expect(page.Locator(".outcome.letter-0")).ToContainTextAsync("No source is named");
        await Expect(page.Locator(".documents li")).ToHaveCountAsync(3);
        await page.Locator("a.span", new() { HasText = "search_help" }).ClickAsync();
        await Expect(page.Locator(".span-parts")).ToContainTextAsync("broken zip warranty repair");
        page.Url.ShouldEndWith("#/trace/tr-fcdf9b2d7f17cc0830213dc5c4d1507d?span=1");
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("a.row")).ToHaveCountAsync(1);
        (await opened.MisdeedsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("#/failures", "Failures by reason")]
    [InlineData("#/metrics", "Metrics")]
    [InlineData("#/metric/latency", "latency")]
    [InlineData("#/slices?tag=topic", "Slices")]
    [InlineData("#/trace/tr-56e91ecc75ce603c91c5fb2ba5dab41e", "support_agent")]
    [InlineData("#/session/chat-b07e91aa", "Session chat-b07e91aa")]
    public async Task A_link_with_a_hash_leads_to_its_view(string hash, string heading)
    {
        await using var opened = await chromium.OpenAsync(sample.Path, hash);

        await Expect(opened.Page.Locator("h1")).ToContainTextAsync(heading);
        (await opened.MisdeedsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("#/trace/tr-nowhere", "There is no trace “tr-nowhere”")]
    [InlineData("#/metric/%E0%A4%A", "There is no feedback")]
    [InlineData("#/nonsense", "There is no view “nonsense”")]
    public async Task A_link_that_leads_nowhere_says_so(string hash, string sentence)
    {
        await using var opened = await chromium.OpenAsync(sample.Path, hash);

        await Expect(opened.Page.Locator("main")).ToContainTextAsync(sentence);
        (await opened.MisdeedsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_shows_its_turns_oldest_first_beside_its_scores()
    {
        await using var opened = await chromium.OpenAsync(sample.Path, "#/sessions");
        var page = opened.Page;
        await page.Locator("a.row").First.ClickAsync();

        await Expect(page.Locator(".turn")).ToHaveCountAsync(4);
        await Expect(page.Locator(".turn").First).ToContainTextAsync("Where is my refund");
        await Expect(page.Locator("aside")).ToContainTextAsync("turns");
        await Expect(page.Locator(".turn").Nth(2)).ToContainTextAsync("TimeoutError");
    }

    [Fact]
    public async Task Everything_can_be_reached_by_keyboard()
    {
        await using var opened = await chromium.OpenAsync(sample.Path);
        var page = opened.Page;
        await Expect(page.Locator("h1")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("f");
        await Expect(page.Locator("a.row")).ToHaveCountAsync(sample.Failed.Count);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("a.row.here")).ToHaveAttributeAsync("href", $"#/trace/{sample.Failed[1]}");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".steps")).ToContainTextAsync($"2 of {sample.Failed.Count}");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".crumbs")).ToContainTextAsync(sample.Failed[2]);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("a.row.here")).ToHaveAttributeAsync("href", $"#/trace/{sample.Failed[2]}");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("jfk");
        await Expect(page.GetByLabel("Search")).ToHaveValueAsync("jfk");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByLabel("Search")).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("next and previous");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator(".facts")).ToBeVisibleAsync();
        (await opened.MisdeedsAsync()).ShouldBeEmpty();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
