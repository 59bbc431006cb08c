import { expect, test } from './bench';
import { box, drag, inDays, look, show } from './planning';

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const cell = (date: string) => `[data-day="${dayNumber(date)}"]`;

test.describe('the calendar', () => {
    test('has weeks that begin on Monday, with their numbers, and today', async ({ grid, host, page }) => {
        await show(page, host, 'calendar');
        await expect(page.getByRole('columnheader')).toHaveText(['Week', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
        await expect(page.getByRole('rowheader').first()).toHaveText(/^W\d+$/);
        await expect(page.locator('.wb-day.today')).toHaveAttribute('data-day', String(dayNumber(inDays(0))));
        await expect(page.locator('.wb-day.today')).toHaveAttribute('aria-current', 'date');
        const boxes = await Promise.all([0, 1, 7].map((n) => box(page.locator('.wb-day').nth(n))));
        expect(Math.abs(Number(boxes[0]?.width) - Number(boxes[1]?.width))).toBeLessThan(2);
        expect(boxes[2]?.x).toBe(boxes[0]?.x);
        expect(Number(boxes[2]?.y)).toBeGreaterThanOrEqual(Number(boxes[0]?.y) + Number(boxes[0]?.height) - 1);
        await page.getByRole('button', { name: 'Week', exact: true }).click();
        await expect(page.locator('.wb-day')).toHaveCount(7);
        await expect(page.locator('.wb-calendar-title')).toHaveText(/^Week \d+, \d{4}$/);
        await expect(grid.prompt).toBeHidden();
    });

    test('moves an item to another day by pointer and by keys, and follows others', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['moves'], { promised: inDays(0) });
        await show(page, host, 'calendar', product);
        const entry = page.locator('.wb-entry');
        await expect(entry).toHaveCount(1);
        await expect(page.locator(`${cell(inDays(0))} .wb-entry`)).toContainText('moves');
        await page.getByRole('button', { name: 'Week', exact: true }).click();
        const column = await page.locator('.wb-day').evaluateAll((days, today) => days.findIndex((day) => day.getAttribute('data-day') === today), String(dayNumber(inDays(0))));
        const by = column > 0 ? -1 : 1;
        const target = await box(page.locator(cell(inDays(by))));
        await drag(page, entry, { x: target.middle, y: target.y + 200 });
        await expect(page.locator(cell(inDays(by)))).toHaveClass(/target/);
        await page.mouse.up();
        await grid.why('another day');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['promised']).toBe(inDays(by));
        await expect(page.locator(`${cell(inDays(by))} .wb-entry`)).toBeFocused();
        await host.update(refs[0] ?? '', { promised: inDays(0), reason: 'back' }, '陈屿');
        await expect(page.locator(`${cell(inDays(0))} .wb-entry`)).toHaveCount(1);
        await page.locator('.wb-entry').focus();
        await page.keyboard.press(by < 0 ? 'Shift+ArrowLeft' : 'Shift+ArrowRight');
        await expect(page.locator(`${cell(inDays(by))} .wb-entry.unsaved`)).toHaveCount(1);
        await page.keyboard.press('Escape');
        await expect(page.locator(`${cell(inDays(0))} .wb-entry:not(.unsaved)`)).toHaveCount(1);
        await expect(grid.prompt).toBeHidden();
    });

    test('adds on the day one is on, by keys alone', async ({ grid, host, page }) => {
        const { product } = await host.promises(['other']);
        await show(page, host, 'calendar', product);
        await page.locator('.wb-day.today').click({ position: { x: 40, y: 60 } });
        await page.keyboard.press('PageDown');
        await page.keyboard.press('t');
        await expect(page.locator('.wb-day.today')).toBeFocused();
        await page.keyboard.press('n');
        const form = page.locator('wb-item-form');
        await expect(form.getByLabel('Promised date')).toHaveValue(inDays(0));
        await form.getByLabel('Name').fill(`评审 ${product}`);
        await form.getByLabel('Product').fill(product);
        await form.getByLabel('Facet').selectOption({ label: 'Plan' });
        await form.getByLabel('State').selectOption({ label: 'Planned' });
        await form.getByLabel('Partner').click();
        await page.keyboard.type('Amazon');
        await expect(page.locator('.wb-option').first()).toContainText('Amazon Web Services');
        await page.keyboard.press('Enter');
        await expect(form.getByLabel('Partner')).toHaveValue('Amazon Web Services');
        await page.keyboard.press('Enter');
        await expect(page.locator(`${cell(inDays(0))} .wb-entry`)).toContainText('评审');
        await expect(grid.toast).toContainText('评审');
    });

    test('is for everybody, in both languages and themes', async ({ grid, host, page }) => {
        test.setTimeout(120_000);
        await show(page, host, 'calendar');
        await look(page, 'calendar');
        await expect(grid.prompt).toBeHidden();
    });
});
