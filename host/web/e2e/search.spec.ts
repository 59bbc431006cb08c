import { expect, test } from './bench';

test.describe('search', () => {
    test('finds a word in any table and leads to its row', async ({ grid, host, page }) => {
        const { product } = await host.promises(['向量检索 vector search'], { note: '等待上游补丁合并' });
        await grid.open(host);
        await page.keyboard.press('Control+k');
        await page.keyboard.type(`补丁 ${product}`);
        const found = page.getByRole('option').filter({ hasText: '向量检索' });
        await expect(found).toHaveCount(1);
        await expect(found.locator('mark').filter({ hasText: '补丁' })).toBeVisible();
        await page.getByRole('option', { name: /^All results/ }).click();
        const hit = page.locator('.wb-hits li');
        await expect(hit).toHaveCount(1);
        await expect(hit.locator('mark').filter({ hasText: '补丁' })).toBeVisible();
        await hit.getByRole('link').click();
        await expect(page.locator('.slick-row .slick-cell.l0')).toHaveCount(1);
        await expect(grid.cell(0, 'name')).toContainText('向量检索');
    });

    test('leads from the palette straight to the row', async ({ grid, host, page }) => {
        const { product } = await host.promises(['Straight to it']);
        await grid.open(host, 'community-news/by-source');
        await page.keyboard.press('Control+k');
        await page.keyboard.type(`straight ${product}`);
        await expect(page.getByRole('option').first()).toContainText('Straight to it');
        await page.keyboard.press('Enter');
        await expect(page.locator('.slick-row .slick-cell.l0')).toHaveCount(1);
        await expect(page.locator('.wb-activity [aria-current=page]')).toHaveText('Partner roadmap');
    });

    test('offers no results in the palette where there are none', async ({ grid, host, page }) => {
        await grid.open(host);
        await page.keyboard.press('Control+k');
        await page.keyboard.type('zqxvnosuchword');
        await expect(page.locator('.wb-palette-none')).toHaveText('Nothing is called so.');
        await expect(page.getByRole('option')).toHaveCount(0);
    });

    test('says so where nothing has the words', async ({ host, page }) => {
        await page.goto(`${host.url}#/+search/qqqxyzzy`);
        await expect(page.locator('.wb-page [role=status]')).toContainText('Nothing has these words');
    });
});
