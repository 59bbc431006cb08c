import type { Query } from '../../view';
import { allOf } from '../../where';
import { dayIn } from '../planning/days';
import type { TimelineOptions } from './options';
import { around, perDay, type Scale } from './scale';

/** Of so many open dates at most the stretch is made out. */
const MOST = 500;
/** Room for a mark at the left edge, and for its words at the right one. */
const LEFT = 48;
const RIGHT = 120;

export interface OpeningParts {
    readonly query: Pick<Query, 'items'>;
    readonly table: string;
    readonly where: string | undefined;
    readonly options: TimelineOptions;
    readonly today: number;
    readonly scale: () => Scale;
    readonly show: (scale: Scale) => void;
}

/** Opens where most of what has yet to come is seen beside today, with the first promises of it, unless the reader was quicker to look elsewhere. */
export async function openWell({ query, table, where, options, today, scale, show }: OpeningParts): Promise<void> {
    const { date, first, came } = options;
    if (!date) return;
    const { start, zoom } = scale();
    const open = allOf(where, `has_value(${date.id})`, came && `!has_value(${came.id})`);
    const page = await query.items({ table, where: open, sort: [{ field: date.id }], offset: 0, limit: MOST }).catch(() => null);
    const now = scale();
    if (!page || now.start !== start || now.zoom !== zoom) return;
    const marks = [date, ...(first ? [first] : [])];
    show(seeing(now, today, page.items.flatMap(({ values }) => marks.flatMap((field) => dayIn(field, values[field.id]) ?? []))));
}

/** The stretch with today in it that shows most of these days; of equal ones that with today nearest the middle. */
export function seeing(scale: Scale, today: number, days: readonly number[]): Scale {
    const middle = around(today, scale.zoom, scale.width).start;
    const left = LEFT / perDay(scale);
    const room = (scale.width - LEFT - RIGHT) / perDay(scale);
    if (room <= 0) return { ...scale, start: middle };
    const edges = [middle, ...[...days, today].flatMap((day) => [day - left, day - left - room])];
    const shows = (start: number, day: number) => day >= start + left - 0.001 && day <= start + left + room + 0.001;
    const count = (start: number) => days.filter((day) => shows(start, day)).length;
    const best = edges
        .filter((start) => shows(start, today))
        .map((start) => ({ start, seen: count(start), off: Math.abs(start - middle) }))
        .reduce((one, other) => (other.seen > one.seen || (other.seen === one.seen && other.off < one.off) ? other : one));
    return { ...scale, start: best.start };
}
