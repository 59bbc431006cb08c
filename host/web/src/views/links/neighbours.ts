import type { Field, Item, Table } from '../../client';
import { isUnset, listOf, plain, valueType } from '../../values';

/** What an item points to by one of its fields. */
export interface Outgoing {
    readonly field: Field;
    readonly refs: readonly string[];
    /** An address outside, where the field holds one. */
    readonly address: string | null;
}

/** A field of some table by which items can point at those of another. */
export interface Incoming {
    readonly table: Table;
    readonly field: Field;
}

export function outgoing(table: Table, { values }: Item): readonly Outgoing[] {
    return table.fields.flatMap((field): Outgoing[] => {
        const value = values[field.id];
        if (isUnset(value)) return [];
        if (isReference(field)) return [{ field, refs: listOf(value), address: null }];
        return isAddress(field, plain(value)) ? [{ field, refs: [], address: plain(value) }] : [];
    });
}

/** Every way to point at an item of this table, its own tracker's first. */
export function incoming(table: Table, tables: readonly Table[]): readonly Incoming[] {
    const ways = tables.flatMap((each) => each.fields.filter((field) => isReference(field) && field.to === table.id).map((field) => ({ table: each, field })));
    const isNear = (way: Incoming) => trackerOf(way.table) === trackerOf(table);
    return [...ways.filter(isNear), ...ways.filter((way) => !isNear(way))];
}

/** The items that point at one by a field, as a condition. */
export function pointsAt(ref: string, field: Field): string {
    const name = JSON.stringify(ref);
    return field.type === 'references' ? `${name} in ${field.id}` : `${field.id} == ${name}`;
}

function isReference({ type }: Field): boolean {
    return type === 'reference' || type === 'references';
}

function isAddress(field: Field, value: string): boolean {
    return valueType(field) === 'url' && /^https?:\/\//.test(value);
}

function trackerOf({ id }: Table): string {
    return id.slice(0, id.indexOf('.'));
}
