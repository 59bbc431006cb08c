import type { ChartKind } from './options';

/** Where the reader is in a chart: a category and a series; of a scatter, a dot. */
export interface Cursor {
    readonly x: number;
    readonly y: number;
}

export interface Extent {
    readonly columns: number;
    readonly rows: number;
}

/** Where a key leads; undefined where it is not a key that leads anywhere. Rows of a heat count downwards, series in their order. */
export function stepped(from: Cursor | null, key: string, extent: Extent): Cursor | undefined {
    const step = STEPS[key];
    if (!step || extent.columns === 0) return undefined;
    if (from === null) return { x: key === 'Home' || key === 'ArrowRight' ? 0 : extent.columns - 1, y: 0 };
    return { x: held(from.x + step[0], extent.columns), y: held(from.y + step[1], Math.max(1, extent.rows)) };
}

function held(index: number, count: number): number {
    return Math.min(count - 1, Math.max(0, index));
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
    Home: [-Infinity, 0],
    End: [Infinity, 0],
};

/** What marks the place: a line through all series, a box around a cell, a ring around a dot. */
export function shapeOf(kind: ChartKind): 'line' | 'box' | 'dot' {
    if (kind === 'heat') return 'box';
    return kind === 'scatter' ? 'dot' : 'line';
}

/** The dot nearest to a place. */
export function nearest(dots: readonly (readonly [number, number])[], to: readonly [number, number], most: number): number {
    let [best, least] = [-1, most * most];
    dots.forEach(([x, y], index) => {
        const distance = (x - to[0]) ** 2 + (y - to[1]) ** 2;
        if (distance < least) [best, least] = [index, distance];
    });
    return best;
}
