import type { Page } from '@playwright/test';
import { ROUNDS, median, rounded, test } from './measure';

test('first screen', async ({ measure, told }) => {
    const times = await measure.rounds('demands', (page) => page.evaluate(() => window.bench.ready));
    told({ line: 'first screen interactive', bar: 1500, unit: 'ms', got: median(times), note: `a first visit, nothing in the cache, onto 1,000,000 rows; ${rounded(times)}` });
});

for (const [view, rows, bar] of [['tickets', '200,000', 800], ['demands', '1,000,000', 1300]] as const) {
    test(`grid of ${rows} rows`, async ({ measure, told }) => {
        const times = await measure.rounds('matrix', (page) => opened(page, view));
        told({ line: `grid of ${rows} rows ready`, bar, unit: 'ms', got: median(times), note: `opened for the first time in a window; ${rounded(times)}` });
    });
}

function opened(page: Page, view: string): Promise<number> {
    return page.evaluate(async (hash) => {
        const begin = performance.now();
        location.hash = hash;
        return (await window.bench.top()) - begin;
    }, `#/bench/${view}`);
}

test('deep jump', async ({ measure, told }) => {
    const page = await measure.open('demands');
    const times: number[] = [];
    for (let jump = 1; jump <= ROUNDS * 2; jump++) times.push(await jumped(page, jump / (ROUNDS * 2 + 1)));
    told({ line: 'deep jump in 1,000,000 rows', bar: 300, unit: 'ms', got: median(times), note: `the scrollbar dropped elsewhere; ${rounded(times)}` });
});

function jumped(page: Page, share: number): Promise<number> {
    return page.evaluate(async (share) => {
        const [room] = window.bench.rooms();
        if (!room) throw new Error('nothing can be scrolled');
        const begin = performance.now();
        const there = window.bench.elsewhere();
        room.scrollTop = room.scrollHeight * share;
        return (await there) - begin;
    }, share);
}

test('an edit seen by another', async ({ measure, told }) => {
    const [one, other] = [await measure.open('demands'), await measure.open('demands')];
    const times: number[] = [];
    for (let row = 0; row < ROUNDS * 2; row++) {
        const words = `someone ${row} ${Date.now()}`;
        const seen = other.evaluate((words) => window.bench.says(words), words);
        await one.locator(`.slick-row[data-row="${row}"] .slick-cell[aria-describedby$="owner"]`).click();
        await one.keyboard.type(words);
        await one.keyboard.press('Enter');
        times.push((await seen) - (await one.evaluate(() => window.bench.entered)));
    }
    told({ line: 'an edit by one person visible to another', bar: 300, unit: 'ms', got: median(times), note: `from Enter to the other's screen; ${rounded(times)}` });
});
