import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type Grid, type Host } from './bench';

const cell = (page: Page, field: string): Locator => page.locator(`.wb-form-cell[data-field="${field}"]`);

/** The form of the first of some promises, beside the grid that has them all. */
async function opened(grid: Grid, host: Host, page: Page, names = ['A', 'B']): Promise<string[]> {
    const { product, refs } = await host.promises(names, { version: '18.0' });
    await grid.open(host);
    await grid.only(product, names.length);
    await grid.go(0, 'name');
    await page.keyboard.press('Shift+Space');
    await expect(cell(page, 'version')).toHaveText('18.0');
    return refs;
}

test('Shift Space opens the row as a form beside, which follows the rows chosen in the grid', async ({ grid, host, page }) => {
    await opened(grid, host, page);
    const [form, sheet] = [await page.locator('wb-form').boundingBox(), await page.locator('wb-grid').boundingBox()];
    expect(form && sheet && form.x >= sheet.x + sheet.width - 1, 'they stand side by side').toBe(true);
    const title = page.locator('.wb-form h2');
    const first = await title.textContent();
    await grid.go(1, 'name');
    await expect(title).not.toHaveText(first ?? '');
    await expect(title).toHaveText((await grid.cell(1, 'name').textContent()) ?? '-');
});

test('the first key goes into the field, Enter stores it and goes on to the next', async ({ grid, host, page }) => {
    const [ref = ''] = await opened(grid, host, page, ['A']);
    await cell(page, 'version').click();
    await page.keyboard.type('18.7');
    await expect(cell(page, 'version').locator('s'), 'what stood there stays in sight').toHaveText('18.0');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await host.read(ref)).values['version']).toBe('18.7');
    await expect(cell(page, 'version').locator('input')).toHaveCount(0);
    await expect(page.locator('.wb-form-cell:focus-within')).toHaveCount(1);
    await expect(grid.toast).toContainText('18.7');
});

test('a choice and a reference are chosen from lists, Escape puts back', async ({ grid, host, page }) => {
    const [ref = ''] = await opened(grid, host, page, ['A']);
    await cell(page, 'state').click();
    await page.keyboard.press(' ');
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await cell(page, 'partner').click();
    await page.keyboard.type('micro');
    await expect(page.getByRole('option').first()).toContainText('Microsoft');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await host.read(ref)).values['partner']).not.toBe('partner-roadmap.partner/pgdg');
    await expect(cell(page, 'partner')).toContainText('Microsoft');
});

test('what another person changes is seen at once, and what one types stays', async ({ grid, host, page }) => {
    const [ref = ''] = await opened(grid, host, page, ['A']);
    await cell(page, 'note').click();
    await page.keyboard.type('mine');
    await host.update(ref, { version: '18.9' }, '陈屿');
    await expect(cell(page, 'version')).toHaveText('18.9');
    await expect(cell(page, 'note').locator('textarea, input')).toHaveValue('mine');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await host.read(ref)).values['note']).toBe('mine');
});

test('a refusal stands at its field with what was typed', async ({ grid, host, page }) => {
    const [ref = ''] = await opened(grid, host, page, ['A']);
    await cell(page, 'promised').click();
    await page.keyboard.type('next week');
    await page.keyboard.press('Enter');
    const prompted = page.locator('wb-form wb-prompt');
    await expect(prompted).toBeVisible();
    const [prompt, field] = [await prompted.boundingBox(), await cell(page, 'promised').boundingBox()];
    expect(prompt && field && Math.abs(prompt.x - field.x) < 260 && Math.abs(prompt.y - field.y) < 320, 'the prompt is at the field').toBe(true);
    await expect(cell(page, 'promised').locator('input')).toHaveValue('next week');
    expect((await host.read(ref)).values['promised']).toBeUndefined();
    await page.keyboard.press('Escape');
});

test('Enter that ends a composition stores nothing', async ({ grid, host, page }) => {
    const [ref = ''] = await opened(grid, host, page, ['A']);
    await cell(page, 'product').click();
    const input = cell(page, 'product').locator('input');
    await input.dispatchEvent('compositionstart');
    await input.fill('云数据库');
    await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await expect(input).toHaveValue('云数据库');
    expect((await host.read(ref)).values['product']).toContain('Suite-');
    await input.dispatchEvent('compositionend');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await host.read(ref)).values['product']).toBe('云数据库');
});

test('a new item is made in the form, with what it still needs said', async ({ grid, host, page }) => {
    await opened(grid, host, page, ['A']);
    await page.locator('wb-form').getByRole('button', { name: 'New row' }).click();
    await expect(page.locator('wb-form .wb-draft')).toContainText('Still needs');
    const name = `Made in a form ${process.pid}`;
    const fill = async (field: string, words: string) => {
        await cell(page, field).click();
        await page.keyboard.type(words);
        if (field !== 'name' && field !== 'product') await expect(page.getByRole('option').first()).toContainText(words);
        await page.keyboard.press('Enter');
    };
    await fill('name', name);
    await fill('partner', 'Microsoft');
    await fill('product', 'Made');
    await fill('facet', 'Plan');
    await expect(page.locator('.wb-form-needed.missing'), 'what is missing is told at its field').toHaveCount(1);
    await fill('state', 'Planned');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('wb-form .wb-draft')).toHaveCount(0);
    await expect(page.locator('.wb-form h2')).toHaveText(name);
});

test('an address of a form that has wrong options says which', async ({ host, page }) => {
    await page.route('**/api/v1/trackers', async (route) => {
        const response = await route.fetch();
        const body = (await response.json()) as { trackers: { id: string; views: object[] }[] };
        const roadmap = body.trackers.find(({ id }) => id === 'partner-roadmap');
        roadmap?.views.push({ id: 'sheet', kind: 'form', table: 'partner-roadmap.item', label: { en: 'Sheet', zh: '详情' }, options: { groups: [{ label: { en: 'A', zh: '甲' }, fields: ['nmae'] }] } });
        await route.fulfill({ json: body });
    });
    await page.goto(`${host.url}#/partner-roadmap/sheet`);
    await expect(page.locator('wb-form .wb-empty')).toContainText('options.groups[0].fields');
    await expect(page.locator('wb-form .wb-empty')).toContainText('promised');
});

for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in the ${colorScheme}`, () => {
        test.use({ colorScheme });

        test('the form bars nobody and cuts no label', async ({ grid, host, page }) => {
            await opened(grid, host, page, ['A']);
            const { violations } = await new AxeBuilder({ page }).analyze();
            expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
            const cut = await page.evaluate(() =>
                [...document.querySelectorAll<HTMLElement>('.wb-form-label span, wb-form .wb-toolbar button')].filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0).map((node) => node.innerText),
            );
            expect(cut).toEqual([]);
        });
    });
}
