import type { Locator } from '@playwright/test';
import { expect, test } from './bench';

/** Where it is, once it is there: rows that arrive replace those before them. */
async function box(locator: Locator) {
    const found: { x: number; y: number; width: number; height: number }[] = [];
    await expect(async () => {
        const now = await locator.boundingBox({ timeout: 1000 });
        if (now) found.push(now);
        expect(found).not.toEqual([]);
    }).toPass();
    const [box] = found;
    if (!box) throw new Error('it is not on the screen');
    return box;
}

test.describe('the grid', () => {
    test('is as dense as the tokens say, and its columns meet', async ({ grid, host, page }) => {
        await grid.open(host);
        const rows = [await box(grid.cell(0, 'name')), await box(grid.cell(1, 'name'))] as const;
        expect([rows[0].height, rows[1].y - rows[0].y]).toEqual([28, 28]);
        expect((await box(page.locator('.wb-top'))).height).toBe(40);
        expect((await box(page.locator('.wb-activity'))).width).toBe(72);
        expect((await box(page.locator('.dv-tabs-and-actions-container'))).height).toBe(34);
        expect((await box(page.locator('.wb-toolbar'))).height).toBe(40);
        expect((await box(page.locator('.wb-status'))).height).toBe(26);
        const header = page.locator('.slick-header-column[data-id="name"]');
        const [over, under] = [await box(header), await box(grid.cell(0, 'name'))];
        expect([over.x, over.width]).toEqual([under.x, under.width]);
        expect(over.y + over.height).toBeLessThanOrEqual(under.y);
        expect(over.height).toBe(28);
    });

    test('puts numbers right, dates in full, and tells a reader how many rows there are', async ({ grid, host, page }) => {
        const { product } = await host.promises(['Only'], { firstPromised: '2026-08-17', promised: '2026-08-17', progress: '0.125' });
        await grid.open(host, 'partner-roadmap/open');
        await grid.only(product, 1);
        const slip = grid.cell(0, 'slipDays');
        await slip.scrollIntoViewIfNeeded();
        const [cell, number] = [await box(slip), await box(slip.locator('.wb-value'))];
        expect(cell.x + cell.width - (number.x + number.width)).toBeLessThanOrEqual(9);
        await expect(grid.cell(0, 'firstPromised')).toHaveText('2026-08-17');
        const date = grid.cell(0, 'firstPromised').locator('.wb-value');
        expect(await date.evaluate((node) => node.scrollWidth <= node.clientWidth), 'the date is not cut').toBe(true);
        const sheet = page.getByRole('grid');
        await expect(sheet).toHaveAttribute('aria-rowcount', '2');
        await expect(sheet).toHaveAttribute('aria-colcount', /^\d+$/);
        await expect(page.locator('.slick-row[data-row="0"]').first()).toHaveAttribute('aria-rowindex', '2');
    });

    test('holds what is looked at, and shows the last row when one goes there', async ({ grid, host, page }) => {
        await grid.open(host);
        const total = Number((await page.locator('.wb-rows').innerText()).replace(/\D/g, ''));
        expect(total).toBeGreaterThan(100);
        await grid.go(0, 'name');
        await page.keyboard.press('Control+ArrowDown');
        const last = grid.cell(total - 1, 'name');
        await expect(last).toHaveClass(/active/);
        await expect(last).not.toHaveText('');
        expect(await page.locator('.slick-row').count()).toBeLessThan(200);
    });

    test('sorts by a header, by pointer and by keyboard', async ({ grid, host, page }) => {
        const { product } = await host.promises(['b', 'a', 'c']);
        await grid.open(host);
        await grid.only(product, 3);
        const header = page.locator('.slick-header-column[data-id="name"]');
        const names = () => page.locator('.slick-cell[aria-describedby$="name"]').allInnerTexts();
        await header.click();
        await expect(header).toHaveAttribute('aria-sort', 'ascending');
        await expect.poll(names).toEqual([`a ${product}`, `b ${product}`, `c ${product}`]);
        await header.focus();
        await page.keyboard.press('Enter');
        await expect(header).toHaveAttribute('aria-sort', 'descending');
        await expect.poll(names).toEqual([`c ${product}`, `b ${product}`, `a ${product}`]);
    });

    test('shows the error of a condition beside it, and what is right again after mending', async ({ grid, host, page }) => {
        await grid.open(host);
        await page.getByRole('button', { name: 'Condition' }).click();
        const field = page.locator('.wb-condition input');
        await expect(field).toBeFocused();
        await page.keyboard.type('nosuchfield == "x"');
        await page.keyboard.press('Enter');
        const problem = page.locator('.wb-condition .wb-problem');
        await expect(problem).toContainText('nosuchfield');
        await expect(field).toHaveValue('nosuchfield == "x"');
        expect((await box(problem)).y).toBeGreaterThan((await box(field)).y);
        await field.fill('state == "planned"');
        await page.keyboard.press('Enter');
        await expect(problem).toHaveCount(0);
        await expect(page.locator('.wb-rows')).toContainText('filtered');
    });

    test('counts the places of a condition from the reader’s own first sign, whatever the view asks before it', async ({ grid, host, page }) => {
        await grid.open(host, 'partner-roadmap/open');
        await page.getByRole('button', { name: 'Condition' }).click();
        await page.keyboard.type('promsed > 1');
        await page.keyboard.press('Enter');
        await expect(page.locator('.wb-condition .wb-problem')).toContainText('At character 1:');
    });

    test('teaches when nothing fits, and leads back', async ({ grid, host, page }) => {
        await grid.open(host);
        await page.locator('.wb-filter input').fill('no such thing anywhere');
        await expect(page.getByRole('heading', { name: 'No row fits' })).toBeVisible();
        await page.getByRole('button', { name: 'Clear the filter' }).click();
        await expect(grid.cell(0, 'name')).toBeVisible();
    });
});
