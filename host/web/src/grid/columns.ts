import type { Field, Item, Table, ViewSpec } from '../client';
import { text } from '../settings';
import { alignsRight, isDerived, valueType, type Reading } from '../values';
import { element } from './cells';
import { allWords, differenceOf, signOf } from './differences';
import type { EditedColumn, EditingHost } from './editor';
import { CellEditor } from './editor';
import type { GridColumn } from './sheet';
import type { Width } from './stretch';

export type WorkbenchColumn = GridColumn & EditedColumn;

export const MINIMUM_WIDTH = 64;
const INSET = 18;
const CHIP_INSET = 8;
const SORT_ROOM = 20;
const WIDEST = 340;
const WIDEST_NUMBER = 600;
const NARROWEST: Readonly<Record<string, number>> = { text: 120, markdown: 200, reference: 120, datetime: 132 };

export function fieldsOf(table: Table, view: ViewSpec): readonly Field[] {
    const named = view.columns?.flatMap((id) => table.fields.find((field) => field.id === id) ?? []);
    return named && named.length > 0 ? named : table.fields;
}

/** The header: the reader's words, and the unit, so that no cell repeats it. */
export function headerOf(field: Field): string {
    const unit = unitOf(field);
    return unit === '' ? text(field.label) : `${text(field.label)} (${unit})`;
}

export function columnOf(field: Field, host: EditingHost): WorkbenchColumn {
    const classes = classesOf(field);
    return {
        id: field.id,
        field: field.id as 'ref',
        declared: field,
        host,
        name: header(field),
        sortable: true,
        cssClass: classes,
        headerCssClass: classes,
        width: MINIMUM_WIDTH * 2,
        minWidth: 48,
        editor: CellEditor as never,
        formatter: (_row, cell, _value, _column, item: Item) => marked(cell, item, host.render(field, item)),
    };
}

/** A row that is compared says in its first cell what became of it. */
function marked(cell: number, item: Item, content: HTMLElement): HTMLElement {
    const difference = cell === 0 ? differenceOf(item) : undefined;
    if (difference) content.prepend(signOf(difference));
    return content;
}

function classesOf(field: Field | undefined): string {
    if (!field) return '';
    const classes = [`type-${valueType(field)}`];
    if (alignsRight(field)) classes.push('right');
    if (isDerived(field)) classes.push('derived');
    return classes.join(' ');
}

function header(field: Field): HTMLElement {
    const name = element('span', 'wb-header');
    name.append(element('span', 'wb-header-label', text(field.label)));
    const unit = unitOf(field);
    if (unit !== '') name.append(element('span', 'wb-header-unit', unit));
    return name;
}

function unitOf(field: Field): string {
    if (field.unit) return typeof field.unit === 'string' ? field.unit : text(field.unit);
    return valueType(field) === 'money' ? (field.currency ?? 'CNY') : '';
}

/** Wide enough for their headers and for what the rows at hand say; numbers are never cut. */
export function widthsOf(fields: readonly Field[], items: readonly Item[], reading: Reading): readonly Width[] {
    const words = fields.map((field) => [
        ...longest(items.map((item) => allWords(field, item, reading))),
        ...always(field, reading),
    ]);
    const contents = measured(words.map((candidates, index) => [classesOf(fields[index]), candidates]));
    const headers = measured(fields.map((field) => ['wb-header', [headerOf(field)]]));
    return fields.map((field, index) => {
        const chip = field.type.startsWith('choice') ? CHIP_INSET : 0;
        const needed = Math.max((headers[index] ?? 0) + SORT_ROOM, (contents[index] ?? 0) + chip) + INSET;
        const atMost = alignsRight(field) ? WIDEST_NUMBER : WIDEST;
        const wanted = Math.ceil(Math.max(NARROWEST[valueType(field)] ?? MINIMUM_WIDTH, needed));
        return { width: Math.min(atMost, wanted), wanted };
    });
}

/** What may stand in such a column whatever the rows at hand say. */
function always(field: Field, reading: Reading): readonly string[] {
    const type = valueType(field);
    if (type === 'choice') return field.choices?.map((choice) => reading.text(choice.label)) ?? [];
    return SAMPLES[type] ?? [];
}

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
    date: ['0000-00-00'],
    month: ['0000-00'],
    datetime: ['0000-00-00 00:00'],
};

/** The few texts that can be the widest: glyphs differ, so the longest one need not be. */
function longest(texts: readonly string[]): readonly string[] {
    const weight = (text: string) => text.length + text.replace(/[^\u2e80-\uffff]/g, '').length;
    return [...new Set(texts)].sort((a, b) => weight(b) - weight(a)).slice(0, 5);
}

/** Laid out as in a cell, since a canvas knows nothing of tabular figures; all at once, for one layout. */
function measured(columns: readonly (readonly [string, readonly string[]])[]): readonly number[] {
    const bench = element('div', 'wb-measure');
    const rows = columns.map(([classes, texts]) => texts.map((text) => bench.appendChild(element('span', classes, text))));
    document.body.append(bench);
    const widths = rows.map((spans) => Math.max(0, ...spans.map((span) => span.getBoundingClientRect().width)));
    bench.remove();
    return widths;
}

/** The leading columns that name a row stay when the others scroll. */
export function frozenCount(columns: readonly WorkbenchColumn[], table: Table, room: number): number {
    const naming = new Set([...table.key, table.title]);
    let [count, width] = [0, 0];
    for (const column of columns) {
        width += column.width ?? 0;
        if (!naming.has(String(column.id)) || width > room * 0.45) break;
        count++;
    }
    return count === columns.length ? 0 : count;
}
