import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { expect, test, type Host, type Values } from './bench';

const ITEM = 'community-news.item';
const SCREENS = fileURLToPath(new URL('../../target/screens/', import.meta.url));
let made = 0;

/** A source of the suite's own with some stories, newest first; the last is the oldest. */
async function sourced(host: Host, titles: readonly string[], more: Values = {}): Promise<{ source: string; name: string; refs: string[] }> {
    const name = `Feed ${process.pid}-${++made}.`;
    const { accepted } = await host.apply({ create: 'community-news.source', values: { name, kind: 'news', address: `https://example.org/${name}`, paused: true } });
    const source = accepted.changes[0]?.ref ?? '';
    const refs: string[] = [];
    for (const [at, title] of titles.entries()) refs.push(await story(host, source, title, { published: `2026-08-${String(20 - at).padStart(2, '0')}T08:00:00Z`, ...more }));
    return { source, name, refs };
}

async function story(host: Host, source: string, title: string, more: Values): Promise<string> {
    const values = { title, source, entry: `${title} ${++made}`, link: 'https://example.org/story', ...more };
    return (await host.apply({ create: ITEM, values })).accepted.changes[0]?.ref ?? '';
}

const rows = (page: Page): Locator => page.locator('.wb-story:not(.loading)');
const source = (page: Page, name: string): Locator => page.locator('.wb-sources button', { hasText: name });

async function opened(host: Host, page: Page, name: string): Promise<void> {
    await page.goto(`${host.url}#/community-news/reader`);
    await expect(rows(page).first()).toBeVisible();
    await source(page, name).click();
}

// Asked for in each test: it fails one whose page fails behind the screen, and makes its reader somebody of their own.
test.beforeEach(({ grid }) => expect(grid.page).toBeDefined());

test('sources, stories, text and thread stand side by side, the text at most 620 wide', async ({ host, page }) => {
    const { name } = await sourced(host, ['First', 'Second'], { content: '<p>A text.</p>' });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await opened(host, page, name);
    await expect(rows(page)).toHaveCount(2);
    const boxes = await Promise.all(['.wb-sources', '.wb-stories', '.wb-article', '.wb-thread'].map((part) => page.locator(part).boundingBox()));
    const edges = boxes.map((box) => [box?.x ?? 0, (box?.x ?? 0) + (box?.width ?? 0)]);
    edges.slice(1).forEach(([left = 0], at) => expect(left, 'nothing overlaps').toBeGreaterThanOrEqual((edges[at]?.[1] ?? 0) - 1));
    await rows(page).first().click();
    const prose = page.locator('.wb-article .wb-prose').first();
    await expect(prose).toHaveText('A text.');
    expect(await prose.evaluate((node) => node.getBoundingClientRect().width)).toBeLessThanOrEqual(620);
});

test('going to a story reads it, for this reader alone; M makes it unread, S gives a star', async ({ host, page }) => {
    const { name, refs } = await sourced(host, ['First', 'Second', 'Third']);
    await opened(host, page, name);
    await expect(page.locator('.wb-story.unread')).toHaveCount(3);
    await expect(source(page, name)).toContainText('3 / 3');
    await page.locator('.wb-stories').focus();
    await page.keyboard.press('j');
    await expect(page.locator('.wb-story.unread')).toHaveCount(2);
    await page.keyboard.press('j');
    await expect(page.locator('.wb-article h2')).toHaveText('Second');
    await expect(page.locator('.wb-story.unread')).toHaveCount(1);
    await expect(source(page, name)).toContainText('1 / 3');
    await page.keyboard.press('k');
    await expect(page.locator('.wb-article h2')).toHaveText('First');
    await page.keyboard.press('n');
    await expect(page.locator('.wb-article h2')).toHaveText('Third');
    await page.keyboard.press('m');
    await expect(page.locator('.wb-story.unread')).toHaveCount(1);
    await page.keyboard.press('s');
    await expect(page.locator('.wb-story [name=starred]')).toHaveCount(1);
    await expect(source(page, name)).toContainText('1 / 3');
    const where = encodeURIComponent(`item in [${refs.map((ref) => `"${ref}"`).join(', ')}]`);
    const marks = async () => ((await (await host.ask(`/api/v1/tables/community-news.mark/items?where=${where}`)).json()) as { items: { values: Values }[] }).items;
    await expect.poll(async () => (await marks()).map(({ values }) => [values['item'], values['readOn'] !== undefined, values['starred'] === true]).sort()).toEqual(
        refs.map((ref, at) => [ref, at < 2, at === 2]).sort(),
    );
    await page.locator('.wb-sources button', { hasText: 'Starred' }).click();
    await expect(rows(page).locator('strong')).toHaveText(['Third']);
});

test('what comes in meanwhile is there at once', async ({ host, page }) => {
    const { name, source: from } = await sourced(host, ['First']);
    await opened(host, page, name);
    await expect(rows(page)).toHaveCount(1);
    await story(host, from, 'Just in', { published: '2026-09-01T08:00:00Z' });
    await expect(rows(page).locator('strong')).toHaveText(['Just in', 'First']);
    await expect(source(page, name)).toContainText('2 / 2');
});

test('the items of one story stand together, in the order of time', async ({ host, page }) => {
    const { accepted } = await host.apply({ create: 'community-news.story', values: { name: `Story ${process.pid}-${++made}`, kind: 'release' } });
    const { name } = await sourced(host, ['Later', 'Earlier'], { story: accepted.changes[0]?.ref });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await opened(host, page, name);
    await rows(page).first().click();
    await expect(page.locator('.wb-thread li button > span')).toHaveText([new RegExp(`^Earlier`), new RegExp(`^Later`)]);
    await page.locator('.wb-thread li button', { hasText: 'Earlier' }).click();
    await expect(page.locator('.wb-article h2')).toHaveText('Earlier');
    await expect(page.locator('.wb-story[aria-selected=true] strong')).toHaveText('Earlier');
});

test('feeds are strangers: nothing of theirs runs or is fetched, and O opens the original without an opener', async ({ host, page }) => {
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(request.url()));
    const content = '<p>Safe words</p><img src="https://tracker.example/pixel.gif"><script>window.ran=1</script><p onmouseover="window.ran=2" style="color:red">more</p>';
    const { name } = await sourced(host, ['Strange'], { content });
    await opened(host, page, name);
    await rows(page).first().click();
    await expect(page.locator('.wb-article .wb-prose').first()).toContainText('Safe words');
    await page.locator('.wb-article .wb-prose p').last().hover();
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(asked.filter((url) => url.includes('tracker.example'))).toEqual([]);
    await page.context().route('https://example.org/**', (route) => route.fulfill({ body: 'the original', contentType: 'text/plain' }));
    const [popup] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('o')]);
    await popup.waitForLoadState();
    expect(await popup.evaluate(() => window.opener === null)).toBe(true);
});

test('what it means for us is written while reading', async ({ host, page }) => {
    const { name, refs } = await sourced(host, ['Noted']);
    await opened(host, page, name);
    await rows(page).first().click();
    await page.keyboard.press('e');
    await page.locator('.wb-writing textarea').fill('升级前先通知');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await host.read(refs[0] ?? '')).values['note']).toBe('升级前先通知');
    await expect(page.locator('.wb-article-note .wb-prose')).toHaveText('升级前先通知');
    await expect(page.locator('.wb-article-note .wb-prose')).toHaveAttribute('lang', 'zh-CN');
});

for (const colorScheme of ['light', 'dark'] as const) {
    for (const [language, locale] of [['zh', 'zh-CN'], ['en', 'en-US']] as const) {
        test.describe(`${language}, ${colorScheme}`, () => {
            test.use({ colorScheme, locale });

            test('bars nobody and cuts nothing', async ({ host, page }) => {
                for (const [width, height] of [[1920, 1080], [1280, 800]] as const) {
                    await page.setViewportSize({ width, height });
                    await page.goto(`${host.url}#/community-news/reader`);
                    await expect(rows(page).nth(3)).toBeVisible();
                    await rows(page).nth(3).click();
                    await expect(page.locator('.wb-article h2')).toBeVisible();
                    const cut = await page.evaluate(() =>
                        [...document.querySelectorAll<HTMLElement>('wb-reader button, .wb-article h2, .wb-thread span')].filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0).map((node) => node.innerText),
                    );
                    expect(cut).toEqual([]);
                    await page.screenshot({ path: `${SCREENS}reader-${width}-${language}-${colorScheme}.png` });
                }
                const { violations } = await new AxeBuilder({ page }).analyze();
                expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
            });
        });
    }
}
