import { describe, expect, it } from 'vitest';
import type { Field, Table, ViewSpec } from '../src/client';
import { plain } from '../src/values';
import { dateOf, dayNumber } from '../src/views/planning/days';
import { dropped } from '../src/views/timeline/drag';
import { elbows, figureOf, figureUnderWay, hasSlipped } from '../src/views/timeline/figure';
import { inOrder, LaneRows, type Lane } from '../src/views/timeline/lanes';
import { timelineOptions, type TimelineOptions } from '../src/views/timeline/options';
import { around, dayAt, nextZoom, panned, showing, ticks, xOf, zoomed, type Scale } from '../src/views/timeline/scale';

const label = { en: '', zh: '' };
const field = (id: string, type: string, more: Partial<Field> = {}): Field => ({ id, type, label, ...more });
const day = dayNumber;

const TABLE: Table = {
    id: 'pr.item',
    label,
    key: ['name'],
    title: 'name',
    fields: [field('name', 'text'), field('partner', 'reference', { to: 'pr.partner' }), ...['promised', 'first', 'came', 'from', 'to'].map((id) => field(id, 'date'))],
};

function options(given: Record<string, unknown>) {
    const view: ViewSpec = { id: 't', kind: 'timeline', table: TABLE.id, label, options: given };
    return timelineOptions(view, TABLE);
}

function read(given: Record<string, unknown>): TimelineOptions {
    const read = options(given);
    if ('trouble' in read) throw new Error(JSON.stringify(read.trouble));
    return read;
}

const PROMISES = read({ lane: 'partner', date: 'promised', first: 'first', came: 'came' });
const BARS = read({ from: 'from', to: 'to' });

describe('options of a timeline', () => {
    it('name fields of the table, and a table of moves of the same tracker', () => {
        const { lane, date, zoom, moves } = read({ lane: 'partner', date: 'promised', moves: { table: 'promise', item: 'item', date: 'promised' } });
        expect([lane?.id, date?.id, zoom]).toEqual(['partner', 'promised', 'quarter']);
        expect(moves).toEqual({ table: 'pr.promise', item: 'item', date: 'promised', where: undefined });
    });

    it('that cannot be read are told by name, with what could stand there', () => {
        const dates = 'promised, first, came, from, to';
        expect(options({})).toEqual({ trouble: { option: 'date', problem: 'missing', given: '', wants: dates } });
        expect(options({ date: 'promissed' })).toEqual({ trouble: { option: 'date', problem: 'noField', given: 'promissed', wants: dates } });
        expect(options({ date: 'name' })).toEqual({ trouble: { option: 'date', problem: 'wrongType', given: 'name', wants: dates } });
        expect(options({ date: 'promised', zoom: 'decade' })).toMatchObject({ trouble: { option: 'zoom', problem: 'oneOf', wants: 'week, month, quarter, year' } });
        expect(options({ date: 'promised', lanes: 'partner' })).toMatchObject({ trouble: { option: 'lanes', problem: 'oneOf' } });
        expect(options({ date: 'promised', moves: { table: 'promise' } })).toMatchObject({ trouble: { option: 'moves.table', problem: 'missing' } });
        expect(options({ from: 'from' })).toMatchObject({ trouble: { option: 'to', problem: 'missing' } });
    });
});

describe('the scale of a timeline', () => {
    const scale: Scale = { start: day('2026-08-17'), zoom: 'quarter', width: 800 };

    it('puts days at places and finds them there again', () => {
        expect(xOf(scale, day('2026-08-18'))).toBeCloseTo(2.8);
        expect(dayAt(scale, xOf(scale, 20_700))).toBeCloseTo(20_700);
        expect(panned(scale, 28).start).toBeCloseTo(scale.start + 10);
    });

    it('zooms around the pointer', () => {
        const near = zoomed(scale, 'week', 300);
        expect(dayAt(near, 300)).toBeCloseTo(dayAt(scale, 300));
        expect([nextZoom('quarter', 1), nextZoom('week', 1), nextZoom('quarter', -1), nextZoom('year', -1)]).toEqual(['month', 'week', 'year', 'year']);
    });

    it('begins with the day in the middle, and moves no further than it takes to show another', () => {
        expect(xOf(around(20_000, 'month', 900), 20_000)).toBeCloseTo(450);
        expect(showing(scale, dayAt(scale, 400))).toEqual(scale);
        expect(xOf(showing(scale, scale.start - 500), scale.start - 500)).toBeCloseTo(48);
        expect(xOf(showing(scale, scale.start + 5000), scale.start + 5000)).toBeCloseTo(800 - 96);
    });

    it('is ruled by months within years, weeks within months, days within weeks', () => {
        const dates = (zoom: Scale['zoom']) => {
            const { major, minor } = ticks({ ...scale, zoom, width: 100 });
            return [major, minor].map((each) => each.slice(0, 2).map((tick) => dateOf(tick.day)));
        };
        expect(dates('quarter')).toEqual([['2026-01-01'], ['2026-08-01', '2026-09-01']]);
        expect(dates('month')).toEqual([['2026-08-01'], ['2026-08-17', '2026-08-24']]);
        expect(dates('week')).toEqual([['2026-08-17'], ['2026-08-17', '2026-08-18']]);
        expect(dates('year')).toEqual([['2026-01-01'], ['2026-07-01', '2026-10-01']]);
    });
});

describe('the lanes of a timeline', () => {
    const lane = (id: string, count: number): Lane => ({ id, value: id === '' ? null : id, label: id, count });
    const lanes = [lane('a', 2), lane('b', 3)];

    it('stand below each other with their items', () => {
        const rows = new LaneRows(lanes, new Set(), true);
        expect(rows.count).toBe(7);
        expect([0, 1, 3, 6].map((index) => rows.at(index))).toMatchObject([
            { kind: 'lane', lane: { id: 'a' }, folded: false },
            { kind: 'item', lane: { id: 'a' }, place: 0 },
            { kind: 'lane', lane: { id: 'b' } },
            { kind: 'item', lane: { id: 'b' }, place: 2 },
        ]);
        expect(rows.at(7)).toBeUndefined();
        expect([rows.headOf('b'), rows.indexOf('b', 1)]).toEqual([3, 5]);
        expect(rows.between(-4, 100)).toHaveLength(7);
    });

    it('fold, and one without header begins with its items', () => {
        expect(new LaneRows(lanes, new Set(['a']), true).at(1)).toMatchObject({ kind: 'lane', lane: { id: 'b' } });
        expect(new LaneRows([lane('', 5)], new Set(), false).at(0)).toMatchObject({ kind: 'item', place: 0 });
    });

    it('come by name, those of a choice as declared, those without last', () => {
        const names = (found: readonly Lane[]) => found.map(({ label }) => label);
        expect(names(inOrder([lane('', 1), lane('b', 1), lane('a', 1)], field('partner', 'reference'), (value) => (value === null ? 'none' : plain(value))))).toEqual(['a', 'b', 'none']);
        const state = field('state', 'choice', { choices: [{ id: 'z', label }, { id: 'a', label }] });
        expect(names(inOrder([lane('a', 1), lane('z', 1)], state, plain))).toEqual(['z', 'a']);
    });
});

describe('the figure of an item', () => {
    it('is the slip from the first promise, with a tick for each date in between', () => {
        const values = { first: '2026-06-30', promised: '2026-09-18' };
        const figure = figureOf(values, PROMISES, [day('2026-06-30'), day('2026-08-21'), day('2026-07-31'), day('2026-09-18')], null);
        expect(figure).toMatchObject({ slip: 80, came: null, ticks: [day('2026-07-31'), day('2026-08-21')] });
        expect(hasSlipped(values, PROMISES)).toBe(true);
    });

    it('ends on the day it came, early or late', () => {
        expect(figureOf({ first: '2026-06-30', promised: '2026-07-10', came: '2026-06-27' }, PROMISES, [], null)).toMatchObject({ slip: -3 });
        expect(figureOf({ came: '2026-06-27' }, PROMISES, [], null)).toMatchObject({ slip: null, first: null });
        expect(hasSlipped({ came: '2026-06-27' }, PROMISES)).toBe(false);
    });

    it('stays where it is stored while it is being moved; a bar goes along', () => {
        const move = { was: { promised: '2026-09-18' }, set: { promised: '2026-10-16' } };
        expect(figureUnderWay({ promised: '2026-10-16' }, move, PROMISES, [], null)).toMatchObject({ date: day('2026-09-18'), unsaved: day('2026-10-16') });
        const bar = { from: '2026-09-01', to: '2026-09-03' };
        expect(figureUnderWay(bar, undefined, BARS, [], { ref: '', from: 10, to: 12 }).bar).toEqual([day('2026-09-03'), day('2026-09-05')]);
    });

    it('is dropped as a date, or as both ends of what lasts', () => {
        const drag = { ref: '', from: day('2026-09-18'), to: day('2026-09-20') };
        expect(dropped(PROMISES, { promised: '2026-09-18' }, drag)).toMatchObject({ field: { id: 'promised' }, set: { promised: '2026-09-20' } });
        expect(dropped(BARS, { from: '2026-09-18', to: '2026-09-30' }, drag)).toMatchObject({ field: { id: 'from' }, set: { from: '2026-09-20', to: '2026-10-02' } });
        expect(dropped(PROMISES, {}, { ...drag, to: drag.from })).toBeNull();
    });

    it('is joined to what it waits for, as far as both are there and have a day', () => {
        const stop = (ref: string, end: number | null, ...waitsFor: string[]) => ({ ref, index: 0, end, waitsFor });
        const found = elbows([stop('a', 1), stop('b', 5, 'a', 'gone'), stop('c', null, 'a'), stop('d', 7, 'c', 'd')]);
        expect(found.map(({ from, to }) => [from.ref, to.ref])).toEqual([['a', 'b']]);
    });
});
