import type { Page } from '@playwright/test';
import { expect, test, type Grid, type Host } from './bench';

interface Made {
    readonly product: string;
    readonly ref: string;
    /** What is typed; nothing else has it. */
    readonly words: string;
}

interface Place {
    /** Leads to where one types; what has the focus then is the editor. */
    to(page: Page, grid: Grid, host: Host, item: Made): Promise<void>;
    /** What came of the words, once they are given with Enter. */
    given(page: Page, grid: Grid, host: Host, item: Made): Promise<void>;
}

const form = (page: Page) => page.locator('wb-item-form');
const stored = (host: Host, { ref, words }: Made, field: string) => expect.poll(async () => (await host.read(ref)).values[field]).toContain(words);

async function toGrid(grid: Grid, host: Host, product: string): Promise<void> {
    await grid.open(host);
    await grid.only(product, 1);
}

async function toBoard(page: Page, host: Host, product: string): Promise<void> {
    await page.goto(`${host.url}#/partner-roadmap/board`);
    await page.locator('.wb-filter input').fill(product);
    await expect(page.locator('.wb-card')).toHaveCount(1);
}

/** Where words are typed, each by its own code. */
const PLACES: Readonly<Record<string, Place>> = {
    'a cell of a grid': {
        to: async (_page, grid, host, { product }) => {
            await toGrid(grid, host, product);
            await grid.go(0, 'version');
        },
        given: (_page, _grid, host, item) => stored(host, item, 'version'),
    },
    'a new row of a grid': {
        to: async (page, grid, host, { product }) => {
            await toGrid(grid, host, product);
            await page.getByRole('button', { name: 'New row' }).click();
            await expect(page.locator('.wb-draft')).toBeVisible();
        },
        given: (page, _grid, _host, { words }) => expect(page.getByRole('row', { name: words })).toBeVisible(),
    },
    'a list to choose from': {
        to: async (page, grid, host, { product }) => {
            await toGrid(grid, host, product);
            await grid.go(0, 'partner');
            await page.keyboard.press('Enter');
            await expect(page.getByRole('listbox')).toBeVisible();
        },
        given: (_page, grid, _host, { words }) => expect(grid.prompt).toContainText(words),
    },
    'the condition of a grid': {
        to: async (page, grid, host, { product }) => {
            await toGrid(grid, host, product);
            await page.getByRole('button', { name: 'Condition' }).click();
        },
        given: (page) => expect(page.locator('.wb-condition .wb-problem')).toBeVisible(),
    },
    'the form of a card': {
        to: async (page, _grid, host, { product }) => {
            await toBoard(page, host, product);
            await page.locator('.wb-card').click();
            await page.keyboard.press('F2');
            await form(page).getByLabel('Name').focus();
        },
        given: (_page, _grid, host, item) => stored(host, item, 'name'),
    },
    'the filter of a board': {
        to: async (page, _grid, host, { product }) => {
            await toBoard(page, host, product);
            await page.locator('.wb-filter input').fill('');
        },
        given: (page) => expect(page.locator('.wb-card')).toHaveCount(0),
    },
    'the name of a perspective': {
        to: async (page, grid, host, { product }) => {
            await toGrid(grid, host, product);
            await page.getByRole('button', { name: 'Save these views as a perspective…' }).click();
            await expect(page.getByRole('dialog')).toBeVisible();
        },
        given: (page, _grid, _host, { words }) => expect(page.locator('.wb-top')).toContainText(words),
    },
    'the palette': {
        to: async (page, grid, host, { product }) => {
            await toGrid(grid, host, product);
            await page.keyboard.press('Control+k');
            await expect(page.getByRole('combobox')).toBeFocused();
        },
        given: (page, _grid, _host, { words }) => expect(page).toHaveURL(new RegExp(encodeURIComponent(words))),
    },
};

for (const [name, place] of Object.entries(PLACES)) {
    test(`${name} waits for an input method to be done`, async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a']);
        const item = { product, ref: refs[0] ?? '', words: `复制槽${product.replace(/\D/g, '')}` };
        await place.to(page, grid, host, item);
        const posted: string[] = [];
        page.on('request', (request) => request.url().endsWith('/apply') && posted.push(request.postData() ?? ''));
        const keys = await page.context().newCDPSession(page);
        const typed = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
        await keys.send('Input.imeSetComposition', { text: 'f', selectionStart: 1, selectionEnd: 1 });
        await expect.poll(typed, 'the first key is not lost').toContain('f');
        await keys.send('Input.imeSetComposition', { text: 'fuzhicao', selectionStart: 8, selectionEnd: 8 });
        await page.evaluate(() => {
            const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
            document.activeElement?.dispatchEvent(enter);
        });
        expect(await typed(), 'Enter while composing ends nothing').toContain('fuzhicao');
        await keys.send('Input.insertText', { text: item.words });
        await expect.poll(typed).toContain(item.words);
        expect(posted, 'nothing was sent before it was done').toEqual([]);
        await page.keyboard.press('Enter');
        await place.given(page, grid, host, item);
    });
}
