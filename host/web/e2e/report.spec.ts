import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './bench';

// Asked for in each test: it fails one whose page fails behind the screen, and makes its reader somebody of their own.
test.beforeEach(({ grid }) => expect(grid.page).toBeDefined());

const sheet = '.wb-report-sheet';

test('a battle card is made of what is chosen, with every line’s source, and nothing unknown looks certain', async ({ host, page }) => {
    await page.goto(`${host.url}#/competitor-matrix/battle-card`);
    await expect(page.locator('.wb-report-room')).toContainText('Choose first: Rival');
    await page.locator('wb-report select').first().selectOption({ label: 'PostgreSQL' });
    await expect(page.locator(`${sheet} h2`)).toHaveText('Battle card: PostgreSQL');
    await expect(page.locator(sheet)).toContainText('Supported by evidence');
    await expect(page.locator(`${sheet} td.is-fresh, ${sheet} td.is-stale`).first().locator('sup a')).toHaveAttribute('href', /^https:\/\/www\.postgresql\.org\//);
    await page.locator('wb-report select').first().selectOption({ label: 'Oracle Database' });
    await page.locator('wb-report select').last().selectOption({ label: 'PostgreSQL' });
    await expect(page.locator(`${sheet} h2`)).toHaveText('Battle card: Oracle Database');
    await expect(page.locator(`${sheet} td.is-unknown`).first()).toHaveText(/unknown/);
    await expect(page.locator(sheet)).not.toContainText('We are ahead');
});

test('two products stand side by side, and are kept as a file that prints', async ({ host, page }) => {
    await page.goto(`${host.url}#/competitor-matrix/compare`);
    await page.locator('.wb-report-some summary').click();
    for (const product of ['PostgreSQL', 'MySQL']) await page.locator('.wb-report-choices').getByLabel(product, { exact: true }).check();
    await expect(page.locator(`${sheet} h2`)).toHaveText('PostgreSQL / MySQL');
    await expect(page.locator(`${sheet} thead`).last()).toContainText('Ours is');
    const address = await page.getByRole('link', { name: 'Print' }).getAttribute('href');
    const printed = await host.ask(address ?? '');
    expect(printed.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await printed.text();
    expect(text).toContain('<h1>PostgreSQL / MySQL</h1>');
    expect(text).not.toContain('<script');
});

for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in the ${colorScheme}`, () => {
        test.use({ colorScheme });

        test('a report bars nobody', async ({ host, page }) => {
            await page.goto(`${host.url}#/competitor-matrix/coverage-report`);
            await expect(page.locator(`${sheet} table`)).toHaveCount(2);
            const { violations } = await new AxeBuilder({ page }).include('wb-report').analyze();
            expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        });
    });
}
