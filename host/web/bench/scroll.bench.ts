import type { Page } from '@playwright/test';
import { ROUNDS, test } from './measure';
import { longestTask, said, type Task } from './trace';

const NOTCHES = 90;
const NOTCH = 240;
const VIEWS = [
    ['matrix', 'a matrix of 500 × 50'],
    ['demands', 'a grid of 1,000,000 rows'],
    ['tickets', 'a grid of 200,000 rows and 16 columns'],
] as const;

for (const [view, what] of VIEWS) {
    for (const [how, scroll] of [['by wheel', wheel], ['by its bar', drag]] as const) {
        test(`scrolling ${what} ${how}`, async ({ measure, told, browser }) => {
            const tasks: Task[] = [];
            const seen = await measure.rounds(view, async (page) => {
                tasks.push(await longestTask(browser, page, () => scroll(page)));
                return scrolled(page, scroll);
            });
            const worst = tasks.reduce((most, task) => (task.millis > most.millis ? task : most));
            const note = `processor time, the most of ${ROUNDS} windows; ${said(worst)}; by the clock ${overFifty(seen)}`;
            told({ line: `longest task while scrolling ${what} ${how}`, bar: 50, unit: 'ms', got: worst.millis, note });
        });
    }
}

test('scrolling plain text', async ({ measure, told, browser }) => {
    const tasks: Task[] = [];
    const seen = await measure.rounds('matrix', async (page) => {
        await page.evaluate(() => {
            const rows = Array.from({ length: 4000 }, (_, row) => `<div>${'容灾 failover '.repeat(12)}${row}</div>`).join('');
            document.body.innerHTML = `<div class="wb-mx" style="position: fixed; inset: 0; overflow: auto">${rows}</div>`;
        });
        tasks.push(await longestTask(browser, page, () => wheel(page)));
        return scrolled(page, wheel);
    });
    const most = Math.max(...tasks.map(({ millis }) => millis));
    told({ line: 'longest task while scrolling plain text by wheel', bar: 50, unit: 'ms', got: most, note: `what this machine makes of a page without a script; by the clock ${overFifty(seen)}` });
});

/** The browser's own count of long tasks, which begins at 50 ms. */
function overFifty(seen: readonly number[]): string {
    return `the longest of each: ${seen.map((millis) => (millis === 0 ? 'under 50' : millis.toFixed(0))).join(', ')}`;
}

async function scrolled(page: Page, scroll: (page: Page) => Promise<void>): Promise<number> {
    await page.evaluate(() => window.bench.longest());
    await scroll(page);
    return page.evaluate(() => window.bench.longest());
}

/** There and back and to the side, a notch after the other. */
async function wheel(page: Page): Promise<void> {
    await page.mouse.move(1100, 600);
    for (let notch = 0; notch < NOTCHES; notch++) await page.mouse.wheel(notch % 9 === 8 ? NOTCH : 0, notch % 9 === 8 ? 0 : NOTCH);
    for (let notch = 0; notch < NOTCHES; notch++) await page.mouse.wheel(notch % 9 === 8 ? -NOTCH : 0, notch % 9 === 8 ? 0 : -NOTCH);
    await page.evaluate(() => window.bench.still());
}

/** As somebody drags the bar: every frame somewhere else, then at rest. */
async function drag(page: Page): Promise<void> {
    await page.evaluate(async () => {
        for (const room of window.bench.rooms()) {
            for (let frame = 0; frame <= 60; frame++) {
                room.scrollTop = (room.scrollHeight * frame) / 60;
                room.scrollLeft = (room.scrollWidth * (frame % 20)) / 20;
                await new Promise((resolve) => requestAnimationFrame(resolve));
            }
        }
        await window.bench.still();
    });
}

