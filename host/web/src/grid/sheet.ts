import { SlickGrid, type Column, type GridOption } from 'slickgrid';
import type { Item } from '../client';

export type GridColumn = Column<Item>;
type Rule = Pick<CSSStyleRule, 'selectorText'>;
type Rendered = ReturnType<SlickGrid['getRenderedRange']>;

/** What scripts may take of a frame while rows come into sight: style, layout and paint take about three times as much. */
const RENDER_MILLIS = 7;
const ROWS_AT_ONCE = 4;
/** Rows and pixels drawn beyond what is in sight; SlickGrid's own are a whole screen to each side. */
const ROWS_AHEAD = 8;
const ROWS_BEHIND = 3;
const PIXELS_ASIDE = 240;

/** How every grid of ours behaves; the heights are those of the tokens. */
export const SHEET_OPTIONS: GridOption<GridColumn> = {
    rowHeight: 28,
    headerRowHeight: 28,
    editable: true,
    autoEdit: true,
    autoCommitEdit: false,
    enableCellNavigation: true,
    enableColumnReorder: false,
    multiColumnSort: true,
    enableHtmlRendering: false,
    syncColumnCellResize: true,
    suppressCssChangesOnHiddenInit: true,
};

/** What the grid asks for rows; an absent one is on its way. */
export interface Rows {
    getLength(): number;
    getItem(index: number): Item | undefined;
    getItemMetadata(index: number): { cssClasses?: string } | null;
}

/**
 * SlickGrid with four things of our own. Its column rules go into a constructed style sheet, because
 * an inline style element needs a hole in the content security policy. Its rows and cells carry the
 * counts and indexes that a screen reader needs when only a window of them exists.
 * An open editor outlives whatever happens around it. And no frame draws more rows than it has time for.
 */
export class Sheet extends SlickGrid<Item, GridColumn> {
    // Declared, not initialised: the inherited constructor runs before initialisers here would.
    declare private ruleSheet: CSSStyleSheet;
    declare private keepsEditor: boolean;
    declare private renewing: boolean;
    declare private frame: number;

    constructor(container: HTMLElement, rows: Rows, columns: GridColumn[], options: GridOption<GridColumn>) {
        super(container, rows as never, columns, { ...options, explicitInitialization: true });
        this.init();
        this.describe();
    }

    protected override createCssRules(): void {
        const { rowHeight = 0, headerRowHeight = 0, topPanelHeight = 0 } = this.getOptions();
        const scope = `.${this.getUID()}`;
        this.ruleSheet = new CSSStyleSheet();
        const rules = [
            `${scope} .slick-header-column { left: 1000px }`,
            `${scope} .slick-top-panel { height: ${topPanelHeight}px }`,
            `${scope} .slick-headerrow-columns { height: ${headerRowHeight}px }`,
            `${scope} .slick-cell { height: ${rowHeight}px }`,
            `${scope} .slick-row { height: ${rowHeight}px }`,
        ];
        rules.forEach((rule) => this.ruleSheet.insertRule(rule));
        const columns = this.getColumns();
        this.columnCssRulesL = columns.map((_column, index) => this.emptyRule(`${scope} .l${index}`));
        this.columnCssRulesR = columns.map((_column, index) => this.emptyRule(`${scope} .r${index}`));
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.ruleSheet];
    }

    protected override getColumnCssRules(index: number): { left: Rule; right: Rule } {
        const [left, right] = [this.columnCssRulesL?.[index], this.columnCssRulesR?.[index]];
        if (!left || !right) throw new Error(`column ${index} of ${this.getColumns().length} has no rule`);
        return { left, right };
    }

    protected override removeCssRules(): void {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.ruleSheet);
    }

    override getRenderedRange(viewportTop?: number, viewportLeft?: number): Rendered {
        const { top, bottom, leftPx, rightPx } = this.getVisibleRange(viewportTop, viewportLeft);
        const [above, below] = this.vScrollDir === -1 ? [ROWS_AHEAD, ROWS_BEHIND] : [ROWS_BEHIND, ROWS_AHEAD];
        return {
            top: Math.max(0, top - above),
            bottom: Math.min(this.getDataLengthIncludingAddNew() - 1, bottom + below),
            leftPx: Math.max(0, leftPx - PIXELS_ASIDE),
            rightPx: Math.min(this.canvasWidth, rightPx + PIXELS_ASIDE),
        };
    }

    /** Rows that come into sight come over some frames; rows shown anew all at once, or they would blink. */
    protected override renderRows(range: Rendered): void {
        const until = performance.now() + (this.renewing ? Infinity : RENDER_MILLIS);
        for (const some of this.portions(range)) {
            if (performance.now() > until) {
                this.renderSoon();
                return;
            }
            super.renderRows({ ...range, ...some });
        }
        this.renewing = false;
    }

    /** What is in sight first. */
    private *portions({ top, bottom }: Rendered): Iterable<{ readonly top: number; readonly bottom: number }> {
        const visible = this.getVisibleRange();
        const [from, to] = [Math.max(top, visible.top), Math.min(bottom, visible.bottom)];
        for (let row = from; row <= to; row += ROWS_AT_ONCE) yield { top: row, bottom: Math.min(to, row + ROWS_AT_ONCE - 1) };
        yield { top, bottom: Math.min(from, to + 1) - 1 };
        yield { top: Math.max(top, to + 1), bottom };
    }

    private renderSoon(): void {
        cancelAnimationFrame(this.frame);
        this.frame = requestAnimationFrame(() => this.render());
    }

    override invalidateRows(rows: number[]): void {
        this.renewing ||= rows.some((row) => this.getRowCache()[row]?.rowNode?.[0]?.classList.contains('loading') === false);
        super.invalidateRows(rows);
    }

    override invalidateAllRows(): void {
        this.renewing = true;
        super.invalidateAllRows();
    }

    /** Also of a row in sight that a later frame would have drawn. */
    override getCellNode(row: number, cell: number): HTMLDivElement | null {
        const range = this.getRenderedRange();
        if (!this.getRowCache()[row] && row >= range.top && row <= range.bottom) super.renderRows({ ...range, top: row, bottom: row });
        return super.getCellNode(row, cell);
    }

    override destroy(shouldDestroyAllElements?: boolean): void {
        cancelAnimationFrame(this.frame);
        super.destroy(shouldDestroyAllElements);
    }

    /** Other widths for the columns there are; no row is drawn anew. */
    widen(): void {
        this.updateColumnCaches();
        this.applyColumnHeaderWidths();
        this.updateCanvasWidth(true);
    }

    /** Counting the rows is no reason to close the editor, as long as its row is still there. */
    override updateRowCount(): void {
        const cell = this.initialized ? this.getActiveCell() : null;
        this.keepsEditor = cell !== null && cell.row < this.getDataLength();
        super.updateRowCount();
        this.keepsEditor = false;
    }

    /** Where an editor closes that had the focus, the grid keeps it: the next key belongs here. */
    protected override makeActiveCellNormal(refocusActiveCell = false): void {
        if (this.keepsEditor) return;
        const hadFocus = this.getContainerNode().contains(document.activeElement);
        super.makeActiveCellNormal(refocusActiveCell || hadFocus);
    }

    private emptyRule(selector: string): Rule {
        const index = this.ruleSheet.insertRule(`${selector} {}`, this.ruleSheet.cssRules.length);
        return this.ruleSheet.cssRules[index] as CSSStyleRule;
    }

    private describe(): void {
        const container = this.getContainerNode();
        container.querySelectorAll('.slick-pane, .slick-viewport, .grid-canvas').forEach((node) => node.removeAttribute('tabindex'));
        container.querySelectorAll(':scope > [tabindex]').forEach((sink) => {
            sink.setAttribute('tabindex', '-1');
            sink.setAttribute('aria-hidden', 'true');
        });
        container.querySelectorAll<HTMLElement>('.slick-viewport').forEach((viewport) => viewport.setAttribute('role', 'rowgroup'));
        this.onRendered.subscribe(() => this.describeRows());
    }

    /** One stop for Tab: what scrolls takes the focus and hands it to the cursor's cell. */
    enterBy(enter: () => void): void {
        const right = this.getOptions().frozenColumn === -1 ? 'left' : 'right';
        this.getContainerNode().querySelectorAll<HTMLElement>('.slick-viewport-top').forEach((viewport) => {
            if (viewport.classList.contains(`slick-viewport-${right}`)) viewport.tabIndex = 0;
            else viewport.removeAttribute('tabindex');
            viewport.onfocus = (event) => {
                if (!this.getContainerNode().contains(event.relatedTarget as Node | null)) enter();
            };
        });
    }

    /** Row and column counts and places; the header is row 1. */
    describeRows(): void {
        const container = this.getContainerNode();
        container.setAttribute('aria-rowcount', String(this.getDataLength() + 1));
        container.setAttribute('aria-colcount', String(this.getColumns().length));
        container.querySelectorAll('.slick-header-columns').forEach((row) => row.setAttribute('aria-rowindex', '1'));
        container.querySelectorAll<HTMLElement>('.slick-row').forEach((row) => {
            const index = String(Number(row.dataset['row']) + 2);
            if (row.ariaRowIndex !== index) row.ariaRowIndex = index;
            row.querySelectorAll('.slick-cell:not([aria-colindex])').forEach((cell) => {
                const place = /\bl(\d+)\b/.exec(cell.className)?.[1];
                cell.setAttribute('aria-colindex', String(Number(place) + 1));
            });
        });
    }
}
