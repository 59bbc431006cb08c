import { test as base, type Browser, type Page } from '@playwright/test';
import { watch } from './watch';

export const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

/** What is asked, and what was got. */
export interface Line {
    readonly line: string;
    readonly bar: number;
    readonly unit: 'ms' | 'MB';
    readonly got: number;
    readonly note: string;
}

/** Whoever measures gets windows of their own, as cold as a first visit. */
export class Measure {
    constructor(
        private readonly browser: Browser,
        private readonly address: string,
    ) {}

    /** A new window at a view of the benchmarks, watched from its very beginning, once it is ready. */
    async open(view: string): Promise<Page> {
        const context = await this.browser.newContext();
        await context.addInitScript(watch);
        const page = await context.newPage();
        await page.goto(`${this.address}#/bench/${view}`);
        await page.evaluate(() => window.bench.ready);
        return page;
    }

    /** Does it some times over, each in a window of its own. */
    async rounds<T>(view: string, once: (page: Page) => Promise<T>): Promise<T[]> {
        const all: T[] = [];
        for (let round = 0; round < ROUNDS; round++) {
            const page = await this.open(view);
            all.push(await once(page));
            await page.context().close();
        }
        return all;
    }
}

export const test = base.extend<{ measure: Measure; told: (line: Line) => void }>({
    measure: async ({ browser }, use) => {
        const address = process.env['WEEKBENCH_URL'];
        if (!address) throw new Error('WEEKBENCH_URL must be the whole address of a host that has the tables of the benchmarks');
        await use(new Measure(browser, address));
        await Promise.all(browser.contexts().map((context) => context.close()));
    },
    told: async ({}, use, info) => {
        await use(({ line, bar, unit, got, note }) => {
            info.annotations.push({ type: 'told', description: [line, bar, unit, got.toFixed(1), note].join('\t') });
        });
    },
});

export function median(values: readonly number[]): number {
    return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function rounded(values: readonly number[]): string {
    return values.map((value) => value.toFixed(0)).join(', ');
}
