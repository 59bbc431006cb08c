import AxeBuilder from '@axe-core/playwright';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect, test as base, type Host } from './bench';

const SCREENS = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));
const CELL = 'competitor-matrix.cell';

/** The matrix as a person sees it: lines and columns counted from 0, as the cursor does. */
class Matrix {
    /** Lines above the first: parents, columns, and three of coverage. */
    headings = 5;

    constructor(readonly page: Page) {}

    async open(host: Host, words = ''): Promise<void> {
        await this.page.goto(`${host.url}#/competitor-matrix/matrix`);
        await expect(this.page.locator('.wb-connection.live')).toBeVisible();
        await expect(this.page.locator('.wb-mx-body .wb-mx-cell:visible').first()).toBeVisible();
        if (words !== '') await this.page.locator('.wb-filter input').fill(words);
    }

    line(line: number): Locator {
        return this.page.locator(`.wb-mx-body [role=row]:not([hidden])[aria-rowindex="${this.headings + line + 1}"]`);
    }

    cell(line: number, column: number): Locator {
        return this.line(line).locator(`[aria-colindex="${column + 2}"]:not([hidden])`);
    }

    get grid(): Locator {
        return this.page.getByRole('grid');
    }

    get editor(): Locator {
        return this.page.locator('wb-mx-editor');
    }

    get prompt(): Locator {
        return this.page.locator('wb-prompt');
    }
}

const test = base.extend<{ matrix: Matrix }>({
    matrix: async ({ grid }, use) => use(new Matrix(grid.page)),
});

async function barriers(page: Page, part: string) {
    const { violations } = await new AxeBuilder({ page }).include(part).analyze();
    const heavy = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    return heavy.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`) }));
}

test.describe('the matrix', () => {
    test('says what is known of each feature in each release, and from what', async ({ host, matrix, page }) => {
        await matrix.open(host, 'Microsoft Visual C++ Support');
        await expect(page.locator('.wb-rows')).toContainText('1 row');
        await expect(matrix.line(0)).toContainText('Platforms');
        await expect(matrix.line(1)).toContainText('Microsoft Visual C++ Support');
        await expect(matrix.cell(1, 0)).toHaveAttribute('aria-label', /^Microsoft Visual C\+\+ Support, PostgreSQL 8\.1: no, sources: 1, verified on 2026-08-22/);
        await expect(matrix.cell(1, 1)).toHaveAttribute('aria-label', /PostgreSQL 8\.2: no, .*holds since 8\.1/);
        await expect(matrix.cell(1, 2)).toHaveAttribute('aria-label', /PostgreSQL 8\.3: yes, sources: 1/);
        await expect(matrix.cell(1, 2)).toHaveText('1');
        await page.locator('.wb-filter input').fill('Recursive Queries');
        await expect(matrix.cell(1, 0)).toHaveAttribute('aria-label', /8\.1: no/);
        await page.keyboard.press('Enter');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('End');
        await expect(page.locator('.wb-mx-cell.active')).toHaveAttribute('aria-label', /: unknown$/);
    });

    test('keeps headers and first column in sight, and few elements, however far it is scrolled', async ({ host, matrix, page }) => {
        await matrix.open(host);
        const head = page.locator('.wb-mx-head');
        const before = await head.boundingBox();
        const made = await page.locator('.wb-mx-cell').count();
        await matrix.grid.evaluate((grid) => grid.scrollTo(700, 4000));
        await expect(matrix.line(160)).toBeVisible();
        const title = matrix.line(160).locator('[role=rowheader]');
        const [after, room, left] = [await head.boundingBox(), await matrix.grid.boundingBox(), await title.boundingBox()];
        expect(after?.y).toBe(before?.y);
        expect(left?.x).toBe(room?.x);
        expect(left?.height).toBe(25);
        await expect(page.locator('.wb-mx-legend')).toBeInViewport();
        await matrix.grid.evaluate((grid) => grid.scrollTo(0, 9000));
        await expect(matrix.line(360)).toBeVisible();
        expect(await page.locator('.wb-mx-cell').count(), 'cells go round').toBeLessThan(made * 1.5);
        await expect(page.locator('.wb-mx-head .parents')).toContainText('PostgreSQL');
        await expect(page.locator('.wb-mx-head .coverage').first()).toContainText('Known');
    });

    test('shows what another person changes, where it is', async ({ host, matrix }) => {
        await matrix.open(host, 'Microsoft Visual C++ Support');
        const cell = matrix.cell(1, 19);
        await expect(cell).toHaveClass(/is-yes/);
        await host.update(`${CELL}/microsoft-visual-c-support-8-3`, { state: 'partial', note: 'until 2013' }, '陈屿');
        await expect(cell).toHaveClass(/is-partial/);
        await expect(cell).toHaveAttribute('aria-label', /PostgreSQL 18: partial/);
        await host.update(`${CELL}/microsoft-visual-c-support-8-3`, { state: 'yes', note: null }, '陈屿');
        await expect(cell).toHaveClass(/is-yes/);
    });

    test('is edited by keys: the state by its letter, the evidence a rule asks for at the cell', async ({ host, matrix, page }) => {
        await matrix.open(host, 'Superuser access');
        await expect(matrix.line(1)).toContainText('Superuser access');
        await page.locator('.wb-filter input').press('Enter');
        await page.keyboard.press('Control+Home');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowRight');
        const cell = matrix.cell(1, 0);
        await expect(cell).toHaveClass(/active/);
        await expect(cell).toHaveClass(/is-unknown/);
        await page.keyboard.press('n');
        await expect(matrix.editor.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
        await expect(matrix.editor.locator('textarea')).toBeFocused();
        await page.keyboard.type('not before 8.2');
        await page.keyboard.press('Enter');
        await expect(matrix.prompt).toContainText('Which page says so?');
        const [prompt, at] = [await matrix.prompt.boundingBox(), await cell.boundingBox()];
        expect(Math.abs((prompt?.x ?? 0) - (at?.x ?? 0)), 'the question stands at the cell').toBeLessThan(4);
        await page.keyboard.type('https://www.postgresql.org/docs/8.1/');
        await page.keyboard.press('Enter');
        await expect(cell).toHaveClass(/is-no/);
        await expect(cell).toHaveAttribute('aria-label', /8\.1: no, sources: 1/);
        await expect(page.locator('.wb-toast')).toContainText('Superuser access · PostgreSQL 8.1');
        await page.keyboard.press('Control+z');
        await expect(cell).toHaveClass(/is-unknown/);
    });

    test('a change in a later release begins there, and leaves the earlier ones as they were', async ({ host, matrix, page }) => {
        await matrix.open(host, 'Microsoft Visual C++ Support');
        const [before, later] = [matrix.cell(1, 15), matrix.cell(1, 16)];
        await later.scrollIntoViewIfNeeded();
        await later.dblclick();
        await expect(matrix.editor).toContainText('begins at PostgreSQL 15');
        await page.keyboard.press('p');
        await matrix.editor.getByLabel('Note').fill('by Meson alone');
        await page.keyboard.press('Enter');
        await expect(matrix.prompt).toContainText('Which page says so?');
        await page.keyboard.type('https://www.postgresql.org/docs/15/');
        await page.keyboard.press('Enter');
        await expect(later).toHaveClass(/is-partial/);
        await expect(before).toHaveClass(/is-yes/);
        await expect(matrix.cell(1, 19)).toHaveAttribute('aria-label', /PostgreSQL 18: partial, .*holds since 15/);
        await page.keyboard.press('Control+z');
        await expect(later).toHaveClass(/is-yes/);
    });

    test('folds, narrows to differences and products, and remembers it', async ({ host, matrix, page }) => {
        await matrix.open(host);
        await matrix.line(0).locator('[role=rowheader]').click();
        await expect(matrix.line(0).locator('[role=rowheader]')).toHaveAttribute('aria-expanded', 'false');
        await expect(matrix.line(1)).toHaveClass(/group/);
        await page.getByRole('button', { name: 'Differences only' }).click();
        await expect(page.locator('.wb-rows')).toContainText('filtered');
        await page.getByRole('button', { name: /^Product 8 of 8/ }).click();
        await page.getByLabel('PostgreSQL', { exact: true }).uncheck();
        await expect(page.locator('.wb-empty')).toContainText('No row fits');
        await page.getByRole('button', { name: 'Clear the filter' }).click();
        await expect(matrix.cell(1, 0)).toBeVisible();
        await expect(matrix.line(0).locator('[role=rowheader]')).toHaveAttribute('aria-expanded', 'false');
    });

    test('goes back to a day, read-only, until Esc', async ({ host, matrix, page }) => {
        await matrix.open(host, 'Microsoft Visual C++ Support');
        await page.getByRole('button', { name: 'As of' }).click();
        await page.locator('.wb-past-date input').fill('2010-01-01');
        await page.keyboard.press('Enter');
        await expect(page.locator('.wb-past')).toContainText('read-only, past');
        await expect(page.locator('.wb-empty')).toContainText('Nothing was here yet');
        await page.getByRole('button', { name: 'Back to now Esc' }).click();
        await expect(matrix.cell(1, 2)).toHaveClass(/is-yes/);
    });

    test('leads to the links of a cell, and from there on and back', async ({ host, matrix, page }) => {
        await matrix.open(host, 'Microsoft Visual C++ Support');
        await matrix.cell(1, 2).click();
        await page.keyboard.press('Alt+k');
        const links = page.locator('wb-links');
        await expect(links.getByRole('heading', { level: 3 })).toHaveText('Microsoft Visual C++ Support · PostgreSQL 8.3');
        await expect(links.getByRole('list', { name: 'Product' })).toContainText('PostgreSQL');
        await expect(links.getByRole('list', { name: 'Evidence · Value' }).getByRole('button')).toHaveCount(1);
        await links.getByRole('list', { name: 'Product' }).getByRole('button').click();
        await expect(links.getByRole('heading', { level: 3 })).toHaveText('PostgreSQL');
        await expect(links.getByRole('list', { name: 'Feature matrix · Product' }).getByRole('button')).toHaveCount(20);
        await links.getByRole('button', { name: 'Show 20 more' }).first().click();
        await expect(links.getByRole('list', { name: 'Feature matrix · Product' }).getByRole('button')).toHaveCount(40);
        await links.locator('.wb-links button').first().focus();
        await page.keyboard.press('Alt+ArrowLeft');
        await expect(links.getByRole('heading', { level: 3 })).toHaveText('Microsoft Visual C++ Support · PostgreSQL 8.3');
        await expect(links.getByRole('button', { name: 'Forward' })).toBeEnabled();
    });
});

for (const colorScheme of ['light', 'dark'] as const) {
    for (const [language, locale] of [['zh', 'zh-CN'], ['en', 'en-US']] as const) {
        test.describe(`the matrix, ${language}, ${colorScheme}`, () => {
            test.use({ colorScheme, locale });

            test('bars nobody, cuts nothing, and can be looked at', async ({ host, matrix, page }) => {
                        const shot = (name: string) => page.screenshot({ path: `${SCREENS}${name}-${language}-${colorScheme}.png` });
                await page.setViewportSize({ width: 1920, height: 1080 });
                await matrix.open(host);
                await shot('matrix-1920');
                await page.setViewportSize({ width: 1280, height: 800 });
                await matrix.cell(3, 5).click();
                await expect(page.locator('.wb-mx-card')).toBeVisible();
                await shot('matrix');
                const cut = await page.evaluate(() =>
                    [...document.querySelectorAll<HTMLElement>('.wb-toolbar button, .wb-mx-cell:not([hidden]), .wb-mx-legend li')]
                        .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0)
                        .map((node) => node.innerText),
                );
                expect(cut, 'nothing is cut that must be whole').toEqual([]);
                expect(await barriers(page, 'wb-matrix')).toEqual([]);
                await page.keyboard.press('Enter');
                await expect(matrix.editor).toBeVisible();
                await shot('matrix-editor');
                expect(await barriers(page, 'wb-mx-editor')).toEqual([]);
                await page.keyboard.press('Escape');
                await page.keyboard.press('Alt+k');
                await expect(page.locator('wb-links h3')).toBeVisible();
                await expect(page.locator('.wb-links').first()).toBeVisible();
                await shot('links');
                expect(await barriers(page, '.wb-inspector')).toEqual([]);
            });
        });
    }
}

/** Answered here: no home needs to have as much. */
async function large(page: Page, rows: number, columns: number): Promise<{ asked: string[] }> {
    const label = (text: string) => ({ en: text, zh: text });
    const name = { id: 'name', type: 'text', label: label('Name') };
    const reference = (id: string, to: string) => ({ id, type: 'reference', to, label: label(id), required: true });
    const choices = ['yes', 'no', 'partial', 'unknown'].map((id) => ({ id, label: label(id) }));
    const table = (id: string, ...fields: object[]) => ({ id, label: label(id), key: ['name'], title: 'name', append: false, history: true, fields });
    const options = { row: 'feature', group: 'group', column: 'product', state: 'state', evidence: 'sources' };
    const tracker = {
        id: 'large', version: '1', label: label('Large'),
        tables: [
            table('large.cell', reference('feature', 'large.feature'), reference('product', 'large.product'), { id: 'state', type: 'choice', choices, label: label('State') }, { id: 'sources', type: 'integer', label: label('Sources') }),
            table('large.feature', name, { id: 'group', type: 'text', label: label('Group') }),
            table('large.product', name),
        ],
        views: [{ id: 'matrix', kind: 'matrix', table: 'large.cell', label: label('Large matrix'), options }],
    };
    const asked: string[] = [];
    const items = (kind: string, count: number, more: (n: number) => object) =>
        Array.from({ length: count }, (_, n) => ({ ref: `large.${kind}/${n}`, revision: 1, values: { name: `${kind} ${String(n).padStart(3, '0')}`, ...more(n) } }));
    const all = [...items('feature', rows, (n) => ({ group: `Group ${n % 20}` })), ...items('product', columns, () => ({}))];
    const groups = Array.from({ length: rows * columns }, (_, n) => ({
        by: { feature: `large.feature/${n % rows}`, product: `large.product/${Math.floor(n / rows)}`, state: choices[n % 7 % 4]?.id }, count: 1, sum: { sources: n % 3 },
    }));
    await page.route('**/api/v1/trackers', (route) => route.fulfill({ json: { revision: 1, trackers: [tracker] } }));
    await page.route('**/api/v1/tables/large.*/**', (route) => {
        const { pathname, searchParams } = new URL(route.request().url());
        asked.push(pathname);
        if (pathname.endsWith('/groups')) return route.fulfill({ json: { revision: 1, total: groups.length, groups } });
        const of = all.filter(({ ref }) => ref.startsWith(pathname.includes('feature') ? 'large.feature' : 'large.product'));
        const offset = Number(searchParams.get('offset'));
        return route.fulfill({ json: { revision: 1, asOf: null, total: of.length, items: of.slice(offset, offset + Number(searchParams.get('limit'))) } });
    });
    return { asked };
}

test('500 × 50 is scrolled by the cells in sight alone', async ({ host, matrix, page }, info) => {
    const { asked } = await large(page, 500, 50);
    await page.goto(`${host.url}#/large/matrix`);
    matrix.headings = 4;
    await expect(matrix.line(1)).toContainText('feature 000');
    const made = await page.locator('.wb-mx-cell').count();
    const before = asked.length;
    const longest = await matrix.grid.evaluate(async (grid) => {
        const tasks: number[] = [];
        const observer = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration)));
        observer.observe({ entryTypes: ['longtask'] });
        for (let step = 0; step < 90; step++) {
            grid.scrollBy(step % 3 === 0 ? 400 : 0, step < 60 ? 180 : -900);
            await new Promise(requestAnimationFrame);
        }
        observer.disconnect();
        return Math.max(0, ...tasks);
    });
    info.annotations.push({ type: 'longest task while scrolling, ms', description: String(longest) });
    await expect(page.locator('.wb-mx-cell.active').or(matrix.line(0)).first()).toBeAttached();
    expect(asked.length, 'nothing is asked for while scrolling').toBe(before);
    expect(await page.locator('.wb-mx-cell').count(), 'cells go round').toBeLessThan(made * 2);
});
