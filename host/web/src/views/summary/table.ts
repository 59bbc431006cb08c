import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { mark } from '../../marks';
import { t, text } from '../../settings';
import { alignsRight, isUnset, valueType, type Reading } from '../../values';
import type { SummaryEditing } from './editing';
import type { Line, Summary } from './model';
import type { Layout, Measure } from './options';
import { figureText, isComputed, lineText, sentence, unitText } from './saying';

export interface TableState {
    readonly summary: Summary;
    readonly measures: readonly Measure[];
    readonly layout: Layout;
    readonly editing: SummaryEditing;
    readonly reading: Reading;
    readonly isPast: boolean;
    readonly label: string;
    /** The cell the reader is on. */
    readonly at: { readonly line: string; readonly measure: string } | null;
    /** Cells that somebody else just changed. */
    readonly fresh: ReadonlySet<string>;
}

type Part = TemplateResult | typeof nothing;

/** The table: periods downwards and measures across, or the other way round. */
export function periodTable(state: TableState): TemplateResult {
    const { summary, measures } = state;
    const down = state.layout === 'down';
    const rows = 1 + (down ? summary.lines.length : measures.length);
    const columns = 1 + (down ? measures.length : summary.lines.length);
    const lineHeaders = () => repeat(summary.lines, (line) => line.key, (line) => html`<th scope="col" role="columnheader" class=${lineClass(line)}>${lineHeader(line)}</th>`);
    return html`<table class="wb-periods ${state.layout}" role="grid" aria-label=${state.label} aria-rowcount=${rows} aria-colcount=${columns}>
        <thead>
            <tr role="row">
                <th scope="col" role="columnheader">${down ? t('summary.period') : t('summary.measure')}</th>
                ${down ? measures.map((measure) => html`<th scope="col" role="columnheader" class=${measureClass(measure)}>${measureHeader(measure)}</th>`) : lineHeaders()}
            </tr>
        </thead>
        <tbody>
            ${
                down
                    ? repeat(summary.lines, (line) => line.key, (line) => row(lineClass(line), lineHeader(line), measures.map((measure) => cell(state, line, measure))))
                    : repeat(measures, (measure) => measure.id, (measure) => row(measureClass(measure), measureHeader(measure), summary.lines.map((line) => cell(state, line, measure))))
            }
        </tbody>
    </table>`;
}

function row(classes: string, header: TemplateResult, cells: readonly TemplateResult[]): TemplateResult {
    return html`<tr role="row" class=${classes}><th scope="row" role="rowheader">${header}</th>${cells}</tr>`;
}

function lineClass(line: Line): string {
    return line.kind === 'total' ? 'total' : `line ${line.standing}`;
}

function measureClass(measure: Measure): string {
    return [alignsRight(measure.field) ? 'right' : 'words', isComputed(measure) ? 'derived' : ''].join(' ');
}

function lineHeader(line: Line): TemplateResult {
    return html`<span class="wb-period"><span>${lineText(line)}</span>${line.kind === 'total' ? nothing : standing(line)}</span>`;
}

function standing(line: Extract<Line, { kind: 'period' }>): Part {
    switch (line.standing) {
        case 'closed':
            return html`<span class="wb-period-mark" role="img" aria-label=${t('summary.closed')}>${mark('lock')}</span>`;
        case 'waiting':
            return html`<span class="wb-chip waiting">${t('summary.waiting')}</span>`;
        case 'running':
            return html`<span class="wb-chip">${t('summary.running')}</span>`;
        case 'ahead':
            return html`<span class="wb-unseen">${t('summary.ahead')}</span>`;
        case 'over':
            return nothing;
    }
}

function measureHeader(measure: Measure): TemplateResult {
    const unit = unitText(measure);
    const label = text(measure.field.label);
    return html`<span class="wb-measure-name" title=${measure.definition ? text(measure.definition) : label}
        >${label}${unit === '' ? nothing : html`<span class="wb-header-unit">${unit}</span>`}</span
    >`;
}

function cell(state: TableState, line: Line, measure: Measure): TemplateResult {
    const { summary, editing, reading } = state;
    const at = `${line.key}|${measure.id}`;
    const isActive = state.at?.line === line.key && state.at.measure === measure.id;
    const value = summary.value(line, measure);
    const edit = editing.editOf({ line, measure });
    const before = summary.restated(line, measure);
    const classes = {
        active: isActive,
        right: alignsRight(measure.field),
        words: !alignsRight(measure.field),
        derived: isComputed(measure),
        forecast: measure.isForecast,
        restated: !isUnset(before),
        troubled: edit?.trouble !== undefined,
        saving: edit !== undefined && edit.trouble === undefined,
        ahead: line.kind === 'period' && line.standing === 'ahead',
        closed: line.kind === 'period' && line.standing === 'closed',
        total: line.kind === 'total',
        'wb-changed': state.fresh.has(at),
        [`type-${valueType(measure.field)}`]: true,
    };
    const spoken = sentence(summary, line, measure, edit?.value ?? value, reading, state.isPast);
    return html`<td
        role="gridcell"
        data-at=${at}
        class=${classMap(classes)}
        tabindex=${isActive && !editing.isIn ? '0' : '-1'}
        aria-label=${spoken}
        aria-selected=${String(isActive)}
        aria-readonly=${String(isComputed(measure) || state.isPast)}
    >
        <div class="wb-figure">
            ${
                edit
                    ? html`${isUnset(edit.was) ? nothing : html`<s class="was">${figureText(measure, edit.was, reading)}</s>`}<b class="now">${figureText(measure, edit.value, reading)}</b>${edit.trouble ? mark('warning') : nothing}`
                    : html`${isUnset(before) ? nothing : html`<span class="wb-restated">${t('summary.restated')}</span>`}${knownOf(summary, line, measure)}${shownValue(line, measure, figureText(measure, value, reading))}`
            }
        </div>
    </td>`;
}

/** A sum of some periods of a year says of how many. */
function knownOf(summary: Summary, line: Line, measure: Measure): Part {
    if (line.kind !== 'total' || measure.total !== 'sum') return nothing;
    const known = summary.known(line, measure);
    return known === 0 || known === line.periods.length ? nothing : html`<span class="wb-known">${known}/${line.periods.length}</span>`;
}

/** Nothing is left blank that somebody could take for none. */
function shownValue(line: Line, measure: Measure, words: string): Part {
    if (words !== '') return html`<span class="wb-words">${words}</span>`;
    if (line.kind === 'total' && !alignsRight(measure.field)) return nothing;
    if (isComputed(measure) || line.kind === 'total') return html`<span class="wb-unset">—</span>`;
    const due = line.standing !== 'ahead' && line.standing !== 'running' && alignsRight(measure.field);
    return due ? html`<span class="wb-unset">${t('grid.cell.empty')}</span>` : nothing;
}
