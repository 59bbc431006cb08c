export interface Bench {
    /** When the first rows were painted and nothing else was to be done, counted from the visit. */
    readonly ready: Promise<number>;
    /** The same for the top of a grid. */
    top(): Promise<number>;
    /** The same for rows far from those in sight now. */
    elsewhere(): Promise<number>;
    /** When these words were painted in a cell, by the clock of the machine. */
    says(words: string): Promise<number>;
    /** When Enter was pressed last, by the clock of the machine. */
    readonly entered: number;
    /** Resolves once nothing is on its way any more: no rows, no frame, no task. */
    still(): Promise<void>;
    /** What can be scrolled in the view in sight. */
    rooms(): readonly HTMLElement[];
    /** The longest task since this was last asked; 0 where none took 50 ms. */
    longest(): number;
}

declare global {
    interface Window {
        bench: Bench;
    }
}

/** Runs in the page before anything else of it, and so may use nothing from outside. */
export function watch(): void {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration)));
    observer.observe({ type: 'longtask', buffered: true });

    const ROWS = '.slick-row:not(.loading) .slick-cell, .wb-mx-body .wb-mx-title';
    const inSight = (selector: string, words = '') =>
        [...document.querySelectorAll<HTMLElement>(selector)].some((element) => element.checkVisibility() && element.innerText.trim() !== '' && element.innerText.includes(words));
    const firstRow = () => Number(document.querySelector<HTMLElement>('.slick-row')?.dataset['row']);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
    const painted = async (isThere: () => boolean) => {
        while (!isThere()) await frame();
        await frame();
    };
    const answering = async (isThere: () => boolean) => {
        await painted(isThere);
        await idle();
        return performance.now();
    };
    let entered = 0;
    window.addEventListener('keydown', ({ key, timeStamp }) => key === 'Enter' && (entered = performance.timeOrigin + timeStamp), true);
    const clock = () => performance.timeOrigin + performance.now();

    window.bench = {
        ready: answering(() => inSight(ROWS)),
        top: () => answering(() => inSight('.slick-row[data-row="0"]:not(.loading) .slick-cell')),
        elsewhere: () => {
            const before = firstRow();
            return answering(() => Math.abs(firstRow() - before) > 100 && inSight(ROWS) && !document.querySelector('.slick-row.loading'));
        },
        says: async (words) => {
            await painted(() => inSight('.slick-cell', words));
            return clock();
        },
        get entered() {
            return entered;
        },
        still: async () => {
            let quiet = 0;
            while (quiet < 5) {
                await frame();
                await idle();
                quiet = document.querySelector('.slick-row.loading') ? 0 : quiet + 1;
            }
        },
        rooms: () => [...document.querySelectorAll<HTMLElement>('.slick-viewport, .wb-mx')].filter((room) => room.checkVisibility() && room.scrollHeight > room.clientHeight && getComputedStyle(room).overflowY !== 'hidden'),
        longest: () => {
            observer.takeRecords().forEach(({ duration }) => tasks.push(duration));
            return Math.max(0, ...tasks.splice(0));
        },
    };
}
