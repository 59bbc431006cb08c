import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './bench';

const address = (ref: string) => `partner-roadmap/item.page/${encodeURIComponent(ref)}`;

// Asked for in each test: it fails one whose page fails behind the screen, and makes its reader somebody of their own.
test.beforeEach(({ grid }) => expect(grid.page).toBeDefined());

test('Markdown is a page, and its links lead to items', async ({ host, page, grid }) => {
    const { refs } = await host.promises(['Target']);
    const { refs: written } = await host.promises(['Written'], { note: `# Plan\n\nSee [the target](${refs[0] ?? ''}) and **that**.\n\n| a | b |\n|---|---|\n| 1 | 2 |` });
    await page.goto(`${host.url}#/${address(written[0] ?? '')}`);
    const prose = page.locator('.wb-page-text .wb-prose');
    await expect(prose.locator('h1')).toHaveText('Plan');
    await expect(prose.locator('td')).toHaveText(['1', '2']);
    const width = await prose.evaluate((node) => node.getBoundingClientRect().width);
    expect(width, 'at most 620 wide').toBeLessThanOrEqual(620);
    expect(await prose.evaluate((node) => getComputedStyle(node).font)).toMatch(/^15px \/ 26px/);
    await prose.getByRole('link', { name: 'the target' }).click();
    await expect(page.locator('.slick-row .slick-cell.l0')).toHaveCount(1);
    await expect(grid.cell(0, 'name')).toContainText('Target');
});

test('what would run, load or restyle does not', async ({ host, page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const note = '<img src="https://evil.example/p.png" alt="a chart"><script>window.ran = 1</script><a href="javascript:window.ran=2">x</a><p style="position:fixed" onclick="window.ran=3">kept</p><iframe src="https://evil.example"></iframe>';
    const { refs } = await host.promises(['Hostile'], { note });
    await page.goto(`${host.url}#/${address(refs[0] ?? '')}`);
    const prose = page.locator('.wb-page-text .wb-prose');
    await expect(prose.getByText('kept')).toBeVisible();
    await expect(prose.getByRole('link', { name: '[a chart]' })).toHaveAttribute('rel', /noopener/);
    expect(await prose.evaluate((node) => [...node.querySelectorAll('script, iframe, img, [style], [onclick], [href^="javascript"]')].length)).toBe(0);
    await prose.getByText('kept').click();
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(asked.filter((url) => url.includes('evil.example'))).toEqual([]);
});

test('what is written is stored by Ctrl Enter alone, and leaving asks before words are lost', async ({ host, page, grid }) => {
    const { refs } = await host.promises(['Written'], { note: 'before' });
    const ref = refs[0] ?? '';
    await page.goto(`${host.url}#/${address(ref)}`);
    await expect(page.locator('.wb-prose')).toHaveText('before');
    await page.keyboard.press('e');
    const area = page.locator('.wb-writing textarea');
    await expect(area).toBeFocused();
    await area.fill('');
    await page.keyboard.type('after **all**');
    await expect(page.locator('.wb-writing .wb-prose strong'), 'what it will look like stands beside').toHaveText('all');
    await page.keyboard.press('Escape');
    await expect(page.locator('.wb-writing [role=alert]')).toContainText('not saved');
    await page.keyboard.press('Escape');
    await expect(area).toBeFocused();
    expect((await host.read(ref)).values['note']).toBe('before');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await host.read(ref)).values['note']).toBe('after **all**');
    await expect(page.locator('.wb-page-text .wb-prose strong')).toHaveText('all');
    await expect(grid.toast.getByRole('button', { name: 'Undo' })).toBeVisible();
});

test('two who write the same text see both and choose', async ({ host, page, grid }) => {
    const { refs } = await host.promises(['Written'], { note: 'before' });
    const ref = refs[0] ?? '';
    await page.goto(`${host.url}#/${address(ref)}`);
    await expect(page.locator('.wb-prose')).toHaveText('before');
    await page.keyboard.press('e');
    await page.locator('.wb-writing textarea').fill('mine');
    await host.update(ref, { note: 'theirs' }, '陈屿');
    await page.keyboard.press('Control+Enter');
    await expect(grid.prompt).toContainText('陈屿');
    await expect(grid.prompt.locator('section')).toHaveText([/theirs/, /mine/]);
    await page.keyboard.press('2');
    await expect.poll(async () => (await host.read(ref)).values['note']).toBe('mine');
});

for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in the ${colorScheme}`, () => {
        test.use({ colorScheme });

        test('reading and writing bar nobody', async ({ host, page }) => {
            const { refs } = await host.promises(['Read'], { note: '# 计划\n\n说明 `code` [x](https://example.org)' });
            await page.goto(`${host.url}#/${address(refs[0] ?? '')}`);
            await expect(page.locator('.wb-prose h1')).toBeVisible();
            await expect(page.locator('.wb-prose')).toHaveAttribute('lang', 'zh-CN');
            for (const writes of [false, true]) {
                if (writes) await page.keyboard.press('e');
                await expect(page.locator('.wb-writing')).toHaveCount(writes ? 1 : 0);
                const { violations } = await new AxeBuilder({ page }).analyze();
                expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
            }
        });
    });
}
