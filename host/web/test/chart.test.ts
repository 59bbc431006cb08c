import { describe, expect, it } from 'vitest';
import type { Table, ViewSpec } from '../src/client';
import { nearest, stepped } from '../src/views/chart/cursor';
import { heatOf, sketchOf, withCaption, type Lettering } from '../src/views/chart/draw';
import { axisFrom, condensed, scaleFor, type Plot, type Series } from '../src/views/chart/model';
import { chartOptions } from '../src/views/chart/options';
import { mixed, rgb, type Palette } from '../src/views/chart/palette';

const label = { en: 'x', zh: 'x' };
const TABLE: Table = { id: 't.order', label, key: ['name'], title: 'name', fields: ['text name', 'date paid', 'choice kind', 'money cash', 'integer size'].map((each) => ({ type: each.split(' ')[0] ?? '', id: each.split(' ')[1] ?? '', label })) };
const read = (options: object) => chartOptions({ id: 'v', kind: 'chart', table: TABLE.id, label, options: options as Record<string, unknown> } satisfies ViewSpec, TABLE);
const problem = (options: object) => {
    const declared = read(options);
    return 'problem' in declared ? declared.problem.message.en : 'none';
};

const palette: Palette = { canvas: '#canvas', text: '#text', text2: '#2', text3: '#3', line: '#line', lineStrong: '#strong', accent: '#accent', family: 'f', grey: (share) => `grey ${share.toFixed(2)}` };
const letters: Lettering = { language: 'en', unit: () => 'CNY', figure: (value) => value, short: (value) => String(value), lastActual: (category) => `last ${category}`, cut: (from) => `from ${from}`, unknown: '?' };
const series = (key: string, values: (string | null)[], more: Partial<Series> = {}): Series => ({ key, label: key, role: 'actual', where: `k == "${key}"`, values, ...more });
const plotOf = (all: Series[], ahead = 99): Plot => ({ categories: (all[0]?.values ?? []).map((_, at) => ({ key: `c${at}`, label: `c${at}`, where: '', isAhead: at >= ahead })), series: all, hidden: 0 });

describe('the declaration of a chart', () => {
    it('is read with what may be left out', () => {
        const declared = read({ kind: 'stacked', x: 'paid', series: 'kind', measure: { field: 'cash' } });
        expect(declared).toMatchObject({ options: { kind: 'stacked', per: 'month', last: 36, fromZero: false, measures: [{ role: 'actual', measuring: { of: 'sum' } }] } });
    });

    it('says which option is wrong', () => {
        expect([
            problem({ kind: 'pie', x: 'paid', measure: { of: 'count', label } }),
            problem({ kind: 'heat', x: 'kind', measure: { of: 'count', label } }),
            problem({ kind: 'scatter', x: 'kind', measure: { field: 'cash' } }),
            problem({ kind: 'line', x: 'paid', series: 'kind', measures: [{ field: 'cash' }, { field: 'size' }] }),
            problem({ kind: 'bar', x: 'kind', measure: { of: 'count' } }),
        ]).toEqual([
            'options.kind is “pie”; it can be line, bar, stacked, scatter, and heat.',
            'options.series is missing.',
            'options.x: “kind” is no number.',
            'options.measures: with “series”, or as a scatter, there is one measure.',
            'options.measure.label is missing.',
        ]);
    });
});

describe('the axis', () => {
    it('goes to zero unless all lies far from it, and then begins at a round number below the least', () => {
        expect([axisFrom([3, 10], false), axisFrom([1000, 1100], true), axisFrom([-5, 10], false), axisFrom([], false)]).toEqual([0, 0, -5, 0]);
        expect(axisFrom([1_020_000, 1_320_000], false)).toBe(900_000);
        expect(axisFrom([500, 500], false)).toBeLessThanOrEqual(500);
    });

    it('says so where it does not', () => {
        expect(sketchOf('line', plotOf([series('a', ['1000', '1100'])]), false, palette, letters).note).toMatch(/^from /);
        expect(sketchOf('bar', plotOf([series('a', ['1000', '1100'])]), false, palette, letters).note).toBe('');
    });

    it('counts large numbers in the units of the language', () => {
        expect([scaleFor(1_400_000, 'zh').word, scaleFor(1_400_000, 'en').word, scaleFor(700_000_000, 'zh').word, scaleFor(900, 'en').word, scaleFor(9_000, 'en').word]).toEqual(['tenThousand', 'million', 'hundredMillion', 'none', 'thousand']);
    });
});

describe('a drawing', () => {
    const drawn = (kind: 'line' | 'bar' | 'stacked', plot: Plot) => (sketchOf(kind, plot, false, palette, letters).drawing as { series: Record<string, never>[] }).series;

    it('keeps the accent for the forecast, and greys for the rest', () => {
        const [actual, other, forecast] = drawn('line', plotOf([series('a', ['1', null]), series('b', ['2', '1']), series('f', ['1', '2'], { role: 'forecast' })]));
        expect([actual?.['lineStyle'], other?.['lineStyle'], forecast?.['lineStyle']]).toMatchObject([{ color: 'grey 0.90', type: 'solid' }, { color: 'grey 0.55' }, { color: '#accent', type: 'dashed' }]);
        expect(actual?.['markLine']).toMatchObject({ label: { formatter: 'last c0' }, data: [{ xAxis: 0 }] });
    });

    it('hatches what is uncertain and what has not happened, and nothing else', () => {
        const [actual, uncertain] = drawn('bar', plotOf([series('a', ['1', '2']), series('u', ['1', '2'], { role: 'uncertain' })], 1)) as unknown as { itemStyle: { decal: unknown }; data: { itemStyle?: { decal: unknown } }[] }[];
        expect(actual?.itemStyle.decal).toBeUndefined();
        expect(uncertain?.itemStyle.decal).toHaveProperty('symbol');
        expect(actual?.data.map((each) => each.itemStyle !== undefined)).toEqual([false, true]);
    });

    it('draws in a heat what is not known as unknown, not as nothing', () => {
        const { drawing } = heatOf(plotOf([series('a', ['0', null]), series('b', ['1', '0.5'])]), palette, letters);
        const [{ data }] = (drawing as unknown as { series: [{ data: { label: { formatter: string }; itemStyle: { decal: unknown } }[] }] }).series;
        expect(data.map((each) => [each.label.formatter, each.itemStyle.decal === undefined])).toEqual([['0', true], ['?', false], ['1', true], ['0.5', true]]);
    });

    it('carries title, definition and time as a file', () => {
        const { drawing } = sketchOf('line', plotOf([series('a', ['1', '2'])]), false, palette, letters);
        expect(withCaption(drawing, 'Cash', ['what is counted', 'as of today'], palette)).toMatchObject({ title: { text: 'Cash' }, graphic: [{ style: { text: 'what is counted' } }, { style: { text: 'as of today' } }] });
    });

    it('puts the smaller of many series together, and still finds their rows', () => {
        const many = ['5', '1', '9', '2'].map((value, at) => series(`s${at}`, [value, null]));
        const kept = condensed(many, 3, 'Others');
        expect(kept.map((each) => [each.label, each.values])).toEqual([['s0', ['5', null]], ['s2', ['9', null]], ['Others', ['3', null]]]);
        expect(kept[2]?.where).toBe('(k == "s1") || (k == "s3")');
    });
});

describe('the place of the reader', () => {
    it('moves by keys within the chart', () => {
        const extent = { columns: 3, rows: 2 };
        expect([stepped(null, 'ArrowRight', extent), stepped(null, 'End', extent), stepped({ x: 2, y: 1 }, 'ArrowRight', extent), stepped({ x: 2, y: 0 }, 'ArrowDown', extent), stepped(null, 'a', extent), stepped(null, 'Home', { columns: 0, rows: 0 })]).toEqual([
            { x: 0, y: 0 },
            { x: 2, y: 0 },
            { x: 2, y: 1 },
            { x: 2, y: 1 },
            undefined,
            undefined,
        ]);
    });

    it('is the nearest dot within reach', () => {
        expect([nearest([[0, 0], [10, 0]], [8, 1], 5), nearest([[0, 0]], [8, 1], 5)]).toEqual([1, -1]);
    });
});

describe('greys', () => {
    it('lie between the canvas and the text', () => {
        expect(mixed(rgb('rgb(255, 255, 255)'), rgb('rgb(27, 29, 32)'), 0.5)).toBe('rgb(141, 142, 144)');
    });
});
