import { describe, expect, it } from 'vitest';
import type { Field, Item, Table, Tracker, Value, ViewSpec } from '../src/client';
import { Summary, type Facts, type Line } from '../src/views/summary/model';
import { moved } from '../src/views/summary/moves';
import { summaryOptions, type SummaryOptions } from '../src/views/summary/options';

const label = { en: 'x', zh: 'x' };
const field = (id: string, type: string, more: Partial<Field> = {}): Field => ({ id, type, label, ...more });
const TABLE: Table = {
    id: 'sheet.month',
    label,
    key: ['month'],
    title: 'month',
    fields: [field('month', 'month'), field('cash', 'money'), field('reported', 'money'), field('users', 'integer'), field('closedOn', 'date'), field('why', 'markdown')],
};
const ORDERS: Table = { id: 'sheet.order', label, key: ['number'], title: 'number', fields: [field('number', 'text'), field('month', 'reference', { to: 'sheet.month' }), field('amount', 'money'), field('paid', 'date')] };
const TRACKER: Tracker = { id: 'sheet', version: '1', label, tables: [TABLE, ORDERS] };

const view = (options: object): ViewSpec => ({ id: 'v', kind: 'summary', table: TABLE.id, label, options: options as Record<string, unknown> });
const MEASURES = [
    { field: 'cash', total: 'sum', reported: 'reported' },
    { field: 'users', total: 'last' },
    { id: 'orders', of: 'count', table: 'order', by: 'month', label },
    { id: 'grown', growth: 'cash', label },
    { id: 'grownYear', growth: 'cash', against: 'year', label },
    { id: 'each', ratio: ['cash', 'orders'], type: 'money', label },
];

function optionsOf(options: object, table = TABLE): SummaryOptions {
    const read = summaryOptions(view(options), table, TRACKER);
    if ('problem' in read) throw new Error(read.problem.message.en);
    return read.options;
}

function problemOf(options: object, table = TABLE): string {
    const read = summaryOptions(view(options), table, TRACKER);
    return 'problem' in read ? read.problem.message.en : 'none';
}

const money = (amount: string): Value => ({ amount, currency: 'CNY' });
const row = (month: string, values: Record<string, Value>): [string, Item] => [month, { ref: `sheet.month/${month}`, revision: 1, values: { month, ...values } }];

function summaryOf(rows: [string, Item][], orders: Record<string, string>, more: object = {}, now = '2026-03'): [Summary, (key: string, id: string) => Value] {
    const options = optionsOf({ period: 'month', measures: MEASURES, ...more });
    const facts: Facts = { rows: new Map(rows), figures: new Map([['orders', new Map(Object.entries(orders))]]) };
    const summary = new Summary(options, facts, now, 24);
    return [
        summary,
        (key, id) => {
            const [line, measure] = [summary.lines.find((each) => each.key === key), options.measures.find((each) => each.id === id)];
            if (!line || !measure) throw new Error(`there is no ${key} or ${id}`);
            return summary.value(line, measure);
        },
    ];
}

const standing = (line: Line) => (line.kind === 'total' ? line.key : `${line.period} ${line.standing}`);

describe('a period table', () => {
    const rows = [row('2025-12', { cash: money('100.00') }), row('2026-01', { cash: money('110.00'), users: 5, closedOn: '2026-02-05' }), row('2026-02', { cash: money('99.00'), users: 7 })];

    it('has a line for each period, also for one nobody wrote, and a total a year', () => {
        const [summary] = summaryOf(rows.toSpliced(1, 1), {}, { closed: 'closedOn', ahead: 1, totals: 'year' });
        expect(summary.lines.map(standing)).toEqual(['2025-12 waiting', 'total 2025', '2026-01 waiting', '2026-02 waiting', '2026-03 running', '2026-04 ahead', 'total 2026']);
    });

    it('tells closed from waiting only where closing is declared', () => {
        expect(summaryOf(rows, {}, { closed: 'closedOn' })[0].lines.map(standing)).toContain('2026-01 closed');
        expect(summaryOf(rows, {})[0].lines.map(standing)).toEqual(['2025-12 over', '2026-01 over', '2026-02 over']);
    });

    it('works out growth exactly, and none where there is nothing to compare with', () => {
        const [, value] = summaryOf(rows, {});
        expect([value('2026-01', 'grown'), value('2026-02', 'grown'), value('2025-12', 'grown'), value('2026-02', 'grownYear')]).toEqual(['0.100', '-0.100', null, null]);
    });

    it('counts no rows as none, but takes nothing for their sum', () => {
        const [, value] = summaryOf(rows, { '2026-01': '4' });
        expect([value('2026-01', 'orders'), value('2026-02', 'orders'), value('2026-01', 'each'), value('2026-02', 'each')]).toEqual([4, 0, money('27.50'), null]);
    });

    it('adds up what adds up, keeps the last of what does not, and divides sums', () => {
        const [summary, value] = summaryOf(rows, { '2026-01': '4', '2026-02': '1' }, { totals: 'year' });
        expect([value('total 2026', 'cash'), value('total 2026', 'users'), value('total 2026', 'grown'), value('total 2026', 'each')]).toEqual([money('209.00'), 7, null, money('41.80')]);
        const total = summary.lines.at(-1);
        expect(total?.kind === 'total' ? total.periods : null).toEqual(['2026-01', '2026-02']);
    });

    it('adds up a year whole where only its end is shown, and none that has not begun', () => {
        const months = Array.from({ length: 8 }, (_, at) => row(`2026-0${at + 1}`, { cash: money('1.00') }));
        const options = optionsOf({ period: 'month', measures: MEASURES, totals: 'year', ahead: 6 });
        const summary = new Summary(options, { rows: new Map(months), figures: new Map() }, '2026-08', 8);
        const totals = summary.lines.filter((line) => line.kind === 'total');
        const cash = options.measures[0];
        expect(cash && totals.map((line) => [line.key, summary.value(line, cash), summary.known(line, cash), line.periods.length])).toEqual([['total 2026', money('8.00'), 8, 12]]);
    });

    it('marks as restated what differs from what was reported, in value and not in spelling', () => {
        const [summary] = summaryOf([row('2026-01', { cash: money('10.0'), reported: money('10.00') }), row('2026-02', { cash: money('9.00'), reported: money('10.00') })], {});
        const cash = optionsOf({ period: 'month', measures: MEASURES }).measures[0];
        expect(cash && summary.lines.map((line) => summary.restated(line, cash))).toEqual([null, money('10.00')]);
    });

    it('is empty of nothing', () => {
        expect(summaryOf([], {})[0].lines).toEqual([]);
    });
});

describe('its declaration', () => {
    it('says which option is wrong, and how', () => {
        const measures = [{ field: 'cash' }];
        expect([
            problemOf({ measures }),
            problemOf({ period: 'cash', measures }),
            problemOf({ period: 'month', measures: [] }),
            problemOf({ period: 'month', measures: [{ field: 'cahs' }] }),
            problemOf({ period: 'month', measures, perr: 'week' }),
            problemOf({ period: 'month', measures: [...measures, { id: 'g', growth: 'why', label }] }),
            problemOf({ period: 'month', measures: [{ id: 'n', of: 'count', table: 'orders', label }] }),
            problemOf({ period: 'month', measures: [{ id: 'n', of: 'sum', table: 'order', by: 'month', field: 'number', label }] }),
            problemOf({ period: 'paid', measures: [{ field: 'amount' }] }, ORDERS),
        ]).toEqual([
            'options.period is missing.',
            'options.period: “cash” is no month, date or time.',
            'options.measures must be a list that is not empty.',
            'options.measures[0].field: sheet.month has no field “cahs”.',
            'options.perr is no option here; known are period, per, closed, measures, last, ahead, totals, and layout.',
            'options.measures: no measure of numbers is called “why”.',
            'options.measures[0].table: the tracker has no table “orders”.',
            'options.measures[0].field: “number” is no number.',
            'options.measures[0].field: a field is shown of a table with one row a period; count or add up instead (“of”).',
        ]);
    });
});

describe('keys in it', () => {
    const extent = { lines: ['1', '2', '3'], measures: ['a', 'b'], layout: 'down' as const };

    it('lead to the cell beside, and no further than the edge', () => {
        const from = { line: '2', measure: 'a' };
        expect(['ArrowDown', 'ArrowRight', 'ArrowLeft', 'End', 'x'].map((key) => moved(from, key, false, extent))).toEqual([
            { line: '3', measure: 'a' },
            { line: '2', measure: 'b' },
            { line: '2', measure: 'a' },
            { line: '2', measure: 'b' },
            undefined,
        ]);
        expect(moved(from, 'End', true, extent)).toEqual({ line: '3', measure: 'b' });
    });

    it('go by what is on the screen when the table is turned', () => {
        expect(moved({ line: '2', measure: 'a' }, 'ArrowDown', false, { ...extent, layout: 'across' })).toEqual({ line: '2', measure: 'b' });
    });
});
