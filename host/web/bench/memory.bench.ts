import { readFileSync } from 'node:fs';
import { test } from './measure';

const MINUTES = Number(process.env['BENCH_MINUTES'] ?? 2);
const VIEWS = ['demands', 'tickets', 'matrix', 'feature', 'product', 'release'];
const MEGABYTE = 1024 * 1024;

test('memory', async ({ measure, told, browser }) => {
    test.setTimeout((MINUTES + 3) * 60_000);
    const page = await measure.open('demands');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const heap = async () => {
        await session.send('HeapProfiler.collectGarbage');
        const { metrics } = await session.send('Performance.getMetrics');
        const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
        return { megabytes: of('JSHeapUsedSize') / MEGABYTE, nodes: of('Nodes'), listeners: of('JSEventListeners') };
    };
    const processes = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
    const renderers = processes.processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    const began = await heap();
    let switches = 0;
    for (const end = Date.now() + MINUTES * 60_000; Date.now() < end; switches++) {
        const view = VIEWS[switches % VIEWS.length] ?? '';
        await page.evaluate((hash) => (location.hash = hash), `#/bench/${view}`);
        await page.evaluate(() => window.bench.still());
        await page.mouse.move(900, 600);
        await page.mouse.wheel(0, 2000 + (switches % 7) * 500);
        await page.evaluate(() => window.bench.still());
    }
    const busy = Math.max(...renderers.map(ownMegabytes));
    const ended = await heap();
    const note =
        `the process of the page, ${switches} switches in ${MINUTES} minutes; after collecting ${Math.max(...renderers.map(ownMegabytes)).toFixed(0)} MB; ` +
        `of it heap ${began.megabytes.toFixed(1)} → ${ended.megabytes.toFixed(1)} MB, elements ${began.nodes} → ${ended.nodes}, listeners ${began.listeners} → ${ended.listeners}`;
    told({ line: 'memory of the page after switching views', bar: 250, unit: 'MB', got: busy, note });
});

/** What a process has for itself alone; where a system does not say, not a number. */
function ownMegabytes(pid: number): number {
    try {
        const kilobytes = [...readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+)/gm)];
        return kilobytes.reduce((sum, [, number]) => sum + Number(number), 0) / 1024;
    } catch {
        return Number.NaN;
    }
}
