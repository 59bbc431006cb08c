import type { Field, Item, Page, Question } from '../client';
import { t } from '../settings';
import { shown, type Reading } from '../values';
import type { Given } from '../view';
import type { Comparison, Difference } from '../wire';
import { element } from './cells';

const SIGNS = { added: '+', changed: '~', withdrawn: '−' } as const;

/** What became of a row since the time it is compared with; absent where nothing is compared. */
export function differenceOf(item: Item): Difference | undefined {
    return 'kind' in item && 'before' in item ? (item as Difference) : undefined;
}

/** The sign that a row begins with, with its word for who cannot see it. */
export function signOf({ kind }: Difference): HTMLElement {
    const sign = element('span', 'wb-diff-sign', SIGNS[kind]);
    sign.title = t(`compare.${kind}`);
    sign.append(element('span', 'wb-aloud', ` ${t(`compare.${kind}`)} `));
    return sign;
}

/** What a field said before, where it said something else. */
export function wordsBefore(field: Field, item: Item, reading: Reading): string | undefined {
    const before = differenceOf(item)?.before;
    return before && field.id in before ? shown(field, before[field.id], reading) : undefined;
}

/** Everything a cell says, for its width. */
export function allWords(field: Field, item: Item, reading: Reading): string {
    return [wordsBefore(field, item, reading) ?? '', shown(field, item.values[field.id], reading)].filter(Boolean).join(' ');
}

/** Rows of a table, or those that are different since the time they are compared with. */
export async function pageOf({ query, time }: Given, question: Question, signal: AbortSignal): Promise<Page> {
    return time.since === null ? query.items(question, signal) : asPage(await query.compare({ ...question, from: time.since }, signal));
}

function asPage({ to, total, items }: Comparison): Page {
    return { revision: to, total, items };
}
