import type { Field, Item, Table, ViewSpec } from '../client';
import { text } from '../settings';
import { alignsRight, isDerived, shown, valueType, type Reading } from '../values';
import { renderCell, element } from './cells';
import type { EditedColumn, EditingHost } from './editor';
import { CellEditor } from './editor';
import type { Edit } from './edits';
import type { GridColumn } from './sheet';

export type WorkbenchColumn = GridColumn & EditedColumn;

const INSET = 16;
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

export function columnOf(field: Field, host: EditingHost, editOf: (item: Item) => Edit | undefined): WorkbenchColumn {
    const classes = [`type-${valueType(field)}`];
    if (alignsRight(field)) classes.push('right');
    if (isDerived(field)) classes.push('derived');
    return {
        id: field.id,
        field: field.id as 'ref',
        declared: field,
        host,
        name: header(field),
        sortable: true,
        cssClass: classes.join(' '),
        headerCssClass: classes.join(' '),
        width: widthOf(field, [], host.reading),
        minWidth: 48,
        editor: CellEditor as never,
        formatter: (_row, _cell, _value, _column, item: Item) => renderCell(field, item, editOf(item), host.reading),
    };
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

/** Wide enough for its header and for what the rows at hand say; numbers are never cut. */
export function widthOf(field: Field, items: readonly Item[], reading: Reading): number {
    const chip = field.type === 'choice' ? INSET / 2 : 0;
    const widest = items.reduce((most, item) => Math.max(most, measured(shown(field, item.values[field.id], reading))), 0);
    const needed = Math.max(measured(headerOf(field)) + SORT_ROOM, widest + chip) + INSET;
    const atMost = alignsRight(field) ? WIDEST_NUMBER : WIDEST;
    return Math.ceil(Math.min(atMost, Math.max(NARROWEST[valueType(field)] ?? 72, needed)));
}

const pen = document.createElement('canvas').getContext('2d');

function measured(words: string): number {
    if (!pen) return words.length * 8;
    pen.font = `500 13px ${getComputedStyle(document.documentElement).getPropertyValue('--family')}`;
    return pen.measureText(words).width;
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

/** What is left of the room goes to the columns with words in them. */
export function stretched(columns: readonly WorkbenchColumn[], room: number): void {
    const wordy = columns.filter((column) => ['text', 'markdown', 'reference'].includes(column.declared.type));
    const left = room - columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
    if (left <= 0 || wordy.length === 0) return;
    wordy.forEach((column) => (column.width = (column.width ?? 0) + Math.floor(left / wordy.length)));
}
