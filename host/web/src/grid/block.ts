import type { Field, Value } from '../client';
import { typed, valueType, type Reading } from '../values';
import type { At, Size } from './range';

/** One cell as it was copied: what other programs read of it, and where it came from here its value too. */
export interface Copied {
    readonly text: string;
    readonly kind?: string;
    readonly value?: Value;
}

export type Block = readonly (readonly Copied[])[];

export function sizeOfBlock(block: Block): Size {
    return { rows: block.length, columns: Math.max(1, ...block.map((row) => row.length)) };
}

/** The cell of a block that comes to stand at a place, when its corner stands at `origin` and it goes on for ever. */
export function cellFor(block: Block, origin: At, at: At): Copied {
    const { rows, columns } = sizeOfBlock(block);
    const round = (value: number, length: number) => ((value % length) + length) % length;
    return block[round(at.row - origin.row, rows)]?.[round(at.column - origin.column, columns)] ?? { text: '' };
}

/** Values of the same kind can be pasted as they are, without reading their text. */
export function kindOf(field: Field): string {
    return [valueType(field), field.to ?? field.currency ?? field.choices?.map(({ id }) => id).join(' ') ?? ''].join(':');
}

export function copied(field: Field, value: Value, reading: Reading): Copied {
    return { text: typed(field, value, reading), kind: kindOf(field), value };
}

/** As spreadsheets write it: a cell with a tab, a line break or a quote in it stands in quotes. */
export function toTsv(block: Block): string {
    const cell = ({ text }: Copied) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    return block.map((row) => row.map(cell).join('\t')).join('\r\n');
}

export function toHtml(block: Block): string {
    const cell = ({ text, kind, value }: Copied) => {
        const origin = kind === undefined ? '' : ` data-kind="${escaped(kind)}" data-value="${escaped(JSON.stringify(value ?? null))}"`;
        return `<td${origin}>${escaped(text).replaceAll('\n', '<br>')}</td>`;
    };
    const rows = block.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
    return `<meta charset="utf-8"><table data-weekbench>${rows.join('')}</table>`;
}

/** Cells between tabs; one that begins with a quote may hold tabs, breaks and doubled quotes up to the closing one. */
export function fromTsv(text: string): Block {
    const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
    const rows: Copied[][] = [[]];
    while (cell.lastIndex <= text.length) {
        const [, quoted, plain = '', end = ''] = cell.exec(text) ?? [];
        rows.at(-1)?.push({ text: quoted?.replaceAll('""', '"') ?? plain });
        if (end === '') break;
        if (end !== '\t') rows.push([]);
    }
    // What ends its last line leaves nothing behind it.
    if (rows.length > 1 && rows.at(-1)?.every(({ text: last }) => last === '')) rows.pop();
    return rows;
}

/** The first table of a page; null where there is none. */
export function fromHtml(html: string): Block | null {
    const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
    if (!table || table.rows.length === 0) return null;
    return [...table.rows].map((row) => [...row.cells].flatMap((cell) => cellsOf(cell, table)));
}

function cellsOf(cell: HTMLTableCellElement, table: HTMLTableElement): readonly Copied[] {
    const { kind, value } = cell.dataset;
    const own = table.dataset['weekbench'] !== undefined && kind !== undefined && value !== undefined;
    const first = own ? { text: textOf(cell), kind, value: JSON.parse(value) as Value } : { text: textOf(cell) };
    const covered = Array.from({ length: Math.max(0, cell.colSpan - 1) }, () => ({ text: '' }));
    return [first, ...covered];
}

function textOf(cell: HTMLElement): string {
    cell.querySelectorAll('br').forEach((line) => line.replaceWith('\u2028'));
    return (cell.textContent || '').replace(/[ \t\r\n\u00a0]+/g, ' ').replace(/ ?\u2028 ?/g, '\n').trim();
}

function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
