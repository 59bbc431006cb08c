import type { Field, Group, Table, Values } from '../client';
import { isNumber, valueType } from '../values';
import type { Query } from '../view';
import { allOf } from '../where';
import type { Options } from './declared';
import { decimalOf, difference, quotient, sum } from './decimals';

const WAYS = ['count', 'sum', 'avg', 'min', 'max', 'share'] as const;
const AVERAGE_PLACES = 2;
const SHARE_PLACES = 4;

/** A figure over the rows of a table: how many, what they add up to, which share of them. */
export interface Measuring {
    readonly table: Table;
    readonly of: (typeof WAYS)[number];
    /** What is added up; null where rows are counted. */
    readonly field: Field | null;
    readonly where: string | undefined;
    /** Of a share: which rows are meant, of all. */
    readonly share: string | undefined;
}

/** A figure of the rows that are alike in what was asked by. */
export interface Measured {
    readonly by: Values;
    /** How many rows it comes from. */
    readonly count: number;
    /** Null where it cannot be told: of no values, or of amounts in two currencies. */
    readonly value: string | null;
}

export interface Scope {
    readonly where?: string | undefined;
    readonly asOf?: string | undefined;
}

export const MEASURING = ['of', 'field', 'where', 'share'] as const;

/** Reads "of", "field", "where" and "share". A field alone is added up. */
export function measuringOf(options: Options, table: Table): Measuring {
    const of = options.oneOf('of', WAYS, options.has('field') ? 'sum' : 'count');
    const field = of === 'count' || of === 'share' ? null : options.field('field', table);
    if (field && !isNumber(field)) options.wrong('field', 'declared.notNumber', { value: field.id });
    const share = of === 'share' ? options.text('share') : undefined;
    return { table, of, field, where: options.optional('where'), share };
}

/** What the figure is, as a field: so it is written like any other value. */
export function figureField(measuring: Measuring, id: string, label: Field['label']): Field {
    const { of, field } = measuring;
    if (of === 'share') return { id, label, type: 'percent' };
    if (field === null) return { id, label, type: 'integer' };
    const type = of === 'avg' && valueType(field) === 'integer' ? 'decimal' : valueType(field);
    return { ...field, id, label, type };
}

export async function measured(query: Query, measuring: Measuring, by: readonly Field[], scope: Scope): Promise<readonly Measured[]> {
    const all = await grouped(query, measuring, by, scope);
    if (measuring.of !== 'share') return all.map((group) => ({ by: group.by, count: group.count, value: valueOf(measuring, group) }));
    const meant = await grouped(query, measuring, by, { ...scope, where: allOf(scope.where, measuring.share) });
    const hits = new Map(meant.map((group) => [JSON.stringify(group.by), group.count]));
    return all.map(({ by: of, count }) => ({ by: of, count, value: quotient(String(hits.get(JSON.stringify(of)) ?? 0), String(count), SHARE_PLACES) }));
}

async function grouped(query: Query, { table, of, field, where }: Measuring, by: readonly Field[], scope: Scope): Promise<readonly Group[]> {
    // An average is a sum divided here: so those of several days make that of their month.
    const known = of === 'avg' && field ? `has_value(${field.id})` : undefined;
    const figure = field ? { [of === 'avg' ? 'sum' : of]: [field.id] } : {};
    const names = by.map((each) => each.id);
    const answer = await query.groups({ table: table.id, by: names, where: allOf(where, scope.where, known), asOf: scope.asOf, ...figure });
    return answer.groups;
}

function valueOf({ of, field }: Measuring, group: Group): string | null {
    if (of === 'share' || field === null) return String(group.count);
    return decimalOf(group[of === 'avg' || of === 'count' ? 'sum' : of]?.[field.id]);
}

/** One figure of several groups. */
export function together(of: Measuring['of'], parts: readonly Measured[]): string | null {
    const values = parts.map((part) => part.value).filter((value) => value !== null);
    if (values.length < parts.length && of !== 'min' && of !== 'max') return null;
    switch (of) {
        case 'avg':
            return quotient(sum(values), String(parts.reduce((rows, part) => rows + part.count, 0)), AVERAGE_PLACES);
        case 'share':
            return parts.length === 1 ? (values[0] ?? null) : null;
        case 'min':
            return furthest(values, true);
        case 'max':
            return furthest(values, false);
        default:
            return sum(values);
    }
}

function furthest(values: readonly string[], least: boolean): string | null {
    const isLess = (one: string, other: string) => difference(one, other).startsWith('-');
    return values.reduce<string | null>((best, each) => (best === null || isLess(each, best) === least ? each : best), null);
}
