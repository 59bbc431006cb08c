import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import { start, type Started } from './host';

/** Each test begins with an empty home of its own. */
const test = base.extend<{ empty: Started }>({
    empty: async ({}, use) => {
        const home = mkdtempSync(join(tmpdir(), 'weekbench-empty-'));
        const host = await start('serve', '--home', home);
        await use(host);
        await host.end();
        rmSync(home, { recursive: true });
    },
});

test.describe('an empty home', () => {
    test('asks which parts of the week are yours, and installs those', async ({ empty, page }) => {
        test.setTimeout(120_000);
        await page.goto(empty.url);
        await expect(page.getByRole('heading', { name: 'Which parts of the week are yours?' })).toBeVisible();
        const offers = page.locator('.wb-part');
        await expect(offers.first()).toBeVisible();
        for (const offer of await offers.all()) expect((await offer.innerText()).trim().length, 'says what it is for').toBeGreaterThan(40);
        await expect(page.getByRole('button', { name: 'Install 0 trackers' })).toBeDisabled();
        await page.keyboard.press('Tab');
        await page.locator('[data-plugin="partner-roadmap"] input').focus();
        await page.keyboard.press('Space');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
        await page.keyboard.press('Enter');
        await expect(page.locator('.wb-activity a[aria-current="page"]')).toContainText('Partner', { timeout: 60_000 });
        await expect(page.locator('.wb-empty, .slick-viewport').first()).toBeVisible();
        await expect(page.locator('.wb-activity a')).toHaveCount(2);
    });

    test('fills itself with the sample after saying so', async ({ empty, page }) => {
        test.setTimeout(180_000);
        await page.goto(empty.url);
        await expect(page.locator('.wb-sample')).toContainText('its history begins today');
        // Held until its progress was seen: a quick machine fills it before a look.
        let goOn = (): void => undefined;
        const seen = new Promise<void>((resolve) => (goOn = resolve));
        await page.route('**/api/v1/sample', async (route) => {
            if (route.request().method() === 'POST') await seen;
            await route.continue();
        });
        await page.getByRole('button', { name: 'Open the sample workspace' }).click();
        await expect(page.getByRole('progressbar')).toBeVisible({ timeout: 60_000 });
        goOn();
        await expect(page.locator('.wb-rows')).toContainText(/[1-9]/, { timeout: 150_000 });
        await expect(page.locator('.wb-problem')).toHaveCount(0);
    });
});
