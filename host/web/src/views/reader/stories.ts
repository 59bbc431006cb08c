import type { Item, Page, Question } from '../../client';
import type { Load } from '../../model';
import { listOf } from '../../values';
import type { Query } from '../../view';
import type { Marks } from './marks';
import type { MarkOptions } from './options';

/** Which stories are shown. */
export type Showing = 'all' | 'unread' | 'starred';

const SCANNED = 100;

/** All stories of a question, and what their reader made of them. */
export function allStories(query: Query, question: Omit<Question, 'offset' | 'limit'>, marks: Marks | null): Load {
    return async (offset, limit, signal) => {
        const page = await query.items({ ...question, offset, limit }, signal);
        await marks?.learn(page.items.map(({ ref }) => ref));
        return page;
    };
}

/**
 * Those not read yet. What a person has read stands in rows of another table, so the stories are gone
 * through in their order until there are as many as are asked for. One that was shown is kept: it must
 * not vanish from under its reader because it was looked at.
 */
export function unreadStories(query: Query, question: Omit<Question, 'offset' | 'limit'>, marks: Marks, kept: Set<string>): Load {
    const found: Item[] = [];
    let [at, total, revision] = [0, Infinity, 0];
    let scanning: Promise<void> = Promise.resolve();
    const scan = async (signal: AbortSignal) => {
        const page = await query.items({ ...question, offset: at, limit: SCANNED }, signal);
        await marks.learn(page.items.map(({ ref }) => ref));
        at += page.items.length;
        total = page.items.length === 0 ? at : page.total;
        revision = page.revision;
        const unread = page.items.filter(({ ref }) => marks.isRead(ref) !== true || kept.has(ref));
        unread.forEach(({ ref }) => kept.add(ref));
        found.push(...unread);
    };
    return (offset, limit, signal): Promise<Page> => {
        const next = scanning.then(async () => {
            while (at < total && found.length < offset + limit) await scan(signal);
        });
        scanning = next.catch(() => undefined);
        // While there may be more, one more row than was found lets the reader scroll on.
        return next.then(() => ({ revision, total: found.length + (at < total ? 1 : 0), items: found.slice(offset, offset + limit) }));
    };
}

/** Those with a star of this person's. */
export function starredStories(query: Query, marks: Marks, options: MarkOptions, source: string | undefined): Load {
    const starred = [marks.mine, options.star ? options.star.id : 'false', source && options.source ? `${options.source.id} == ${source}` : ''];
    const where = starred.filter((part) => part !== '').join(' && ');
    return async (offset, limit, signal): Promise<Page> => {
        const sort = [{ field: options.read.id, descending: true }];
        const page = await query.items({ table: options.table.id, where, sort, offset, limit }, signal);
        const refs = page.items.flatMap((mark) => listOf(mark.values[options.item.id])[0] ?? []);
        const items = await Promise.all(refs.map((ref) => query.item(ref)));
        await marks.learn(refs);
        return { revision: page.revision, total: page.total, items };
    };
}
