import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../settings';
import { shown, type Reading } from '../../values';
import type { Cursor } from './cursor';
import type { Lettering } from './draw';
import type { Dots, Plot } from './model';
import type { ChartOptions } from './options';

export interface Drawn {
    readonly plot: Plot | null;
    readonly dots: Dots | null;
}

/** What stands at the cursor, in words: what hovering shows, keys show, too. */
export function readout(options: ChartOptions, { plot, dots }: Drawn, cursor: Cursor | null, letters: Lettering, note: string, reading: Reading): TemplateResult {
    const words = note === '' ? nothing : html`<span class="note">${note}</span>`;
    if (cursor === null) return html`<span class="note">${t('chart.hint')}</span>${words}`;
    return html`${dots ? dotWords(options, dots, cursor, reading) : plot ? plotWords(options, plot, cursor, letters) : nothing}${words}`;
}

function plotWords(options: ChartOptions, plot: Plot, { x, y }: Cursor, letters: Lettering): TemplateResult | typeof nothing {
    const category = plot.categories[x];
    if (!category) return nothing;
    const figure = (value: string | null | undefined) => (value === null || value === undefined ? t('chart.notKnown') : letters.figure(value));
    const rows = options.kind === 'heat' ? plot.series.slice(y, y + 1) : plot.series;
    return html`<strong>${category.label}</strong>${rows.map(
        (each) => html`<span class=${each === plot.series[y] ? 'at' : ''}>${t('grid.cell', { label: each.label, value: figure(each.values[x]) })}</span>`,
    )}`;
}

function dotWords({ x, measures }: ChartOptions, { dots }: Dots, { x: at }: Cursor, reading: Reading): TemplateResult | typeof nothing {
    const dot = dots[at];
    const y = measures[0]?.measuring.field;
    if (!dot || !y) return nothing;
    return html`<strong>${dot.label}</strong><span>${t('grid.cell', { label: reading.text(x.label), value: shown(x, dot.x, reading) })}</span
        ><span>${t('grid.cell', { label: reading.text(y.label), value: shown(y, dot.y, reading) })}</span>`;
}

/** The figures of a chart as a table, for who reads rather than looks. */
export function figuresTable(options: ChartOptions, { plot, dots }: Drawn, letters: Lettering, label: string, reading: Reading): TemplateResult | typeof nothing {
    if (dots) return dotsTable(options, dots, label, reading);
    if (!plot) return nothing;
    const down = options.kind !== 'heat';
    const value = (of: string | null | undefined) => (of === null || of === undefined ? t('chart.notKnown') : letters.figure(of));
    const corner = reading.text((down ? options.x : (options.series ?? options.x)).label);
    return html`<table aria-label=${label}>
        <thead>
            <tr><th scope="col">${corner}</th>${(down ? plot.series : plot.categories).map((each) => html`<th scope="col">${each.label}</th>`)}</tr>
        </thead>
        <tbody>
            ${
                down
                    ? plot.categories.map((category, at) => html`<tr class=${category.isAhead ? 'ahead' : ''}><th scope="row">${category.label}</th>${plot.series.map((each) => html`<td>${value(each.values[at])}</td>`)}</tr>`)
                    : plot.series.map((row) => html`<tr><th scope="row">${row.label}</th>${plot.categories.map((_, at) => html`<td>${value(row.values[at])}</td>`)}</tr>`)
            }
        </tbody>
    </table>`;
}

function dotsTable({ x, measures }: ChartOptions, { dots }: Dots, label: string, reading: Reading): TemplateResult {
    const y = measures[0]?.measuring.field ?? x;
    return html`<table aria-label=${label}>
        <thead>
            <tr><th scope="col">${t('chart.row')}</th><th scope="col">${reading.text(x.label)}</th><th scope="col">${reading.text(y.label)}</th></tr>
        </thead>
        <tbody>
            ${dots.map((dot) => html`<tr><th scope="row">${dot.label}</th><td>${shown(x, dot.x, reading)}</td><td>${shown(y, dot.y, reading)}</td></tr>`)}
        </tbody>
    </table>`;
}
