import { expect, test } from './bench';

test.describe('editing', () => {
    test('goes by keyboard alone: first key in, Enter down, Tab right, Esc back', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a', 'b']);
        await grid.open(host);
        await grid.only(product, 2);
        await page.locator('.slick-header-column[data-id="name"]').click();
        await expect(grid.cell(0, 'name')).toHaveText(`a ${product}`);
        await grid.go(0, 'version');
        await page.keyboard.type('19.1');
        await page.keyboard.press('Enter');
        await expect(grid.cell(1, 'version')).toHaveClass(/active/);
        await page.keyboard.type('19.2');
        await page.keyboard.press('Tab');
        await expect(grid.cell(1, 'facet')).toHaveClass(/active/);
        // What is struck through is what is stored: until then it would be what stood there before.
        await expect(grid.cell(1, 'version').locator('.saving')).toHaveCount(0);
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.type('lost');
        await expect(grid.cell(1, 'version').locator('.was')).toHaveText('19.2');
        await page.keyboard.press('Escape');
        await expect(grid.cell(1, 'version')).toContainText('19.2');
        await expect.poll(async () => (await Promise.all(refs.map((ref) => host.read(ref)))).map((item) => item.values['version'])).toEqual(['19.1', '19.2']);
    });

    test('takes the first key also from an input method, and Enter while composing does not commit', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a']);
        await grid.open(host);
        await grid.only(product, 1);
        const cell = await grid.go(0, 'version');
        const keys = await page.context().newCDPSession(page);
        await keys.send('Input.imeSetComposition', { text: 'f', selectionStart: 1, selectionEnd: 1 });
        await expect(cell.locator('.wb-editor')).toHaveClass(/typing/);
        await keys.send('Input.imeSetComposition', { text: 'fuzhi', selectionStart: 5, selectionEnd: 5 });
        await page.evaluate(() => {
            const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
            document.activeElement?.dispatchEvent(enter);
        });
        await expect(cell.locator('input')).toHaveValue('fuzhi');
        await expect(cell.locator('.wb-editor')).toHaveClass(/typing/);
        await keys.send('Input.insertText', { text: '复制槽' });
        await expect(cell.locator('input')).toHaveValue('复制槽');
        await page.keyboard.press('Enter');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['version']).toBe('复制槽');
    });

    test('chooses from a list by typing a part of the name', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a']);
        await grid.open(host);
        await grid.only(product, 1);
        await grid.go(0, 'facet');
        await page.keyboard.type('deli');
        await expect(page.getByRole('option')).toHaveText(['Delivery']);
        await page.keyboard.press('Enter');
        await expect(grid.cell(0, 'facet').locator('.wb-chip')).toHaveText('Delivery');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['facet']).toBe('delivery');
    });

    test('finds a reference by the title of its target', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a']);
        await grid.open(host);
        await grid.only(product, 1);
        await expect(grid.cell(0, 'partner')).toHaveText('PostgreSQL Global Development Group');
        await grid.go(0, 'partner');
        await page.keyboard.type('Amazon');
        await expect(page.getByRole('option').first()).toContainText('Amazon Web Services');
        await page.keyboard.press('Enter');
        await expect(grid.cell(0, 'partner')).toContainText('Amazon Web Services');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['partner']).not.toBe('partner-roadmap.partner/pgdg');
    });

    test('reads dates as people write them, and keeps the cell open with what is none', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a']);
        await grid.open(host);
        await grid.only(product, 1);
        const cell = await grid.go(0, 'firstPromised');
        await page.keyboard.type('soon');
        await page.keyboard.press('Enter');
        await expect(grid.prompt).toContainText('“soon” is not a date.');
        await expect(cell.locator('input')).toHaveValue('soon');
        await expect(cell.locator('input')).toBeFocused();
        await cell.locator('input').fill('2026年8月17日');
        await page.keyboard.press('Enter');
        await expect(grid.prompt).toBeHidden();
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['firstPromised']).toBe('2026-08-17');
    });

    test('lets nobody type into a computed column, and says why', async ({ grid, host, page }) => {
        const { product } = await host.promises(['a'], { firstPromised: '2026-08-17', promised: '2026-08-17' });
        await grid.open(host, 'partner-roadmap/open');
        await grid.only(product, 1);
        const cell = await grid.go(0, 'slipDays');
        await expect(cell.locator('input')).toHaveAttribute('aria-readonly', 'true');
        await page.keyboard.press('Enter');
        await expect(page.locator('.wb-note')).toContainText('computed');
        const [chrome, canvas] = await Promise.all(
            ['slipDays', 'name'].map((column) => page.locator(`.slick-header-column[data-id="${column}"], .derived`).first().evaluate((node) => getComputedStyle(node).backgroundColor)),
        );
        expect(chrome).toBe(canvas);
    });

    test('shows a refusal at the cell, keeps what was typed, and puts back on Esc', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a'], { firstPromised: '2026-08-17', promised: '2026-08-17' });
        await grid.open(host);
        await grid.only(product, 1);
        const cell = await grid.go(0, 'name');
        await page.keyboard.press('Delete');
        await expect(grid.prompt).toBeVisible();
        await expect(grid.prompt.getByRole('alert')).not.toHaveText('');
        const [over, under] = [await cell.boundingBox(), await grid.prompt.boundingBox()];
        expect(Math.abs((under?.y ?? 0) - (over?.y ?? 0) - (over?.height ?? 0))).toBeLessThanOrEqual(4);
        expect(Math.abs((under?.x ?? 0) - (over?.x ?? 0))).toBeLessThanOrEqual(4);
        await expect(cell.locator('s.was')).toHaveText(`a ${product}`);
        await page.keyboard.press('Escape');
        await expect(grid.prompt).toBeHidden();
        await expect(cell).toContainText(`a ${product}`);
        expect((await host.read(refs[0] ?? '')).values['name']).toBe(`a ${product}`);
    });

    test('asks at the cell, takes a number key for an answer, and sends it along', async ({ grid, host, page }) => {
        const { product } = await host.promises(['a']);
        await grid.open(host);
        await grid.only(product, 1);
        const sent: unknown[] = [];
        const label = (en: string, zh: string) => ({ en, zh });
        await page.route('**/api/v1/apply', async (route) => {
            const body = route.request().postDataJSON() as { requests: { answers?: unknown }[] };
            sent.push(body.requests[0]?.answers);
            if (body.requests[0]?.answers) return route.fulfill({ status: 422, json: { refused: [] } });
            const choices = [{ id: 'scope', label: label('Scope grew', '范围变大') }, { id: 'upstream', label: label('Upstream', '上游') }];
            const question = label('This moves the promise. Why?', '承诺推迟了，为什么？');
            return route.fulfill({ status: 422, json: { asked: [{ code: 'slip-reason', at: 'requests[0].set.promised', question, choices }] } });
        });
        await grid.go(0, 'promised');
        await page.keyboard.type('2026-10-16');
        await page.keyboard.press('Enter');
        await expect(grid.prompt).toContainText('This moves the promise. Why?');
        await expect(grid.prompt.getByRole('radio').first()).toBeFocused();
        await page.keyboard.press('2');
        await expect(grid.prompt.getByRole('radio', { name: 'Upstream' })).toHaveAttribute('aria-checked', 'true');
        await page.keyboard.press('Enter');
        await expect.poll(() => sent).toEqual([undefined, { 'slip-reason': 'upstream' }]);
    });

    test('asks why a date moves, keeps what was answered, and adds the move to the ledger', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a'], { promised: '2026-09-18' });
        await grid.open(host);
        await grid.only(product, 1);
        const moves: [string, string][] = [['2026-10-16', 'waits for the interface'], ['2026-10-30', 'still waits']];
        for (const [date, words] of moves) {
            await grid.go(0, 'promised');
            await page.keyboard.type(date);
            await page.keyboard.press('Enter');
            await expect(grid.prompt).toContainText('days. Why?');
            await grid.why(words);
            await expect.poll(async () => (await host.read(refs[0] ?? '')).values).toMatchObject({ promised: date, reason: words });
        }
        expect((await host.read(refs[0] ?? '')).values).toMatchObject({ firstPromised: '2026-09-18', moves: 2, slipDays: 42 });
    });

    test('shows both values when somebody was quicker, and saves mine on top', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a'], { version: '1' });
        await grid.open(host);
        await grid.only(product, 1);
        await grid.go(0, 'version');
        await page.keyboard.type('mine');
        await host.update(refs[0] ?? '', { version: 'theirs' }, '陈屿');
        await page.keyboard.press('Enter');
        await expect(grid.prompt).toContainText('陈屿 changed this cell while you were typing.');
        await expect(grid.prompt.locator('section')).toHaveCount(2);
        await expect(grid.prompt.locator('section').first()).toContainText('theirs');
        await expect(grid.prompt.locator('section').last()).toContainText('mine');
        const [left, right] = [await grid.prompt.locator('section').first().boundingBox(), await grid.prompt.locator('section').last().boundingBox()];
        expect([left?.y, left?.width]).toEqual([right?.y, right?.width]);
        await page.keyboard.press('2');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['version']).toBe('mine');
        await expect(grid.prompt).toBeHidden();
    });

    test('is no conflict when somebody changed another cell of the row', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a'], { version: '1' });
        await grid.open(host);
        await grid.only(product, 1);
        await grid.go(0, 'version');
        await page.keyboard.type('2');
        await host.update(refs[0] ?? '', { note: 'elsewhere' }, '陈屿');
        await page.keyboard.press('Enter');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['version']).toBe('2');
        await expect(grid.prompt).toBeHidden();
    });

    test('writes a row whole, deletes it, and takes that back by name', async ({ grid, host, page }) => {
        const { product } = await host.promises(['a']);
        await grid.open(host, 'partner-roadmap/by-partner');
        await grid.only(product, 1);
        await page.getByRole('button', { name: 'New row' }).click();
        await expect(page.locator('.wb-draft')).toContainText('Still needs Name, Partner, Product, Facet, and State');
        const texts: [string, string][] = [['name', `New ${product}`], ['product', product]];
        for (const [column, text] of texts) {
            await grid.go(0, column);
            await page.keyboard.type(text);
            await page.keyboard.press('Tab');
        }
        for (const [column, text] of [['partner', 'PostgreSQL Gl'], ['facet', 'Plan'], ['state', 'Planned']] as const) {
            await grid.go(0, column);
            await page.keyboard.type(text);
            await expect(page.getByRole('option').first()).toContainText(text);
            await page.keyboard.press('Tab');
        }
        await expect(page.locator('.wb-draft')).toContainText('ready to save');
        await page.keyboard.press('Control+Enter');
        await expect(grid.toast).toContainText(`Added New ${product}`);
        await expect(page.locator('.wb-rows')).toContainText('2 rows');
        const row = page.locator('.slick-cell', { hasText: `New ${product}` });
        await row.click();
        await page.getByRole('button', { name: 'Delete row' }).click();
        await expect(grid.toast).toContainText(`Deleted New ${product}`);
        await expect(page.locator('.wb-rows')).toContainText('1 row');
        await grid.toast.getByRole('button', { name: 'Undo' }).click();
        await expect(grid.toast).toContainText('Undone');
        await expect(page.locator('.wb-rows')).toContainText('2 rows');
    });
});
