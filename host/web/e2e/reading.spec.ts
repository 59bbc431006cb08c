import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Grid } from './bench';

async function barriers(page: Page) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const heavy = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    return heavy.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`) }));
}

const SCREENS: Readonly<Record<string, (grid: Grid, page: Page) => Promise<void>>> = {
    'the grid': () => Promise.resolve(),
    'the history of a row': async (grid, page) => {
        await grid.go(0, 'name');
        await page.getByRole('button', { name: 'History' }).click();
        await expect(page.locator('.wb-version')).toHaveCount(1);
    },
    'a list to choose from': async (grid, page) => {
        await grid.go(0, 'facet');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('listbox')).toBeVisible();
    },
    'a refusal at its cell': async (grid, page) => {
        await grid.go(0, 'name');
        await page.keyboard.press('Delete');
        await expect(grid.prompt).toBeVisible();
    },
    'the past': async (_grid, page) => {
        await page.getByRole('button', { name: 'As of' }).click();
        await page.locator('.wb-past-date input').fill('2015-06-30');
        await page.keyboard.press('Enter');
        await expect(page.locator('.wb-past')).toBeVisible();
    },
    'two views side by side': async (_grid, page) => {
        await page.keyboard.press('Control+\\');
        await expect(page.locator('.dv-groupview')).toHaveCount(2);
    },
    'the palette': async (_grid, page) => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type('re');
        await expect(page.getByRole('option').first()).toBeVisible();
    },
    'the sheet of keys': async (_grid, page) => {
        await page.keyboard.press('F1');
        await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    },
};

for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in the ${colorScheme}`, () => {
        test.use({ colorScheme });

        for (const [screen, show] of Object.entries(SCREENS)) {
            test(`${screen} bars nobody`, async ({ grid, host, page }) => {
                const { product } = await host.promises(['a'], { version: '1' });
                await grid.open(host);
                await grid.only(product, 1);
                await show(grid, page);
                expect(await barriers(page)).toEqual([]);
            });
        }

        test('each text token stands out from its ground as promised', async ({ grid, host, page }) => {
            await grid.open(host);
            const wanted: [string, string, number][] = [
                ['--text', '--canvas', 4.5], ['--text-2', '--canvas', 4.5], ['--text-3', '--canvas', 4.5], ['--text-3', '--sunken', 4.5],
                ['--on-accent', '--accent', 4.5], ['--accent-text', '--selection', 4.5], ['--yes', '--yes-ground', 4.5],
                ['--partial', '--partial-ground', 4.5], ['--late', '--late-ground', 4.5], ['--past', '--past-ground', 4.5],
                ['--on-toast', '--toast', 4.5], ['--field', '--canvas', 3], ['--text-3', '--chrome', 4.5],
            ];
            const ratios = await page.evaluate((pairs) => {
                const probe = document.body.appendChild(document.createElement('i'));
                const luminance = (token: string) => {
                    probe.style.color = `var(${token})`;
                    const channels = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).slice(0, 3).map((each) => Number(each) / 255);
                    const [r = 0, g = 0, b = 0] = channels.map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                };
                return pairs.map(([text, ground]) => {
                    const [one, other] = [luminance(text), luminance(ground)];
                    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
                });
            }, wanted);
            const low = wanted.filter(([, , least], index) => (ratios[index] ?? 0) < least);
            expect(low).toEqual([]);
        });
    });
}

test('the language is switched live, data keeps its own', async ({ grid, host, page }) => {
    const { product } = await host.promises(['a'], { note: 'stays as written' });
    await grid.open(host);
    await grid.only(product, 1);
    await expect(page.locator('.slick-header-column[data-id="promised"]')).toContainText('Promised date');
    await expect(grid.cell(0, 'state')).toHaveText('Planned');
    await grid.go(0, 'name');
    await page.keyboard.press('Alt+l');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.locator('.slick-header-column[data-id="promised"]')).toContainText('承诺日期');
    await expect(grid.cell(0, 'state')).toHaveText('规划中');
    await expect(page.locator('.wb-rows')).toHaveText('1 行 · 已筛选');
    await expect(grid.cell(0, 'name')).toContainText(`a ${product}`);
    await expect(grid.cell(0, 'name').locator('input'), 'the cursor stays where it was').toBeFocused();
    await page.getByRole('button', { name: 'EN' }).click();
    await expect(page.locator('.wb-rows')).toHaveText('1 row · filtered');
});

test('the theme is chosen by hand and kept', async ({ grid, host, page }) => {
    await grid.open(host);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgb(255, 255, 255)');
    const button = page.locator('.wb-theme');
    await button.click();
    await button.click();
    expect(await ground()).toBe('rgb(22, 24, 27)');
    await page.reload();
    await expect(page.locator('.wb-theme')).toContainText('Dark');
    expect(await ground()).toBe('rgb(22, 24, 27)');
});

test('F6 goes from part to part, and each focus can be seen', async ({ grid, host, page }) => {
    await grid.open(host);
    const seen = new Set<string>();
    for (let n = 0; n < 4; n++) {
        await page.keyboard.press('F6');
        const [region, outline] = await page.evaluate(() => {
            const focused = document.activeElement as HTMLElement;
            // A field with a mark in it is ringed as a whole.
            const ringed = focused.closest('.field') ?? focused;
            return [String(focused.closest('[data-region]')?.className), getComputedStyle(ringed).outlineWidth] as const;
        });
        seen.add(region);
        expect(outline).toBe('2px');
    }
    expect(seen.size).toBe(4);
});

test('the name of who works here is kept with each change', async ({ grid, host, page }) => {
    const { product, refs } = await host.promises(['a']);
    await grid.open(host);
    await page.locator('.wb-me').click();
    await page.locator('#actor').fill('林夏');
    await page.keyboard.press('Enter');
    await expect(page.locator('.wb-me')).toHaveText('林夏');
    await grid.only(product, 1);
    await grid.go(0, 'version');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await host.read(refs[0] ?? '')).values['version']).toBe('9');
    const history = (await (await host.ask(`/api/v1/items/${refs[0] ?? ''}/history`)).json()) as { versions: { actor: string }[] };
    expect(history.versions[0]?.actor).toBe('林夏');
});
