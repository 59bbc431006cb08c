import type { Browser, Page } from '@playwright/test';

/** The task of a page's main thread that took most of a processor while something was done, and what it went into. */
export interface Task {
    readonly millis: number;
    /** Running scripts and collecting what they left, without style, layout and paint. */
    readonly script: number;
    /** What took longest in it, each without what it called. */
    readonly parts: readonly (readonly [string, number])[];
}

interface Event {
    readonly name: string;
    readonly cat: string;
    readonly ph: string;
    readonly pid: number;
    readonly tid: number;
    readonly ts: number;
    readonly dur?: number;
    /** Of the processor, while other work on the machine makes the task itself look longer. */
    readonly tdur?: number;
    readonly args?: { readonly name?: string };
}

const SCRIPT = /^(FunctionCall|EvaluateScript|RunMicrotasks|FireAnimationFrame|TimerFire|EventDispatch|v8\.|V8\.|MinorGC|MajorGC)/;
const CATEGORIES = ['-*', 'toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'blink.user_timing', '__metadata'];

/** Watched by the browser itself, which costs a little: what it says is rather too much than too little. */
export async function longestTask(browser: Browser, page: Page, work: () => Promise<unknown>): Promise<Task> {
    await browser.startTracing(page, { categories: CATEGORIES });
    await work();
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly Event[] };
    return longestIn(traceEvents);
}

function longestIn(events: readonly Event[]): Task {
    const mains = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
    const ours = events.filter(({ pid, tid, ph }) => ph === 'X' && mains.has(`${pid} ${tid}`));
    const tasks = ours.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
    const longest = tasks.reduce((most, task) => ((task.tdur ?? 0) > (most?.tdur ?? 0) ? task : most), tasks[0]);
    if (!longest) throw new Error('the trace has no task in it');
    const end = longest.ts + (longest.dur ?? 0);
    const within = ours.filter((event) => event.pid === longest.pid && event.tid === longest.tid && event.ts >= longest.ts && event.ts + (event.dur ?? 0) <= end);
    const own = ownTimes(within);
    const script = [...own].filter(([name]) => SCRIPT.test(name)).reduce((sum, [, millis]) => sum + millis, 0);
    const parts = [...own].sort(([, one], [, other]) => other - one).slice(0, 4);
    return { millis: (longest.tdur ?? 0) / 1000, script, parts };
}

/** In words, for a note. */
export function said({ millis, script, parts }: Task): string {
    return `${millis.toFixed(0)} ms, ${script.toFixed(0)} of it script (${parts.map(([name, part]) => `${name} ${part.toFixed(0)}`).join(', ')})`;
}

/** What each name took of the processor without what it called, in milliseconds. */
function ownTimes(events: readonly Event[]): Map<string, number> {
    const own = new Map<string, number>();
    const add = (name: string, micros: number) => own.set(name, (own.get(name) ?? 0) + micros / 1000);
    const open: Event[] = [];
    for (const event of [...events].sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))) {
        while (open.length > 0 && endOf(open.at(-1)) <= event.ts) open.pop();
        const caller = open.at(-1);
        if (caller) add(caller.name, -(event.tdur ?? 0));
        add(event.name, event.tdur ?? 0);
        open.push(event);
    }
    return own;
}

function endOf(event: Event | undefined): number {
    return event ? event.ts + (event.dur ?? 0) : 0;
}
