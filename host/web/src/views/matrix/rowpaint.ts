import { element } from '../../grid/cells';
import { t, tCount } from '../../settings';
import { PaintedCell } from './cellpaint';
import type { Stretch } from './extent';
import type { Line } from './lines';
import type { Matrix } from './model';
import { RowMarks } from './rowmarks';
import { columnName, sentence } from './sentence';
import type { Meaning } from './statemarks';

/** What rows are painted from. */
export interface Scene {
    readonly matrix: Matrix;
    readonly lines: readonly Line[];
    /** Places in the matrix of the columns that are shown. */
    readonly columns: readonly number[];
    readonly starts: readonly number[];
    readonly line: number;
    readonly headers: number;
    readonly heaviest: number;
    readonly id: string;
    /** Counted up whenever anything above, or the language, changes. */
    readonly reading: number;
    /** What was submitted for a cell and is not answered yet. */
    readonly waiting: (row: string, column: string) => Meaning | undefined;
}

/** One line on the screen, with as many cells as a window is wide; made once, painted many times. */
export class PaintedRow {
    readonly root = element('div', 'wb-mx-row');
    private readonly head = element('div', 'wb-mx-head-cell');
    private readonly fold = element('span', 'wb-mx-fold');
    private readonly weight = element('i', 'wb-mx-weight');
    private readonly title = element('span', 'wb-mx-title');
    private readonly note = element('small', 'wb-mx-note');
    private readonly marks = new RowMarks();
    private cells: PaintedCell[] = [];
    private shows = '';

    constructor() {
        this.root.setAttribute('role', 'row');
        this.head.setAttribute('role', 'rowheader');
        this.head.setAttribute('aria-colindex', '1');
        this.head.append(this.fold, this.weight, this.title, this.note);
        this.root.append(this.marks.root, this.head);
    }

    paint(scene: Scene, index: number, columns: Stretch): void {
        const line = scene.lines[index];
        if (!line) return;
        this.paintHead(scene, index, line);
        this.fit(columns.to - columns.from);
        let painted = 0;
        for (let at = columns.from; at < columns.to; at++) painted += this.paintCell(scene, index, line, at) ? 1 : 0;
        if (painted === 0) return;
        const here = `${scene.reading} ${index} `;
        this.cells.forEach((cell) => cell.shows.startsWith(here) || cell.rest());
        this.marks.show(this.cells.flatMap(({ mark }) => mark ?? []));
    }

    cell(scene: Scene, index: number, column: number): HTMLElement | undefined {
        if (column < 0) return this.shows === `${scene.reading} ${index}` ? this.head : undefined;
        return this.cells.find(({ shows }) => shows === shownAt(scene, index, column))?.root;
    }

    private paintHead(scene: Scene, index: number, line: Line): void {
        const now = `${scene.reading} ${index}`;
        if (this.shows === now) return;
        this.shows = now;
        const { root, head } = this;
        root.style.top = `${index * scene.line}px`;
        root.setAttribute('aria-rowindex', String(scene.headers + index + 1));
        root.classList.toggle('group', line.kind === 'group');
        head.id = `${scene.id}-${index}-head`;
        this.title.textContent = line.kind === 'group' ? line.group : line.row.title;
        this.note.textContent = line.kind === 'group' ? t('matrix.rollup', { count: line.rows.length }) : '';
        this.fold.classList.toggle('folded', line.kind === 'group' && line.folded);
        if (line.kind === 'group') head.setAttribute('aria-expanded', String(!line.folded));
        else head.removeAttribute('aria-expanded');
        this.paintWeight(line.kind === 'row' ? line.row.weight : null, scene.heaviest);
    }

    private paintWeight(weight: number | null, heaviest: number): void {
        this.weight.hidden = weight === null || heaviest === 0;
        this.weight.style.setProperty('--share', String(heaviest === 0 ? 0 : (weight ?? 0) / heaviest));
    }

    /** Whether it showed something else before. */
    private paintCell(scene: Scene, index: number, line: Line, at: number): boolean {
        const cell = this.cells[at % this.cells.length];
        const now = shownAt(scene, index, at);
        if (!cell || cell.shows === now) return false;
        cell.shows = now;
        const place = scene.columns[at] ?? 0;
        const column = scene.matrix.columns[place];
        if (!column) return false;
        const start = scene.starts[at] ?? 0;
        cell.place(start, (scene.starts[at + 1] ?? start) - start, at);
        cell.root.id = `${scene.id}-${index}-${at}`;
        const before = scene.matrix.columns[scene.columns[at - 1] ?? -1];
        const begins = before?.parent?.ref !== column.parent?.ref;
        if (line.kind === 'group') {
            const yes = scene.matrix.yes(place, line.rows);
            const count = yes === null ? t('matrix.is.unknown') : t('matrix.yes', { count: yes, all: line.rows.length });
            cell.count(yes, `${line.group}, ${columnName(column)}: ${count}`, begins);
            return true;
        }
        const held = scene.matrix.at(line.row.ref, place);
        const waiting = scene.waiting(line.row.ref, column.ref);
        const origin = held.carried ? scene.matrix.columns[scene.matrix.columnOf(held.stated?.column ?? '') ?? -1] : undefined;
        const looks = { evidence: held.stated?.evidence ?? 0, freshness: held.freshness, conflict: held.conflict, begins, waits: waiting !== undefined };
        cell.state(waiting ?? held.meaning, looks, sentence(line.row, column, held, origin?.title ?? null));
        return true;
    }

    /** Cells go round: which one shows a column follows from its place, so that scrolling leaves most as they are. */
    private fit(count: number): void {
        if (this.cells.length >= count) return;
        this.cells.forEach((cell) => (cell.shows = ''));
        const more = Array.from({ length: count - this.cells.length }, () => new PaintedCell());
        this.root.append(...more.map(({ root }) => root));
        this.cells = [...this.cells, ...more];
    }
}

function shownAt(scene: Scene, index: number, column: number): string {
    return `${scene.reading} ${index} ${column}`;
}

/** How many rows of all are shown, in words. */
export function shownOf(rows: number, all: number): string {
    return rows === all ? tCount('status.rows', all) : t('matrix.shown', { shown: rows, count: all });
}
