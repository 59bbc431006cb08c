import type { Page } from '@playwright/test';
import { expect, test } from './bench';

const group = (page: Page, at: number) => page.locator('.dv-groupview').nth(at);

async function room(page: Page, at: number) {
    const box = await group(page, at).boundingBox();
    if (!box) throw new Error(`there is no group ${at}`);
    return box;
}

test.describe('the dock', () => {
    test('splits, shows both sides live, and closes again by keyboard', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['side by side']);
        await grid.open(host, 'partner-roadmap/by-partner');
        const whole = await room(page, 0);
        await page.keyboard.press('Control+\\');
        await expect(page.locator('.dv-groupview')).toHaveCount(2);
        const [left, right] = [await room(page, 0), await room(page, 1)];
        expect(right.x).toBeGreaterThanOrEqual(left.x + left.width - 1);
        expect(Math.abs(left.width - right.width)).toBeLessThan(4);
        expect(Math.abs(left.width + right.width - whole.width)).toBeLessThan(4);
        const behind = group(page, 0).getByRole('tab', { name: 'Overdue or not verified' });
        await expect(behind, 'the tab beside it comes to the front').toHaveAttribute('aria-selected', 'true');
        await expect(behind).toBeInViewport();
        for (const at of [0, 1]) await expect(group(page, at).locator('.slick-row').first()).toBeVisible();

        const cut = await page.locator('.wb-toolbar button').evaluateAll((buttons) => buttons.filter((button) => button.scrollWidth > button.clientWidth).map((button) => button.textContent));
        expect(cut, 'no word of a toolbar is cut in a narrow group').toEqual([]);

        await group(page, 1).locator('.wb-filter input').fill(product);
        const cell = group(page, 1).locator('.slick-row[data-row="0"] .slick-cell[aria-describedby$="version"]');
        await host.update(refs[0] ?? '', { version: '19.7' }, '陈屿');
        await expect(cell).toHaveText('19.7');

        await page.keyboard.press('Alt+w');
        await expect(page.locator('.dv-groupview')).toHaveCount(1);
        expect((await room(page, 0)).width).toBe(whole.width);
        await expect(page.getByRole('tab', { name: 'By partner' })).toHaveCount(0);
    });

    test('takes a tab dragged to the edge, and back among the others', async ({ grid, host, page }) => {
        await grid.open(host, 'partner-roadmap/open');
        const { x, y, width, height } = await room(page, 0);
        const tab = page.getByRole('tab', { name: 'Slipped' });
        await tab.scrollIntoViewIfNeeded();
        const at = await tab.boundingBox();
        await page.mouse.move((at?.x ?? 0) + 20, (at?.y ?? 0) + 16);
        await page.mouse.down();
        await page.mouse.move(x + width / 2, y + height / 2, { steps: 8 });
        await page.mouse.move(x + width / 2, y + height - 20, { steps: 8 });
        await expect(page.locator('.dv-drop-target-selection, .dv-drop-target-anchor').first()).toBeVisible();
        await page.mouse.up();
        await expect(page.locator('.dv-groupview')).toHaveCount(2);
        const [over, under] = [await room(page, 0), await room(page, 1)];
        expect(under.y).toBeGreaterThanOrEqual(over.y + over.height - 1);
        await expect(group(page, 1).getByRole('tab')).toHaveText(['Slipped']);
        await page.keyboard.press('Alt+Shift+PageDown');
        await expect(page.locator('.dv-groupview')).toHaveCount(1);
    });

    test('maximises a view and puts the others back', async ({ grid, host, page }) => {
        await grid.open(host, 'partner-roadmap/by-partner');
        await page.keyboard.press('Control+\\');
        await expect(page.locator('.dv-groupview')).toHaveCount(2);
        const { width } = await room(page, 1);
        await page.keyboard.press('Alt+Enter');
        await expect.poll(async () => (await group(page, 1).boundingBox())?.width).toBeGreaterThan(width * 1.8);
        await expect(group(page, 1).getByRole('button', { name: 'Restore' })).toBeVisible();
        await expect(group(page, 0)).toHaveAttribute('inert');
        await page.keyboard.press('Alt+Enter');
        await expect.poll(async () => (await room(page, 1)).width).toBe(width);
    });

    test('goes from tab to tab and keeps where each was scrolled to', async ({ grid, host, page }) => {
        await grid.open(host, 'partner-roadmap/by-partner');
        await grid.go(0, 'name');
        await page.keyboard.press('Control+ArrowDown');
        const last = page.locator('.slick-row:has(.slick-cell.active)').first();
        await expect(last).not.toHaveAttribute('data-row', '0');
        await expect(last).toBeInViewport();
        const row = await last.getAttribute('data-row');
        await page.keyboard.press('Alt+PageDown');
        await expect(page.getByRole('tab', { name: 'What came' })).toHaveAttribute('aria-selected', 'true');
        await expect(page).toHaveURL(/#\/partner-roadmap\/came$/);
        await page.keyboard.press('Alt+PageUp');
        await expect(page.getByRole('tab', { name: 'By partner' })).toHaveAttribute('aria-selected', 'true');
        await expect(page.locator(`.slick-row[data-row="${row ?? ''}"]`).first()).toBeInViewport();
    });
});

test.describe('perspectives', () => {
    test('a person’s arrangement is there again after a reload, another person has their own', async ({ grid, host, page }) => {
        await grid.open(host, 'partner-roadmap/by-partner');
        const saved = page.waitForResponse((response) => response.url().endsWith('/apply') && response.ok());
        await page.keyboard.press('Control+\\');
        await expect(page.locator('.dv-groupview')).toHaveCount(2);
        await saved;
        await page.reload();
        await expect(page.locator('.dv-groupview')).toHaveCount(2);
        await expect(group(page, 1).getByRole('tab')).toHaveText(['By partner']);

        await page.evaluate(() => localStorage.setItem('weekbench.actor', 'somebody else'));
        await page.reload();
        await expect(page.getByRole('tab', { name: 'By partner' })).toBeVisible();
        await expect(page.locator('.dv-groupview')).toHaveCount(1);
    });

    test('are saved by name, chosen, renamed, deleted and taken back', async ({ grid, host, page }) => {
        await grid.open(host, 'partner-roadmap/open');
        await page.getByRole('button', { name: 'Open a view' }).click();
        await page.keyboard.type('revenue sheet');
        await page.getByRole('option', { name: /Revenue sheet/ }).first().click();
        await expect(page.locator('.wb-activity [aria-current=page]')).toHaveText('Revenue sheet');
        await page.getByRole('button', { name: 'Save these views as a perspective' }).click();
        await page.keyboard.type('周一 Monday');
        await page.keyboard.press('Enter');
        const top = page.getByRole('navigation', { name: 'Perspectives' });
        const monday = top.getByRole('button', { name: '周一 Monday' });
        await expect(monday).toHaveAttribute('aria-current', 'page');

        await page.locator('.wb-activity a', { hasText: 'Community' }).click();
        await expect(monday).toHaveAttribute('aria-current', 'false');
        await expect(page.getByRole('tab', { name: 'Unread' })).toBeVisible();
        await monday.click();
        await expect(page.getByRole('tab', { name: 'Revenue sheet' })).toBeVisible();
        await expect(page.getByRole('tab', { name: 'Open', exact: true })).toBeVisible();

        await page.keyboard.press('Control+k');
        await page.keyboard.type('rename');
        await page.keyboard.press('Enter');
        await page.keyboard.type('Review');
        await page.keyboard.press('Enter');
        const review = top.getByRole('button', { name: 'Review' });
        await expect(review).toBeVisible();
        await page.keyboard.press('Control+k');
        await page.keyboard.type('delete the perspective');
        await page.keyboard.press('Enter');
        await expect(review).toHaveCount(0);
        await grid.toast.getByRole('button', { name: 'Undo' }).click();
        await expect(review).toHaveAttribute('aria-current', 'page');
        await expect(page.getByRole('tab', { name: 'Revenue sheet' })).toBeVisible();
    });
});

test.describe('the palette', () => {
    test('has every command with its key, in either language, and says what cannot be done now', async ({ grid, host, page }) => {
        await grid.open(host, 'partner-roadmap/by-partner');
        await page.keyboard.press('Control+k');
        await page.keyboard.type('>新增');
        const line = page.getByRole('option');
        await expect(line).toHaveCount(1);
        await expect(line).toContainText('New row');
        await expect(line.locator('kbd')).toHaveText(['Alt', 'N']);
        await page.getByRole('combobox').fill('>delete the persp');
        await expect(line).toHaveAttribute('aria-disabled', 'true');
        await expect(line).toContainText('keeps its name');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('dialog')).toBeVisible();
        await page.getByRole('combobox').fill('>split down');
        await page.keyboard.press('Enter');
        await expect(page.locator('.dv-groupview')).toHaveCount(2);
    });

    test('Enter while an input method composes runs nothing', async ({ grid, host, page }) => {
        await grid.open(host);
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox').fill('>theme');
        await page.evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })));
        await expect(page.getByRole('dialog')).toBeVisible();
    });
});
