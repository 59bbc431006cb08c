import type { Field, Group, Item, Value, Values } from '../../client';
import { isUnset, plain } from '../../values';

export interface Column {
    /** The choice; empty for cards that have none. */
    readonly id: string;
    readonly count: number;
    readonly limit: number | undefined;
}

export interface LaneOf {
    readonly id: string;
    readonly value: Value;
    readonly count: number;
}

export interface Card {
    readonly item: Item;
    /** Values as they will be if what is under way is accepted. */
    readonly values: Values;
    readonly unsaved: boolean;
}

/** The columns of a board: one a choice, and one for cards without where there are any. */
export function columnsOf(by: Field, groups: readonly Group[], limits: ReadonlyMap<string, number>, hidden: readonly string[]): readonly Column[] {
    const counts = new Map<string, number>();
    for (const group of groups) counts.set(key(group.by[by.id]), (counts.get(key(group.by[by.id])) ?? 0) + group.count);
    const choices = (by.choices ?? []).filter((choice) => !hidden.includes(choice.id));
    const columns = choices.map(({ id }) => ({ id, count: counts.get(id) ?? 0, limit: limits.get(id) }));
    const without = counts.get('') ?? 0;
    return without > 0 ? [{ id: '', count: without, limit: undefined }, ...columns] : columns;
}

export function lanesOf(lanes: Field, groups: readonly Group[]): readonly LaneOf[] {
    const found = new Map<string, LaneOf>();
    for (const { by, count } of groups) {
        const value = by[lanes.id] ?? null;
        const id = key(value);
        found.set(id, { id, value, count: (found.get(id)?.count ?? 0) + count });
    }
    return [...found.values()];
}

/** Each card where it stands now: a card under way stands where it goes to, before the others. */
export function cardsIn(column: string, by: Field, loaded: readonly (readonly Item[])[], read: (item: Item) => Pick<Card, 'values' | 'unsaved'>): readonly Card[] {
    const seen = new Set<string>();
    const cards = loaded.flat().flatMap((item): Card[] => {
        const card = { item, ...read(item) };
        if (key(card.values[by.id]) !== column || seen.has(item.ref)) return [];
        seen.add(item.ref);
        return [card];
    });
    const came = (card: Card) => key(card.item.values[by.id]) !== column;
    return [...cards.filter(came), ...cards.filter((card) => !came(card))];
}

export function key(value: Value | undefined): string {
    return isUnset(value) ? '' : plain(value);
}

/** How many more than the limit allows. */
export function over(column: Column, count: number): number {
    return column.limit === undefined ? 0 : Math.max(0, count - column.limit);
}
