import { expect, test } from './bench';
import { barriers, box } from './planning';

test.describe('plugins', () => {
    test('a tracker goes, its data stays readable, and it comes back', async ({ grid, host, page }) => {
        await grid.open(host, 'revenue-sheet');
        const rows = await page.locator('.wb-rows').innerText();
        await page.locator('.wb-activity a', { hasText: 'Plugins' }).click();
        const plugin = page.locator('[data-plugin="revenue-sheet"]');
        await plugin.getByRole('button', { name: 'Remove' }).click();
        await expect(plugin).toContainText('Its data stays readable');
        await plugin.getByRole('button', { name: 'Remove', exact: true }).click();
        await expect(plugin.getByRole('button', { name: 'Install' })).toBeVisible();
        const activity = page.locator('.wb-activity a', { hasText: 'Revenue' });
        await expect(activity).toHaveCount(0);

        const left = page.locator('section', { has: page.getByRole('heading', { name: 'Not installed, data kept' }) });
        await left.locator('[data-plugin="revenue-sheet"]').getByRole('link', { name: 'Read the data' }).click();
        await expect(page.locator('.wb-rows')).toHaveText(rows);
        await page.locator('.wb-activity a', { hasText: 'Plugins' }).click();
        await plugin.getByRole('button', { name: 'Install' }).click();
        await expect(plugin.getByRole('button', { name: 'Remove' })).toBeVisible();
        await activity.click();
        await expect(page.locator('.wb-rows')).toHaveText(rows);
    });

    test('a tracker that a colleague removes or installs goes and comes without a reload', async ({ grid, host, page }) => {
        await grid.open(host);
        const activity = page.locator('.wb-activity a', { hasText: 'Revenue' });
        await expect(activity).toHaveCount(1);
        await expect(page.locator('.wb-status-plugins')).toHaveText('4 plugins fine');
        await host.ask('/api/v1/plugins/revenue-sheet/remove', { method: 'POST' });
        await expect(activity).toHaveCount(0);
        await expect(page.locator('.wb-status-plugins')).toHaveText('3 plugins fine');
        await host.ask('/api/v1/plugins/revenue-sheet/install', { method: 'POST' });
        await expect(activity).toHaveCount(1);
        await expect(page.locator('.wb-status-plugins')).toHaveText('4 plugins fine');
    });

    test('a view that a plugin brings is shown, follows what happens, and honours the past', async ({ grid, host, page }) => {
        const refused: string[] = [];
        page.on('console', (message) => /refused|violates/i.test(message.text()) && refused.push(message.text()));
        await grid.open(host);
        await page.getByRole('tab', { name: 'Who slips, and why' }).click();
        const view = page.locator('partner-roadmap-slips');
        await expect(view.locator('tbody tr').first()).toBeVisible();
        const bar = await view.locator('svg rect').first().boundingBox();
        expect(bar?.width ?? 0, 'the longest bar is long').toBeGreaterThan(100);
        await expect(page.locator('.wb-rows')).toContainText(/rows/);
        const { refs } = await host.promises(['slips'], { firstPromised: '2026-01-01', promised: '2026-01-01' });
        const before = await page.locator('.wb-rows').innerText();
        const promise = { item: refs[0], about: 'arrival', promised: '2026-12-31', previous: '2026-01-01', saidBy: '陈屿', saidOn: '2026-08-17', cause: 'scope', reason: 'more of it' };
        await host.apply({ create: 'partner-roadmap.promise', values: promise });
        await expect(page.locator('.wb-rows')).not.toHaveText(before);
        const now = await page.locator('.wb-rows').innerText();
        await page.keyboard.press('Alt+t');
        await page.getByRole('slider', { name: 'Time shown' }).focus();
        await page.keyboard.press('Home');
        await expect(page.locator('.wb-past.past')).toBeVisible();
        await expect(page.locator('.wb-rows'), 'fewer promises had been moved then').not.toHaveText(now);
        await page.getByRole('button', { name: '中' }).click();
        await expect(view.locator('th, p').first()).toHaveText(/合作伙伴|还没有/);
        expect(refused).toEqual([]);
    });

    test('where a view of a plugin cannot be loaded, its kind stands in and that is said', async ({ grid, host, page }) => {
        await page.route('**/web/slips.js*', (route) => route.fulfill({ status: 404, body: '' }));
        await grid.open(host);
        await page.getByRole('tab', { name: 'Who slips, and why' }).click();
        await expect(grid.toast).toContainText('slips.js');
        await expect(page.locator('.slick-row').first()).toBeVisible();
    });

    test('says why a file is no plugin', async ({ host, page }) => {
        await page.goto(`${host.url}#/+plugins`);
        await page.locator('.wb-page input[type=file]').setInputFiles({ name: 'notes.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
        await expect(page.locator('.wb-page > .wb-problem')).toBeVisible();
        await expect(page.locator('[data-plugin="partner-roadmap"]')).toBeVisible();
    });

    test('says before anybody decides what each brings, may touch and fetch, and what removing takes', async ({ host, page }) => {
        await page.goto(`${host.url}#/+plugins`);
        const roadmap = page.locator('[data-plugin="partner-roadmap"]');
        await expect(roadmap.locator('dl')).toContainText('3 tables (Partner, Roadmap item, and Promise)');
        await expect(roadmap.locator('dl')).toContainText('its own tables, nothing else');
        await expect(roadmap.locator('dl')).toContainText('it does not go online');
        await expect(page.locator('[data-plugin="community-news"] dd.wide')).toHaveText('any address on the internet');
        await roadmap.getByRole('button', { name: 'Remove' }).click();
        const leaving = roadmap.getByRole('group', { name: 'Remove' });
        await expect(leaving).toContainText(/Goes: \d+ views, its rules/);
        await expect(leaving).toContainText(/Stays: [\d,]+ rows in 3 tables/);
        const [card, said] = [await box(roadmap), await box(leaving)];
        expect(said.y + said.height, 'it stands in the card').toBeLessThanOrEqual(card.y + card.height);
        await leaving.getByRole('button', { name: 'Keep it' }).click();
        await expect(leaving).toHaveCount(0);
        const icons = await page.locator('.wb-activity a wb-mark').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('name')));
        expect(new Set(icons).size, 'each tracker has a picture of its own').toBe(icons.length);
        await page.getByRole('button', { name: '中' }).click();
        await expect(roadmap.locator('dl')).toContainText('3 张表（合作伙伴、路线图条目、承诺）');
        for (const theme of ['light', 'dark']) {
            await page.emulateMedia({ colorScheme: theme as 'light' | 'dark' });
            expect(await barriers(page), theme).toEqual([]);
        }
    });

    test('a broken plugin stands first with its reason and what to do, and the rest goes on', async ({ host, page }) => {
        await page.route('**/api/v1/plugins', async (route) => {
            const lists = (await (await route.fetch()).json()) as { installed: { id: string }[] };
            const both = (en: string, zh: string) => ({ en, zh });
            const problem = { code: 'failed-to-start', at: '', message: both('Its code failed as it started: no such method.', '其代码在启动时出错。'), hint: both('Update, roll back or remove it.', '请更新、回退或移除它。') };
            const installed = lists.installed.map((plugin) => (plugin.id === 'community-news' ? { ...plugin, state: 'failed', problem } : plugin));
            await route.fulfill({ json: { ...lists, installed } });
        });
        await page.goto(`${host.url}#/+plugins`);
        const first = page.locator('[data-plugin]').first();
        await expect(first).toHaveAttribute('data-plugin', 'community-news');
        await expect(first).toContainText('Did not start');
        await expect(first.getByRole('alert')).toContainText('no such method. Update, roll back or remove it.');
        await expect(first).toContainText('All else goes on.');
        await expect(page.locator('.wb-status-plugins')).toHaveText('1 plugin in trouble');
        await expect(first.getByRole('button', { name: 'Back to the version before' })).toBeVisible();
        await first.getByRole('button', { name: 'Back to the version before' }).click();
        await expect(first, 'what is refused is said at the plugin').toContainText('No earlier version of community-news is kept here.');
        await expect(page.locator('[data-plugin="partner-roadmap"]')).toContainText('Runs');
        expect(await barriers(page)).toEqual([]);
    });
});
