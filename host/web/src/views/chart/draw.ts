import type { Language } from '../../words';
import type { Drawing } from './echarts';
import { axisFrom, scaleFor, type Dots, type Plot, type Scale, type Series } from './model';
import type { ChartKind } from './options';
import type { Palette } from './palette';

const TEXT = 12;
const MARK = 11;
const MARKS_SHOWN = 36;

/** What a drawing needs to say, in the reader's language. */
export interface Lettering {
    readonly language: Language;
    /** The unit of the figures, and what the scale makes of it. */
    unit(scale: Scale): string;
    figure(value: string): string;
    /** A figure along an axis: short. */
    short(value: number, scale: Scale): string;
    lastActual(category: string): string;
    /** The axis does not begin at zero. */
    cut(from: string, name?: string): string;
    readonly unknown: string;
}

export interface Sketch {
    readonly drawing: Drawing;
    /** What must be said beneath it; empty for nothing. */
    readonly note: string;
}

/** A hatch, for what is uncertain or has not happened; fainter where much of a picture may be of it. */
export function hatch(palette: Palette, isFaint = false) {
    const dashArrayY = isFaint ? [1, 6] : [2, 4];
    return { symbol: 'rect', dashArrayX: [1, 0], dashArrayY, rotation: -Math.PI / 4, color: palette.grey(isFaint ? 0.2 : 0.45) };
}

export function sketchOf(kind: Exclude<ChartKind, 'scatter' | 'heat'>, plot: Plot, mustZero: boolean, palette: Palette, letters: Lettering): Sketch {
    const numbers = plot.series.flatMap((each) => each.values.flatMap((value) => (value === null ? [] : [Number(value)])));
    const tops = kind === 'stacked' ? plot.categories.map((_, at) => plot.series.reduce((sum, each) => sum + Math.max(0, Number(each.values[at] ?? 0)), 0)) : numbers;
    const from = axisFrom(numbers, mustZero || kind !== 'line');
    const scale = scaleFor(Math.max(0, ...tops), letters.language);
    const drawing = {
        ...common(palette),
        grid: { left: 16, right: kind === 'line' ? 104 : 24, top: kind === 'line' ? 32 : 56, bottom: 16, containLabel: true },
        ...(kind === 'line' ? {} : { legend: legend(palette) }),
        xAxis: { type: 'category', data: plot.categories.map((each) => each.label), boundaryGap: kind !== 'line', ...axis(palette), axisTick: { show: false } },
        yAxis: {
            type: 'value',
            min: from,
            name: letters.unit(scale),
            nameTextStyle: { color: palette.text3, fontSize: MARK, align: 'left', padding: [0, 0, 4, -24] },
            ...axis(palette),
            axisLabel: { color: palette.text3, fontSize: MARK, formatter: (value: number) => letters.short(value, scale) },
            splitLine: { lineStyle: { color: palette.line } },
            axisLine: { show: false },
        },
        series: plot.series.map((each, index) => (kind === 'line' ? lineOf(plot, each, index, palette, letters) : barOf(plot, each, index, kind, palette))),
    };
    return { drawing, note: from > 0 ? letters.cut(`${letters.short(from, scale)} ${letters.unit(scale)}`.trim()) : '' };
}

function lineOf(plot: Plot, series: Series, index: number, palette: Palette, letters: Lettering) {
    const colour = colourOf(plot, series, index, palette);
    const lastActual = series.values.findLastIndex((value) => value !== null);
    const hasForecast = plot.series.some((each) => each.role === 'forecast');
    const ends = hasForecast && series.role === 'actual' && lastActual >= 0 && lastActual < plot.categories.length - 1;
    const category = plot.categories[lastActual]?.label ?? '';
    return {
        type: 'line',
        name: series.label,
        data: series.values.map((value) => (value === null ? null : Number(value))),
        symbol: SYMBOLS[index % SYMBOLS.length],
        symbolSize: 5,
        showSymbol: plot.categories.length <= MARKS_SHOWN,
        itemStyle: { color: colour },
        lineStyle: { color: colour, width: 2, type: series.role === 'actual' ? (DASHES[index] ?? 'solid') : 'dashed' },
        ...(series.role === 'uncertain' ? { areaStyle: { color: 'transparent', opacity: 1, decal: hatch(palette) } } : {}),
        endLabel: { show: true, formatter: series.label, color: colour, fontSize: TEXT, fontWeight: 600, distance: 6, width: 92, overflow: 'break' },
        labelLayout: { moveOverlap: 'shiftY' },
        ...(ends
            ? { markLine: { silent: true, symbol: 'none', lineStyle: { color: palette.text3, type: 'dotted', width: 1 }, label: { color: palette.text2, fontSize: MARK, position: 'end', formatter: letters.lastActual(category) }, data: [{ xAxis: lastActual }] } }
            : {}),
    };
}

function barOf(plot: Plot, series: Series, index: number, kind: 'bar' | 'stacked', palette: Palette) {
    const colour = colourOf(plot, series, index, palette);
    const decal = series.role === 'uncertain' ? { decal: hatch(palette) } : {};
    return {
        type: 'bar',
        name: series.label,
        ...(kind === 'stacked' ? { stack: 'all' } : { barGap: '8%' }),
        barMaxWidth: 40,
        itemStyle: { color: colour, ...decal, borderColor: palette.canvas, borderWidth: kind === 'stacked' ? 1 : 0 },
        data: series.values.map((value, at) => {
            const isAhead = plot.categories[at]?.isAhead === true;
            return { value: value === null ? null : Number(value), ...(isAhead ? { itemStyle: { color: palette.canvas, borderColor: colour, borderWidth: 1, decal: hatch(palette) } } : {}) };
        }),
    };
}

/** Rows and columns, darker for more. What is not known is hatched and says so: it is not none. */
export function heatOf(plot: Plot, palette: Palette, letters: Lettering): Sketch {
    const known = plot.series.flatMap((each) => each.values.flatMap((value) => (value === null ? [] : [Number(value)])));
    const [least, most] = [Math.min(0, ...known), Math.max(...known, 0)];
    const share = (value: number) => (most === least ? 0.5 : (value - least) / (most - least));
    const cells = plot.series.flatMap((row, y) =>
        row.values.map((value, x) => {
            if (value === null) return { value: [x, y, 0], itemStyle: { color: palette.canvas, decal: hatch(palette, true) }, label: { formatter: letters.unknown, color: palette.text2, backgroundColor: palette.canvas } };
            const dark = share(Number(value));
            return { value: [x, y, Number(value)], itemStyle: { color: palette.grey(0.04 + dark * 0.72) }, label: { formatter: letters.figure(value), color: dark > 0.45 ? palette.canvas : palette.text } };
        }),
    );
    const names = plot.series.map((each) => each.label);
    const drawing = {
        ...common(palette),
        grid: { left: 16, right: 16, top: 8, bottom: 8, containLabel: true },
        xAxis: { type: 'category', position: 'top', data: plot.categories.map((each) => each.label), ...axis(palette), axisLabel: { color: palette.text2, fontSize: MARK, interval: 0, rotate: plot.categories.length > 8 ? 35 : 0, width: 120, overflow: 'break' }, axisTick: { show: false }, splitArea: { show: false } },
        yAxis: { type: 'category', inverse: true, data: names, ...axis(palette), axisLabel: { color: palette.text2, fontSize: MARK, interval: 0, width: 200, overflow: 'break' }, axisTick: { show: false } },
        series: [{ type: 'heatmap', progressive: 0, data: cells, label: { show: plot.categories.length * names.length <= 1200, fontSize: MARK }, itemStyle: { borderColor: palette.canvas, borderWidth: 2 }, emphasis: { disabled: true } }],
    };
    return { drawing, note: '' };
}

export interface ScatterWords {
    readonly xName: string;
    readonly yName: string;
    readonly isTime: boolean;
}

export function scatterOf({ dots }: Dots, words: ScatterWords, palette: Palette, letters: Lettering): Sketch {
    const [xs, ys] = [dots.map(({ at }) => at[0]), dots.map(({ at }) => at[1])];
    const [fromX, fromY] = [words.isTime ? undefined : axisFrom(xs, false), axisFrom(ys, false)];
    const scaleY = scaleFor(Math.max(0, ...ys), letters.language);
    const labelled = (scale: Scale) => ({ color: palette.text3, fontSize: MARK, formatter: (value: number) => letters.short(value, scale) });
    const name = (label: string, scale: Scale) => (scale.word === 'none' ? label : `${label} (${letters.unit(scale)})`);
    const drawing = {
        ...common(palette),
        grid: { left: 16, right: 32, top: 40, bottom: 32, containLabel: true },
        xAxis: {
            ...axis(palette),
            ...(words.isTime ? { type: 'time' } : { type: 'value', min: fromX, axisLabel: labelled({ by: 1, word: 'none' }) }),
            name: words.xName,
            nameLocation: 'middle',
            nameGap: 28,
            nameTextStyle: { color: palette.text2, fontSize: TEXT },
            splitLine: { lineStyle: { color: palette.line } },
        },
        yAxis: { ...axis(palette), type: 'value', min: fromY, name: name(words.yName, scaleY), nameTextStyle: { color: palette.text2, fontSize: TEXT, align: 'left', padding: [0, 0, 4, -24] }, axisLabel: labelled(scaleY), splitLine: { lineStyle: { color: palette.line } }, axisLine: { show: false } },
        series: [{ type: 'scatter', symbolSize: 9, data: dots.map(({ at, label }) => ({ value: [...at], name: label })), itemStyle: { color: palette.grey(0.75), borderColor: palette.canvas, borderWidth: 1, opacity: 0.9 } }],
    };
    const cut = [fromX !== undefined && fromX > 0 ? letters.cut(letters.short(fromX, { by: 1, word: 'none' }), words.xName) : '', fromY > 0 ? letters.cut(`${letters.short(fromY, scaleY)} ${letters.unit(scaleY)}`.trim(), words.yName) : ''];
    return { drawing, note: cut.filter((each) => each !== '').join(' ') };
}

/** The drawing with its title, definition and time, to stand alone as a file. */
export function withCaption(drawing: Drawing, title: string, lines: readonly string[], palette: Palette): Drawing {
    const grid = (drawing as { grid: { top: number; bottom: number } }).grid;
    const legendOf = (drawing as { legend?: object }).legend;
    const foot = lines.length * 18 + 16;
    return {
        ...drawing,
        backgroundColor: palette.canvas,
        title: { text: title, left: 16, top: 16, textStyle: { color: palette.text, fontSize: 18, fontWeight: 600, fontFamily: palette.family } },
        ...(legendOf ? { legend: { ...legendOf, top: 52 } } : {}),
        grid: { ...grid, top: grid.top + 56, bottom: grid.bottom + foot },
        graphic: lines.map((line, index) => ({ type: 'text', left: 16, bottom: 12 + (lines.length - 1 - index) * 18, style: { text: line, fill: palette.text2, fontSize: TEXT, fontFamily: palette.family } })),
    };
}

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const;
const DASHES = ['solid', 'solid', [6, 3], [2, 3], [8, 3, 2, 3]] as const;
const GREYS = [0.9, 0.55, 0.34, 0.72, 0.22, 0.45, 0.14];

/** Actuals in the colour of text, series in greys, the forecast in the accent. */
function colourOf(plot: Plot, series: Series, index: number, palette: Palette): string {
    if (series.role === 'forecast') return palette.accent;
    if (plot.series.length === 1 || index === 0) return palette.grey(GREYS[0] ?? 1);
    return palette.grey(GREYS[index % GREYS.length] ?? 0.5);
}

function common(palette: Palette) {
    return {
        animation: false,
        textStyle: { fontFamily: palette.family, fontSize: TEXT, color: palette.text2 },
        // Hatches are drawn only where this is on; words for speech are ours.
        aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: [{ symbol: 'none' }] } },
    };
}

function legend(palette: Palette) {
    return { left: 12, top: 8, icon: 'rect', itemWidth: 12, itemHeight: 12, itemGap: 16, selectedMode: false, textStyle: { color: palette.text, fontSize: TEXT } };
}

function axis(palette: Palette) {
    return { axisLine: { lineStyle: { color: palette.lineStrong } }, axisLabel: { color: palette.text3, fontSize: MARK, hideOverlap: true } };
}
