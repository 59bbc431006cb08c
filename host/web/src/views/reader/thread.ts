import { tableOf, type Item, type Referring } from '../../client';
import { listOf } from '../../values';
import type { Query } from '../../view';
import { quoted } from '../../where';
import type { ReaderOptions } from './options';

const MOST = 50;

/** What belongs to the same story: the other items in the order of time, and what else points at it. */
export interface Thread {
    readonly story: Item;
    readonly items: readonly Item[];
    readonly total: number;
    readonly others: readonly Referring[];
}

/** Null where the item belongs to no story. */
export async function readThread(query: Query, item: Item, options: ReaderOptions, asOf: string | undefined): Promise<Thread | null> {
    const field = options.story;
    const ref = field ? listOf(item.values[field.id])[0] : undefined;
    if (!field || ref === undefined) return null;
    const table = tableOf(item.ref);
    const sort = options.date ? [{ field: options.date.id }] : [];
    const [story, page, referring] = await Promise.all([
        query.item(ref, asOf),
        query.items({ table, where: `${field.id} == ${quoted(ref)}`, sort, asOf, offset: 0, limit: MOST }),
        asOf === undefined ? query.referring(ref) : Promise.resolve([]),
    ]);
    return { story, items: page.items, total: page.total, others: referring.filter((each) => tableOf(each.ref) !== table) };
}
