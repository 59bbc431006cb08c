import { Grid, expect, test } from './bench';

test.describe('live', () => {
    test('two windows see each other’s edits with no reload', async ({ grid, host, browser }) => {
        const { product } = await host.promises(['a', 'b']);
        const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
        const other = new Grid(await context.newPage());
        await Promise.all([grid.open(host), other.open(host)]);
        await Promise.all([grid.only(product, 2), other.only(product, 2)]);
        await grid.go(0, 'version');
        await grid.page.keyboard.type('from one');
        await grid.page.keyboard.press('Enter');
        await expect(other.cell(0, 'version')).toHaveText('from one');
        await other.go(1, 'version');
        await other.page.keyboard.type('from the other');
        await other.page.keyboard.press('Enter');
        await expect(grid.cell(1, 'version')).toContainText('from the other');
        await context.close();
    });

    test('fades where another person changed a value, not where the reader did', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a', 'b']);
        await grid.open(host);
        await grid.only(product, 2);
        const faded = page.evaluate(
            () =>
                new Promise<string>((resolve) => {
                    document.addEventListener('animationstart', (event) => {
                        if (event.animationName === 'wb-changed') resolve((event.target as HTMLElement).getAttribute('aria-describedby') ?? '');
                    });
                }),
        );
        await grid.go(0, 'version');
        await page.keyboard.type('mine');
        await page.keyboard.press('Enter');
        await expect.poll(async () => (await host.read(refs[0] ?? '')).values['version'] ?? (await host.read(refs[1] ?? '')).values['version']).toBe('mine');
        await host.update(refs[0] ?? '', { note: 'theirs' }, '陈屿');
        expect(await faded).toMatch(/note$/);
    });

    test('keeps what somebody types while rows come and go', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['m']);
        await grid.open(host);
        await grid.only(product, 1);
        const cell = await grid.go(0, 'version');
        await page.keyboard.type('half a wo');
        const values = { name: `a ${product}`, product, partner: 'partner-roadmap.partner/pgdg', facet: 'plan', state: 'planned' };
        await host.apply({ create: 'partner-roadmap.item', values }, '陈屿');
        await expect(page.locator('.wb-said')).toContainText('陈屿');
        await page.keyboard.type('rd');
        await expect(cell.locator('input')).toHaveValue('half a word');
        await page.keyboard.press('Enter');
        await expect(page.locator('.wb-rows')).toContainText('2 rows');
        expect((await host.read(refs[0] ?? '')).values['version']).toBe('half a word');
    });

    test('says when the connection is lost, and goes on by itself', async ({ grid, host, page }) => {
        let away = true;
        await page.route('**/commits/stream*', (route) => (away ? route.abort() : route.continue()));
        await page.goto(`${host.url}#/partner-roadmap/by-partner`);
        await expect(page.locator('.wb-connection')).toHaveText('Connection lost, trying again');
        const { product } = await host.promises(['a']);
        away = false;
        await expect(page.locator('.wb-connection')).toHaveText('Live', { timeout: 15_000 });
        await grid.only(product, 1);
    });

    test('reads everything anew when the host has gone back to earlier data, and says so', async ({ grid, host, page }) => {
        await grid.open(host);
        let back = true;
        await page.route('**/commits/stream*', (route) => {
            if (!back) return route.continue();
            back = false;
            return route.fulfill({ contentType: 'text/event-stream', body: 'event: reset\nid: 1\ndata: {"revision":1}\n\n' });
        });
        await page.reload();
        await expect(grid.toast).toContainText('went back to earlier data');
        await expect(page.locator('.slick-row').first()).toBeVisible();
    });

    test('says where to find the address when the host was started anew', async ({ grid, host, page }) => {
        await grid.open(host);
        await page.context().clearCookies();
        await page.reload();
        await expect(page.getByText('weekbench serve').first()).toBeVisible();
        await expect(page.getByText('opens only from the address it was started with')).toBeVisible();
        await expect(page.getByText('此工作台只能通过启动时显示的地址打开')).toBeVisible();
        await page.goto(host.url);
        await expect(page, 'the token leaves the address').toHaveURL((url) => url.search === '' && url.pathname === '/');
        await expect(page.locator('.wb-connection.live')).toBeVisible();
    });

    test('offers to take back what a crash cut short', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['half']);
        const { revision: step } = await host.read(refs[0] ?? '');
        let cut = true;
        await page.route('**/api/v1/status', async (route) => {
            const answer = await route.fetch();
            const unfinished = cut ? [{ step, time: '2026-08-17T09:42:00Z', actor: 'tester', reason: 'roadmap.csv', missing: 2 }] : [];
            await route.fulfill({ json: { ...((await answer.json()) as object), unfinished } });
        });
        await grid.open(host);
        await grid.only(product, 1);
        cut = false;
        await page.getByRole('button', { name: 'Cut short: roadmap.csv. Undo it' }).click();
        await expect(grid.toast).toContainText('Undone: roadmap.csv');
        await expect(page.getByRole('button', { name: /Cut short/ })).toHaveCount(0);
        await expect(page.locator('.wb-rows')).toContainText('0 rows');
    });

    test('history tells who, when, before and after, and grows by itself', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a'], { version: '1' });
        await grid.open(host);
        await grid.only(product, 1);
        await grid.go(0, 'name');
        await page.getByRole('button', { name: 'History' }).click();
        const panel = page.locator('.wb-inspector');
        await expect(panel).toContainText('1 version');
        expect((await panel.boundingBox())?.width).toBe(320);
        await host.update(refs[0] ?? '', { version: '2' }, '陈屿');
        const newest = panel.locator('.wb-version').first();
        await expect(newest).toContainText('陈屿');
        await expect(newest.locator('s')).toHaveText('1');
        await expect(newest.locator('b')).toHaveText('2');
        await expect(newest).toContainText('end-to-end test');
    });
});

test.describe('the past', () => {
    test('shows the table as of a day, read-only, until Esc', async ({ grid, host, page }) => {
        await grid.open(host);
        const now = await page.locator('.wb-rows').innerText();
        await page.getByRole('button', { name: 'As of' }).click();
        await page.locator('.wb-past-date input').fill('2015-06-30');
        await page.keyboard.press('Enter');
        const bar = page.locator('.wb-past');
        await expect(bar).toContainText('As of 2015-06-30');
        await expect(bar).toContainText('read-only, past');
        await expect(bar).toHaveCSS('border-bottom-style', 'dashed');
        await expect(page.locator('.wb-rows')).not.toHaveText(now);
        await expect(page.getByRole('button', { name: 'New row' })).toBeDisabled();
        await grid.go(0, 'name');
        await page.keyboard.type('x');
        await expect(page.locator('.wb-note')).toContainText('This is the past');
        await expect(grid.cell(0, 'name').locator('.typing')).toHaveCount(0);
        await page.keyboard.press('Escape');
        await expect(bar).toHaveCount(0);
        await expect(page.locator('.wb-rows')).toHaveText(now);
    });
});
