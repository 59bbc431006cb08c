import type { Page } from '@playwright/test';
import { expect, test, type Grid, type Values } from './bench';

const label = (en: string, zh: string) => ({ en, zh });
const field = (id: string, more: object = {}) => ({ id, type: id, label: label(id, `${id} 字段`), ...more });
const choices = [['red', 'Red', '红'], ['green', 'Green', '绿'], ['blue', 'Blue', '蓝']].map(([id = '', en = '', zh = '']) => ({ id, label: label(en, zh) }));
const to = 'kinds.target';

const TRACKER = {
    id: 'kinds',
    version: '1',
    label: label('Kinds', '类型'),
    views: [],
    tables: [
        {
            id: 'kinds.every', label: label('Every', '各种'), key: ['text'], title: 'text', append: false, history: true,
            fields: [
                field('text', { required: true }), field('integer'), field('decimal'), field('money', { currency: 'CNY' }), field('percent'),
                field('boolean'), field('date'), field('month'), field('datetime'), field('choice', { choices }), field('choices', { choices }),
                field('reference', { to }), field('references', { to }), field('url'), field('email'), field('person'), field('markdown'),
            ],
        },
        { id: to, label: label('Target', '目标'), key: ['name'], title: 'name', append: false, history: true, fields: [{ id: 'name', type: 'text', label: label('Name', '名称') }] },
        { id: 'kinds.nothing', label: label('Nothing', '空表'), key: ['name'], title: 'name', append: false, history: true, fields: [{ id: 'name', type: 'text', label: label('Name', '名称'), required: true }] },
    ],
};

/** A tracker with a field of each type, answered here: no host needs to have one installed. */
async function kinds(page: Page, grid: Grid, url: string, table: string) {
    const item = { ref: 'kinds.every/one', revision: 1, values: { text: 'one' } as Values };
    const targets = ['Alpha', 'Beta'].map((name) => ({ ref: `${to}/${name.toLowerCase()}`, revision: 1, values: { name } }));
    const page1 = (items: object[]) => ({ revision: 1, asOf: null, total: items.length, items });
    const sent: Values[] = [];
    await page.route('**/api/v1/trackers', (route) => route.fulfill({ json: { revision: 1, trackers: [TRACKER] } }));
    await page.route('**/api/v1/tables/kinds.every/items*', (route) => route.fulfill({ json: page1([item]) }));
    await page.route('**/api/v1/tables/kinds.nothing/items*', (route) => route.fulfill({ json: page1([]) }));
    await page.route(`**/api/v1/tables/${to}/items*`, (route) => {
        const asked = new URL(route.request().url()).searchParams;
        const typed = `${asked.get('where') ?? ''}${asked.get('text') ?? ''}`.toLowerCase();
        return route.fulfill({ json: page1(targets.filter(({ values }) => typed === '' || typed.includes(values.name.toLowerCase()))) });
    });
    await page.route('**/api/v1/apply', (route) => {
        const { set } = (route.request().postDataJSON() as { requests: [{ set: Values }] }).requests[0];
        sent.push(set);
        item.revision++;
        Object.assign(item.values, set);
        const changes = [{ kind: 'updated', ref: item.ref, before: {}, after: set }];
        return route.fulfill({ json: { accepted: { revision: item.revision, time: '2026-08-17T09:42:00Z', changes } } });
    });
    await page.goto(`${url}#/kinds/${table}`);
    await expect(page.locator('.slick-row, .wb-empty').first()).toBeVisible();
    return { sent, grid };
}

const CASES: [column: string, keys: string, value: unknown, shown: string][] = [
    ['text', '文本', '文本', '文本'],
    ['integer', '1.2万', 12000, '12,000'],
    ['decimal', '(12,345.60)', '-12345.60', '\u221212,345.60'],
    ['money', '￥1,234.50', { amount: '1234.50', currency: 'CNY' }, '1,234.50'],
    ['percent', '12.5%', '0.125', '12.5%'],
    ['boolean', 'y', true, 'Yes'],
    ['date', '2026年8月17日', '2026-08-17', '2026-08-17'],
    ['month', 'Aug-26', '2026-08', '2026-08'],
    ['datetime', '2026-08-17 09:42', '2026-08-17T01:42:00Z', '2026-08-17 09:42'],
    ['choice', '绿', 'green', 'Green'],
    ['reference', 'Beta', `${to}/beta`, 'Beta'],
    ['url', 'https://www.postgresql.org/', 'https://www.postgresql.org/', 'https://www.postgresql.org/'],
    ['email', 'a@example.org', 'a@example.org', 'a@example.org'],
    ['person', '林夏', '林夏', '林夏'],
];

test('each type of field has its editor, and sends what the wire carries', async ({ grid, host, page }) => {
    const { sent } = await kinds(page, grid, host.url, 'every');
    for (const [column, keys, value, shown] of CASES) {
        await grid.go(0, column);
        await page.keyboard.type(keys);
        if (column === 'reference') await expect(page.getByRole('option')).toHaveText(['Beta']);
        await page.keyboard.press('Tab');
        await expect.poll(() => sent.at(-1), column).toEqual({ [column]: value });
        await expect(grid.cell(0, column)).toHaveText(shown);
    }
});

test('several are chosen one after the other, and taken off again', async ({ grid, host, page }) => {
    const { sent } = await kinds(page, grid, host.url, 'every');
    await grid.go(0, 'choices');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await page.keyboard.type('blu');
    await page.keyboard.press('Enter');
    await expect(page.locator('.wb-option[aria-selected="true"]')).toHaveText(['Red', 'Blue']);
    await page.keyboard.press('Enter');
    await expect.poll(() => sent.at(-1)).toEqual({ choices: ['red', 'blue'] });
    await expect(grid.cell(0, 'choices').locator('.wb-chip')).toHaveText(['Red', 'Blue']);
    await grid.go(0, 'choices');
    await page.keyboard.press('Delete');
    await expect.poll(() => sent.at(-1)).toEqual({ choices: null });
    await grid.go(0, 'references');
    await page.keyboard.type('Alpha');
    await page.keyboard.press('Enter');
    await expect(page.locator('.wb-option[aria-selected="true"]')).toHaveText(['Alpha']);
    await page.keyboard.press('Enter');
    await expect.poll(() => sent.at(-1)).toEqual({ references: [`${to}/alpha`] });
});

test('words of several lines grow with what is written, and Enter still commits', async ({ grid, host, page }) => {
    const { sent } = await kinds(page, grid, host.url, 'every');
    const cell = await grid.go(0, 'markdown');
    await page.keyboard.type('one');
    const before = await cell.locator('textarea').boundingBox();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    const after = await cell.locator('textarea').boundingBox();
    expect(after?.height).toBeGreaterThan(before?.height ?? Infinity);
    await page.keyboard.press('Enter');
    await expect.poll(() => sent).toEqual([{ markdown: 'one\ntwo' }]);
});

test('a million rows are a screenful at a time, and the last is one key away', async ({ grid, host, page }) => {
    await kinds(page, grid, host.url, 'nothing');
    const asked: number[] = [];
    await page.route('**/api/v1/tables/kinds.target/items*', (route) => {
        const offset = Number(new URL(route.request().url()).searchParams.get('offset'));
        asked.push(offset);
        const items = Array.from({ length: 100 }, (_, n) => ({ ref: `${to}/${offset + n}`, revision: 1, values: { name: `row ${offset + n}` } }));
        return route.fulfill({ json: { revision: 1, asOf: null, total: 1_000_000, items } });
    });
    await page.getByRole('tab', { name: 'Target' }).click();
    await expect(page.locator('.wb-rows')).toHaveText('1,000,000 rows');
    await expect(grid.cell(0, 'name')).toHaveText('row 0');
    await grid.go(0, 'name');
    await page.keyboard.press('Control+ArrowDown');
    const last = grid.cell(999_999, 'name');
    await expect(last).toContainText('row 999999');
    await expect(last).toBeInViewport();
    await expect(last.locator('input'), 'and can be typed into').toBeFocused();
    expect(asked.length, 'pages asked for').toBeLessThan(8);
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '1000001');
});

test('an empty table says what will be here and offers one action', async ({ grid, host, page }) => {
    await kinds(page, grid, host.url, 'nothing');
    await expect(page.locator('.wb-empty')).toContainText('Here each line will be one entry of “Nothing”, with Name.');
    await page.screenshot({ path: new URL('../../target/screenshots/empty-table-en-light.png', import.meta.url).pathname });
    await page.getByRole('button', { name: 'Add the first row' }).click();
    await expect(page.locator('.wb-draft')).toContainText('Still needs Name');
    await expect(grid.cell(0, 'name').locator('input')).toBeFocused();
});
