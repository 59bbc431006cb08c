import { addMonths, firstOfMonth, monday } from '../planning/days';
import type { Span } from './options';

export const WEEK = 7;

/** Something that lies on days; the last one counts. */
export interface Entry {
    readonly ref: string;
    readonly from: number;
    readonly to: number;
}

/** An entry, or as much of it as lies in a week. */
export interface Placed<E extends Entry> {
    readonly entry: E;
    /** 0 for Monday. */
    readonly column: number;
    readonly days: number;
    /** How far down: no two entries lie on one another. */
    readonly slot: number;
    readonly before: boolean;
    readonly after: boolean;
}

export interface WeekLayout<E extends Entry> {
    readonly monday: number;
    readonly placed: readonly Placed<E>[];
    /** How many entries of each day there is no room for. */
    readonly hidden: readonly number[];
    readonly slots: number;
}

/** The Mondays of the weeks that are shown: all that have a day of the month, or the one. */
export function weeksOf(span: Span, day: number): readonly number[] {
    if (span === 'week') return [monday(day)];
    const first = monday(firstOfMonth(day));
    const last = monday(addMonths(day, 1) - 1);
    return Array.from({ length: (last - first) / WEEK + 1 }, (_, week) => first + week * WEEK);
}

/** What lasts longer lies higher, so that it is one line through the week; the rest in the order given. */
export function layWeek<E extends Entry>(entries: readonly E[], first: number, room: number): WeekLayout<E> {
    const last = first + WEEK - 1;
    const inWeek = entries.filter((entry) => entry.from <= last && entry.to >= first);
    const sorted = [...inWeek].sort((one, other) => Number(other.to > other.from) - Number(one.to > one.from));
    const taken: boolean[][] = [];
    const all = sorted.map((entry): Placed<E> => {
        const [from, to] = [Math.max(entry.from, first), Math.min(entry.to, last)];
        const column = from - first;
        const days = to - from + 1;
        const slot = freeSlot(taken, column, days);
        const line = (taken[slot] ??= []);
        for (let day = column; day < column + days; day++) line[day] = true;
        return { entry, column, days, slot, before: entry.from < first, after: entry.to > last };
    });
    const cut = taken.length > room ? room - 1 : room;
    const hidden = Array.from({ length: WEEK }, (_, day) => all.filter((each) => each.slot >= cut && each.column <= day && day < each.column + each.days).length);
    return { monday: first, placed: all.filter((each) => each.slot < cut), hidden, slots: taken.length };
}

function freeSlot(taken: readonly boolean[][], column: number, days: number): number {
    const isFree = (line: readonly boolean[]) => !line.slice(column, column + days).some(Boolean);
    const found = taken.findIndex(isFree);
    return found === -1 ? taken.length : found;
}
