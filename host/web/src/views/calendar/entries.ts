import type { Field, Item, Values } from '../../client';
import { dayIn } from '../planning/days';
import type { Moves } from '../planning/moves';
import type { Entry } from './layout';
import type { CalendarOptions } from './options';

/** One date of an item, or the days it lasts. */
export interface Shown extends Entry {
    readonly item: Item;
    /** The date that puts it there. */
    readonly field: Field;
    readonly values: Values;
    readonly unsaved: boolean;
}

/** An entry that is taken along by keys, so many days. */
export interface Held {
    readonly ref: string;
    readonly field: string;
    readonly by: number;
}

/** Each item on its days, as they will be if everything under way is accepted. */
export function entriesOf(items: readonly Item[], { dates, to: ends }: CalendarOptions, moves: Pick<Moves, 'values' | 'of'>, held: Held | null): readonly Shown[] {
    return items.flatMap((item) => {
        const values = moves.values(item);
        return dates.flatMap((field): Shown[] => {
            const from = dayIn(field, values[field.id]);
            if (from === null) return [];
            const to = Math.max(from, (ends && dayIn(ends, values[ends.id])) ?? from);
            const by = held?.ref === item.ref && held.field === field.id ? held.by : 0;
            const unsaved = by !== 0 || field.id in (moves.of(item.ref)?.set ?? {});
            return [{ ref: item.ref, item, field, values, from: from + by, to: to + by, unsaved }];
        });
    });
}
