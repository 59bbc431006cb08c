import { describe, expect, it } from 'vitest';
import type { Field, Item, Table, Values } from '../src/client';
import { cardsIn, columnsOf, lanesOf, over } from '../src/views/board/columns';
import { boardOptions } from '../src/views/board/options';

const label = { en: '', zh: '' };
const STATE: Field = { id: 'state', type: 'choice', label, choices: ['todo', 'doing', 'done'].map((id) => ({ id, label })) };
const TABLE: Table = {
    id: 'd.work', label, key: ['name'], title: 'name',
    fields: [{ id: 'name', type: 'text', label }, STATE, { id: 'owner', type: 'person', label }, { id: 'due', type: 'date', label }],
};

const options = (given: Record<string, unknown>, columns?: string[]) =>
    boardOptions({ id: 'b', kind: 'board', table: TABLE.id, label, options: given, ...(columns ? { columns } : {}) }, TABLE);
const item = (ref: string, values: Values): Item => ({ ref, revision: 1, values });

describe('options of a board', () => {
    it('say what is a column and what stands on a card; without, the columns of the view do', () => {
        expect(options({ by: 'state', limits: { doing: 3 } }, ['name', 'state', 'due'])).toMatchObject({ by: STATE, fields: [{ id: 'due' }], limits: new Map([['doing', 3]]) });
        expect(options({ by: 'state', fields: ['owner'] })).toMatchObject({ fields: [{ id: 'owner' }], hidden: [] });
    });

    it('that cannot be read are told', () => {
        expect(options({})).toMatchObject({ trouble: { option: 'by', problem: 'missing', wants: 'state' } });
        expect(options({ by: 'owner' })).toMatchObject({ trouble: { option: 'by', problem: 'wrongType' } });
        expect(options({ by: 'state', limits: { doin: 3 } })).toMatchObject({ trouble: { option: 'limits.doin', problem: 'oneOf', wants: 'todo, doing, done' } });
        expect(options({ by: 'state', limits: { doing: 0 } })).toMatchObject({ trouble: { option: 'limits.doing', problem: 'shape' } });
        expect(options({ by: 'state', hidden: ['gone'] })).toMatchObject({ trouble: { option: 'hidden', given: 'gone' } });
        expect(options({ by: 'state', fields: 'owner' })).toMatchObject({ trouble: { option: 'fields', problem: 'shape' } });
    });
});

describe('the columns of a board', () => {
    it('are the choices in their order, and one for cards without where there are any', () => {
        const groups = [{ by: { state: 'done' }, count: 4 }, { by: { state: 'todo' }, count: 2 }, { by: { state: null }, count: 1 }];
        const found = columnsOf(STATE, groups, new Map([['done', 3]]), ['doing']);
        expect(found.map(({ id, count, limit }) => [id, count, limit])).toEqual([['', 1, undefined], ['todo', 2, undefined], ['done', 4, 3]]);
        expect(found.map((column) => over(column, column.count))).toEqual([0, 0, 1]);
    });

    it('are crossed by lanes, each with its number', () => {
        const groups = [{ by: { state: 'todo', owner: '林夏' }, count: 2 }, { by: { state: 'done', owner: '林夏' }, count: 1 }, { by: { state: 'done', owner: null }, count: 5 }];
        expect(lanesOf({ id: 'owner', type: 'person', label }, groups)).toEqual([{ id: '林夏', value: '林夏', count: 3 }, { id: '', value: null, count: 5 }]);
    });

    it('show a card where it goes to, before the others and once', () => {
        const [a, b, c] = [item('a', { state: 'todo' }), item('b', { state: 'doing' }), item('c', { state: 'doing' })];
        const read = (each: Item) => (each.ref === 'a' ? { values: { state: 'doing' }, unsaved: true } : { values: each.values, unsaved: false });
        const refs = (column: string) => cardsIn(column, STATE, [[b, c], [a], [a]], read).map((card) => card.item.ref);
        expect([refs('doing'), refs('todo')]).toEqual([['a', 'b', 'c'], []]);
    });
});
