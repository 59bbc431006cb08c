import type { Answers, Ask, Field, Item, Table, Value, Values } from '../../client';
import { same } from '../../model';
import { isDerived, isUnset } from '../../values';

/** What a field said before, and what it says after. */
export interface Difference {
    readonly field: Field;
    readonly before: Value;
    readonly after: Value;
}

/** In the order of the table's fields. Derived values are left out: they follow by themselves. */
export function differences(table: Table, before: Values | null, after: Values | null): readonly Difference[] {
    return table.fields
        .filter((field) => !isDerived(field))
        .map((field) => ({ field, before: before?.[field.id] ?? null, after: after?.[field.id] ?? null }))
        .filter((each) => !same(each.before, each.after));
}

/** What makes an item say again what it said then, also one that was deleted; null where it says so already. */
export function restoration(ref: string, table: Table, now: Item | null, then: Values, answers?: Answers): Ask | null {
    const changed = differences(table, now?.values ?? null, then);
    if (changed.length === 0) return null;
    const values = Object.fromEntries(changed.map(({ field, after }) => [field.id, after]));
    const asked = answers ? { answers } : {};
    if (now) return { update: ref, revision: now.revision, set: values, ...asked };
    const set = Object.entries(values).filter(([, value]) => !isUnset(value));
    return { create: table.id, id: ref.slice(ref.indexOf('/') + 1), values: Object.fromEntries(set), ...asked };
}

/** Two of the versions at most are compared; a third takes the place of the one chosen first. */
export function picked(before: readonly number[], revision: number): readonly number[] {
    if (before.includes(revision)) return before.filter((each) => each !== revision);
    return [...before, revision].slice(-2);
}
