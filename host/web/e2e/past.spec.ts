import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './bench';

test.describe('a view at other times', () => {
    test('goes from change to change by keys, and back to now', async ({ grid, host, page }) => {
        await grid.open(host);
        const now = await page.locator('.wb-rows').innerText();
        await page.keyboard.press('Alt+t');
        const thumb = page.getByRole('slider', { name: 'Time shown' });
        await expect(thumb).toHaveAttribute('aria-valuetext', 'Now');
        await thumb.focus();
        await page.keyboard.press('Home');
        await expect(thumb).toHaveAttribute('aria-valuenow', '0');
        await expect(page.locator('.wb-past')).toContainText('read-only, past');
        await expect(page.locator('.wb-rows')).not.toHaveText(now);
        const first = await thumb.getAttribute('aria-valuetext');
        await page.keyboard.press('ArrowRight');
        await expect(thumb).toHaveAttribute('aria-valuenow', '1');
        expect(await thumb.getAttribute('aria-valuetext')).not.toBe(first);
        await page.keyboard.press('End');
        await expect(page.locator('.wb-rows')).toHaveText(now);
        await expect(page.getByRole('button', { name: 'New row' })).toBeEnabled();
        await page.keyboard.press('Escape');
        await expect(page.locator('.wb-past')).toHaveCount(0);
    });

    test('stands on a track with a tick for each change, thumbs within it', async ({ grid, host, page }) => {
        await grid.open(host);
        await page.keyboard.press('Alt+t');
        const track = page.locator('.wb-track');
        await expect(page.locator('.wb-track-ticks')).toHaveAttribute('d', /^M0 2V14M/);
        const room = await track.boundingBox();
        expect(room).not.toBeNull();
        await page.mouse.click((room?.x ?? 0) + (room?.width ?? 0) / 2, (room?.y ?? 0) + (room?.height ?? 0) / 2);
        await expect(page.locator('.wb-past.past')).toBeVisible();
        const thumb = await page.locator('.wb-thumb').boundingBox();
        expect(thumb && room && thumb.x > room.x && thumb.x + thumb.width < room.x + room.width).toBe(true);
        await page.getByRole('button', { name: 'Back to now' }).click();
        await expect(page.locator('.wb-past')).toHaveCount(0);
    });

    test('marks what changed, came and went since another time', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a', 'b'], { version: '1' });
        const since = new Date().toISOString();
        await host.update(refs[0] ?? '', { version: '2' }, '陈屿');
        await host.apply({ create: 'partner-roadmap.item', values: { name: `c ${product}`, product, partner: 'partner-roadmap.partner/pgdg', facet: 'plan', state: 'planned', version: '3' } });
        const gone = await host.read(refs[1] ?? '');
        await host.apply({ delete: refs[1], revision: gone.revision });
        await grid.open(host);
        await page.locator('.wb-filter input').fill(product);
        await page.keyboard.press('Alt+d');
        // A week ago none of these was there; from here on it is compared with a moment ago.
        const signs = (kind: string) => page.locator(`.slick-row.${kind} .wb-diff-sign`);
        await expect(signs('added')).toHaveCount(2);
        await page.route('**/compare?*', (route) => {
            const url = new URL(route.request().url());
            url.searchParams.set('from', since);
            return route.continue({ url: url.href });
        });
        await page.locator('.wb-filter input').fill(`${product} `);
        const changed = page.locator('.slick-row.changed');
        await expect(signs('changed')).toHaveCount(1);
        await expect(changed.locator('s.was')).toHaveText('1');
        await expect(changed.locator('.slick-cell[aria-describedby$="version"]')).toContainText('2');
        await expect(signs('added')).toHaveCount(1);
        await expect(signs('withdrawn')).toHaveCount(1);
        await expect(page.locator('.slick-row .wb-diff-sign')).toHaveText([/^[~+−]/, /^[~+−]/, /^[~+−]/]);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
        await page.getByRole('button', { name: 'Compare' }).click();
        await expect(page.locator('.slick-row .wb-diff-sign')).toHaveCount(0);
    });

    test('marks what became of the cards of a board, as of any element that stands for an item', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a', 'b'], { version: '1' });
        const since = new Date().toISOString();
        await host.update(refs[0] ?? '', { version: '2' }, '陈屿');
        await grid.open(host);
        await page.goto(`${host.url}#/partner-roadmap/board`);
        await page.locator('.wb-filter input').fill(product);
        const cards = (kind: string) => page.locator(`.wb-card[data-difference="${kind}"]`);
        await expect(page.locator('.wb-card')).toHaveCount(2);
        await page.keyboard.press('Alt+d');
        await expect(cards('added')).toHaveCount(2);
        await page.route('**/compare?*', (route) => {
            const url = new URL(route.request().url());
            url.searchParams.set('from', since);
            return route.continue({ url: url.href });
        });
        await host.update(refs[0] ?? '', { version: '3' }, '陈屿');
        await expect(cards('changed')).toHaveCount(1);
        await expect(cards('changed')).toHaveAccessibleDescription('changed: Version');
        await expect(cards('added')).toHaveCount(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
        await page.getByRole('button', { name: 'Compare' }).click();
        await expect(page.locator('[data-difference]')).toHaveCount(0);
    });

    test('hears nothing of the present while in the past', async ({ grid, host, page }) => {
        const { product, refs } = await host.promises(['a'], { version: '1' });
        await grid.open(host);
        await grid.only(product, 1);
        await host.update(refs[0] ?? '', { version: '2' }, '陈屿');
        await expect(grid.cell(0, 'version')).toHaveText('2');
        await page.keyboard.press('Alt+t');
        await page.getByRole('slider', { name: 'Time shown' }).focus();
        await page.keyboard.press('ArrowLeft');
        await expect(page.locator('.wb-past.past')).toBeVisible();
        await expect(grid.cell(0, 'version')).toHaveText('1');
        const heard = await page.locator('.wb-revision').innerText();
        await host.update(refs[0] ?? '', { version: '3' }, '陈屿');
        await expect(page.locator('.wb-revision'), 'the window hears of it').not.toHaveText(heard);
        await expect(grid.cell(0, 'version')).toHaveText('1');
        await page.keyboard.press('Escape');
        await expect(grid.cell(0, 'version')).toHaveText('3');
    });

    test('takes out what is on the screen', async ({ grid, host, page }) => {
        const { product } = await host.promises(['a', 'b'], { version: '1' });
        await grid.open(host);
        await grid.only(product, 2);
        await page.getByRole('button', { name: 'Export' }).click();
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Markdown table' }).click()]);
        const chunks: Buffer[] = [];
        for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
        const lines = Buffer.concat(chunks).toString('utf8').trim().split('\n');
        expect(lines).toHaveLength(4);
        expect(lines[0]).toContain('Promised date');
        expect(lines.slice(2).every((line) => line.includes(product))).toBe(true);
    });
});
