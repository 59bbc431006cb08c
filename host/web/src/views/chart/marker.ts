import type { Cursor } from './cursor';
import type { Picture } from './echarts';
import type { Dots } from './model';
import type { ChartKind } from './options';

const DOT = 13;

export interface Box {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
}

/** Where the mark of the reader's place lies over the picture. */
export function markerBox(kind: ChartKind, cursor: Cursor, dots: Dots | null, picture: Picture, height: number): Box | null {
    if (kind === 'scatter') {
        const dot = dots?.dots[cursor.x];
        if (!dot) return null;
        const [left, top] = picture.placeOf(...dot.at);
        return { left: left - DOT / 2, top: top - DOT / 2, width: DOT, height: DOT };
    }
    if (kind !== 'heat') return { left: picture.placeOf(cursor.x, 0)[0], top: 0, width: 0, height };
    const [left, top] = picture.placeOf(cursor.x, cursor.y);
    const across = cellSize((index) => picture.placeOf(index, 0)[0], cursor.x);
    const down = cellSize((index) => picture.placeOf(0, index)[1], cursor.y);
    return { left: left - across / 2, top: top - down / 2, width: across, height: down };
}

/** To the next cell, or, of the last one, from the one before. */
function cellSize(placeOf: (index: number) => number, index: number): number {
    const [here, next, before] = [placeOf(index), placeOf(index + 1), placeOf(Math.max(0, index - 1))];
    if (Number.isFinite(next) && next > here) return next - here;
    return Math.max(DOT, here - before);
}
