import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { expect, type Host } from './bench';

const FOLDER = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));

/** Opens a view of cards, bars or days, narrowed to the rows of one product. */
export async function show(page: Page, host: Host, view: string, words = ''): Promise<void> {
    await page.goto(`${host.url}#/partner-roadmap/${view}`);
    await expect(page.locator('.wb-connection.live')).toBeVisible();
    await expect(page.locator('.wb-planning-room')).toBeVisible();
    if (words === '') return;
    await page.locator('.wb-filter input').fill(words);
    await expect(page.locator('.wb-rows')).toContainText('filtered');
}

export async function barriers(page: Page): Promise<object[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const heavy = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    return heavy.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`) }));
}

export async function box(part: Locator): Promise<{ x: number; y: number; width: number; height: number; middle: number }> {
    const found = await part.boundingBox();
    if (!found) throw new Error(`${part.toString()} is not on the screen`);
    return { ...found, middle: found.x + found.width / 2 };
}

export async function drag(page: Page, part: Locator, to: { x: number; y: number }): Promise<void> {
    const from = await box(part);
    await page.mouse.move(from.middle, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.middle + 8, from.y + from.height / 2 + 1);
    await page.mouse.move(to.x, to.y, { steps: 4 });
}

/** The day so many days from now where the browser is, as the wire writes it. */
export function inDays(days: number): string {
    const shanghai = new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000);
    return shanghai.toISOString().slice(0, 10);
}

export async function picture(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: `${FOLDER}${name}.png` });
}

/** In both languages and themes, wide and less wide, nothing is out of reach of anybody. */
export async function look(page: Page, name: string): Promise<void> {
    for (const [language, words] of [['en', 'English'], ['zh', '中文']] as const) {
        await page.evaluate((chosen) => localStorage.setItem('weekbench.language', chosen), language);
        for (const theme of ['light', 'dark'] as const) {
            await page.evaluate((chosen) => localStorage.setItem('weekbench.theme', chosen), theme);
            for (const width of [1280, 1920]) {
                await page.setViewportSize({ width, height: width === 1280 ? 800 : 1080 });
                await page.reload();
                await expect(page.locator('.wb-connection.live'), words).toBeVisible();
                await expect(page.locator('.wb-planning-room [tabindex="0"]').first()).toBeVisible();
                await picture(page, `${name}-${language}-${theme}-${width}`);
            }
            expect(await barriers(page), `${name}, ${language}, ${theme}`).toEqual([]);
        }
    }
}
