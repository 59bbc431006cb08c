import { expect, test } from './bench';
import { box, drag, inDays, look, show } from './planning';

test.describe('the timeline', () => {
    test('draws a slip from the first promise to the present one, and says it', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['slips'], { firstPromised: inDays(-40), promised: inDays(-40) });
        await host.update(refs[0] ?? '', { promised: inDays(40), reason: 'upstream' }, '陈屿');
        await show(page, host, 'timeline', product);
        const row = page.locator('.wb-tl-row[data-ref]');
        await expect(row).toHaveCount(1);
        await expect(row).toHaveAttribute('aria-label', new RegExp(`^slips ${product}, first promised for ${inDays(-40)}, promised for ${inDays(40)}, 80 days later$`));
        await expect(row.locator('.wb-tl-words.late')).toHaveText('+80 d');
        const [first, today, date, words] = await Promise.all([row.locator('.wb-tl-first'), page.locator('.wb-tl-lines .wb-tl-today'), row.locator('.wb-tl-date'), row.locator('.wb-tl-words')].map(box));
        expect([first?.middle, today?.middle, date?.middle, words?.middle].map(Number), 'from left to right').toEqual([first?.middle, today?.middle, date?.middle, words?.middle].map(Number).sort((a, b) => a - b));
        const toDate = Number(date?.middle) - Number(first?.middle);
        expect(Number(today?.middle) - Number(first?.middle), 'today lies in the middle').toBeCloseTo(toDate / 2, 0);
        await expect(grid.prompt).toBeHidden();
    });

    test('follows what others do', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['live'], { promised: inDays(10) });
        await show(page, host, 'timeline', product);
        const date = page.locator('.wb-tl-row[data-ref] .wb-tl-date');
        const before = await box(date);
        await host.update(refs[0] ?? '', { promised: inDays(5), reason: 'sooner' }, '陈屿');
        await expect.poll(async () => (await box(date)).middle).toBeLessThan(before.middle - 10);
        await expect(grid.prompt).toBeHidden();
    });

    test('takes a date along by keys, asks for the reason at its mark, and keeps it when put back', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['moves'], { firstPromised: inDays(20), promised: inDays(20) });
        await show(page, host, 'timeline', product);
        const row = page.locator('.wb-tl-row[data-ref]');
        await row.click({ position: { x: 30, y: 10 } });
        await page.keyboard.press('Shift+ArrowRight');
        await page.keyboard.press('Shift+PageDown');
        await expect(row.locator('.wb-tl-words')).toHaveText(inDays(28));
        await page.keyboard.press('Escape');
        await expect(row.locator('.wb-tl-unsaved')).toHaveCount(0);
        await page.keyboard.press('Shift+PageDown');
        await page.keyboard.press('Enter');
        await expect(grid.prompt).toContainText('This moves the promise by +7 days. Why?');
        await expect(row.locator('.wb-tl-to')).toBeVisible();
        const [mark, under] = [await box(row.locator('.wb-tl-to')), await box(grid.prompt)];
        expect(Math.min(Math.abs(under.y - mark.y - mark.height), Math.abs(under.y + under.height - mark.y)), 'it stands at the mark').toBeLessThan(8);
        await grid.why('Upstream moved');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values).toMatchObject({ promised: inDays(27), reason: 'Upstream moved' });
        await expect(row.locator('.wb-tl-words')).toHaveText('+7 d');
        await expect(row.locator('.wb-tl-unsaved')).toHaveCount(0);
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['moves'], 'the ledger has its row').toBe(1);
        await expect(grid.toast).toContainText(product);
    });

    test('lets a diamond be dragged, zooms around and finds today again', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['dragged'], { promised: inDays(20) });
        await show(page, host, 'timeline', product);
        const date = page.locator('.wb-tl-row[data-ref] .wb-tl-date');
        const from = await box(date);
        await drag(page, date, { x: from.middle - 28, y: from.y + 6 });
        await expect(page.locator('.wb-tl-row[data-ref] .wb-tl-to')).toBeVisible();
        await page.mouse.up();
        await grid.why('asked by us');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['promised']).toBe(inDays(10));
        await page.locator('.wb-tl-row[data-ref]').focus();
        await page.keyboard.press('+');
        await expect(page.getByRole('button', { name: 'Month', exact: true })).toHaveAttribute('aria-pressed', 'true');
        await expect(page.locator('.wb-tl-axis')).toContainText(/W\d+/);
        for (let n = 0; n < 16; n++) await page.keyboard.press('ArrowRight');
        await expect(page.locator('.wb-tl-row[data-ref] .wb-tl-note')).toHaveText(`\u2039 ${inDays(20)}`);
        await page.keyboard.press('Space');
        await expect(page.locator('.wb-tl-row[data-ref] .wb-tl-date')).toBeVisible();
        await page.keyboard.press('t');
        await expect(page.locator('.wb-tl-today-flag')).toContainText('today');
        await expect(grid.prompt).toBeHidden();
    });

    test('keeps names while it scrolls, folds lanes, and shows the past as it was', async ({ grid, host, page }) => {
        await show(page, host, 'timeline');
        const lane = page.locator('.wb-tl-row.lane').first();
        await lane.click({ position: { x: 60, y: 10 } });
        await expect(lane).toHaveAttribute('aria-expanded', 'true');
        const rows = Number(await page.getByRole('treegrid').getAttribute('aria-rowcount'));
        await page.keyboard.press('ArrowLeft');
        await expect(lane).toHaveAttribute('aria-expanded', 'false');
        expect(Number(await page.getByRole('treegrid').getAttribute('aria-rowcount'))).toBeLessThan(rows);
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('End');
        const [head, last] = [await box(page.locator('.wb-tl-head')), await box(page.locator(`.wb-tl-row[data-index="${rows - 2}"]`))];
        expect(last.y).toBeGreaterThan(head.y + head.height - 1);
        await page.getByRole('button', { name: 'As of' }).click();
        await page.locator('.wb-past-date input').fill('2015-06-30');
        await page.keyboard.press('Enter');
        await expect(page.locator('.wb-past')).toContainText('read-only, past');
        await expect(page.getByRole('button', { name: 'Add' })).toBeDisabled();
        await page.getByRole('button', { name: 'Back to now' }).click();
        await expect(page.locator('.wb-past')).toHaveCount(0);
        await expect(grid.prompt).toBeHidden();
    });

    test('is for everybody, in both languages and themes', async ({ grid, host, page }) => {
        test.setTimeout(180_000);
        await show(page, host, 'timeline');
        await look(page, 'timeline');
        await show(page, host, 'support');
        await look(page, 'support');
        await expect(grid.prompt).toBeHidden();
    });
});
