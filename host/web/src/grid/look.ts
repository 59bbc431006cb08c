import type { Field, SortKey, Table, ViewSpec, Words } from '../client';
import { valueType } from '../values';
import type { Settings } from '../view';

/** The grounds a row can have: each a colour of the sheet of tokens and a bar of its own shape. */
export const GROUNDS = ['yes', 'partial', 'late', 'past', 'chrome'] as const;
export type Ground = (typeof GROUNDS)[number];

/** Rows for which a condition holds stand on a ground of their own. */
export interface Colour {
    readonly where: string;
    readonly ground: Ground;
    readonly label?: Words;
}

/** How somebody looks at a table. */
export interface Look {
    readonly sort: readonly SortKey[];
    readonly condition: string;
    /** Those shown, from left to right. */
    readonly columns: readonly string[];
    readonly widths: Readonly<Record<string, number>>;
    /** How many stay when the others scroll; null leaves it to the room there is. */
    readonly frozen: number | null;
    /** The field whose equal values stand together; null for none. */
    readonly group: string | null;
    readonly colours: readonly Colour[];
}

export interface NamedLook {
    readonly name: string;
    readonly look: Look;
}

const GROUPED = new Set(['choice', 'reference', 'boolean', 'text', 'person', 'date', 'month', 'integer', 'url', 'email']);

/** Whether rows can stand in groups of this field. */
export function canGroup(field: Field): boolean {
    return GROUPED.has(valueType(field)) && !['rollup', 'lookup'].includes(field.type);
}

/** As the tracker declares it: `options.group` and `options.colours` beside its columns and order. */
export function declaredLook(table: Table, view: ViewSpec): Look {
    const named = (view.columns ?? []).filter((id) => fieldIn(table, id));
    const group = view.options?.['group'];
    return {
        sort: view.sort ?? [],
        condition: '',
        columns: named.length > 0 ? named : table.fields.map(({ id }) => id),
        widths: {},
        frozen: null,
        group: typeof group === 'string' && isGroupable(table, group) ? group : null,
        colours: coloursIn(view.options?.['colours']),
    };
}

/** What was kept, as far as it still fits: fields come and go, and an older version may have written it. */
export function lookIn(kept: unknown, table: Table, declared: Look): Look {
    const given = isObject(kept) ? kept : {};
    const columns = strings(given['columns'])?.filter((id) => fieldIn(table, id)) ?? [];
    const widths = Object.entries(isObject(given['widths']) ? given['widths'] : {}).filter(([id, width]) => fieldIn(table, id) && typeof width === 'number');
    const { group, frozen, condition } = given;
    return {
        sort: Array.isArray(given['sort']) ? given['sort'].filter((key): key is SortKey => isSortOf(key, table)) : declared.sort,
        condition: typeof condition === 'string' ? condition : declared.condition,
        columns: columns.length > 0 ? columns : declared.columns,
        widths: Object.fromEntries(widths) as Record<string, number>,
        frozen: typeof frozen === 'number' ? frozen : declared.frozen,
        group: group === null || (typeof group === 'string' && isGroupable(table, group)) ? group : declared.group,
        colours: 'colours' in given ? coloursIn(given['colours']) : declared.colours,
    };
}

export function namedLooks(settings: Settings, table: Table, declared: Look): readonly NamedLook[] {
    const named = settings['named'];
    if (!Array.isArray(named)) return [];
    return named.flatMap((each: unknown) => {
        if (!isObject(each) || typeof each['name'] !== 'string') return [];
        return [{ name: each['name'], look: lookIn(each['look'], table, declared) }];
    });
}

/** What differs from the declared look is kept; the rest follows the tracker when it changes. */
export function differing(look: Look, declared: Look): Partial<Look> {
    const entries = Object.entries(look).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(declared[name as keyof Look]));
    return Object.fromEntries(entries);
}

/** The columns with one of them at another place. */
export function moved(columns: readonly string[], id: string, to: number): readonly string[] {
    const others = columns.filter((each) => each !== id);
    return [...others.slice(0, to), id, ...others.slice(to)];
}

function coloursIn(given: unknown): readonly Colour[] {
    if (!Array.isArray(given)) return [];
    return given.filter((each): each is Colour => isObject(each) && typeof each['where'] === 'string' && GROUNDS.some((ground) => ground === each['ground']));
}

function isSortOf(key: unknown, table: Table): key is SortKey {
    return isObject(key) && typeof key['field'] === 'string' && fieldIn(table, key['field']) !== undefined;
}

function isGroupable(table: Table, id: string): boolean {
    const field = fieldIn(table, id);
    return field !== undefined && canGroup(field);
}

function fieldIn(table: Table, id: string): Field | undefined {
    return table.fields.find((field) => field.id === id);
}

function strings(value: unknown): readonly string[] | undefined {
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
