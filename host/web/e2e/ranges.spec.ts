import type { Page } from '@playwright/test';
import { expect, test, type Grid, type Host } from './bench';

/** What another program has put on the clipboard, pasted where the focus is. */
function paste(page: Page, text: string, html = ''): Promise<void> {
    return page.evaluate(
        ([plain, table]) => {
            const data = new DataTransfer();
            data.setData('text/plain', plain);
            if (table !== '') data.setData('text/html', table);
            document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        },
        [text, html] as const,
    );
}

const label = (en: string, zh: string) => ({ en, zh });

/** Names that sort as they are written, one promise each. */
async function opened(grid: Grid, host: Host, count: number, more = {}): Promise<{ product: string; refs: string[] }> {
    const made = await host.promises(Array.from({ length: count }, (_, row) => String.fromCharCode(97 + row)), more);
    await grid.open(host);
    await grid.only(made.product, count);
    await grid.page.locator('.slick-header-column[data-id="name"]').click();
    await expect(grid.cell(0, 'name')).toHaveText(`a ${made.product}`);
    return made;
}

const values = async (host: Host, refs: readonly string[], field: string) => (await Promise.all(refs.map((ref) => host.read(ref)))).map((item) => item.values[field]);

test.describe('ranges', () => {
    test('grow with Shift and the arrows, by pointer and with Ctrl A, and say how large they are', async ({ grid, host, page }) => {
        await opened(grid, host, 4);
        await grid.go(1, 'version');
        await page.keyboard.press('Shift+ArrowDown');
        await page.keyboard.press('Shift+ArrowRight');
        await expect(page.locator('.in-range')).toHaveCount(4);
        await expect(page.locator('.wb-range-words')).toHaveText('2 × 2 selected');
        await expect(grid.cell(2, 'facet')).toHaveClass(/range-corner/);
        await expect(grid.cell(1, 'version')).toHaveClass(/active/);
        await page.keyboard.press('Escape');
        await expect(page.locator('.in-range')).toHaveCount(0);
        await grid.cell(0, 'version').hover();
        await page.mouse.down();
        await grid.cell(3, 'version').hover();
        await page.mouse.up();
        await expect(page.locator('.wb-range-words')).toHaveText('4 × 1 selected');
        await page.keyboard.press('Control+a');
        await expect(page.locator('.wb-range-words')).toHaveText(/^4 × 12 selected/);
        await grid.cell(0, 'version').click();
        await grid.cell(2, 'facet').click({ modifiers: ['Shift'] });
        await expect(page.locator('.wb-range-words')).toHaveText('3 × 2 selected');
    });

    test('take a block from a spreadsheet as one step with one undo', async ({ grid, host, page }) => {
        const { refs } = await opened(grid, host, 3);
        await grid.go(0, 'version');
        const html = '<table><tr><td>19<br>beta</td><td>Delivery</td></tr><tr><td>19.1</td><td>交付</td></tr></table>';
        await paste(page, '"19\nbeta"\tDelivery\r\n19.1\t交付', html);
        await expect(grid.toast).toContainText('Pasted 4 cells');
        expect(await values(host, refs, 'version')).toEqual(['19\nbeta', '19.1', undefined]);
        expect(await values(host, refs, 'facet')).toEqual(['delivery', 'delivery', 'plan']);
        const revisions = await Promise.all(refs.slice(0, 2).map(async (ref) => (await host.read(ref)).revision));
        expect(revisions[0]).toBe(revisions[1]);
        await grid.toast.getByRole('button', { name: 'Undo' }).click();
        await expect.poll(() => values(host, refs, 'facet')).toEqual(['plan', 'plan', 'plan']);
    });

    test('copy and paste by the real clipboard, keeping references and choices', async ({ context, grid, host, page }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        const { refs } = await opened(grid, host, 3);
        await host.update(refs[0] ?? '', { version: '7', facet: 'delivery' }, '陈屿');
        await expect(grid.cell(0, 'version')).toHaveText('7');
        await grid.go(0, 'version');
        await page.keyboard.press('Shift+ArrowRight');
        await page.keyboard.press('Control+c');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('7\tDelivery');
        await grid.go(1, 'version');
        await page.keyboard.press('Shift+ArrowDown');
        await page.keyboard.press('Control+v');
        await expect.poll(() => values(host, refs, 'version')).toEqual(['7', '7', '7']);
        await expect.poll(() => values(host, refs, 'facet')).toEqual(['delivery', 'delivery', 'delivery']);
    });

    test('are filled down, by the handle, cleared and moved', async ({ context, grid, host, page }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        const { refs } = await opened(grid, host, 4, { version: '1' });
        await host.update(refs[0] ?? '', { version: '9' }, '陈屿');
        await expect(grid.cell(0, 'version')).toHaveText('9');
        await grid.go(0, 'version');
        await page.keyboard.press('Shift+ArrowDown');
        await page.keyboard.press('Control+d');
        await expect.poll(() => values(host, refs, 'version')).toEqual(['9', '9', '1', '1']);
        await grid.go(1, 'version');
        const box = await grid.cell(1, 'version').boundingBox();
        await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) - 4, (box?.y ?? 0) + (box?.height ?? 0) - 4);
        await page.mouse.down();
        await grid.cell(3, 'version').hover();
        await expect(page.locator('.range-added')).toHaveCount(2);
        await page.mouse.up();
        await expect.poll(() => values(host, refs, 'version')).toEqual(['9', '9', '9', '9']);
        await grid.go(0, 'version');
        await page.keyboard.press('Shift+ArrowDown');
        await page.keyboard.press('Delete');
        await expect.poll(() => values(host, refs, 'version')).toEqual([undefined, undefined, '9', '9']);
        await grid.go(3, 'version');
        await page.keyboard.press('Control+x');
        await expect(page.locator('.wb-note')).toContainText('Cut');
        await grid.go(0, 'version');
        await page.keyboard.press('Control+v');
        await expect.poll(() => values(host, refs, 'version')).toEqual(['9', undefined, '9', undefined]);
        await expect(grid.toast).toContainText('Moved');
    });

    test('mark what is refused, let the rest wait, and save what was chosen', async ({ grid, host, page }) => {
        const { refs } = await opened(grid, host, 3);
        await grid.go(0, 'firstPromised');
        await paste(page, '2026-08-17\nsoon\n2026年8月19日');
        await expect(page.locator('.wb-step')).toContainText('one cell is refused');
        await expect(page.locator('.wb-step')).toContainText('2 cells wait');
        await expect(grid.prompt).toContainText('“soon” is not a date.');
        await expect(page.locator('.wb-cell.troubled .now')).toHaveText('soon');
        expect(await values(host, refs, 'firstPromised'), 'nothing is half written').toEqual([undefined, undefined, undefined]);
        await page.locator('.wb-step').getByRole('button', { name: 'Save the other 2' }).click();
        await expect.poll(() => values(host, refs, 'firstPromised')).toEqual(['2026-08-17', undefined, '2026-08-19']);
        await expect(page.locator('.wb-step')).toContainText('one cell is refused');
        await page.locator('.wb-step').getByRole('button', { name: 'Go there' }).click();
        await page.keyboard.press('Enter');
        await page.keyboard.press('Control+a');
        await page.keyboard.type('2026-08-18');
        await page.keyboard.press('Enter');
        await page.locator('.wb-step').getByRole('button', { name: 'Save all' }).click();
        await expect.poll(() => values(host, refs, 'firstPromised')).toEqual(['2026-08-17', '2026-08-18', '2026-08-19']);
        await expect(page.locator('.wb-step')).toHaveCount(0);
    });

    test('are asked about once, however many cells it is about', async ({ grid, host, page }) => {
        await opened(grid, host, 3);
        const sent: unknown[][] = [];
        await page.route('**/api/v1/apply', async (route) => {
            const body = route.request().postDataJSON() as { requests: { answers?: unknown; update?: string }[] };
            if (!body.requests[0]?.update?.startsWith('partner-roadmap')) return route.continue();
            sent.push(body.requests.map(({ answers }) => answers ?? null));
            if (body.requests[0].answers) return route.continue();
            const choices = [{ id: 'scope', label: label('Scope grew', '范围变大') }, { id: 'upstream', label: label('Upstream', '上游') }];
            const question = label('This moves the promise. Why?', '承诺推迟了，为什么？');
            return route.fulfill({ status: 422, json: { asked: [0, 1, 2].map((row) => ({ code: 'slip', at: `requests[${row}].set.version`, question, choices })) } });
        });
        await grid.go(0, 'version');
        await paste(page, 'x\ny\nz');
        await expect(grid.prompt).toContainText('This moves the promise. Why?');
        await expect(grid.prompt).toContainText('Asked about 3 cells');
        await expect(page.locator('.wb-choice')).toHaveCount(2);
        await page.keyboard.press('Escape');
        await expect(grid.prompt).toBeHidden();
        await expect(page.locator('.wb-step')).toContainText('3 cells wait for an answer');
        await expect(grid.cell(2, 'version').locator('.now'), 'nothing typed is lost').toHaveText('z');
        await page.locator('.wb-step').getByRole('button', { name: 'Go there' }).click();
        await page.keyboard.press('2');
        await page.keyboard.press('Enter');
        await expect.poll(() => sent).toEqual([[null, null, null], [{ slip: 'upstream' }, { slip: 'upstream' }, { slip: 'upstream' }]]);
    });

    test('ask before they make rows, and make them', async ({ grid, host, page }) => {
        const { product } = await opened(grid, host, 1);
        await grid.go(0, 'partner');
        const row = (name: string) => ['PostgreSQL Global Development Group', product, `${name} ${product}`, '1', 'Plan', 'Planned'].join('\t');
        await paste(page, ['a', 'b', 'c'].map(row).join('\n'));
        await expect(page.locator('.wb-step')).toContainText('2 rows more than the table');
        await page.locator('.wb-step').getByRole('button', { name: 'Make 2 new rows' }).click();
        await expect(page.locator('.wb-rows')).toContainText('3 rows');
        await expect(grid.cell(2, 'name')).toHaveText(`c ${product}`);
    });
});
