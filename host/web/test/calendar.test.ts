import { describe, expect, it } from 'vitest';
import type { Field, Item, Table, Values } from '../src/client';
import { entriesOf } from '../src/views/calendar/entries';
import { layWeek, weeksOf, type Entry } from '../src/views/calendar/layout';
import { calendarOptions, type CalendarOptions } from '../src/views/calendar/options';
import { dateOf, dayNumber } from '../src/views/planning/days';

const label = { en: '', zh: '' };
const TABLE: Table = {
    id: 'c.event', label, key: ['name'], title: 'name',
    fields: [{ id: 'name', type: 'text', label }, ...['on', 'due', 'till'].map((id): Field => ({ id, type: 'date', label }))],
};
const MONDAY = dayNumber('2026-08-17');

const options = (given: Record<string, unknown>) => calendarOptions({ id: 'c', kind: 'calendar', table: TABLE.id, label, options: given }, TABLE);
const entry = (ref: string, from: number, to = from): Entry => ({ ref, from: MONDAY + from, to: MONDAY + to });

describe('options of a calendar', () => {
    it('take one date, several, or what lasts', () => {
        expect(options({ date: 'on' })).toMatchObject({ dates: [{ id: 'on' }], to: undefined, span: 'month' });
        expect(options({ dates: ['on', 'due'], span: 'week' })).toMatchObject({ dates: [{ id: 'on' }, { id: 'due' }], span: 'week' });
        expect(options({ from: 'on', to: 'till' })).toMatchObject({ dates: [{ id: 'on' }], to: { id: 'till' } });
    });

    it('that cannot be read are told', () => {
        expect(options({})).toMatchObject({ trouble: { option: 'date', problem: 'missing', wants: 'on, due, till' } });
        expect(options({ dates: ['on', 'name'] })).toMatchObject({ trouble: { option: 'dates', problem: 'wrongType' } });
        expect(options({ from: 'on' })).toMatchObject({ trouble: { option: 'to', problem: 'missing' } });
    });
});

describe('a calendar', () => {
    it('shows all weeks that have a day of the month, from Monday on', () => {
        const weeks = (date: string) => weeksOf('month', dayNumber(date)).map(dateOf);
        expect(weeks('2026-08-17')).toEqual(['2026-07-27', '2026-08-03', '2026-08-10', '2026-08-17', '2026-08-24', '2026-08-31']);
        expect(weeks('2027-02-10')).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']);
        expect(weeksOf('week', dayNumber('2026-08-23')).map(dateOf)).toEqual(['2026-08-17']);
    });

    it('lays what lasts in one line above the rest, cut at the ends of the week', () => {
        const laid = layWeek([entry('a', 1), entry('long', -3, 2), entry('b', 1), entry('over', 5, 9)], MONDAY, 5);
        const found = laid.placed.map((each) => [each.entry.ref, each.column, each.days, each.slot, each.before, each.after]);
        expect(found).toEqual([
            ['long', 0, 3, 0, true, false],
            ['over', 5, 2, 0, false, true],
            ['a', 1, 1, 1, false, false],
            ['b', 1, 1, 2, false, false],
        ]);
        expect(laid.hidden).toEqual([0, 0, 0, 0, 0, 0, 0]);
    });

    it('keeps a line free to say how many more there are', () => {
        const laid = layWeek(['a', 'b', 'c', 'd'].map((ref) => entry(ref, 2)), MONDAY, 3);
        expect(laid.placed.map((each) => each.entry.ref)).toEqual(['a', 'b']);
        expect(laid.hidden).toEqual([0, 0, 2, 0, 0, 0, 0]);
    });

    it('has an entry for each date of an item, and shows where one is being taken', () => {
        const read = options({ dates: ['on', 'due'] }) as CalendarOptions;
        const item: Item = { ref: 'c.event/1', revision: 1, values: { on: '2026-08-17', due: '2026-08-20' } };
        const moves = { values: (each: Item): Values => each.values, of: () => undefined };
        const found = entriesOf([item, { ...item, values: {} }], read, moves, { ref: item.ref, field: 'due', by: 7 });
        expect(found.map(({ field, from, to, unsaved }) => [field.id, dateOf(from), dateOf(to), unsaved])).toEqual([
            ['on', '2026-08-17', '2026-08-17', false],
            ['due', '2026-08-27', '2026-08-27', true],
        ]);
    });
});
