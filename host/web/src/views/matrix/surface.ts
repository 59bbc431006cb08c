import type { Dispose } from '../../feed';
import { element } from '../../grid/cells';
import { fade } from '../../grid/fade';
import { columnsIn, linesIn, reveal, startsOf, type Stretch } from './extent';
import { headingLines, paintHeading } from './headpaint';
import { moved, rowsOf, type Cursor, type Line } from './lines';
import type { Matrix } from './model';
import { PaintedRow, shownOf, type Scene } from './rowpaint';
import type { Meaning } from './statemarks';
import { measuredWidths } from './widths';

export interface SurfaceParts {
    readonly room: HTMLElement;
    /** The reader went to a cell. */
    went(cursor: Cursor): void;
    /** A key that leads nowhere, or a cell opened by pointer. */
    pressed(event: KeyboardEvent, cursor: Cursor): void;
    opened(cursor: Cursor): void;
    clicked(cursor: Cursor): void;
    pointed(cursor: Cursor | null): void;
    readonly waiting: (row: string, column: string) => Meaning | undefined;
}

export interface Shown {
    readonly matrix: Matrix;
    readonly lines: readonly Line[];
    readonly columns: readonly number[];
    readonly corner: string;
    readonly label: string;
}

/** What scripts may take of a frame: style, layout and paint of what they painted take about twice as much. */
const PAINT_MILLIS = 8;
let surfaces = 0;

/** A matrix on the screen: as many rows and cells as it has room for, which go round while it is scrolled. */
export class Surface {
    private readonly head = element('div', 'wb-mx-head');
    private readonly body = element('div', 'wb-mx-body');
    private readonly pool: PaintedRow[] = [];
    private readonly id = `wb-mx-${++surfaces}`;
    private readonly disposals: Dispose[] = [];
    private readonly sizes: { readonly line: number; readonly cell: number; readonly first: number };
    private scene: Scene | null = null;
    private readings = 0;
    private frame = 0;
    private at: Cursor = { line: 0, column: 0 };
    private marked: HTMLElement | undefined;

    constructor(private readonly parts: SurfaceParts) {
        const { room } = parts;
        room.setAttribute('role', 'grid');
        room.tabIndex = 0;
        [this.head, this.body].forEach((part) => part.setAttribute('role', 'rowgroup'));
        room.replaceChildren(this.head, this.body);
        this.sizes = { line: sizeOf(room, '--matrix-row'), cell: sizeOf(room, '--matrix-cell'), first: sizeOf(room, '--matrix-first') };
        this.listen('scroll', () => this.paintSoon());
        this.listen('keydown', (event) => this.pressed(event));
        this.listen('pointerdown', (event) => this.down(event));
        this.listen('click', (event) => this.withCell(event, (cursor) => parts.clicked(cursor)));
        this.listen('dblclick', (event) => this.withCell(event, (cursor) => parts.opened(cursor)));
        this.listen('pointermove', (event) => parts.pointed(this.cellAt(event)));
        this.listen('pointerleave', () => parts.pointed(null));
        const resized = new ResizeObserver(() => this.paintSoon());
        resized.observe(room);
        this.disposals.push(() => resized.disconnect(), () => cancelAnimationFrame(this.frame));
    }

    get cursor(): Cursor {
        return this.at;
    }

    close(): void {
        this.disposals.forEach((dispose) => dispose());
    }

    /** Shows this, where the reader was. */
    show(shown: Shown): void {
        const { matrix, lines } = shown;
        const columns = shown.columns.flatMap((place) => matrix.columns[place] ?? []);
        const starts = startsOf(measuredWidths(columns, this.sizes.cell, this.parts.room));
        const rows = rowsOf(lines);
        const heaviest = Math.max(0, ...matrix.rows.map(({ weight }) => weight ?? 0));
        const headers = headingLines(columns);
        this.scene = { matrix, lines, columns: shown.columns, starts, line: this.sizes.line, headers, heaviest, id: this.id, reading: ++this.readings, waiting: this.parts.waiting };
        paintHeading(this.head, {
            columns, starts, corner: shown.corner, shown: shownOf(rows.length, matrix.rows.length),
            coverage: shown.columns.map((place) => matrix.coverage(place, rows)),
        });
        const { room } = this.parts;
        room.setAttribute('aria-label', shown.label);
        room.setAttribute('aria-rowcount', String(headers + lines.length));
        room.setAttribute('aria-colcount', String(columns.length + 1));
        const width = `${this.sizes.first + (starts.at(-1) ?? 0)}px`;
        this.head.style.width = this.body.style.width = width;
        this.body.style.height = `${lines.length * this.sizes.line}px`;
        this.at = { line: Math.min(this.at.line, Math.max(0, lines.length - 1)), column: Math.min(this.at.column, columns.length - 1) };
        this.paint();
    }

    /** Paints anew what is in sight: something is waiting, or no longer. */
    refresh(): void {
        if (!this.scene) return;
        this.scene = { ...this.scene, reading: ++this.readings };
        this.paint();
    }

    focus(): void {
        this.parts.room.focus({ preventScroll: true });
    }

    go(cursor: Cursor): void {
        const { room } = this.parts;
        this.at = cursor;
        const [top, starts] = [cursor.line * this.sizes.line, this.scene?.starts ?? [0]];
        room.scrollTop = reveal(room.scrollTop, room.clientHeight - this.head.offsetHeight, top, top + this.sizes.line);
        if (cursor.column >= 0) {
            room.scrollLeft = reveal(room.scrollLeft, room.clientWidth - this.sizes.first, starts[cursor.column] ?? 0, starts[cursor.column + 1] ?? 0);
        }
        this.paint();
        this.parts.went(cursor);
    }

    elementAt({ line, column }: Cursor): HTMLElement | undefined {
        const { scene } = this;
        return scene ? this.pool[line % this.pool.length]?.cell(scene, line, column) : undefined;
    }

    /** Shows for a moment where somebody else changed a cell. */
    flash(cursor: Cursor): void {
        fade(this.elementAt(cursor) ?? null);
    }

    private paintSoon(): void {
        cancelAnimationFrame(this.frame);
        this.frame = requestAnimationFrame(() => this.paint());
    }

    private paint(): void {
        const { scene, parts: { room } } = this;
        if (!scene) return;
        const lines = linesIn(room.scrollTop, room.clientHeight, scene.line, scene.lines.length);
        const columns = columnsIn(room.scrollLeft, room.clientWidth - this.sizes.first, scene.starts);
        this.fit(lines.to - lines.from);
        if (!this.paintSome(scene, lines, columns)) this.paintSoon();
        this.pool.forEach((row, slot) => (row.root.hidden = !holdsAny(lines, slot, this.pool.length)));
        this.markCursor();
    }

    /** As much as a frame has time for, the line with the cursor first; the rest comes with the next. Says whether all is painted. */
    private paintSome(scene: Scene, lines: Stretch, columns: Stretch): boolean {
        const until = performance.now() + PAINT_MILLIS;
        const paint = (line: number) => this.pool[line % this.pool.length]?.paint(scene, line, columns);
        if (this.at.line >= lines.from && this.at.line < lines.to) paint(this.at.line);
        for (let line = lines.from; line < lines.to; line++) {
            if (performance.now() > until) return false;
            paint(line);
        }
        return true;
    }

    /** More rows than before: all find their places anew. */
    private fit(count: number): void {
        if (this.pool.length >= count) return;
        this.pool.splice(0, this.pool.length, ...Array.from({ length: count }, () => new PaintedRow()));
        this.body.replaceChildren(...this.pool.map(({ root }) => root));
    }

    private markCursor(): void {
        this.marked?.classList.remove('active');
        this.marked = this.elementAt(this.at);
        this.marked?.classList.add('active');
        if (this.marked) this.parts.room.setAttribute('aria-activedescendant', this.marked.id);
        else this.parts.room.removeAttribute('aria-activedescendant');
    }

    private pressed(event: KeyboardEvent): void {
        if (event.isComposing || !this.scene || event.altKey) return;
        const to = moved(this.at, event, this.scene.lines.length, this.scene.columns.length);
        if (!to) {
            this.parts.pressed(event, this.at);
            return;
        }
        event.preventDefault();
        this.go(to);
    }

    private down(event: PointerEvent): void {
        this.withCell(event, (cursor) => this.go(cursor));
    }

    private withCell(event: MouseEvent, run: (cursor: Cursor) => void): void {
        const cursor = this.cellAt(event);
        if (cursor) run(cursor);
    }

    /** Reckoned, not looked up: the elements are many and go round. */
    private cellAt({ clientX, clientY }: MouseEvent): Cursor | null {
        const { scene } = this;
        if (!scene || clientY < this.head.getBoundingClientRect().bottom) return null;
        const body = this.body.getBoundingClientRect();
        const line = Math.floor((clientY - body.top) / scene.line);
        if (line < 0 || line >= scene.lines.length) return null;
        if (clientX < this.parts.room.getBoundingClientRect().left + this.sizes.first) return { line, column: -1 };
        const x = clientX - body.left - this.sizes.first;
        const column = scene.starts.findIndex((start, at) => x >= start && x < (scene.starts[at + 1] ?? -1));
        return column < 0 ? null : { line, column };
    }

    private listen<K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void): void {
        const { room } = this.parts;
        room.addEventListener(type, listener, { passive: type === 'scroll' });
        this.disposals.push(() => room.removeEventListener(type, listener));
    }
}

function sizeOf(room: HTMLElement, token: string): number {
    return Number.parseFloat(getComputedStyle(room).getPropertyValue(token));
}

/** Whether a row of the pool shows one of these lines. */
function holdsAny(lines: Stretch, slot: number, size: number): boolean {
    const first = lines.from + ((slot - (lines.from % size) + size) % size);
    return first < lines.to;
}
