import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Field, Item, Table, Value, ViewSpec } from '../client';
import { mark } from '../marks';
import { t, tCount, text } from '../settings';
import { choiceLabel, shown } from '../values';
import type { Given, ViewCommand } from '../view';
import { isValue } from './planning/conditions';
import { card } from './board/card';
import { cardsIn, columnsOf, key, lanesOf, over, type Card, type Column, type LaneOf } from './board/columns';
import { boardOptions, type BoardOptions } from './board/options';
import { PlanningView } from './planning/base';
import { Carry } from './planning/carry';
import type { Troubled } from './planning/options';
import { Slice } from './planning/slice';
import '../styles/board.css';

const FIRST_CARDS = 50;
const MORE_CARDS = 200;

/** Cards in columns, one column a choice: moving a card sets the choice. */
export class BoardView extends PlanningView<BoardOptions> {
    private columns: readonly Column[] = [];
    private lanes: readonly LaneOf[] = [];
    private readonly slices = new Map<string, Slice>();
    private readonly carry = new Carry({
        card: '.wb-card',
        place: '[data-column]',
        lifted: () => this.mayMove(),
        over: (place) => this.over(place),
        dropped: (card, place) => this.dropped(card.ref, place),
    });

    protected override optionsOf(view: ViewSpec, table: Table): BoardOptions | Troubled {
        return boardOptions(view, table);
    }

    protected override begin(): void {
        // A board keeps nothing.
    }

    protected override async ask(options: BoardOptions, isLatest: () => boolean): Promise<void> {
        const { given } = this;
        if (!given) return;
        const { by, lanes, limits, hidden } = options;
        const asked = { table: given.subject.table.id, where: this.where() };
        const { groups } = await given.query.groups({ ...asked, by: lanes ? [by.id, lanes.id] : [by.id] });
        if (!isLatest()) return;
        const columns = columnsOf(by, groups, limits, hidden);
        await Promise.all(columns.map((column) => this.slice(column.id, options, given).refresh()));
        if (!isLatest()) return;
        this.columns = columns;
        this.lanes = lanes ? this.sorted(lanes, lanesOf(lanes, groups)) : [];
    }

    protected override ended(): void {
        this.carry.letGo();
        this.slices.forEach((slice) => slice.close());
    }

    protected override total(): number {
        return this.columns.reduce((sum, column) => sum + column.count, 0);
    }

    /** Empty columns say as much as an overlay would, and take cards. */
    protected override isEmpty(): boolean {
        return this.total() === 0 && this.slices.size > 0;
    }

    protected override itemOf(ref: string): Item | undefined {
        for (const { items } of this.slices.values()) {
            const item = items.find((each) => each.ref === ref);
            if (item) return item;
        }
        return undefined;
    }

    protected override anchorOf(ref: string): HTMLElement | null {
        return this.querySelector<HTMLElement>(`.wb-card[data-ref="${CSS.escape(ref)}"]`);
    }

    protected override reached(ref: string): void {
        void this.updateComplete.then(() => this.anchorOf(ref)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    }

    protected override fields({ by, fields, lanes }: BoardOptions): readonly Field[] {
        const { table } = this.subject;
        const title = table.fields.filter((field) => field.id === table.title);
        return [...new Set([...title, by, ...(lanes ? [lanes] : []), ...fields])];
    }

    protected override letGo(): boolean {
        return this.carry.letGo();
    }

    protected override add(near: Element | null): void {
        const { options } = this;
        if (!options) return;
        const column = near?.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? this.columns.find(({ id }) => id !== '')?.id;
        this.writing?.add(column === undefined || column === '' ? {} : { [options.by.id]: column }, () => near ?? this.querySelector('.wb-toolbar'), (ref) => this.goWhenThere(ref));
    }

    protected override commands(): readonly ViewCommand[] {
        return [{ id: 'moveCard', label: 'board.move', keys: ['Shift ArrowLeft', 'Shift ArrowRight'] }];
    }

    protected override tools(): TemplateResult {
        return html``;
    }

    protected override body(options: BoardOptions): TemplateResult {
        const lanes = options.lanes ? this.lanes : [null];
        const width = `--columns: ${this.columns.length}`;
        return html`<div class="wb-board" data-scroll tabindex="-1" .style=${width} @pointerdown=${this.carry.down}>
            <div class="wb-board-heads">${this.columns.map((column) => this.head(column, options))}</div>
            ${lanes.map((lane) => this.lane(lane, options))}
        </div>`;
    }

    protected override pressed(event: KeyboardEvent, options: BoardOptions): boolean {
        const here = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.wb-card') : null;
        if (!here || event.ctrlKey) return false;
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (event.shiftKey) return step !== undefined && this.moveBy(here.dataset['ref'] ?? '', step, options);
        const list = [...(here.parentElement?.querySelectorAll<HTMLElement>('.wb-card') ?? [])];
        const at = list.indexOf(here);
        const targets: Readonly<Record<string, () => HTMLElement | undefined>> = {
            ArrowDown: () => list[at + 1] ?? this.beside(here, 0, 1),
            ArrowUp: () => list[at - 1] ?? this.beside(here, 0, -1),
            Home: () => list[0],
            End: () => list.at(-1),
            ArrowLeft: () => this.beside(here, -1, 0, at),
            ArrowRight: () => this.beside(here, 1, 0, at),
        };
        const target = targets[event.key];
        if (!target) return false;
        target()?.focus();
        return true;
    }

    private slice(column: string, { by }: BoardOptions, { query, subject }: Given): Slice {
        const known = this.slices.get(column);
        if (known) return known;
        const { table, view } = subject;
        const slice = new Slice((offset, limit, signal) => {
            const where = this.where(isValue(by.id, column === '' ? null : column));
            return query.items({ table: table.id, where, sort: view.sort, offset, limit }, signal);
        }, FIRST_CARDS);
        this.slices.set(column, slice);
        return slice;
    }

    private sorted(lanes: Field, found: readonly LaneOf[]): readonly LaneOf[] {
        const order = (id: string) => lanes.choices?.findIndex((choice) => choice.id === id) ?? 0;
        const name = (lane: LaneOf) => shown(lanes, lane.value, this.reading);
        return [...found].sort((one, other) => Number(one.id === '') - Number(other.id === '') || order(one.id) - order(other.id) || name(one).localeCompare(name(other)));
    }

    private nameOf(column: string, { by }: BoardOptions): string {
        return column === '' ? t('planning.without', { field: text(by.label) }) : choiceLabel(by, column, this.reading);
    }

    private cards(column: string, { by }: BoardOptions): readonly Card[] {
        const { moves } = this.writing ?? {};
        const read = (item: Item) => ({ values: moves?.values(item) ?? item.values, unsaved: moves?.of(item.ref) !== undefined });
        const own = this.slices.get(column)?.items ?? [];
        return cardsIn(column, by, [own, ...[...this.slices.values()].map((slice) => slice.items)], read);
    }

    private head(column: Column, options: BoardOptions): TemplateResult {
        const name = this.nameOf(column.id, options);
        const more = over(column, column.count);
        const count = column.limit === undefined ? column.count.toLocaleString('en-US') : `${column.count.toLocaleString('en-US')} / ${column.limit}`;
        return html`<div class="wb-board-head ${more > 0 ? 'over' : ''}" id=${this.headId(column.id)}>
            <h3>${name}</h3>
            <span class="wb-board-count">${count}</span>
            ${more > 0 ? html`<span class="wb-board-over">${mark('warning')}${tCount('board.over', more)}</span>` : nothing}
        </div>`;
    }

    private headId(column: string): string {
        return `wb-board-${this.subject.view.id}-${column}`;
    }

    private lane(lane: LaneOf | null, options: BoardOptions): TemplateResult {
        const field = options.lanes;
        const name = !lane || !field ? '' : lane.value === null ? t('planning.without', { field: text(field.label) }) : shown(field, lane.value, this.reading);
        return html`${lane ? html`<h4 class="wb-board-lane">${name}<small>${lane.count.toLocaleString('en-US')}</small></h4>` : nothing}
            <div class="wb-board-columns">${this.columns.map((column) => this.column(column, lane, options))}</div>`;
    }

    private column(column: Column, lane: LaneOf | null, options: BoardOptions): TemplateResult {
        const all = this.cards(column.id, options);
        const cards = lane && options.lanes ? all.filter(({ values }) => key(values[options.lanes?.id ?? '']) === lane.id) : all;
        const slice = this.slices.get(column.id);
        const rest = slice ? slice.total - slice.items.length : 0;
        const isLast = !lane || lane === this.lanes.at(-1);
        const canAdd = this.writing?.blocked() === null && !lane;
        return html`<div class="wb-board-column" data-column=${column.id} data-lane=${lane?.id ?? ''}>
            <ul aria-labelledby=${this.headId(column.id)}>
                ${repeat(cards, ({ item }) => item.ref, (each) => this.card(each, column, options))}
            </ul>
            ${rest > 0 && isLast ? html`<button class="quiet" @click=${() => void this.more(column.id)}>${tCount('planning.more', rest)}</button>` : nothing}
            ${canAdd ? html`<button class="quiet wb-board-add" aria-label=${t('board.addTo', { column: this.nameOf(column.id, options) })} @click=${(event: Event) => this.add(event.currentTarget as Element)}>${mark('plus')}${t('planning.add')}</button>` : nothing}
        </div>`;
    }

    private card(each: Card, column: Column, options: BoardOptions): TemplateResult {
        const { ref } = each.item;
        return card(each, {
            title: this.titleOf(ref),
            column: this.nameOf(column.id, options),
            fields: options.fields,
            reading: this.reading,
            isSelected: ref === this.selected,
            isTroubled: this.writing?.moves.of(ref)?.trouble !== undefined,
            tab: ref === this.tabStop,
            picked: () => ref !== this.selected && this.select(ref, false),
            edited: () => this.writing?.edit(each.item),
        });
    }

    /** The card that Tab comes to. */
    private get tabStop(): string | undefined {
        if (this.selected !== null && this.itemOf(this.selected)) return this.selected;
        return [...this.slices.values()].find((slice) => slice.items.length > 0)?.items[0]?.ref;
    }

    private async more(column: string): Promise<void> {
        const slice = this.slices.get(column);
        if (!slice) return;
        slice.limit += MORE_CARDS;
        await slice.refresh().catch((failure: unknown) => this.couldNot(failure));
        this.requestUpdate();
    }

    /** The card in the next column, or in the next lane, that has one. */
    private beside(here: HTMLElement, across: number, down: number, at = 0): HTMLElement | undefined {
        const rows = [...this.querySelectorAll('.wb-board-columns')];
        let row = rows.findIndex((each) => each.contains(here));
        let column = [...(rows[row]?.children ?? [])].findIndex((each) => each.contains(here));
        for (;;) {
            [row, column] = [row + down, column + across];
            const cards = rows[row]?.children[column]?.querySelectorAll<HTMLElement>('.wb-card');
            if (!cards) return undefined;
            const card = down < 0 ? cards[cards.length - 1] : cards[Math.min(at, cards.length - 1)];
            if (card) return card;
        }
    }

    private mayMove(): boolean {
        const why = this.writing?.blocked(this.options?.by) ?? null;
        if (why !== null) this.given?.frame.say(why);
        return why === null;
    }

    private moveBy(ref: string, step: number, { by }: BoardOptions): boolean {
        const item = this.itemOf(ref);
        if (!item || !this.mayMove()) return true;
        const now = key((this.writing?.moves.values(item) ?? item.values)[by.id]);
        const next = this.columns[this.columns.findIndex(({ id }) => id === now) + step];
        if (next) this.put(item, by, { [by.id]: next.id === '' ? null : next.id });
        return true;
    }

    private dropped(ref: string, place: HTMLElement): void {
        const item = this.itemOf(ref);
        const { by, lanes } = this.options ?? {};
        if (!item || !by) return;
        const column = place.dataset['column'] ?? '';
        const lane = lanes && this.lanes.find(({ id }) => id === place.dataset['lane']);
        this.put(item, by, { [by.id]: column === '' ? null : column, ...(lanes && lane ? { [lanes.id]: lane.value } : {}) });
    }

    private put(item: Item, by: Field, set: Readonly<Record<string, Value>>): void {
        const now = this.writing?.moves.values(item) ?? item.values;
        const changed = Object.entries(set).filter(([id, value]) => key(now[id]) !== key(value));
        const field = changed.some(([id]) => id === by.id) ? by : (this.options?.lanes ?? by);
        this.writing?.move(item, field, Object.fromEntries(changed));
        if (!this.writing?.moves.of(item.ref)?.trouble) this.select(item.ref);
    }

    private over(place: HTMLElement | null): void {
        this.querySelectorAll('.wb-board-column.target').forEach((each) => each.classList.remove('target'));
        place?.classList.add('target');
    }
}

customElements.define('wb-board', BoardView);

export default BoardView;
