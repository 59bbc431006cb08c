import type { Column, Matrix, Parent, Row } from './model';

/** What stands on the screen from top to bottom: a group with its roll-up, or one of its rows. */
export type Line =
    | { readonly kind: 'group'; readonly group: string; readonly rows: readonly Row[]; readonly folded: boolean }
    | { readonly kind: 'row'; readonly row: Row };

/** What the reader chose to see. */
export interface Choice {
    readonly words: string;
    readonly group: string;
    readonly differences: boolean;
    readonly folded: ReadonlySet<string>;
    /** Places of the columns that are shown. */
    readonly columns: readonly number[];
}

/** Rows by group, the heaviest first in each, and of these the ones asked for. */
export function linesOf(matrix: Matrix, choice: Choice): readonly Line[] {
    const lines: Line[] = [];
    for (const [group, all] of groupsOf(matrix.rows)) {
        if (choice.group !== '' && group !== choice.group) continue;
        const rows = all.filter((row) => isAskedFor(matrix, row, choice));
        if (rows.length === 0) continue;
        const folded = choice.folded.has(group);
        if (group !== '') lines.push({ kind: 'group', group, rows, folded });
        if (!folded || group === '') lines.push(...rows.map((row): Line => ({ kind: 'row', row })));
    }
    return lines;
}

/** Groups by name, each sorted; worked out once for the rows of one reading. */
export function groupsOf(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
    const known = sorted.get(rows) ?? grouped(rows);
    sorted.set(rows, known);
    return known;
}

const sorted = new WeakMap<readonly Row[], ReadonlyMap<string, readonly Row[]>>();

function grouped(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
    const groups = new Map<string, Row[]>();
    for (const row of rows) {
        const known = groups.get(row.group);
        if (known) known.push(row);
        else groups.set(row.group, [row]);
    }
    const byName = [...groups].sort(([one], [other]) => collator.compare(one, other));
    return new Map(byName.map(([group, of]) => [group, of.sort(heaviestFirst)]));
}

function isAskedFor(matrix: Matrix, row: Row, { words, differences, columns }: Choice): boolean {
    const sought = words.trim().toLowerCase();
    // What is looked for may be a cell, whose title goes on after that of its row.
    const found = `${row.title}\n${row.group}`.toLowerCase().includes(sought) || sought.startsWith(`${row.title.toLowerCase()} · `);
    return found && (!differences || matrix.differs(row.ref, columns));
}

function heaviestFirst(one: Row, other: Row): number {
    const weights = (other.weight ?? -1) - (one.weight ?? -1);
    return weights === 0 ? collator.compare(one.title, other.title) : weights;
}

const collator = new Intl.Collator('en', { numeric: true });

/** The rows that are shown, folded ones too: what a count under the headers is out of. */
export function rowsOf(lines: readonly Line[]): readonly Row[] {
    return lines.flatMap((line) => (line.kind === 'group' ? line.rows : line.row.group === '' ? [line.row] : []));
}

/** Which columns are shown, by their places in the matrix. */
export function placesOf(columns: readonly Column[], hidden: ReadonlySet<string>): readonly number[] {
    return columns.flatMap(({ parent }, place) => (parent && hidden.has(parent.ref) ? [] : [place]));
}

export function parentsOf(columns: readonly Column[]): readonly Parent[] {
    return [...new Set(columns.flatMap(({ parent }) => parent ?? []))];
}

export interface Cursor {
    readonly line: number;
    readonly column: number;
}

const PAGE = 20;

/** Where a key leads from a cell; null where it leads nowhere. */
export function moved(from: Cursor, event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>, lines: number, columns: number): Cursor | null {
    const far = event.ctrlKey || event.metaKey;
    const to = (line: number, column: number): Cursor => ({
        line: Math.min(lines - 1, Math.max(0, line)),
        column: Math.min(columns - 1, Math.max(-1, column)),
    });
    switch (event.key) {
        case 'ArrowUp':
            return to(far ? 0 : from.line - 1, from.column);
        case 'ArrowDown':
            return to(far ? lines : from.line + 1, from.column);
        case 'ArrowLeft':
            return to(from.line, far ? -1 : from.column - 1);
        case 'ArrowRight':
            return to(from.line, far ? columns : from.column + 1);
        case 'PageUp':
            return to(from.line - PAGE, from.column);
        case 'PageDown':
            return to(from.line + PAGE, from.column);
        case 'Home':
            return to(far ? 0 : from.line, -1);
        case 'End':
            return to(far ? lines : from.line, columns);
        default:
            return null;
    }
}
