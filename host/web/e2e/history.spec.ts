import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type Grid, type Host } from './bench';

/** A row with a past: made by the suite, changed by two people. */
async function opened(grid: Grid, host: Host, page: Page): Promise<{ ref: string; version: (at: number) => Locator }> {
    const { product, refs } = await host.promises(['A promise'], { version: '18.0', note: 'first' });
    const ref = refs[0] ?? '';
    await host.update(ref, { version: '18.1' }, '陈屿');
    await host.update(ref, { version: '18.2', note: 'third' }, '周宁');
    await grid.open(host);
    await grid.only(product, 1);
    await grid.go(0, 'name');
    await page.getByRole('button', { name: 'History' }).click();
    await expect(page.locator('.wb-version')).toHaveCount(3);
    return { ref, version: (at) => page.locator('.wb-version').nth(at) };
}

test('a version is restored as a change of its own, and undone by name', async ({ grid, host, page }) => {
    const { ref, version } = await opened(grid, host, page);
    await expect(version(0).getByRole('button', { name: /^Restore/ }), 'the present one needs no restoring').toHaveCount(0);
    await version(2).getByRole('button', { name: /^Restore/ }).click();
    const box = page.locator('.wb-restore');
    await expect(box.locator('dd')).toHaveText(['18.2 → 18.0', 'third → first']);
    await expect(box.locator('input')).toBeFocused();
    await expect(box.locator('input')).toHaveValue(/^Restored from revision \d+$/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('回到首次承诺');
    await page.keyboard.press('Enter');
    await expect(box).toHaveCount(0);
    await expect.poll(async () => (await host.read(ref)).values['version']).toBe('18.0');
    await expect(page.locator('.wb-version')).toHaveCount(4);
    await expect(version(0)).toContainText('回到首次承诺');
    await grid.toast.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await host.read(ref)).values).toMatchObject({ version: '18.2', note: 'third' });
});

test('what others change while one looks is shown before anything is overwritten', async ({ grid, host, page }) => {
    const { ref, version } = await opened(grid, host, page);
    await version(2).getByRole('button', { name: /^Restore/ }).click();
    await expect(page.locator('.wb-restore dd')).toHaveCount(2);
    await host.update(ref, { version: '18.9' }, '陈屿');
    await page.locator('.wb-restore input').press('Enter');
    await expect(page.locator('.wb-restore [role=alert]')).toContainText('It was changed meanwhile');
    await expect(page.locator('.wb-restore dd').first()).toHaveText('18.9 → 18.0');
    expect((await host.read(ref)).values['version']).toBe('18.9');
    await page.locator('.wb-restore input').press('Escape');
    await expect(page.locator('.wb-restore')).toHaveCount(0);
});

test('two versions are compared across what lies between', async ({ grid, host, page }) => {
    const { version } = await opened(grid, host, page);
    await version(0).getByRole('button', { name: /^Compare/ }).click();
    await expect(page.locator('.wb-compared')).toContainText('Choose a second version');
    await version(2).getByRole('button', { name: /^Compare/ }).click();
    await expect(page.locator('.wb-compared dd')).toHaveText(['18.0 → 18.2', 'first → third']);
    await page.getByRole('button', { name: 'End the comparison' }).click();
    await expect(page.locator('.wb-compared')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in the ${colorScheme}`, () => {
        test.use({ colorScheme });

        test('restoring and comparing bar nobody', async ({ grid, host, page }) => {
            const { version } = await opened(grid, host, page);
            await version(0).getByRole('button', { name: /^Compare/ }).click();
            await version(1).getByRole('button', { name: /^Compare/ }).click();
            await version(2).getByRole('button', { name: /^Restore/ }).click();
            await expect(page.locator('.wb-restore input')).toBeFocused();
            const { violations } = await new AxeBuilder({ page }).analyze();
            expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        });
    });
}
