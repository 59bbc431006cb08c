import { Grid, expect, test } from './bench';

const ROWS = 2500;

test.describe('together', () => {
    test('four windows write beside a running import: nothing is lost, no screen is stale', async ({ grid, host, browser }) => {
        test.setTimeout(180_000);
        const { product, refs } = await host.promises(['a', 'b', 'c', 'd']);
        const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })));
        const others = await Promise.all(contexts.map(async (context) => new Grid(await context.newPage())));
        const windows = [grid, ...others];
        for (const window of windows) {
            await window.open(host);
            await window.only(product, 4);
        }

        const partner = (await host.read(refs[0] ?? '')).values['partner'] as string;
        const bulk = `Bulk-${process.pid}`;
        const line = (row: number) => `"imported ${bulk} ${row}","${bulk}",${partner.slice(partner.indexOf('/') + 1)},plan,planned`;
        const csv = ['name,product,partner,facet,state', ...Array.from({ length: ROWS }, (_, row) => line(row))].join('\n');
        const importing = host.ask('/api/v1/import/partner-roadmap.item?name=more.csv', { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: csv });
        for (let round = 0; round < 2; round++) {
            for (const [index, window] of windows.entries()) {
                await window.go(index, 'version');
                await window.page.keyboard.type(`w${index} r${round}`);
                await window.page.keyboard.press('Enter');
            }
        }
        const report = (await (await importing).json()) as { new: number; problems: unknown[] };
        expect(report.problems).toEqual([]);
        expect(report.new).toBe(ROWS);

        for (const [index] of windows.entries()) {
            for (const window of windows) await expect(window.cell(index, 'version')).toHaveText(`w${index} r1`);
        }
        for (const window of windows) {
            await window.page.locator('.wb-filter input').fill(bulk);
            await expect(window.page.locator('.wb-rows')).toContainText(ROWS.toLocaleString('en-US'));
        }
        await Promise.all(contexts.map((context) => context.close()));
    });
});
