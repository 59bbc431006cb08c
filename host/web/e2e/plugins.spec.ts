import { expect, test } from './bench';

test.describe('plugins', () => {
    test('a tracker goes, its data stays readable, and it comes back', async ({ grid, host, page }) => {
        await grid.open(host, 'revenue-sheet');
        const rows = await page.locator('.wb-rows').innerText();
        await page.locator('.wb-activity a', { hasText: 'Plugins' }).click();
        const plugin = page.locator('[data-plugin="revenue-sheet"]');
        await plugin.getByRole('button', { name: 'Remove' }).click();
        await expect(plugin).toContainText('Its data stays readable');
        await plugin.getByRole('button', { name: 'Remove', exact: true }).click();
        await expect(plugin.getByRole('button', { name: 'Install' })).toBeVisible();
        const activity = page.locator('.wb-activity a', { hasText: 'Revenue' });
        await expect(activity).toHaveCount(0);

        const left = page.locator('section', { has: page.getByRole('heading', { name: 'Not installed, data kept' }) });
        await left.locator('[data-plugin="revenue-sheet"]').getByRole('link', { name: 'Read the data' }).click();
        await expect(page.locator('.wb-rows')).toHaveText(rows);
        await page.locator('.wb-activity a', { hasText: 'Plugins' }).click();
        await plugin.getByRole('button', { name: 'Install' }).click();
        await expect(plugin.getByRole('button', { name: 'Remove' })).toBeVisible();
        await activity.click();
        await expect(page.locator('.wb-rows')).toHaveText(rows);
    });

    test('a tracker that a colleague removes or installs goes and comes without a reload', async ({ grid, host, page }) => {
        await grid.open(host);
        const activity = page.locator('.wb-activity a', { hasText: 'Revenue' });
        await expect(activity).toHaveCount(1);
        await expect(page.locator('.wb-status-plugins')).toHaveText('4 plugins fine');
        await host.ask('/api/v1/plugins/revenue-sheet/remove', { method: 'POST' });
        await expect(activity).toHaveCount(0);
        await expect(page.locator('.wb-status-plugins')).toHaveText('3 plugins fine');
        await host.ask('/api/v1/plugins/revenue-sheet/install', { method: 'POST' });
        await expect(activity).toHaveCount(1);
        await expect(page.locator('.wb-status-plugins')).toHaveText('4 plugins fine');
    });

    test('says why a file is no plugin', async ({ host, page }) => {
        await page.goto(`${host.url}#/+plugins`);
        await page.locator('.wb-page input[type=file]').setInputFiles({ name: 'notes.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
        await expect(page.locator('.wb-page > .wb-problem')).toBeVisible();
        await expect(page.locator('[data-plugin="partner-roadmap"]')).toBeVisible();
    });
});
