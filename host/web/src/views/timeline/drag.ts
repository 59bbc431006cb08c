import type { Field, Values } from '../../client';
import { shifted, valueOn } from '../planning/days';
import type { TimelineOptions } from './options';

/** A mark taken along from one day to another. */
export interface Drag {
    readonly ref: string;
    readonly from: number;
    readonly to: number;
}

export interface Dropped {
    /** The field that is talked about. */
    readonly field: Field;
    readonly set: Values;
}

/** What dropping it sets: the date; or both ends of what lasts and has no date. */
export function dropped({ date, from, to }: TimelineOptions, values: Values, drag: Drag): Dropped | null {
    if (drag.from === drag.to) return null;
    const hasDate = date && values[date.id] !== undefined && values[date.id] !== null;
    if (date && (hasDate || !from)) return { field: date, set: { [date.id]: valueOn(date, drag.to, values[date.id]) } };
    if (!from) return null;
    return { field: from, set: shifted([from, to], values, drag.to - drag.from) };
}
