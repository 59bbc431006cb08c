import { describe, expect, it } from 'vitest';
import type { Table, ViewSpec } from '../src/client';
import { sizeOf } from '../src/numbers';
import { formOptions } from '../src/views/form/groups';
import { pageOptions } from '../src/views/page/options';
import { readerOptions } from '../src/views/reader/options';

const label = (en: string) => ({ en, zh: en });
const field = (id: string, type: string, more: object = {}) => ({ id, type, label: label(id), ...more });
const TABLE: Table = {
    id: 't.item',
    label: label('Item'),
    key: ['source', 'name'],
    title: 'name',
    fields: [
        field('note', 'markdown'), field('name', 'text'), field('on', 'date'), field('source', 'reference', { to: 't.source' }), field('age', 'computed', { of: 'integer' }),
    ],
};
const MARK: Table = {
    id: 't.mark', label: label('Mark'), key: ['item', 'who'], title: 'who', fields: [field('item', 'reference', { to: 't.item' }), field('who', 'person'), field('on', 'datetime')],
};
const view = (options?: Record<string, unknown>): ViewSpec => ({ id: 'v', kind: 'form', table: 't.item', label: label('V'), ...(options ? { options } : {}) });
const find = (id: string) => [TABLE, MARK].find((table) => table.id === id);

describe('the groups of a form', () => {
    const ids = (groups: ReturnType<typeof formOptions>) => ('code' in groups ? groups : groups.map((group) => [group.label.en, group.fields.map(({ id }) => id)]));

    it('are there without being declared', () => {
        expect(ids(formOptions(view(), TABLE))).toEqual([
            ['What it is', ['name', 'source']], ['Details', ['on']], ['Notes', ['note']], ['Computed from the rest', ['age']],
        ]);
    });

    it('are those declared, with what they leave out at the end', () => {
        const groups = [{ label: { en: 'When', zh: '时间' }, fields: ['on', 'age'] }];
        expect(ids(formOptions(view({ groups }), TABLE))).toEqual([['When', ['on', 'age']], ['Other fields', ['note', 'name', 'source']]]);
    });

    it('say which option is wrong and what would be right', () => {
        const groups = [{ label: { en: 'When', zh: '时间' }, fields: ['onn'] }];
        expect(formOptions(view({ groups }), TABLE)).toMatchObject({
            code: 'option',
            at: 'options.groups[0].fields',
            message: { en: '“options.groups[0].fields” is "onn".' },
            hint: { en: 'In tracker.json, name a field of t.item there: note, name, on, source, and age.' },
        });
        expect(formOptions(view({ groups: 'all' }), TABLE)).toMatchObject({ at: 'options.groups' });
    });
});

describe('the options of a page and of a reader', () => {
    it('go by the first text of a table', () => {
        expect(pageOptions(view(), TABLE)).toMatchObject({ body: { id: 'note' } });
        expect(pageOptions(view({ body: 'on' }), TABLE)).toMatchObject({ code: 'option', at: 'options.body' });
        expect(pageOptions(view(), MARK)).toMatchObject({ code: 'option', at: 'options.body' });
    });

    it('name the table of the marks and its fields', () => {
        const marks = { table: 't.mark', item: 'item', reader: 'who', read: 'on' };
        expect(readerOptions(view({ body: 'note', date: 'on', marks }), TABLE, find)).toMatchObject({
            body: { id: 'note' }, date: { id: 'on' }, marks: { table: { id: 't.mark' }, item: { id: 'item' }, reader: { id: 'who' }, read: { id: 'on' } },
        });
    });

    it('are told from within where they are wrong', () => {
        const without = { table: 't.mark', item: 'item', reader: 'who' };
        expect(readerOptions(view({ marks: without }), TABLE, find)).toMatchObject({ at: 'options.marks.read', message: { en: '“options.marks.read” is missing.' } });
        expect(readerOptions(view({ marks: { ...without, table: 't.nothing' } }), TABLE, find)).toMatchObject({ at: 'options.marks.table' });
        expect(readerOptions(view({ source: 'name' }), TABLE, find)).toMatchObject({ at: 'options.source' });
    });
});

describe('the size of a file', () => {
    it('is told in the unit a person would use', () => {
        expect([0, 999, 1000, 1_250_000, 345_000_000].map(sizeOf)).toEqual(['0 B', '999 B', '1.0 kB', '1.3 MB', '345 MB']);
    });
});
