import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './bench';

const headers = '.slick-header-column';

test.describe('how a grid is looked at', () => {
    test('columns move by pointer and key, hide, come back, and stay so', async ({ grid, host, page }) => {
        await host.promises(['a']);
        await grid.open(host);
        const ids = () => page.locator(headers).evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['id']));
        const before = await ids();
        await page.locator(`${headers}[data-id="version"]`).dragTo(page.locator(`${headers}[data-id="state"]`));
        await expect.poll(ids).toEqual(['partner', 'product', 'name', 'facet', 'state', 'version', ...before.slice(6)]);
        await page.locator(`${headers}[data-id="facet"]`).focus();
        await page.keyboard.press('Control+ArrowRight');
        await expect.poll(async () => (await ids()).slice(3, 6)).toEqual(['state', 'facet', 'version']);
        await page.locator(`${headers}[data-id="facet"]`).click({ button: 'right' });
        await page.getByRole('menuitem', { name: 'Hide' }).click();
        await expect(page.locator(`${headers}[data-id="facet"]`)).toHaveCount(0);
        await page.locator(`${headers}[data-id="version"]`).click({ button: 'right' });
        await page.getByRole('menuitem', { name: 'Freeze up to here' }).click();
        await expect(page.locator('.slick-header-left .slick-header-column')).toHaveCount(5);
        await page.getByRole('button', { name: 'Look', exact: true }).click();
        await page.getByLabel('Name of this look').fill('Mine');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'As it came' }).click();
        await expect.poll(ids).toEqual(before);
        await page.getByRole('button', { name: 'Mine', exact: true }).click();
        await expect.poll(async () => (await ids()).slice(0, 5)).toEqual(['partner', 'product', 'name', 'state', 'version']);
    });

    test('rows stand in groups with totals, fold by key, and follow what others do', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a', 'b', 'c']);
        await host.update(refs[2] ?? '', { state: 'in-progress' }, '陈屿');
        await grid.open(host);
        await grid.only(product, 3);
        await page.locator(`${headers}[data-id="state"]`).click({ button: 'right' });
        await page.getByRole('menuitem', { name: 'Group by it' }).click();
        const groups = page.locator('.slick-row.group .wb-group-label');
        await expect(groups).toHaveText(['Planned', 'In progress']);
        await expect(page.locator('.wb-group-count')).toHaveText(['2', '1']);
        await grid.go(0, 'partner');
        await expect(grid.cell(0, 'partner').locator('input')).toHaveAttribute('aria-label', /State: Planned, 2 rows, open/);
        await page.keyboard.press('Enter');
        await expect(page.locator('.slick-row .slick-cell.l0')).toHaveCount(3);
        await page.keyboard.press('Enter');
        await expect(page.locator('.slick-row .slick-cell.l0')).toHaveCount(5);
        await host.update(refs[0] ?? '', { state: 'in-progress' }, '陈屿');
        await expect(page.locator('.wb-group-count')).toHaveText(['1', '2']);
        await expect(page.locator('.slick-row .slick-cell.l0')).toHaveCount(5);
    });

    test('rows are coloured by a condition, by shape too, and follow a change', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a', 'b']);
        await grid.open(host);
        await grid.only(product, 2);
        await page.getByRole('button', { name: 'Look', exact: true }).click();
        await page.getByLabel('Rows for which…').fill('version == "7"');
        await page.getByLabel('Ground').selectOption('late');
        await page.getByRole('button', { name: 'Add', exact: true }).click();
        await page.keyboard.press('Escape');
        await expect(page.locator('.slick-row.ground-late')).toHaveCount(0);
        await host.update(refs[0] ?? '', { version: '7' }, '陈屿');
        await expect(page.locator('.slick-row.ground-late').first()).toBeVisible();
        const bar = await page.locator('.ground-late .slick-cell.l0').first().evaluate((cell) => getComputedStyle(cell, '::after').borderLeftStyle);
        expect(bar).toBe('double');
    });

    test('a condition is chosen from lists, and stands in the line to be read', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a', 'b']);
        await host.update(refs[0] ?? '', { state: 'in-progress' }, '陈屿');
        await grid.open(host);
        await grid.only(product, 2);
        await page.getByRole('button', { name: 'Condition' }).click();
        await page.getByLabel('Field', { exact: true }).selectOption('state');
        await page.getByLabel('Value', { exact: true }).selectOption('in-progress');
        await page.getByRole('button', { name: 'Add condition' }).click();
        await expect(page.locator('.wb-condition input')).toHaveValue('state == "in-progress"');
        await expect(page.locator('.wb-rows')).toContainText('1 row');
    });

    test('a day is picked from a month by pointer and key', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a'], { firstPromised: '2026-08-17' });
        await grid.open(host);
        await grid.only(product, 1);
        await grid.go(0, 'firstPromised');
        await page.keyboard.press('F2');
        const month = page.locator('.wb-daypicker');
        await expect(month).toContainText('August 2026');
        await expect(month.locator('[aria-current="date"]')).toHaveText('17');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['firstPromised']).toBe('2026-08-24');
        await grid.go(0, 'firstPromised');
        await page.keyboard.press('F2');
        await month.getByRole('button', { name: '2026-08-05' }).click();
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['firstPromised']).toBe('2026-08-05');
        await expect(month).toHaveCount(0);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
        test(`is read by everybody, ${colorScheme}`, async ({ grid, host, page }) => {
            await page.emulateMedia({ colorScheme });
            const { product } = await host.promises(['a', 'b', 'c'], { version: '7' });
            await grid.open(host);
            await grid.only(product, 3);
            await page.locator(`${headers}[data-id="state"]`).click({ button: 'right' });
            await page.getByRole('menuitem', { name: 'Group by it' }).click();
            await grid.go(1, 'version');
            await page.keyboard.press('Shift+ArrowDown');
            await page.getByRole('button', { name: 'Condition' }).click();
            await page.getByRole('button', { name: 'Look', exact: true }).click();
            await expect(page.locator('.wb-look')).toBeVisible();
            const { violations } = await new AxeBuilder({ page }).analyze();
            const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
            expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        });
    }
});
