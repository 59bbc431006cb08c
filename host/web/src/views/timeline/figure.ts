import type { Values } from '../../client';
import { dayIn } from '../planning/days';
import type { Move } from '../planning/moves';
import type { Drag } from './drag';
import type { TimelineOptions } from './options';

/** What is drawn of one item, in days. */
export interface Figure {
    readonly bar: readonly [from: number, to: number] | null;
    readonly first: number | null;
    readonly date: number | null;
    readonly came: number | null;
    /** The dates it was promised for in between: a tick a move. */
    readonly ticks: readonly number[];
    /** Days from the first promise to the present one, or to the day it came. */
    readonly slip: number | null;
    /** Where it is being moved to. */
    readonly unsaved: number | null;
}

export function figureOf(values: Values, options: TimelineOptions, moves: readonly number[], unsaved: number | null): Figure {
    const day = (field: TimelineOptions['date']) => (field ? dayIn(field, values[field.id]) : null);
    const [from, to] = [day(options.from), day(options.to)];
    const [first, date, came] = [day(options.first), day(options.date), day(options.came)];
    const end = came ?? date;
    const ticks = end === null || first === null ? [] : moves.filter((move) => move > Math.min(first, end) && move < Math.max(first, end));
    return {
        bar: barOf(from, to),
        first,
        date,
        came,
        ticks: [...new Set(ticks)].sort((one, other) => one - other),
        slip: first === null || end === null ? null : end - first,
        unsaved,
    };
}

/** The same while it is being moved: the date stays where it is stored, a dashed mark shows where it goes; a bar goes along. */
export function figureUnderWay(values: Values, move: Pick<Move, 'was' | 'set'> | undefined, options: TimelineOptions, moves: readonly number[], drag: Drag | null): Figure {
    const { date } = options;
    const pending = date && move && date.id in move.set ? dayIn(date, move.set[date.id]) : null;
    const figure = figureOf({ ...values, ...move?.was }, options, moves, drag?.to ?? pending);
    if (figure.date !== null || !figure.bar) return figure;
    const [from, to] = figureOf(values, options, [], null).bar ?? figure.bar;
    const by = drag ? drag.to - drag.from : 0;
    return { ...figure, bar: [from + by, to + by], unsaved: null };
}

/** What has begun and has no end named is a day long: its end is not known. */
function barOf(from: number | null, to: number | null): Figure['bar'] {
    if (from === null && to === null) return null;
    const begin = from ?? to ?? 0;
    return [begin, Math.max(begin, to ?? begin)];
}

/** Whether it stands elsewhere than where it was first promised: only then there are moves to read. */
export function hasSlipped(values: Values, { first, date, came }: TimelineOptions): boolean {
    const end = (came && values[came.id]) ?? (date && values[date.id]) ?? null;
    const begin = first ? (values[first.id] ?? null) : null;
    return begin !== null && end !== null && begin !== end;
}

/** Where its last mark stands, for what points to it. */
export function endOf(figure: Figure): number | null {
    return figure.came ?? figure.date ?? figure.bar?.[1] ?? null;
}

export function extent(figure: Figure): readonly [number, number] | null {
    const days = [...(figure.bar ?? []), figure.first, figure.date, figure.came, figure.unsaved].filter((day) => day !== null);
    return days.length === 0 ? null : [Math.min(...days), Math.max(...days)];
}

export interface Stop {
    readonly ref: string;
    readonly index: number;
    readonly end: number | null;
    readonly waitsFor: readonly string[];
}

export interface Elbow {
    readonly from: Stop;
    readonly to: Stop;
}

/** What waits for what, as far as both are in sight. */
export function elbows(stops: readonly Stop[]): readonly Elbow[] {
    const known = new Map(stops.map((stop) => [stop.ref, stop]));
    return stops.flatMap((to) =>
        to.waitsFor.flatMap((ref) => {
            const from = known.get(ref);
            return from && from.end !== null && to.end !== null && from !== to ? [{ from, to }] : [];
        }),
    );
}

