import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Host } from './bench';

// What fails behind the screen fails the test, and nobody finds what another left.
test.beforeEach(({ grid }) => expect(grid.page.isClosed()).toBe(false));

async function open(page: Page, host: Host, view: string) {
    await page.goto(`${host.url}#/${view}`);
    await expect(page.locator('.wb-connection.live')).toBeVisible();
    await expect(page.locator('.wb-readout')).toBeVisible();
    // A picture of one colour is an empty one.
    await expect.poll(() => colours(page), 'something is drawn').toBeGreaterThan(8);
}

function colours(page: Page): Promise<number> {
    // A large chart is drawn in layers.
    return page.locator('.wb-picture canvas').evaluateAll((layers) =>
        layers.reduce((sum, node) => {
            const canvas = node as HTMLCanvasElement;
            const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
            return sum + new Set(new Uint32Array(data.buffer)).size;
        }, 0),
    );
}

const room = (page: Page) => page.locator('.wb-chart-room');
const readout = (page: Page) => page.locator('.wb-readout');

test.describe('charts', () => {
    test('say in words what stands at the pointer and at the arrow keys', async ({ host, page }) => {
        await open(page, host, 'revenue-sheet/cash-and-forecast');
        await expect(page.locator('.wb-chart-head')).toContainText('Definition: Cash is what was paid');
        await room(page).focus();
        await page.keyboard.press('ArrowRight');
        await expect(readout(page)).toContainText('2024-07');
        await expect(readout(page)).toContainText('Cash: 1,093,891.92');
        await page.keyboard.press('ArrowRight');
        await expect(readout(page)).toContainText('2024-08');
        const [line, picture] = [await page.locator('.wb-chart-cursor').boundingBox(), await page.locator('.wb-picture').boundingBox()];
        expect(line?.height).toBe(picture?.height);
        await room(page).hover({ position: { x: (picture?.width ?? 0) / 2, y: 100 } });
        await expect(readout(page)).not.toContainText('2024-08');
    });

    test('say where an axis does not begin at zero', async ({ host, page }) => {
        await open(page, host, 'revenue-sheet/cash-and-forecast');
        await expect(readout(page)).toContainText(/The axis begins at .*, not at zero/);
        await open(page, host, 'revenue-sheet/orders-by-kind');
        await expect(readout(page)).not.toContainText('not at zero');
    });

    test('have their figures behind them, by a key and for good', async ({ host, page }) => {
        await open(page, host, 'revenue-sheet/orders-by-kind');
        await room(page).focus();
        await page.keyboard.press('t');
        const table = page.locator('.wb-chart-table table');
        await expect(table.locator('thead th').first()).toHaveText('Paid on');
        await expect(table.locator('thead')).toContainText('Renewal');
        await expect(table.locator('tbody tr').last()).toContainText('2026-07');
        await expect(room(page)).toBeHidden();
    });

    test('lead to the rows behind a figure', async ({ host, page }) => {
        await open(page, host, 'revenue-sheet/orders-by-kind');
        await room(page).focus();
        await page.keyboard.press('End');
        await page.keyboard.press('Enter');
        const panel = page.locator('wb-behind');
        await expect(panel).toContainText('2026-07 · New');
        await expect(panel.locator('.wb-behind-rows li')).toHaveCount(2);
        await expect(panel.locator('.wb-behind-value')).toHaveText('522,840.93');
        await page.keyboard.press('ArrowDown');
        await expect(panel, 'it follows the reader').toContainText('2026-07 · Renewal');
    });

    test('follow what others change', async ({ host, page }) => {
        const month = 'revenue-sheet.month/2026-07';
        const before = (await host.read(month)).values['gaap'];
        await open(page, host, 'revenue-sheet/cash-and-forecast');
        await page.getByRole('button', { name: 'Figures' }).click();
        const line = page.locator('.wb-chart-table tr', { hasText: '2026-07' });
        await host.update(month, { gaap: { amount: '1234567.89', currency: 'CNY' } }, '陈屿');
        await expect(line).toContainText('1,234,567.89');
        await host.update(month, { gaap: before }, '陈屿');
        await expect(line).not.toContainText('1,234,567.89');
    });

    test('are saved as pictures that say what they show', async ({ host, page }) => {
        await open(page, host, 'revenue-sheet/cash-and-forecast');
        const file = async (name: string) => {
            await page.getByRole('button', { name: 'Export' }).click();
            const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
            return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
        };
        const svg = await file('Vector picture (SVG)');
        expect(svg.name).toMatch(/^Cash, GAAP and forecast .*\.svg$/);
        const text = svg.bytes.toString('utf8');
        expect(text).toContain('Cash, GAAP and forecast');
        expect(text).toContain('Definition: Cash is what was paid');
        expect(text).toContain('As of ');
        expect(text).toContain('not at zero');
        const png = await file('Picture (PNG)');
        expect([...png.bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
        expect(png.bytes.readUInt32BE(16), 'twice as sharp').toBe(2400);
    });

    test('a scatter leads to the row of a dot', async ({ host, page }) => {
        await open(page, host, 'revenue-sheet/cash-by-instances');
        await room(page).focus();
        await page.keyboard.press('Home');
        await expect(readout(page)).toContainText(/Instances: \d,\d{3}/);
        await expect(page.locator('.wb-chart-cursor.dot')).toBeVisible();
    });

    test('a heat tells unknown from none', async ({ host, page }) => {
        await open(page, host, 'competitor-matrix/coverage');
        await room(page).focus();
        await page.keyboard.press('ArrowRight');
        await expect(readout(page)).toContainText(/: (\d+(\.\d+)?%|not known)/);
        await page.keyboard.press('t');
        await expect(page.locator('.wb-chart-table')).toContainText('not known');
    });

    test('take the colours of another theme without a reload', async ({ host, page }) => {
        await open(page, host, 'revenue-sheet/orders-by-kind');
        const ink = () =>
            page.locator('.wb-picture canvas').evaluate((node) => {
                const canvas = node as HTMLCanvasElement;
                const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
                const counts = new Map<string, number>();
                for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) counts.set(`${data[at]},${data[at + 1]},${data[at + 2]}`, (counts.get(`${data[at]},${data[at + 1]},${data[at + 2]}`) ?? 0) + 1);
                return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
            });
        const before = await ink();
        await page.emulateMedia({ colorScheme: 'dark' });
        await expect.poll(ink).not.toBe(before);
    });
});

for (const colorScheme of ['light', 'dark'] as const) {
    for (const locale of ['zh-CN', 'en-US'] as const) {
        test.describe(`charts, ${locale}, ${colorScheme}`, () => {
            test.use({ colorScheme, locale, viewport: { width: 1440, height: 900 } });

            for (const view of ['revenue-sheet/cash-and-forecast', 'revenue-sheet/orders-by-kind', 'revenue-sheet/cash-by-instances', 'competitor-matrix/coverage']) {
                test(`${view} bars nobody`, async ({ host, page }) => {
                    await open(page, host, view);
                    await room(page).focus();
                    await page.keyboard.press('End');
                    await page.screenshot({ path: `../target/screenshots/chart-${view.slice(view.indexOf('/') + 1)}-${locale.slice(0, 2)}-${colorScheme}.png` });
                    const { violations } = await new AxeBuilder({ page }).analyze();
                    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([]);
                });
            }
        });
    }
}
