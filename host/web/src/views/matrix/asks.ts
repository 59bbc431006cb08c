import type { Answers, Ask, Item, Value, Values } from '../../client';
import { same } from '../../model';
import type { Column, Held, Matrix, Row } from './model';
import type { MatrixOptions } from './options';

/** A cell somebody edits: where it is, what holds there, and the stored cell that says so. */
export interface Target {
    readonly row: Row;
    readonly column: Column;
    readonly held: Held;
    /** Null where nobody stated anything yet. */
    readonly item: Item | null;
}

/**
 * What to ask for so that a cell comes to say this. A value that holds from an earlier column on is
 * not rewritten there: it ends before this column, and another one begins.
 */
export function asksFor({ row, column, held, item }: Target, set: Values, options: MatrixOptions, matrix: Matrix, cells: string): readonly Ask[] {
    const { until, state } = options;
    const own: Values = {
        [options.row.id]: row.ref,
        [options.column.id]: column.ref,
        ...(options.under && column.parent ? { [options.under.id]: column.parent.ref } : {}),
    };
    if (!item) return [{ create: cells, values: { ...own, ...stated(set) } }];
    const changed = changedIn(item, set);
    const begins = held.carried && until !== null && state.id in changed;
    if (!begins) return [{ update: item.ref, revision: item.revision, set: changed }];
    const before = matrix.columns[(matrix.columnOf(column.ref) ?? 0) - 1];
    const ended = { update: item.ref, revision: item.revision, set: { [until.id]: before?.ref ?? null } };
    const end = item.values[until.id] ?? null;
    return [ended, { create: cells, values: { ...own, ...stated(changed), ...(end === null ? {} : { [until.id]: end }) } }];
}

/** With what was answered to a rule's questions. */
export function withAnswers(asks: readonly Ask[], answers: Answers | undefined): readonly Ask[] {
    return answers ? asks.map((ask) => ({ ...ask, answers })) : asks;
}

export function changedIn({ values }: Pick<Item, 'values'>, set: Values): Values {
    return Object.fromEntries(Object.entries(set).filter(([field, value]) => !same(values[field], value)));
}

function stated(set: Values): Values {
    return Object.fromEntries(Object.entries(set).filter((entry): entry is [string, Exclude<Value, null>] => entry[1] !== null));
}
