import { expect, test } from './bench';
import { box, drag, inDays, look, show } from './planning';

test.describe('the board', () => {
    test('has a column for each choice, with the number of its cards', async ({ grid, host, page }) => {
        const { product } = await host.promises(['one', 'two', 'three'], { promised: inDays(10) });
        await show(page, host, 'board', product);
        await expect(page.locator('.wb-board-head h3')).toHaveText(['Planned', 'In progress', 'Came', 'Withdrawn']);
        await expect(page.locator('.wb-board-count')).toHaveText(['3', '0 / 8', '0', '0']);
        const card = page.locator('.wb-card').first();
        await expect(card).toContainText(inDays(10));
        await expect(card).toHaveAttribute('aria-label', /^one .*, Planned, Partner: PostgreSQL Global Development Group, Promised date: /);
        const columns = await Promise.all([0, 1, 2, 3].map((n) => box(page.locator('.wb-board-column').nth(n))));
        expect(new Set(columns.map(({ y }) => Math.round(y))).size, 'beside each other').toBe(1);
        await expect(grid.prompt).toBeHidden();
    });

    test('moves a card by keys and by pointer, and others see it move', async ({ browser, grid, host, page }) => {
        const { product, refs } = await host.promises(['keys', 'pointer']);
        const other = await (await browser.newContext({ locale: 'en-US' })).newPage();
        await show(other, host, 'board', product);
        await show(page, host, 'board', product);
        await page.locator('.wb-card', { hasText: 'keys' }).click();
        await page.keyboard.press('Shift+ArrowRight');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['state']).toBe('in-progress');
        await expect(page.locator('[data-column="in-progress"] .wb-card')).toBeFocused();
        await expect(other.locator('[data-column="in-progress"] .wb-card')).toContainText('keys');
        await expect(other.locator('.wb-board-count')).toHaveText(['1', '1 / 8', '0', '0']);
        await expect(grid.toast).toContainText('In progress');
        const target = await box(page.locator('[data-column="in-progress"]'));
        await drag(page, page.locator('.wb-card', { hasText: 'pointer' }), { x: target.middle, y: target.y + 40 });
        await expect(page.locator('[data-column="in-progress"]')).toHaveClass(/target/);
        await page.mouse.up();
        await expect.poll(async () => (await host.read(refs[1] ?? '')).values['state']).toBe('in-progress');
        await expect(page.locator('.wb-ghost')).toHaveCount(0);
        await other.context().close();
    });

    test('asks what a column needs at the card, loses nothing typed, and puts back on Escape', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['came']);
        await show(page, host, 'board', product);
        await page.locator('.wb-card').click();
        await page.keyboard.press('Shift+ArrowRight');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['state']).toBe('in-progress');
        await page.keyboard.press('Shift+ArrowRight');
        const form = page.locator('wb-item-form');
        await expect(form.locator('label')).toHaveText(['Came on', 'Evidence']);
        await expect(page.locator('[data-column="came"] .wb-card.troubled')).toHaveCount(1);
        await form.getByLabel('Came on').fill('yesterday, or so');
        await page.keyboard.press('Enter');
        await expect(form.getByRole('alert').first()).toContainText('“yesterday, or so” is not a date.');
        await expect(form.getByLabel('Came on')).toHaveValue('yesterday, or so');
        await page.keyboard.press('Escape');
        await expect(page.locator('[data-column="in-progress"] .wb-card')).toHaveCount(1);
        await expect(page.locator('.wb-card.unsaved')).toHaveCount(0);
        await expect(page.locator('.wb-card')).toBeFocused();
        await page.keyboard.press('Shift+ArrowRight');
        await form.getByLabel('Came on').fill('2026-08-17');
        await form.getByLabel('Evidence').fill('https://www.postgresql.org/');
        await page.keyboard.press('Enter');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values).toMatchObject({ state: 'came', cameOn: '2026-08-17' });
        await expect(form).toBeHidden();
        await expect(grid.prompt).toBeHidden();
    });

    test('adds and edits a card where it stands, in any language', async ({ grid, host, page }) => {
        const { product } = await host.promises(['first']);
        await show(page, host, 'board', product);
        await page.getByRole('button', { name: 'Add to In progress' }).click();
        const form = page.locator('wb-item-form');
        await form.getByLabel('Name').fill(`复制槽 ${product}`);
        await form.getByLabel('Product').fill(product);
        await form.getByLabel('Facet').selectOption({ label: 'Plan' });
        await form.getByLabel('Partner').click();
        await page.keyboard.type('Amazon');
        await expect(page.locator('.wb-option').first()).toContainText('Amazon Web Services');
        await page.keyboard.press('Enter');
        await expect(form.getByLabel('Partner')).toHaveValue('Amazon Web Services');
        await page.evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })));
        await expect(form).toBeVisible();
        await page.keyboard.press('Enter');
        await expect(page.locator('[data-column="in-progress"] .wb-card')).toContainText('复制槽');
        await expect(page.locator('[data-column="in-progress"] .wb-card')).toBeFocused();
        await page.keyboard.press('F2');
        await form.getByLabel('Name').fill(`逻辑复制槽 ${product}`);
        await page.keyboard.press('Enter');
        await expect(page.locator('[data-column="in-progress"] .wb-card')).toContainText('逻辑复制槽');
        await expect(grid.toast).toContainText('changed Name');
    });

    test('is for everybody, in both languages and themes', async ({ grid, host, page }) => {
        test.setTimeout(120_000);
        await show(page, host, 'board');
        await look(page, 'board');
        await expect(grid.prompt).toBeHidden();
    });
});
