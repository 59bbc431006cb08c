import { tableOf, type Commit, type Field, type Item } from '../client';
import { BLOCK, type Patched } from '../model';
import { tablesBehind } from '../values';
import { columnOf, frozenCount, type WorkbenchColumn } from './columns';
import { recolour, refill, retitle } from './drawn';
import type { CellEditor, EditState } from './editor';
import { fade } from './fade';
import { metadataOf } from './ground';
import { GroupedRows, headingOf, type Rows } from './grouped';
import { arrangeBy } from './headeracts';
import { labelHeaders } from './headers';
import { ColumnLayout } from './layout';
import type { Look } from './look';
import { rowsOf } from './rowsource';
import { RowSpace } from './rowspace';
import { Sheet, SHEET_OPTIONS } from './sheet';
import type { SurfaceParts } from './surfaceparts';

const SETTLE_MILLIS = 100;
const AHEAD = 40;

/** The rows on the screen: SlickGrid over a window of a table, following what happens to it. */
export class Surface extends RowSpace {
    readonly sheet: Sheet;
    private readonly sources: ReadonlySet<string>;
    private readonly layout: ColumnLayout;
    private readonly folded = new Set<string>();
    private next: Rows | null = null;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private widening: ReturnType<typeof setTimeout> | undefined;
    private retitling = 0;
    private refreshWaits = false;
    private relayoutWaits = false;
    private measured = false;
    private measuredFrom = 0;
    private hasTitles = false;
    private activeRef: string | null = null;
    private awaited: string | undefined;

    constructor(private readonly parts: SurfaceParts) {
        super();
        const { table } = parts.given.subject;
        this.sources = new Set([table.id, ...table.fields.flatMap((field) => tablesBehind(field))]);
        this.layout = new ColumnLayout(parts.reading);
        this.layout.use(parts.look().widths);
        this.rows = this.newRows();
        this.rows.listen(this.rowsListener());
        this.sheet = new Sheet(parts.container, this.provider(), this.columns(), {
            ...SHEET_OPTIONS,
            editCommandHandler: (item, column, command) =>
                parts.editing.commit(item as Item, (column as WorkbenchColumn).declared, command.serializedValue as EditState),
        });
        this.subscribe();
        this.want();
    }

    /** Asks anew, for another filter, order or time; what is shown stays until the answer is there. */
    ask(): void {
        this.next?.close();
        const next = this.newRows();
        this.next = next;
        next.listen({
            rows: (from, to) => this.next === next && this.turnTo(next, from, to),
            failed: (failure) => this.next === next && this.parts.failed(failure),
        });
        next.want(0, AHEAD * 2);
    }

    private turnTo(next: Rows, from: number, to: number): void {
        this.next = null;
        this.rows.close();
        this.rows = next;
        next.listen(this.rowsListener());
        const hadFocus = this.hasFocus;
        const cell = this.sheet.getActiveCell();
        this.sheet.resetActiveCell();
        this.sheet.invalidateAllRows();
        this.sheet.scrollRowToTop(0);
        this.arrived(from, to);
        this.parts.selected(undefined);
        if (hadFocus && cell && this.sheet.getDataLength() > 0) this.sheet.setActiveCell(0, cell.cell);
    }

    follow(commit: Commit, foreign: boolean): void {
        const ours = this.rows.patch(commit, foreign);
        const touches = commit.changes.some((change) => this.sources.has(tableOf(change.ref)));
        if (ours || touches) this.refreshSoon();
    }

    refreshSoon(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.refresh(), SETTLE_MILLIS);
    }

    /** Rows must not move under somebody who is typing. */
    typing(isTyping: boolean): void {
        if (isTyping) return;
        if (this.relayoutWaits) queueMicrotask(() => this.relayout());
        if (this.refreshWaits) this.refreshSoon();
    }

    protected get draft(): Item | null {
        return this.parts.editing.draft?.item ?? null;
    }

    get active(): Item | undefined {
        const item = this.onCursor;
        return headingOf(item) ? undefined : item;
    }

    /** Of the row with the cursor, a group's line among them. */
    get onCursor(): Item | undefined {
        const cell = this.sheet.getActiveCell();
        return cell ? this.itemAt(cell.row) : undefined;
    }

    /** Shows or hides the rows of the group on whose line the cursor is; false where it is on none. */
    fold(item = this.onCursor): boolean {
        if (!item || !headingOf(item) || !(this.rows instanceof GroupedRows)) return false;
        this.rows.fold(item);
        return true;
    }

    /** The columns from left to right. */
    get shownFields(): readonly Field[] {
        return this.sheet.getColumns().map((column) => (column as WorkbenchColumn).declared);
    }

    /** Goes to a cell, also where it is no longer on the screen. */
    reveal(ref: string, field: string): void {
        const row = this.rowOf(ref);
        const cell = this.sheet.getColumnIndex(field);
        if (row === undefined) return;
        this.sheet.scrollCellIntoView(row, cell, false);
        this.sheet.setActiveCell(row, cell);
    }

    /** The focus back to the cell with the cursor. */
    focusAgain(): void {
        if (this.editor) this.editor.focus();
        else this.focusFirst();
    }

    cellOf(ref: string, field: string): HTMLElement | null {
        const [row, cell] = [this.rowOf(ref), this.sheet.getColumnIndex(field)];
        return row === undefined ? null : this.sheet.getCellNode(row, cell);
    }

    update(ref: string, field: string): void {
        const row = this.rowOf(ref);
        if (row !== undefined) this.sheet.updateCell(row, this.sheet.getColumnIndex(field));
    }

    focus(ref: string, field?: string): void {
        const row = this.rowOf(ref);
        const cell = field === undefined ? 0 : this.sheet.getColumnIndex(field);
        if (row !== undefined) this.sheet.setActiveCell(row, Math.max(0, cell));
    }

    /** The row of an item just made: it stands where the order puts it. */
    focusWhenThere(ref: string | undefined): void {
        this.awaited = ref;
    }

    focusFirst(): void {
        const cell = this.sheet.getActiveCell();
        if (this.sheet.getDataLength() > 0) this.sheet.setActiveCell(cell?.row ?? 0, cell?.cell ?? 0);
    }

    get editor(): CellEditor | null {
        return this.sheet.getCellEditor() as CellEditor | null;
    }

    commitEdit(): boolean {
        return this.sheet.getEditorLock().commitCurrentEdit();
    }

    /** SlickGrid closes the editor with every commit; the next key needs one at the cell it came to. */
    rearm(): void {
        if (this.hasFocus && this.sheet.getActiveCell() && !this.editor) this.sheet.editActiveCell();
    }

    /** Columns, headers and rows anew: the draft row came or went, or the language changed. */
    relayout(): void {
        this.relayoutWaits = this.editor?.isTyping ?? false;
        if (this.relayoutWaits) return;
        const hadFocus = this.hasFocus;
        this.layout.use(this.parts.look().widths);
        this.showOrder();
        this.sheet.setColumns(this.sized(this.columns()));
        this.sheet.describeRows();
        this.sheet.enterBy(() => this.focusFirst());
        if (hadFocus && this.sheet.getActiveCell()) this.sheet.editActiveCell();
    }

    /** What the rows are sorted by, at the headers. */
    showOrder(): void {
        const { sort } = this.parts.look();
        this.sheet.setSortColumns(sort.map(({ field, descending }) => ({ columnId: field, sortAsc: !descending })));
    }

    hasWidths(widths: Look['widths']): boolean {
        return this.layout.has(widths);
    }

    /** Wider columns for longer numbers, once the reader pauses: as the rows stay, nobody is disturbed. */
    private widenFor(from: number): void {
        this.measuredFrom = from;
        clearTimeout(this.widening);
        this.widening = setTimeout(() => {
            this.fit(this.sheet.getColumns() as WorkbenchColumn[]);
            this.sheet.widen();
            this.parts.editing.placePrompt();
        }, SETTLE_MILLIS);
    }

    recolour(): void {
        recolour(this.sheet, (row) => this.itemAt(row), this.parts.colours);
    }

    /** Every row anew but the one with the cursor, whose editor stays. */
    redraw(): void {
        const active = this.sheet.getActiveCell()?.row;
        const drawn = Object.keys(this.sheet.getRowCache()).map(Number);
        this.sheet.invalidateRows(drawn.filter((row) => row !== active));
        if (active !== undefined) this.sheet.updateRow(active);
        this.sheet.updateRowCount();
        this.sheet.render();
    }

    private get hasFocus(): boolean {
        return this.parts.container.contains(document.activeElement);
    }

    resize(): void {
        this.sheet.resizeCanvas();
        this.want();
    }

    close(): void {
        clearTimeout(this.timer);
        clearTimeout(this.widening);
        cancelAnimationFrame(this.retitling);
        this.next?.close();
        this.rows.close();
        this.sheet.getEditorLock().cancelCurrentEdit();
        this.sheet.destroy(true);
    }

    private newRows(): Rows {
        return rowsOf(this.parts.given, this.parts.asked(), this.fields(), this.folded);
    }

    private provider() {
        return {
            getLength: () => this.length,
            getItem: (row: number) => this.itemAt(row),
            getItemMetadata: (row: number) => metadataOf(this.itemAt(row), this.parts.colours),
        };
    }

    private subscribe(): void {
        const { sheet } = this;
        sheet.onViewportChanged.subscribe(() => this.want());
        sheet.onScroll.subscribe(() => this.parts.editing.placePrompt());
        sheet.onActiveCellChanged.subscribe(() => this.activeChanged());
        sheet.onValidationError.subscribe((_event, { row, column, validationResults }) => {
            const item = this.itemAt(row);
            const field = (column as WorkbenchColumn).declared;
            if (item) this.parts.editing.unread(item, field, String(validationResults.msg));
        });
        sheet.onSort.subscribe((_event, by) => {
            const columns = 'sortCols' in by ? by.sortCols : [by];
            const sort = columns.map(({ columnId, sortAsc }) => ({ field: String(columnId), descending: !sortAsc }));
            this.parts.use({ sort });
        });
        sheet.onColumnsResized.subscribe(() => this.parts.use({ widths: this.layout.resized(sheet.getColumns()) }));
        sheet.onClick.subscribe((event) => {
            const target: unknown = event.target;
            if (target instanceof Element && target.closest('.wb-fold')) this.fold();
        });
        arrangeBy(this.parts, sheet);
        labelHeaders(sheet, () => this.focusFirst());
    }

    private activeChanged(): void {
        const left = this.activeRef;
        this.activeRef = this.onCursor?.ref ?? null;
        if (left === '' && this.activeRef !== '') this.parts.editing.leftDraft();
        this.parts.selected(this.active);
    }

    private want(): void {
        const { top, bottom } = this.sheet.getViewport();
        this.rows.want(top - AHEAD, bottom + AHEAD);
    }

    private refresh(): void {
        this.refreshWaits = this.editor?.isTyping ?? false;
        if (!this.refreshWaits) void this.rows.refresh();
    }

    private rowsListener() {
        return {
            length: () => {
                // Lines of groups and rows of items change places, which a row's cells alone do not tell.
                if (this.rows instanceof GroupedRows) this.sheet.invalidateAllRows();
                this.sheet.updateRowCount();
                this.sheet.render();
                this.parts.changed();
            },
            rows: (from: number, to: number) => this.arrived(from, to),
            patched: (rows: readonly Patched[], foreign: boolean) => this.patched(rows, foreign),
            failed: (failure: unknown) => this.parts.failed(failure),
        };
    }

    private arrived(from: number, to: number): void {
        refill(this.sheet, from + this.shift, to + this.shift);
        this.recolour();
        if (!this.measured) void this.measure();
        else if (this.layout.hasLongerNumber(this.fields(), this.known(from, to))) this.widenFor(from);
        this.followActive();
        this.parts.changed();
    }

    /** Once, from the first rows: widths that change under the reader would be a nuisance. */
    private async measure(): Promise<void> {
        this.measured = true;
        await document.fonts.ready;
        if (this.parts.container.isConnected) this.relayout();
    }

    /** Titles are part of the width, and some come after the first rows. */
    titlesCame(): void {
        if (this.hasTitles || !this.measured) {
            cancelAnimationFrame(this.retitling);
            this.retitling = requestAnimationFrame(() => retitle(this.sheet, (row) => this.itemAt(row), this.shownFields));
            return;
        }
        this.hasTitles = true;
        this.relayout();
    }

    private fit(columns: readonly WorkbenchColumn[]): number {
        const room = this.parts.container.clientWidth - (this.sheet.getScrollbarDimensions()?.width ?? 0);
        this.layout.apply(columns, this.known(this.measuredFrom, this.measuredFrom + BLOCK), room);
        return room;
    }

    private sized(columns: WorkbenchColumn[]): WorkbenchColumn[] {
        const room = this.fit(columns);
        const chosen = this.parts.look().frozen;
        const frozen = chosen === null ? frozenCount(columns, this.parts.given.subject.table, room) : Math.min(chosen, columns.length - 1);
        this.sheet.setOptions({ frozenColumn: frozen - 1 }, true, true);
        return columns;
    }

    private fields(): readonly Field[] {
        const { table } = this.parts.given.subject;
        const shown = this.parts.look().columns.flatMap((id) => table.fields.find((field) => field.id === id) ?? []);
        const needed = this.parts.editing.draft?.required.filter((field) => !shown.includes(field)) ?? [];
        return [...shown, ...needed];
    }

    private columns(): WorkbenchColumn[] {
        const { editing } = this.parts;
        return this.fields().map((field) => columnOf(field, editing));
    }

    /** The cursor stays on its row when others come before it. */
    private followActive(): void {
        const awaited = this.awaited === undefined ? undefined : this.rowOf(this.awaited);
        if (awaited !== undefined) {
            this.awaited = undefined;
            this.sheet.setActiveCell(awaited, this.sheet.getActiveCell()?.cell ?? 0);
            return;
        }
        const cell = this.sheet.getActiveCell();
        if (!cell || this.editor?.isTyping) return;
        // A far jump puts the cursor on a row that comes only now.
        if (this.activeRef === null) this.activeChanged();
        const row = this.activeRef === null ? undefined : this.rowOf(this.activeRef);
        if (row !== undefined && row !== cell.row) this.sheet.setActiveCell(row, cell.cell);
        else this.rearm();
    }

    private patched(rows: readonly Patched[], foreign: boolean): void {
        for (const { ref, fields } of rows) {
            const row = this.rowOf(ref);
            if (row === undefined) continue;
            this.sheet.updateRow(row);
            const item = this.itemAt(row);
            if (item) this.parts.colours.of(item);
            if (foreign) fields.forEach((field) => fade(this.cellOf(ref, field)));
        }
    }
}
