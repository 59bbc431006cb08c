import { expect, test } from './bench';

const APPLY = '**/api/v1/apply';

test.describe('a lost connection', () => {
    test('keeps an edit, says that it waits, and sends it when the host answers again', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a']);
        await grid.open(host);
        await grid.only(product, 1);
        await page.route(APPLY, (route) => route.abort());
        await grid.go(0, 'version');
        await page.keyboard.type('19.4');
        await page.keyboard.press('Enter');
        await expect(page.locator('.wb-waiting')).toHaveText('1 change waits for the connection');
        const bar = page.locator('.wb-lost');
        await expect(bar).toContainText('what you change is sent when it is back');
        await expect(grid.cell(0, 'version')).toContainText('19.4');
        await expect(grid.prompt).toBeHidden();
        const [over, under] = [await bar.boundingBox(), await page.locator('.dv-groupview').boundingBox()];
        expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual((under?.y ?? 0) + 1);
        expect((await host.read(refs[0] ?? '')).values['version']).toBeUndefined();

        await page.unroute(APPLY);
        await bar.getByRole('button', { name: 'Try now' }).click();
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['version']).toBe('19.4');
        await expect(bar).toHaveCount(0);
        await expect(page.locator('.wb-waiting')).toHaveCount(0);
        await expect(grid.toast).toContainText('19.4');
    });

    test('hands an edit back to its cell when one stops waiting', async ({ grid, host, page }) => {
        const { product } = await host.promises(['a'], { version: '1' });
        await grid.open(host);
        await grid.only(product, 1);
        await page.route(APPLY, (route) => route.abort());
        await grid.go(0, 'version');
        await page.keyboard.type('2');
        await page.keyboard.press('Enter');
        await page.locator('.wb-lost').getByRole('button', { name: 'Stop waiting' }).click();
        await expect(grid.prompt).toContainText('What you typed is kept here.');
        await expect(grid.cell(0, 'version').locator('s.was')).toHaveText('1');
        await page.unroute(APPLY);
        await grid.prompt.getByRole('button', { name: 'Try again' }).click();
        await expect(grid.toast).toContainText('is now 2');
    });

    test('makes a row once though the first answer got lost', async ({ grid, host, page }) => {
        const { product } = await host.promises(['a']);
        await grid.open(host);
        await grid.only(product, 1);
        let lost = false;
        await page.route(APPLY, async (route) => {
            if (lost) return route.continue();
            lost = true;
            await route.fetch();
            return route.abort();
        });
        await page.getByRole('button', { name: 'New row' }).click();
        for (const [column, text] of [['name', `New ${product}`], ['product', product]] as const) {
            await grid.go(0, column);
            await page.keyboard.type(text);
            await page.keyboard.press('Tab');
        }
        for (const [column, text] of [['partner', 'PostgreSQL Gl'], ['facet', 'Plan'], ['state', 'Planned']] as const) {
            await grid.go(0, column);
            await page.keyboard.type(text);
            await expect(page.getByRole('option').first()).toContainText(text);
            await page.keyboard.press('Tab');
        }
        await expect(page.locator('.wb-draft')).toContainText('ready to save');
        await page.keyboard.press('Control+Enter');
        await expect(grid.toast).toContainText(`Added New ${product}`, { timeout: 20_000 });
        expect(lost).toBe(true);
        await expect(page.locator('.wb-rows')).toContainText('2 rows');
        await expect(page.locator('.wb-lost')).toHaveCount(0);
    });
});
