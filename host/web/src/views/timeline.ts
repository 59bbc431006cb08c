import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Field, Item, Table, ViewSpec } from '../client';
import { t, text } from '../settings';
import { isUnset, listOf, plain, shown } from '../values';
import type { Given, ViewCommand } from '../view';
import { allOf } from '../where';
import { PlanningView } from './planning/base';
import { segments } from './planning/bars';
import { isValue } from './planning/conditions';
import { dayOfMoment } from './planning/days';
import type { Troubled } from './planning/options';
import { AXIS, axis, backdrop, legend } from './timeline/axis';
import { dropped, type Drag } from './timeline/drag';
import { ROW } from './timeline/draw';
import { endOf, extent, figureUnderWay, hasSlipped, type Figure, type Stop } from './timeline/figure';
import { inOrder, LaneRows, type Lane, type Row } from './timeline/lanes';
import { Ledger } from './timeline/ledger';
import { openWell } from './timeline/opening';
import { timelineOptions, type TimelineOptions } from './timeline/options';
import { Pointer } from './timeline/pointer';
import { itemRow, laneRow, waitingRow } from './timeline/rows';
import { around, nextZoom, panned, perDay, showing, zoomed, ZOOMS, type Scale, type Zoom } from './timeline/scale';
import { LaneWindows } from './timeline/windows';
import '../styles/timeline.css';

const AHEAD = 6;
const PAGE_ROWS = 10;

/** Items along time, in lanes: what was promised first, what is promised now, what came. */
export class TimelineView extends PlanningView<TimelineOptions> {
    private scale: Scale = around(dayOfMoment(new Date()), 'quarter', 800);
    private lanes: readonly Lane[] = [];
    private rows = new LaneRows([], new Set(), true);
    private windows: LaneWindows | null = null;
    private ledger: Ledger | null = null;
    private folded = new Set<string>();
    private drag: Drag | null = null;
    private at = 0;
    private top = 0;
    private height = 600;
    private isPlaced = false;
    private readonly resized = new ResizeObserver(() => this.measure());
    private readonly pointer = new Pointer({
        grab: (ref) => this.grab(ref),
        moved: (ref, from, pixels) => this.take({ ref, from, to: from + Math.round(pixels / perDay(this.scale)) }),
        dropped: () => this.drop(),
        pan: (pixels) => this.show(panned(this.scale, pixels)),
        pressed: (index) => this.go(index),
    });

    protected override optionsOf(view: ViewSpec, table: Table): TimelineOptions | Troubled {
        return timelineOptions(view, table);
    }

    protected override begin(options: TimelineOptions, given: Given): void {
        const kept = given.settings as { zoom?: Zoom; folded?: readonly string[] };
        this.folded = new Set(kept.folded ?? []);
        const zoom = ZOOMS.find((each) => each === kept.zoom) ?? options.zoom;
        this.scale = around(this.today, zoom, this.scale.width);
        const { query, subject } = given;
        const changed = () => this.requestUpdate();
        const failed = (failure: unknown) => this.couldNot(failure);
        this.windows = new LaneWindows({
            table: subject.table.id,
            question: () => ({ table: subject.table.id, where: this.where(), sort: this.sort(options) }),
            ask: (question, signal) => query.items(question, signal),
            laneWhere: (lane) => options.lane && isValue(options.lane.id, lane.value === null ? null : plain(lane.value)),
            both: allOf,
            changed,
            failed,
        });
        this.ledger = options.moves ? new Ledger(options.moves, query, changed, failed) : null;
    }

    protected override async ask(options: TimelineOptions, isLatest: () => boolean): Promise<void> {
        const { given, windows } = this;
        if (!given || !windows) return;
        const asked = { table: given.subject.table.id, where: this.where() };
        if (options.lane) {
            const { id } = options.lane;
            const { groups } = await given.query.groups({ ...asked, by: [id] });
            if (!isLatest()) return;
            this.lanes = groups.map(({ by, count }) => ({ id: isUnset(by[id]) ? '' : plain(by[id]), value: by[id] ?? null, label: '', count }));
        } else {
            const { total } = await given.query.items({ ...asked, offset: 0, limit: 0 });
            if (!isLatest()) return;
            this.lanes = [{ id: '', value: null, label: '', count: total }];
        }
        this.ledger?.forget();
        await windows.keep(this.lanes);
    }

    protected override ended(): void {
        this.windows?.close();
        this.resized.disconnect();
    }

    protected override others(): readonly string[] {
        return this.options?.moves ? [this.options.moves.table] : [];
    }

    protected override total(): number {
        return this.lanes.reduce((sum, lane) => sum + lane.count, 0);
    }

    protected override itemOf(ref: string): Item | undefined {
        return this.windows?.find(ref)?.item;
    }

    protected override anchorOf(ref: string): HTMLElement | null {
        return this.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref)}"]`);
    }

    protected override placeOf(ref: string): Element | null {
        const row = this.anchorOf(ref);
        return row?.querySelector('.wb-tl-to') ?? row?.querySelector('.wb-tl-handle, .wb-tl-came') ?? row;
    }

    protected override reached(ref: string): void {
        const found = this.windows?.find(ref);
        if (!found || this.folded.has(found.lane)) return;
        this.at = this.rows.indexOf(found.lane, found.place);
        this.intoSight();
    }

    protected override fields({ date, from, to }: TimelineOptions): readonly Field[] {
        const { table } = this.subject;
        const own = table.fields.filter((field) => field.id === table.title || field.type === 'choice' || field.id === 'owner');
        return [...new Set([...own, ...[date, from, to].filter((field) => field !== undefined)])];
    }

    protected override letGo(): boolean {
        const had = this.drag !== null;
        this.pointer.letGo();
        this.take(null);
        return had;
    }

    protected override add(near: Element | null): void {
        const lane = this.rows.at(this.at)?.lane.value ?? null;
        const { lane: field } = this.options ?? {};
        this.writing?.add(field && lane !== null ? { [field.id]: lane } : {}, () => near ?? this.querySelector('.wb-toolbar'), (ref) => this.goWhenThere(ref));
    }

    protected override commands({ list }: TimelineOptions): readonly ViewCommand[] {
        const zoom = (step: 1 | -1) => () => this.zoom(nextZoom(this.scale.zoom, step), this.scale.width / 2);
        const beside = { id: 'list', label: 'timeline.list' as const, keys: ['Alt L'], run: () => this.openList() };
        return [
            { id: 'zoomIn', label: 'timeline.zoomIn', keys: ['+', '='], run: zoom(1) },
            { id: 'zoomOut', label: 'timeline.zoomOut', keys: ['-'], run: zoom(-1) },
            { id: 'today', label: 'planning.today', keys: ['T'], run: () => this.goToday() },
            { id: 'show', label: 'timeline.show', keys: ['Space'] },
            { id: 'nudge', label: 'timeline.nudge', keys: ['Shift ArrowLeft', 'Shift ArrowRight'] },
            ...(list === undefined ? [] : [beside]),
        ];
    }

    protected override tools(options: TimelineOptions): TemplateResult {
        const { list } = options;
        return html`${segments(t('timeline.zoom'), ZOOMS, this.scale.zoom, (zoom) => t(`timeline.zoom.${zoom}`), (zoom) => this.zoom(zoom, this.scale.width / 2))}
            <button @click=${() => this.goToday()}>${t('planning.today')}</button>
            ${list === undefined ? nothing : html`<button @click=${() => this.openList()}>${t('timeline.list')}</button>`}`;
    }

    protected override body(options: TimelineOptions): TemplateResult {
        this.rows = new LaneRows(this.named(options), this.folded, options.lane !== undefined);
        const from = Math.floor(this.top / ROW) - AHEAD;
        const rows = this.rows.between(from, from + Math.ceil(this.height / ROW) + 2 * AHEAD);
        this.windows?.want(rows);
        const items = rows.flatMap((row) => this.windows?.item(row) ?? []);
        if (options.moves) this.ledger?.want(items.filter(({ values }) => hasSlipped(values, options)).map(({ ref }) => ref));
        const height = this.rows.count * ROW;
        const stops = options.waitsFor ? rows.flatMap((row) => this.stop(row, options) ?? []) : [];
        const wheel = { handleEvent: (event: WheelEvent) => this.wheeled(event), passive: false };
        return html`<div
            class="wb-tl"
            role="treegrid"
            aria-label=${text(this.subject.view.label)}
            aria-rowcount=${this.rows.count + 1}
            @scroll=${(event: Event) => this.scrolled(event)}
            @wheel=${wheel}
            @pointerdown=${this.pointer.down}
            @pointermove=${this.pointer.move}
            @pointerup=${this.pointer.up}
            @pointercancel=${() => this.letGo()}
        >
            <div class="wb-tl-head" role="row" aria-rowindex="1" .style="height: ${AXIS}px">
                <span class="wb-tl-corner" role="columnheader">${text(this.subject.table.label)}</span>
                <span class="wb-tl-axis-room" role="columnheader" aria-label=${t('timeline.axis')}>${axis(this.scale, this.today)}</span>
            </div>
            <div class="wb-tl-rows" role="rowgroup" .style="height: ${height}px">
                ${backdrop(this.scale, height, this.today, stops)} ${rows.map((row) => this.row(row, options))}
            </div>
        </div>
            ${legend({ date: options.date !== undefined, first: options.first !== undefined, came: options.came !== undefined, bar: options.from !== undefined })}`;
    }

    protected override updated(changed: PropertyValues): void {
        super.updated(changed);
        const sheet = this.querySelector('.wb-tl');
        if (!sheet || this.isPlaced) return;
        this.isPlaced = true;
        this.resized.observe(sheet);
    }

    protected override pressed(event: KeyboardEvent, options: TimelineOptions): boolean {
        const { key, shiftKey, ctrlKey } = event;
        if (ctrlKey) return false;
        const row = this.rows.at(this.at);
        const step = this.scale.width / 8;
        if (key === 'Enter' && this.drag) return this.drop();
        if (shiftKey) return this.nudge({ ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }[key], options);
        const moves: Readonly<Record<string, () => void>> = {
            ArrowDown: () => this.go(this.at + 1),
            ArrowUp: () => this.go(this.at - 1),
            PageDown: () => this.go(this.at + PAGE_ROWS),
            PageUp: () => this.go(this.at - PAGE_ROWS),
            Home: () => this.go(0),
            End: () => this.go(this.rows.count - 1),
            ArrowLeft: () => (row?.kind === 'lane' ? this.fold(row.lane, true) : this.show(panned(this.scale, -step))),
            ArrowRight: () => (row?.kind === 'lane' ? this.fold(row.lane, false) : this.show(panned(this.scale, step))),
            ' ': () => this.bringIntoSight(options),
        };
        if (row?.kind === 'lane' && key === 'Enter') this.fold(row.lane, !row.folded);
        else if (moves[key]) moves[key]();
        else return false;
        return true;
    }

    private sort({ date, from }: TimelineOptions) {
        const field = date ?? from;
        const { sort } = this.subject.view;
        return sort?.length ? sort : field && [{ field: field.id }];
    }

    private named({ lane }: TimelineOptions): readonly Lane[] {
        if (!lane) return this.lanes;
        return inOrder(this.lanes, lane, (value) => (value === null ? t('planning.without', { field: text(lane.label) }) : shown(lane, value, this.reading)));
    }

    private row(row: Row, options: TimelineOptions): TemplateResult {
        const look = { tab: row.index === Math.min(this.at, this.rows.count - 1), level: options.lane ? 2 : 1 };
        if (row.kind === 'lane') return laneRow(row, look, () => this.fold(row.lane, !row.folded));
        const item = this.windows?.item(row);
        if (!item) return waitingRow(row, look);
        const figure = this.figure(item, options);
        return itemRow(row, {
            ...look,
            ref: item.ref,
            title: this.titleOf(item.ref),
            figure,
            scale: this.scale,
            isSelected: item.ref === this.selected,
            isTroubled: this.writing?.moves.of(item.ref)?.trouble !== undefined,
            canMove: this.canMove(figure),
            edited: () => this.writing?.edit(item),
        });
    }

    private figure(item: Item, options: TimelineOptions): Figure {
        const moves = this.writing?.moves;
        const drag = this.drag?.ref === item.ref ? this.drag : null;
        return figureUnderWay(moves?.values(item) ?? item.values, moves?.of(item.ref), options, this.ledger?.of(item.ref) ?? [], drag);
    }

    private stop(row: Row, options: TimelineOptions): Stop | undefined {
        const item = this.windows?.item(row);
        return item && options.waitsFor && { ref: item.ref, index: row.index, end: endOf(this.figure(item, options)), waitsFor: listOf(item.values[options.waitsFor.id]) };
    }

    private canMove(figure: Figure): boolean {
        return figure.came === null && this.writing?.blocked(this.options?.date) === null;
    }

    private grab(ref: string): number | null {
        const item = this.itemOf(ref);
        if (!item || !this.options) return null;
        const figure = this.figure(item, this.options);
        return this.canMove(figure) ? (figure.unsaved ?? figure.date ?? figure.bar?.[0] ?? null) : null;
    }

    private take(drag: Drag | null): void {
        this.drag = drag;
        this.requestUpdate();
    }

    private drop(): boolean {
        const { drag, options } = this;
        const item = drag && this.itemOf(drag.ref);
        this.take(null);
        if (!item || !options) return true;
        const drop = dropped(options, this.writing?.moves.values(item) ?? item.values, drag);
        if (drop) this.writing?.move(item, drop.field, drop.set);
        return true;
    }

    /** By keys a mark is taken along a day at a time; Enter drops it. */
    private nudge(by: number | undefined, options: TimelineOptions): boolean {
        const item = this.windows?.item(this.rows.at(this.at));
        if (by === undefined || !item) return false;
        const why = this.writing?.blocked(options.date) ?? (this.figure(item, options).came === null ? null : t('timeline.came.note'));
        if (why !== null) {
            this.given?.frame.say(why);
            return true;
        }
        const held = this.drag?.ref === item.ref ? this.drag : null;
        const from = held?.from ?? this.grab(item.ref) ?? this.today;
        this.take({ ref: item.ref, from, to: (held?.to ?? from) + by });
        this.show(showing(this.scale, (held?.to ?? from) + by));
        return true;
    }

    private go(index: number): void {
        this.at = Math.max(0, Math.min(this.rows.count - 1, index));
        if (this.drag && this.windows?.item(this.rows.at(this.at))?.ref !== this.drag.ref) this.letGo();
        this.intoSight();
        this.select(this.windows?.item(this.rows.at(this.at))?.ref ?? null, false);
        void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-index="${this.at}"]`)?.focus({ preventScroll: true }));
    }

    private intoSight(): void {
        const sheet = this.find('.wb-tl');
        const [top, bottom] = [this.at * ROW, this.at * ROW + ROW + AXIS];
        if (top < sheet.scrollTop) sheet.scrollTop = top;
        else if (bottom > sheet.scrollTop + sheet.clientHeight) sheet.scrollTop = bottom - sheet.clientHeight;
        this.top = sheet.scrollTop;
    }

    private fold(lane: Lane, folds: boolean): void {
        if (folds) this.folded.add(lane.id);
        else this.folded.delete(lane.id);
        this.keep();
        this.requestUpdate();
        void this.updateComplete.then(() => this.go(this.rows.headOf(lane.id)));
    }

    private bringIntoSight(options: TimelineOptions): void {
        const item = this.windows?.item(this.rows.at(this.at));
        const reach = item && extent(this.figure(item, options));
        if (reach) this.show(showing(showing(this.scale, reach[0]), reach[1]));
    }

    private goToday(): void {
        this.show(around(this.today, this.scale.zoom, this.scale.width));
    }

    private zoom(zoom: Zoom, x: number): void {
        this.show(zoomed(this.scale, zoom, x));
        this.keep();
    }

    private show(scale: Scale): void {
        this.scale = scale;
        this.requestUpdate();
    }

    private keep(): void {
        this.given?.frame.keep({ zoom: this.scale.zoom, folded: [...this.folded] });
    }

    private openList(): void {
        const list = this.options?.list;
        if (list !== undefined) this.given?.frame.open({ kind: 'view', tracker: this.subject.tracker.id, view: list, filter: '' }, 'beside');
    }

    private scrolled(event: Event): void {
        this.top = (event.currentTarget as HTMLElement).scrollTop;
        this.requestUpdate();
    }

    private wheeled(event: WheelEvent): void {
        const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
        if (event.ctrlKey) {
            event.preventDefault();
            const track = this.find('.wb-tl-axis-room').getBoundingClientRect();
            this.zoom(nextZoom(this.scale.zoom, event.deltaY < 0 ? 1 : -1), event.clientX - track.left);
        } else if (sideways !== 0) {
            event.preventDefault();
            this.show(panned(this.scale, sideways));
        }
    }

    /** The first time there is room, today is put where it belongs. */
    private measure(): void {
        const width = Math.floor(this.find('.wb-tl-axis-room').clientWidth);
        const isFirst = this.scale.width !== width && this.height === 600;
        this.height = this.find('.wb-tl').clientHeight;
        if (width > 0 && width !== this.scale.width) this.show(isFirst ? around(this.today, this.scale.zoom, width) : { ...this.scale, width });
        else this.requestUpdate();
        const { given, options, today } = this;
        const parts = { today, where: this.where(), scale: () => this.scale, show: (scale: Scale) => this.show(scale) };
        if (width > 0 && isFirst && given && options) void openWell({ ...parts, query: given.query, table: given.subject.table.id, options });
    }
}
customElements.define('wb-timeline', TimelineView);

export default TimelineView;
