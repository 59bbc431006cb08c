import { describe, expect, test } from 'vitest';
import type { Field, Table, ViewSpec } from '../src/client';
import { conditionOf, groupCondition, operatorsOf } from '../src/grid/conditions';
import { declaredLook, differing, lookIn, moved, namedLooks } from '../src/grid/look';
import { Looks } from '../src/grid/looks';
import type { Settings } from '../src/view';

const words = (en: string) => ({ en, zh: en });
const field = (id: string, type: string, more: Partial<Field> = {}): Field => ({ id, type, label: words(id), ...more });
const table: Table = { id: 't.a', label: words('A'), key: ['name'], title: 'name', fields: [field('name', 'text'), field('state', 'choice'), field('cost', 'money', { currency: 'CNY' }), field('due', 'date')] };
const view: ViewSpec = { id: 'all', kind: 'grid', table: 't.a', label: words('All'), columns: ['name', 'state'], sort: [{ field: 'due' }], options: { group: 'state', colours: [{ where: "state == 'late'", ground: 'late' }] } };
const declared = declaredLook(table, view);

describe('a look', () => {
    test('is what the tracker declares, where nothing was kept', () => expect(lookIn({}, table, declared)).toEqual(declared));
    test('takes groups and colours from the options', () => expect([declared.group, declared.colours]).toEqual(['state', [{ where: "state == 'late'", ground: 'late' }]]));
    test('shows every field where the tracker names none', () => expect(declaredLook(table, { ...view, columns: [] }).columns).toEqual(['name', 'state', 'cost', 'due']));
    test('forgets fields that are gone', () => expect(lookIn({ columns: ['gone', 'due'], sort: [{ field: 'gone' }], group: 'gone', widths: { gone: 9, due: 80 } }, table, declared)).toMatchObject({ columns: ['due'], sort: [], group: 'state', widths: { due: 80 } }));
    test('can do without the declared group', () => expect(lookIn({ group: null }, table, declared).group).toBeNull());
    test('is not led astray by nonsense', () => expect(lookIn({ columns: 7, sort: 'x', widths: [], colours: [{ where: 1 }], frozen: 'a' }, table, declared)).toEqual({ ...declared, colours: [] }));
    test('keeps only what differs', () => expect(differing({ ...declared, frozen: 2 }, declared)).toEqual({ frozen: 2 }));
    test('moves a column behind or before another', () => expect([moved(['a', 'b', 'c'], 'a', 2), moved(['a', 'b', 'c'], 'c', 0)]).toEqual([['b', 'c', 'a'], ['c', 'a', 'b']]));
});

describe('looks with a name', () => {
    const bench = () => {
        const kept: Settings[] = [];
        const looks = new Looks(table, view, {}, (settings) => kept.push(settings), () => undefined);
        return { looks, kept };
    };
    test('come back, and the declared one stays', () => {
        const { looks, kept } = bench();
        looks.use({ columns: ['due'] });
        looks.save('Dates');
        looks.useDeclared();
        expect(looks.state.isDeclared).toBe(true);
        looks.useNamed('Dates');
        expect(looks.look.columns).toEqual(['due']);
        expect(kept.at(-1)).toEqual({ columns: ['due'], named: [{ name: 'Dates', look: { columns: ['due'] } }] });
        expect(namedLooks(kept.at(-1) ?? {}, table, declared)).toEqual([{ name: 'Dates', look: { ...declared, columns: ['due'] } }]);
    });
    test('are written over by the same name, and forgotten', () => {
        const { looks } = bench();
        looks.save('Mine');
        looks.use({ frozen: 0 });
        looks.save('Mine');
        expect(looks.state.named.map(({ look }) => look.frozen)).toEqual([0]);
        looks.forget('Mine');
        expect(looks.state.named).toEqual([]);
    });
});

describe('a condition by choosing', () => {
    const [name, state, cost, due] = table.fields as [Field, Field, Field, Field];
    test.each([
        [name, 'contains', 'a "b"', 'name.contains("a \\"b\\"")'],
        [name, 'containsNot', 'x', '!(name.contains("x"))'],
        [state, 'is', 'late', 'state == "late"'],
        [cost, 'atLeast', { amount: '12.50', currency: 'CNY' }, 'cost >= money(12.50, "CNY")'],
        [due, 'below', '2026-08-17', 'due < date("2026-08-17")'],
        [due, 'isNotSet', null, '!has_value(due)'],
        [field('tags', 'choices'), 'contains', 'core', '"core" in tags'],
        [field('slip', 'computed', { of: 'integer' }), 'above', 3, 'slip > 3'],
    ] as const)('%o %s %o', (of, operator, value, condition) => expect(conditionOf(of, operator, value)).toBe(condition));
    test('without a value is none yet', () => expect(conditionOf(state, 'is', '')).toBeNull());
    test('names the rows of a group without a value', () => expect(groupCondition(state, null)).toBe('!has_value(state)'));
    test('offers order only where there is one', () => expect([operatorsOf(state), operatorsOf(due).includes('above')]).toEqual([['is', 'isNot', 'isSet', 'isNotSet'], true]));
});
