import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Host } from './bench';

// What fails behind the screen fails the test, and nobody finds what another left.
test.beforeEach(({ grid }) => expect(grid.page.isClosed()).toBe(false));

const MONTH = 'revenue-sheet.month';
let year = 2030 + (process.pid % 900);

/** Months far ahead of the sample, so that nobody else's test looks at them. */
function ownYear(): string {
    year += 2;
    return String(year);
}

async function open(page: Page, host: Host) {
    await page.goto(`${host.url}#/revenue-sheet/by-month`);
    await expect(page.locator('.wb-connection.live')).toBeVisible();
    await expect(page.locator('.wb-periods tbody tr').first()).toBeVisible();
}

const cell = (page: Page, period: string, measure: string) => page.locator(`td[data-at="${period}|${measure}"]`);
const money = (amount: string) => ({ amount, currency: 'CNY' });

async function made(host: Host, month: string, values: object): Promise<string> {
    const { accepted } = await host.apply({ create: MONTH, id: month, values: { month, ...values } });
    return accepted.changes[0]?.ref ?? '';
}

async function gone(host: Host, ref: string): Promise<void> {
    const { revision } = await host.read(ref);
    const { items } = (await (await host.ask(`/api/v1/items/${ref}/referring`)).json()) as { items: { ref: string }[] };
    for (const each of items) {
        const own = await host.read(each.ref);
        if (each.ref.startsWith('revenue-sheet.forecast')) await host.apply({ delete: each.ref, revision: own.revision });
    }
    await host.apply({ delete: ref, revision });
}

test.describe('the period table', () => {
    test.use({ viewport: { width: 1920, height: 1000 } });

    test('shows exact figures, growth with its sign, closed months and totals', async ({ host, page }) => {
        await open(page, host);
        const line = page.locator('tbody tr', { has: page.locator('td[data-at^="2026-06|"]') });
        await expect(line.getByRole('img', { name: 'closed' })).toBeVisible();
        await expect(cell(page, '2026-06', 'cash')).toHaveText(/^\s*\d,\d{3},\d{3}\.\d{2}\s*$/);
        await expect(cell(page, '2026-06', 'monthOnMonth')).toHaveText(/^\s*[+\u2212]\d+\.\d%\s*$/);
        await expect(cell(page, '2026-04', 'gaap')).toContainText('restated');
        await expect(cell(page, '2026-04', 'gaap')).toHaveAttribute('aria-label', /first reported as 1,249,360\.47/);
        await expect(page.locator('thead th', { hasText: 'Cash' }).first()).toContainText('CNY');
        await expect(cell(page, 'total 2026', 'cash')).toContainText(/^\s*7\/12\s*\d/);
        await expect(cell(page, 'total 2025', 'cash')).toHaveText(/^\s*\d\d,\d{3},\d{3}\.\d{2}\s*$/);
        const [figure, header] = [await cell(page, '2026-06', 'cash').boundingBox(), await page.locator('thead th').nth(1).boundingBox()];
        expect(Math.abs((figure?.x ?? 0) - (header?.x ?? 1)), 'figures stand under their header').toBeLessThan(1);
        const cut = await page.locator('td.right .wb-figure').evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent));
        expect(cut, 'no figure is cut').toEqual([]);
        const grounds = await Promise.all(['cash', 'monthOnMonth'].map((id) => cell(page, '2026-05', id).evaluate((node) => getComputedStyle(node).backgroundColor)));
        expect(grounds[0], 'computed figures stand on another ground').not.toBe(grounds[1]);
    });

    test('header and period stay while the table is scrolled', async ({ host, page }) => {
        await page.setViewportSize({ width: 900, height: 500 });
        await open(page, host);
        const room = page.locator('.wb-periods-room');
        await room.evaluate((node) => node.scrollTo(300, 200));
        const [around, corner] = [await room.boundingBox(), await page.locator('thead th').first().boundingBox()];
        expect([Math.round((corner?.x ?? 0) - (around?.x ?? 1)), Math.round((corner?.y ?? 0) - (around?.y ?? 1))]).toEqual([0, 0]);
    });

    test('is walked by keys, edited in place, and never takes a key for a computed figure', async ({ host, page, grid }) => {
        const ref = await made(host, `${ownYear()}-01`, { users: 3 });
        const month = ref.slice(-7);
        await open(page, host);
        await cell(page, month, 'users').click();
        await page.keyboard.type('12');
        await page.keyboard.press('Enter');
        await expect(grid.toast).toContainText(`${month}: Users is now 12`);
        await expect(cell(page, month, 'users')).toHaveText('12');
        expect((await host.read(ref)).values['users']).toBe(12);

        await cell(page, month, 'users').click();
        await page.keyboard.press('ArrowRight');
        await expect(cell(page, month, 'instances').locator('input')).toBeFocused();
        await cell(page, month, 'monthOnMonth').click();
        await page.keyboard.type('5');
        await expect(page.locator('.wb-note')).toContainText('computed');
        await expect(cell(page, month, 'monthOnMonth').locator('.typing')).toHaveCount(0);

        await cell(page, month, 'users').click();
        await page.keyboard.type('many');
        await page.keyboard.press('Enter');
        await expect(grid.prompt).toContainText('“many” is not a whole number.');
        await page.keyboard.press('Escape');
        await expect(grid.prompt).toBeHidden();
        await expect(cell(page, month, 'users')).toHaveText('12');
        await gone(host, ref);
    });

    test('a first value makes the row of a period that had none', async ({ host, page, grid }) => {
        await open(page, host);
        const ahead = page.locator('tbody tr.ahead').first().locator('td').first();
        const period = (await ahead.getAttribute('data-at'))?.split('|')[0] ?? '';
        await cell(page, period, 'forecast').click();
        await page.keyboard.type('130万');
        await page.keyboard.press('Enter');
        await expect(grid.toast).toContainText(`${period}: Forecast is now 1,300,000`);
        await expect(cell(page, period, 'forecast')).toHaveText('1,300,000');
        const found = (await (await host.ask(`/api/v1/tables/${MONTH}/items?where=${encodeURIComponent(`month == month("${period}")`)}`)).json()) as { items: { ref: string; values: object }[] };
        expect(found.items.map((each) => each.values)).toMatchObject([{ forecast: { amount: '1300000' } }]);
        await gone(host, found.items[0]?.ref ?? '');
        await expect(cell(page, period, 'forecast')).toHaveText('');
    });

    test('follows what others change, also in what is worked out', async ({ host, page }) => {
        const first = ownYear();
        const refs = [await made(host, `${first}-01`, { cash: money('100.00') }), await made(host, `${first}-02`, { cash: money('110.00') })];
        await open(page, host);
        await expect(cell(page, `${first}-02`, 'monthOnMonth')).toHaveText('+10.0%');
        await host.update(refs[1] ?? '', { cash: money('90.00') }, '陈屿');
        await expect(cell(page, `${first}-02`, 'cash')).toHaveText('90.00');
        await expect(cell(page, `${first}-02`, 'monthOnMonth')).toHaveText('\u221210.0%');
        for (const ref of refs.reverse()) await gone(host, ref);
    });

    test('a figure opens the rows behind it beside, and they add up to it', async ({ host, page }) => {
        await open(page, host);
        await cell(page, '2026-07', 'orderCash').click();
        await page.keyboard.press('Enter');
        const panel = page.locator('wb-behind');
        await expect(panel).toContainText('2026-07 · Cash of orders');
        await expect(panel.locator('.wb-behind-rows li')).toHaveCount(6);
        const figures = await panel.locator('.wb-behind-figure').allInnerTexts();
        const cents = (text: string) => Math.round(Number(text.replaceAll(',', '').replace('\u2212', '-')) * 100);
        expect(figures.reduce((sum, each) => sum + cents(each), 0)).toBe(cents(await cell(page, '2026-07', 'orderCash').innerText()));
        await page.keyboard.press('ArrowUp');
        await expect(panel, 'it follows the reader').toContainText('2026-06 · Cash of orders');
        await page.keyboard.press('Escape');
        await expect(panel).toBeHidden();
        await expect(cell(page, '2026-06', 'orderCash').locator('input')).toBeFocused();
    });

    test('shows a past day read-only until Esc', async ({ host, page }) => {
        await open(page, host);
        await page.getByRole('button', { name: 'As of' }).click();
        await page.locator('.wb-past-date input').fill('2026-05-20');
        await page.keyboard.press('Enter');
        await expect(page.locator('.wb-past')).toContainText('read-only, past');
        await expect(cell(page, '2026-04', 'gaap'), 'as it was reported then').toHaveText('1,249,360.47');
        await expect(page.locator('tr', { has: cell(page, '2026-05', 'cash') })).toContainText('running');
        await cell(page, '2026-05', 'cash').click();
        await page.keyboard.type('1');
        await expect(page.locator('.wb-note')).toContainText('This is the past');
        await page.keyboard.press('Escape');
        await expect(page.locator('.wb-past')).toHaveCount(0);
    });

    test('is turned, and stays so', async ({ host, page }) => {
        await open(page, host);
        await page.getByRole('button', { name: 'Turn the table' }).click();
        await expect(page.locator('tbody th').first()).toContainText('Cash');
        await cell(page, '2026-06', 'cash').click();
        await page.keyboard.press('ArrowDown');
        await expect(cell(page, '2026-06', 'gaap').locator('input')).toBeFocused();
    });
});

for (const colorScheme of ['light', 'dark'] as const) {
    for (const locale of ['zh-CN', 'en-US'] as const) {
        test.describe(`the period table, ${locale}, ${colorScheme}`, () => {
            test.use({ colorScheme, locale, viewport: { width: 1600, height: 900 } });

            test('bars nobody', async ({ host, page }) => {
                await open(page, host);
                await cell(page, '2026-07', 'orderCash').click();
                await page.keyboard.press('Enter');
                await expect(page.locator('.wb-behind-rows li')).toHaveCount(6);
                await page.screenshot({ path: `../target/screenshots/summary-${locale.slice(0, 2)}-${colorScheme}.png` });
                const { violations } = await new AxeBuilder({ page }).analyze();
                expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([]);
            });
        });
    }
}
