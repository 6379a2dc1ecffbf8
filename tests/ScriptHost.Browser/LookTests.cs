using Microsoft.Playwright;

namespace ScriptHost.Browser;

/// <summary>How a report looks: light and dark, narrow, on paper, and for eyes that need contrast.</summary>
[Collection(SharedReport.Name)]
public sealed class LookTests(Chromium chromium, SampleReport sample)
{
    // WCAG 2.1, 1.4.3: the ratio of each text's colour to what is painted behind it, through everything that is half transparent.
    private const string LowContrasts = """
        () => {
            const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
            const rgba = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); const d = canvas.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
            const over = (top, below) => top.slice(0, 3).map((c, i) => c * top[3] + below[i] * (1 - top[3]));
            const ground = element => { const layers = []; for (let e = element; e; e = e.parentElement) layers.unshift(rgba(getComputedStyle(e).backgroundColor)); return layers.reduce((below, top) => over(top, below), [255, 255, 255]); };
            const light = color => { const [r, g, b] = color.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const found = [];
            const walk = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
            for (let node; (node = walk.nextNode());) {
                const element = node.parentElement, style = getComputedStyle(element);
                if (!node.data.trim() || !element.checkVisibility() || element.closest('title, :disabled')) continue;
                let opacity = 1; for (let e = element; e; e = e.parentElement) opacity *= Number(getComputedStyle(e).opacity);
                const below = ground(element), color = rgba(style.color), text = over([...color.slice(0, 3), color[3] * opacity], below);
                const [a, b] = [light(text), light(below)].sort((x, y) => y - x), ratio = (a + 0.05) / (b + 0.05);
                const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
                if (ratio < (isLarge ? 3 : 4.5)) found.push(`${ratio.toFixed(2)} ${element.className || element.tagName}: ${node.data.trim().slice(0, 40)}`);
            }
            return [...new Set(found)];
        }
        """;

    private static readonly string[] Views =
        ["#/", "#/failures", "#/metrics", "#/metric/citation", "#/slices?tag=topic", "#/traces?show=failed", "#/trace/tr-fcdf9b2d7f17cc0830213dc5c4d1507d?span=1", "#/sessions", "#/session/chat-b07e91aa"];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task All_text_has_the_contrast_that_WCAG_AA_asks_for(ColorScheme scheme)
    {
        await using var opened = await chromium.OpenAsync(sample.Path, scheme: scheme);

        foreach (var view in Views)
        {
            await VisitAsync(opened.Page, view);
            (await opened.Page.EvaluateAsync<string[]>(LowContrasts)).ShouldBeEmpty($"{view} in {scheme}");
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(400)]
    public async Task No_view_is_wider_than_the_window(int width)
    {
        await using var opened = await chromium.OpenAsync(sample.Path, width: width);

        foreach (var view in Views)
        {
            await VisitAsync(opened.Page, view);
            (await opened.Page.EvaluateAsync<int>("document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth + document.documentElement.scrollWidth - innerWidth"))
                .ShouldBe(0, view);
        }
    }

    [Fact]
    public async Task The_page_is_dark_where_the_system_is_and_can_be_switched()
    {
        await using var opened = await chromium.OpenAsync(sample.Path, scheme: ColorScheme.Dark);
        var page = opened.Page;
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        (await GroundAsync(page)).ShouldBe("rgb(21, 23, 26)");

        await page.GetByRole(AriaRole.Button, new() { Name = "Switch to light" }).ClickAsync();

        (await GroundAsync(page)).ShouldBe("rgb(255, 255, 255)");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        (await GroundAsync(page)).ShouldBe("rgb(255, 255, 255)");
    }

    [Fact]
    public async Task On_paper_a_list_has_all_its_rows_and_no_controls()
    {
        await using var opened = await chromium.OpenAsync(sample.Path, "#/traces");
        var page = opened.Page;
        await Assertions.Expect(page.Locator("a.row").First).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        await Assertions.Expect(page.Locator("a.row")).ToHaveCountAsync(42);
        await Assertions.Expect(page.Locator("nav")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByLabel("Search")).ToBeHiddenAsync();
        (await page.EvaluateAsync<bool>("document.querySelector('a.row:last-child').getBoundingClientRect().bottom <= document.documentElement.scrollHeight")).ShouldBeTrue();
    }

    // By the hash, as a reader goes: the page is not loaded anew.
    private static async Task VisitAsync(IPage page, string view)
    {
        await page.EvaluateAsync("hash => { location.hash = hash; }", view);
        var name = view[2..].Split('/', '?')[0];
        await Assertions.Expect(page.Locator($"main.view-{(name.Length == 0 ? "overview" : name)}")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".loading")).ToHaveCountAsync(0);
    }

    private static Task<string> GroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
}
