import { fileURLToPath } from 'node:url';
import { expect, test } from './bench';

const FOLDER = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));

for (const colorScheme of ['light', 'dark'] as const) {
    for (const [language, locale] of [['zh', 'zh-CN'], ['en', 'en-US']] as const) {
        test.describe(`pictures, ${language}, ${colorScheme}`, () => {
            test.use({ colorScheme, locale });

            test('of every screen', async ({ grid, host, page }) => {
                const shot = (name: string) => page.screenshot({ path: `${FOLDER}${name}-${language}-${colorScheme}.png` });
                const zh = language === 'zh';
                const cut = () =>
                    page.evaluate(() =>
                        [...document.querySelectorAll<HTMLElement>('.wb-toolbar button, .wb-tabs a, .wb-status span, .right .wb-value, .type-date .wb-value, .wb-top button')]
                            .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0)
                            .map((node) => node.innerText),
                    );

                await page.setViewportSize({ width: 1920, height: 1080 });
                await grid.open(host, 'partner-roadmap/slipped');
                await expect(grid.cell(0, 'slipDays')).not.toHaveText('');
                expect(await cut(), 'nothing is cut that must be whole').toEqual([]);
                await shot('grid-1920');

                await page.setViewportSize({ width: 1280, height: 800 });
                await grid.open(host, 'partner-roadmap/by-partner');
                await grid.go(3, 'name');
                expect(await cut(), 'nothing is cut that must be whole').toEqual([]);
                await page.getByRole('button', { name: zh ? '历史' : 'History' }).click();
                await expect(page.locator('.wb-version').first()).toBeVisible();
                await shot('history');
                await page.locator('.wb-inspector button.icon').click();

                await grid.go(2, 'partner');
                await page.keyboard.type('a');
                await expect(page.getByRole('option').first()).toBeVisible();
                await shot('picker');
                await page.keyboard.press('Escape');

                await grid.go(3, 'name');
                await page.keyboard.press('Delete');
                await expect(grid.prompt).toBeVisible();
                await shot('refused');
                await page.keyboard.press('Escape');

                await grid.go(4, 'promised');
                await page.keyboard.type(zh ? '下周' : 'next week');
                await page.keyboard.press('Enter');
                await expect(grid.prompt).toBeVisible();
                await shot('unread');
                await page.keyboard.press('Escape');

                const { product, refs } = await host.promises(['PostgreSQL 19 RC 2', 'PostgreSQL 19.1'], { version: '19', firstPromised: '2026-09-10', promised: '2026-09-10' });
                await grid.only(product, 2);
                await page.getByRole('button', { name: zh ? '新增一行' : 'New row' }).click();
                await expect(page.locator('.wb-draft')).toBeVisible();
                await page.keyboard.type('PostgreSQL 19.2');
                await shot('new-row');
                await page.keyboard.press('Escape');
                await page.getByRole('button', { name: zh ? '放弃' : 'Discard' }).click();

                await grid.go(0, 'version');
                await page.keyboard.type('19.0');
                await host.update(refs[0] ?? '', { version: '19rc2' }, '陈屿');
                await host.update(refs[1] ?? '', { version: '19rc2' }, '陈屿');
                await page.keyboard.press('Enter');
                await expect(grid.prompt.locator('section')).toHaveCount(2);
                await shot('conflict');
                await page.keyboard.press('2');
                await expect(grid.toast).toBeVisible();
                await shot('toast');

                const label = (en: string, chinese: string) => ({ en, zh: chinese });
                await page.route('**/api/v1/apply', (route) =>
                    route.fulfill({
                        status: 422,
                        json: {
                            asked: [
                                {
                                    code: 'slip-reason',
                                    at: 'requests[0].set.promised',
                                    question: label('This moves the promise by +28 days. Why?', '这会把承诺推迟 28 天。为什么？'),
                                    choices: [['scope', 'Scope grew', '范围变大'], ['people', 'People', '人手'], ['upstream', 'Upstream', '上游'], ['quality', 'Quality', '质量'], ['asked', 'We asked', '我方要求']].map(
                                        ([id = '', en = '', chinese = '']) => ({ id, label: label(en, chinese) }),
                                    ),
                                },
                            ],
                        },
                    }),
                );
                await grid.go(1, 'promised');
                await page.keyboard.type('2026-10-08');
                await page.keyboard.press('Enter');
                await expect(grid.prompt.getByRole('radio')).toHaveCount(5);
                await page.keyboard.press('3');
                await shot('asked');
                await page.keyboard.press('Escape');
                await page.unroute('**/api/v1/apply');

                await page.locator('.wb-filter input').fill(zh ? '没有这样的' : 'no such thing');
                await expect(page.locator('.wb-empty')).toBeVisible();
                await shot('empty-filter');
                await page.locator('.wb-filter input').fill('');
                await expect(page.locator('.wb-empty')).toHaveCount(0);
                await page.getByRole('button', { name: zh ? '条件' : 'Condition' }).click();
                await page.keyboard.type('days(firstPromised, promsed) > 0');
                await page.keyboard.press('Enter');
                await expect(page.locator('.wb-condition .wb-problem')).toBeVisible();
                await shot('condition');
                await page.getByRole('button', { name: zh ? '清除' : 'Clear' }).click();

                await page.getByRole('button', { name: zh ? '截至' : 'As of' }).click();
                await page.locator('.wb-past-date input').fill('2015-06-30');
                await page.keyboard.press('Enter');
                await grid.go(1, 'name');
                await shot('as-of');
                await page.keyboard.press('Escape');
                await page.keyboard.press('F1');
                await expect(page.getByRole('dialog')).toBeVisible();
                await shot('keys');
            });
        });
    }
}
