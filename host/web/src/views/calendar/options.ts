import type { Field, Table, ViewSpec } from '../../client';
import { DATED } from '../planning/days';
import { OptionReader, type Troubled } from '../planning/options';

export const SPANS = ['month', 'week'] as const;

export type Span = (typeof SPANS)[number];

export interface CalendarOptions {
    /** The days of an item, each an entry of its own; or the first of those it lasts. */
    readonly dates: readonly Field[];
    /** The last day of what lasts. */
    readonly to: Field | undefined;
    /** What a new item is asked for, and an entry says besides its title. */
    readonly fields: readonly Field[];
    readonly span: Span;
}

export function calendarOptions(view: ViewSpec, table: Table): CalendarOptions | Troubled {
    const read = new OptionReader(view.options ?? {}, table, ['date', 'dates', 'from', 'to', 'fields', 'span']);
    const lasts = read.has('from') || read.has('to');
    const options: CalendarOptions = {
        dates: read.has('dates') && !lasts ? (read.fields('dates', DATED) ?? []) : [read.needed(lasts ? 'from' : 'date', DATED)],
        to: lasts ? read.needed('to', DATED) : undefined,
        fields: read.fields('fields') ?? [],
        span: read.oneOf('span', SPANS, 'month'),
    };
    return read.trouble ? { trouble: read.trouble } : options;
}
