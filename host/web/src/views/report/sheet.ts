import { html, nothing, type TemplateResult } from 'lit';
import type { ReportCell, ReportPart, ReportRow, ReportSource, Sheet } from '../../reports';
import { t, text } from '../../settings';

const SHADES = 4;
/** Said beside the value; fresh and none need no words, and unknown says so itself. */
const SAID = { stale: 'report.stale', unsupported: 'report.unsupported', conflict: 'report.conflict' } as const;

type Open = (ref: string) => void;

/** A report as something to read: every doubt is a shape and a word, never a colour alone. */
export function sheetOf(sheet: Sheet, open: Open): TemplateResult {
    const sources = new Map<string, number>();
    return html`<article class="wb-report-sheet">
        <h2>${text(sheet.title)}</h2>
        ${sheet.notes.map((note) => html`<p class="wb-report-note">${text(note)}</p>`)} ${sheet.parts.map((part) => partOf(part, sources, open))}
    </article>`;
}

function partOf(part: ReportPart, sources: Map<string, number>, open: Open): TemplateResult {
    return html`<section>
        <h3>${text(part.label)}</h3>
        ${part.figures.length > 0 ? html`<dl class="wb-report-figures">${part.figures.map((one) => html`<div><dt>${text(one.label)}</dt><dd>${text(one.value)}${one.before ? html` <small>${t('report.before', { value: text(one.before) })}</small>` : nothing}</dd></div>`)}</dl>` : nothing}
        ${part.rows.length > 0 ? tableOf(part, sources, open) : nothing}
    </section>`;
}

function tableOf({ columns, rows }: ReportPart, sources: Map<string, number>, open: Open): TemplateResult {
    return html`<table>
        <thead>
            <tr>
                ${columns.map((column) => html`<th scope="col">${text(column)}</th>`)}
            </tr>
        </thead>
        <tbody>
            ${rows.map((row) => rowOf(row, sources, open))}
        </tbody>
    </table>`;
}

function rowOf({ text: words, about, cells }: ReportRow, sources: Map<string, number>, open: Open): TemplateResult {
    return html`<tr>
        <th scope="row">${linked(text(words), about, open)}</th>
        ${cells.map((cell) => cellOf(cell, sources, open))}
    </tr>`;
}

function cellOf(cell: ReportCell, sources: Map<string, number>, open: Open): TemplateResult {
    const doubt = cell.mark in SAID ? t(SAID[cell.mark as keyof typeof SAID]) : '';
    return html`<td class=${kindOf(cell)}>
        ${linked(text(cell.text), cell.about, open)}${doubt === '' ? nothing : html` <em>${doubt}</em>`}${cell.evidence.map((source) => sourceOf(source, sources))}
    </td>`;
}

function kindOf({ mark, share }: ReportCell): string {
    return share === null ? `is-${mark}` : `shade-${Math.round(Math.min(1, Math.max(0, Number(share))) * SHADES)}`;
}

function linked(words: string, ref: string | null, open: Open): TemplateResult | string {
    return ref === null || words === '' ? words : html`<button class="wb-report-link" @click=${() => open(ref)}>${words}</button>`;
}

/** The same page has the same number wherever it is cited. */
function sourceOf({ address, quote, foundOn }: ReportSource, sources: Map<string, number>): TemplateResult {
    const number = sources.get(address) ?? sources.size + 1;
    sources.set(address, number);
    const said = [address, quote, foundOn ?? ''].filter((part) => part !== '').join(' — ');
    const isWeb = /^https?:\/\//i.test(address);
    return html`<sup>${isWeb ? html`<a href=${address} target="_blank" rel="noopener noreferrer" title=${said} aria-label=${t('report.source', { address: said })}>${number}</a>` : html`<span title=${said}>${number}</span>`}</sup>`;
}
