import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Host } from './bench';

const FOLDER = fileURLToPath(new URL('../../target/screenshots/walk/', import.meta.url));
const WIDTHS = [
    { width: 1920, height: 1080 },
    { width: 1280, height: 800 },
];
/** All four together take some minutes; two of them see each theme and each language once. */
const LOOKS = process.env.WALK === 'all' ? ['zh light', 'zh dark', 'en light', 'en dark'] : ['zh light', 'en dark'];
const PAGES = ['+plugins', '+welcome', '+search/PostgreSQL'];

interface Declared {
    readonly trackers: readonly { readonly id: string; readonly views: readonly { readonly id: string }[] }[];
}

async function screens(host: Host): Promise<readonly string[]> {
    const { trackers } = (await (await host.ask('/api/v1/trackers')).json()) as Declared;
    return [...trackers.flatMap(({ id, views }) => views.map((view) => `${id}/${view.id}`)), ...PAGES];
}

async function show(page: Page, screen: string): Promise<void> {
    await page.evaluate((hash) => (location.hash = hash), `#/${screen}`);
    const region = screen.startsWith('+') ? page.locator('.wb-page') : page.locator('.wb-docked:visible');
    await expect(region.first(), `${screen} is shown`).toBeVisible();
    // A report that has to be told something first says so, and shows no rows.
    const filled = page.locator('.wb-rows, .wb-docked:visible .wb-report-room');
    if (!screen.startsWith('+')) await expect(filled.first(), `${screen} says how much it shows`).not.toBeEmpty();
    await page.evaluate(() => document.fonts.ready);
    // What is painted a frame later is painted by then.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2000 })));
}

/** What a reader could not read, or could not press without pressing something else. */
function faults(page: Page): Promise<readonly string[]> {
    return page.evaluate(() => {
        const isShown = (node: Element) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && node.getBoundingClientRect().width > 0;
        const nameOf = (node: Element) => `${node.tagName.toLowerCase()}.${node.className} "${node.textContent.trim().slice(0, 40)}"`;
        const all = [...document.querySelectorAll<HTMLElement>('.wb-toolbar button, .wb-toolbar select, .wb-status > *, .wb-top button, .wb-activity a, .right .wb-value, .type-date .wb-value, .wb-page button, .wb-empty *')].filter(isShown);
        const cut = all.filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0 && getComputedStyle(node).overflowX !== 'visible').map((node) => `cut: ${nameOf(node)}`);
        const clamped = [...document.querySelectorAll('.wb-mx-parent')]
            .filter((node) => isShown(node) && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1))
            .map((node) => `cut: ${nameOf(node)}`);
        const outside = all
            .filter((node) => node.matches('.wb-toolbar *, .wb-status *, .wb-top *'))
            .filter((node) => node.getBoundingClientRect().right > innerWidth + 1 || node.getBoundingClientRect().left < -1)
            .map((node) => `outside: ${nameOf(node)}`);
        const pressed = [...document.querySelectorAll('.wb-toolbar, .wb-top, .wb-status')].filter(isShown).flatMap((bar) => {
            const parts = [...bar.querySelectorAll('button, select, input, a')].filter(isShown);
            return parts.flatMap((one, index) =>
                parts.slice(index + 1).flatMap((other) => {
                    if (one.contains(other) || other.contains(one)) return [];
                    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
                    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                    return across > 1 && down > 1 ? [`over each other: ${nameOf(one)}, ${nameOf(other)}`] : [];
                }),
            );
        });
        const scrolls = document.documentElement.scrollWidth > innerWidth ? ['the whole window scrolls sideways'] : [];
        return [...cut, ...clamped, ...outside, ...pressed, ...scrolls];
    });
}

async function barriers(page: Page): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    const heavy = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    return heavy.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary ?? ''}`);
}

for (const look of LOOKS) {
    const [language, colorScheme] = look.split(' ') as ['zh' | 'en', 'light' | 'dark'];
    test.describe(look, () => {
        test.use({ colorScheme, locale: language === 'zh' ? 'zh-CN' : 'en-US' });

        test('every screen can be read by everybody, at both widths', async ({ host, page }) => {
            test.setTimeout(900_000);
            await page.goto(host.url);
            await expect(page.locator('.wb-connection.live')).toBeVisible();
            for (const screen of await screens(host)) {
                for (const size of WIDTHS) {
                    await page.setViewportSize(size);
                    await show(page, screen);
                    expect.soft(await faults(page), `${screen} at ${size.width}`).toEqual([]);
                }
                expect.soft(await barriers(page), `${screen} bars nobody`).toEqual([]);
                await page.screenshot({ path: `${FOLDER}${screen.replace(/\W+/g, '-')}-${language}-${colorScheme}.png` });
            }
        });
    });
}
