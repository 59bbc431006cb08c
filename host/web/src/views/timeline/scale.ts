import { addMonths, firstOfMonth, monday, utc } from '../planning/days';

export const ZOOMS = ['week', 'month', 'quarter', 'year'] as const;

export type Zoom = (typeof ZOOMS)[number];

const PER_DAY: Readonly<Record<Zoom, number>> = { week: 28, month: 9, quarter: 2.8, year: 0.75 };

/** Which stretch of time is drawn, and how wide a day is. */
export interface Scale {
    /** The day at the left edge; a part of a day counts. */
    readonly start: number;
    readonly zoom: Zoom;
    readonly width: number;
}

export type TickKind = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface Tick {
    readonly day: number;
    readonly x: number;
    readonly kind: TickKind;
}

export interface Ticks {
    readonly major: readonly Tick[];
    readonly minor: readonly Tick[];
}

const KINDS: Readonly<Record<Zoom, readonly [major: TickKind, minor: TickKind]>> = {
    week: ['week', 'day'],
    month: ['month', 'week'],
    quarter: ['year', 'month'],
    year: ['year', 'quarter'],
};

export function perDay({ zoom }: Pick<Scale, 'zoom'>): number {
    return PER_DAY[zoom];
}

export function xOf(scale: Scale, day: number): number {
    return (day - scale.start) * perDay(scale);
}

/** The day at a place; the middle of a day is where its marks stand. */
export function dayAt(scale: Scale, x: number): number {
    return scale.start + x / perDay(scale);
}

export function panned(scale: Scale, pixels: number): Scale {
    return { ...scale, start: scale.start + pixels / perDay(scale) };
}

/** Another zoom, with the day under `x` staying where it is. */
export function zoomed(scale: Scale, zoom: Zoom, x: number): Scale {
    return { ...scale, zoom, start: dayAt(scale, x) - x / PER_DAY[zoom] };
}

export function nextZoom(zoom: Zoom, step: 1 | -1): Zoom {
    const at = Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.indexOf(zoom) - step));
    return ZOOMS[at] ?? zoom;
}

/** With the day in the middle: what was and what comes are looked at alike. */
export function around(day: number, zoom: Zoom, width: number): Scale {
    return { zoom, width, start: day - width / 2 / PER_DAY[zoom] };
}

/** The same with a day somewhere in sight: moved only as far as it takes. */
export function showing(scale: Scale, day: number): Scale {
    const margin = 48;
    const x = xOf(scale, day);
    if (x < margin) return panned(scale, x - margin);
    return x > scale.width - margin * 2 ? panned(scale, x - scale.width + margin * 2) : scale;
}

export function ticks(scale: Scale): Ticks {
    const [major, minor] = KINDS[scale.zoom];
    return { major: ticksOf(scale, major), minor: ticksOf(scale, minor) };
}

/** The first begins at or before the left edge, so that its name can stand there. */
function ticksOf(scale: Scale, kind: TickKind): readonly Tick[] {
    const last = dayAt(scale, scale.width);
    const found: Tick[] = [];
    for (let day = startOf(Math.floor(scale.start), kind); day <= last; day = next(day, kind)) {
        found.push({ day, x: xOf(scale, day), kind });
    }
    return found;
}

function startOf(day: number, kind: TickKind): number {
    switch (kind) {
        case 'day':
            return day;
        case 'week':
            return monday(day);
        case 'month':
            return firstOfMonth(day);
        case 'quarter':
            return addMonths(day, -(utc(day).getUTCMonth() % 3));
        case 'year':
            return addMonths(day, -utc(day).getUTCMonth());
    }
}

function next(day: number, kind: TickKind): number {
    switch (kind) {
        case 'day':
            return day + 1;
        case 'week':
            return day + 7;
        case 'month':
            return addMonths(day, 1);
        case 'quarter':
            return addMonths(day, 3);
        case 'year':
            return addMonths(day, 12);
    }
}
