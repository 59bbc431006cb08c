import { around, between, cellsIn, contains, drawn, towards, type At, type Range } from './range';
import type { Sheet } from './sheet';

const LAYER = 'range';
const AHEAD = 30;
const HANDLE = 9;

export interface SelectionParts {
    readonly sheet: Sheet;
    /** Ends what is being typed; false where it cannot be. */
    commit(): boolean;
    changed(): void;
    filled(source: Range, added: Range): void;
}

/**
 * Which cells are selected: those between the cursor, which stays where it is, and the other end.
 * Only what is on the screen is painted, so a million selected rows cost what a screenful costs.
 */
export class RangeSelection {
    private head: At | null = null;
    private added: Range | null = null;
    private own = false;
    private readonly close: () => void;

    constructor(private readonly parts: SelectionParts) {
        const { sheet } = parts;
        sheet.onActiveCellChanged.subscribe(() => this.own || this.collapse());
        sheet.onViewportChanged.subscribe(() => this.paint());
        const container = sheet.getContainerNode();
        const pressed = (event: PointerEvent) => this.pointed(event);
        const clicked = (event: MouseEvent) => {
            if (event.shiftKey && sheet.getCellFromEvent(event as never)) event.stopPropagation();
        };
        container.addEventListener('pointerdown', pressed, true);
        container.addEventListener('click', clicked, true);
        this.close = () => {
            container.removeEventListener('pointerdown', pressed, true);
            container.removeEventListener('click', clicked, true);
        };
    }

    dispose(): void {
        this.close();
    }

    get range(): Range | null {
        const cursor = this.cursor;
        return cursor && between(cursor, this.head ?? cursor);
    }

    /** Whether more is selected than the cell with the cursor. */
    get isWide(): boolean {
        return this.head !== null;
    }

    collapse(): void {
        if (this.head === null) {
            this.paint();
            return;
        }
        this.head = null;
        this.tell();
    }

    select(range: Range): void {
        this.to({ row: range.top, column: range.left });
        this.extend(range.bottom === range.top && range.right === range.left ? null : { row: range.bottom, column: range.right });
    }

    /** Keys that make or change a range; says whether it was one. */
    press(event: KeyboardEvent): boolean {
        const cursor = this.cursor;
        if (!cursor || event.altKey) return false;
        const isControl = event.ctrlKey || event.metaKey;
        if (isControl && event.key.toLowerCase() === 'a') this.widen(cursor);
        else if (event.key === 'Escape' && this.head) this.collapse();
        else if (event.shiftKey) return this.stretch(event.key, isControl, cursor);
        else return false;
        return true;
    }

    private stretch(key: string, toEdge: boolean, cursor: At): boolean {
        const head = towards(this.head ?? cursor, key, toEdge, this.size, this.parts.sheet.getViewportRowCount() - 1);
        if (!head) return false;
        this.extend(head);
        this.parts.sheet.scrollCellIntoView(head.row, head.column, false);
        return true;
    }

    /** The column first, then everything shown. */
    private widen(cursor: At): void {
        const { rows, columns } = this.size;
        const range = this.range;
        const isColumn = range?.top === 0 && range.bottom === rows - 1 && range.left === range.right;
        const top = this.parts.sheet.getViewport().top;
        this.to({ row: 0, column: isColumn ? 0 : cursor.column });
        this.extend({ row: rows - 1, column: isColumn ? columns - 1 : cursor.column });
        this.parts.sheet.scrollRowToTop(top);
    }

    private get cursor(): At | null {
        const cell = this.parts.sheet.getActiveCell();
        return cell ? { row: cell.row, column: cell.cell } : null;
    }

    private get size() {
        return { rows: this.parts.sheet.getDataLength(), columns: this.parts.sheet.getColumns().length };
    }

    private to(at: At): void {
        this.own = true;
        this.parts.sheet.setActiveCell(at.row, at.column);
        this.own = false;
    }

    private extend(head: At | null): void {
        const cursor = this.cursor;
        this.head = head && cursor && (head.row !== cursor.row || head.column !== cursor.column) ? head : null;
        this.tell();
    }

    private pointed(event: PointerEvent): void {
        const target = event.target instanceof Element ? event.target : null;
        if (event.button !== 0 || target?.closest('.typing')) return;
        const cell = this.cellAt(event);
        if (!cell) return;
        if (event.shiftKey && this.cursor) {
            event.preventDefault();
            if (this.parts.commit()) this.extend(cell);
        } else if (this.isOnHandle(event, target)) {
            event.preventDefault();
            event.stopPropagation();
            this.follow((to) => this.draw(to), () => this.fill());
        } else {
            this.drag(cell);
        }
    }

    private drag(from: At): void {
        let began = false;
        this.follow((to) => {
            if (!began && to.row === from.row && to.column === from.column) return;
            if (!began && !this.parts.commit()) return;
            if (!began) this.to(from);
            began = true;
            this.extend(to);
            this.parts.sheet.scrollCellIntoView(to.row, to.column, false);
        });
    }

    /** Until the pointer is let go, whatever it comes over. */
    private follow(moved: (to: At) => void, done: () => void = () => undefined): void {
        const move = (event: PointerEvent) => {
            const to = this.cellAt(event);
            if (to) moved(to);
        };
        const end = () => {
            window.removeEventListener('pointermove', move);
            window.removeEventListener('pointerup', end);
            window.removeEventListener('pointercancel', end);
            done();
        };
        window.addEventListener('pointermove', move);
        window.addEventListener('pointerup', end);
        window.addEventListener('pointercancel', end);
    }

    private draw(to: At): void {
        const range = this.range;
        this.added = range && drawn(range, to);
        this.paint();
    }

    private fill(): void {
        const { range, added } = this;
        this.added = null;
        if (range && added) {
            this.parts.filled(range, added);
            this.select(around(range, added));
        }
    }

    private isOnHandle(event: PointerEvent, target: Element | null): boolean {
        const cell = target?.closest('.range-corner');
        const box = cell?.getBoundingClientRect();
        return box !== undefined && event.clientX > box.right - HANDLE && event.clientY > box.bottom - HANDLE;
    }

    private cellAt(event: PointerEvent): At | null {
        const inside = event.target instanceof Node && this.parts.sheet.getContainerNode().contains(event.target);
        const cell = inside ? this.parts.sheet.getCellFromEvent(event as never) : null;
        return cell ? { row: cell.row, column: cell.cell } : null;
    }

    private tell(): void {
        this.paint();
        this.parts.changed();
    }

    paint(): void {
        const { sheet } = this.parts;
        const range = this.range;
        if (!range) {
            sheet.removeCellCssStyles(LAYER);
            return;
        }
        const { top, bottom } = sheet.getViewport();
        const whole = this.added ? around(range, this.added) : range;
        const columns = sheet.getColumns().map(({ id }) => String(id));
        const styles: Record<number, Record<string, string>> = {};
        for (let row = Math.max(whole.top, top - AHEAD); row <= Math.min(whole.bottom, bottom + AHEAD); row++) {
            const classes = columns.flatMap((id, column) => (contains(whole, { row, column }) ? [[id, this.classesOf(range, { row, column })] as const] : []));
            styles[row] = Object.fromEntries(classes);
        }
        sheet.setCellCssStyles(LAYER, styles);
    }

    private classesOf(range: Range, at: At): string {
        const classes: string[] = [];
        if (this.added && contains(this.added, at)) classes.push('range-added');
        else if (cellsIn(range) > 1) classes.push('in-range');
        if (at.row === range.bottom && at.column === range.right) classes.push('range-corner');
        return classes.join(' ') || 'in-range-alone';
    }
}
