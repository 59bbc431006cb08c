import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Field, Item, Table, ViewSpec } from '../client';
import { mark } from '../marks';
import { t } from '../settings';
import { isEditable } from '../values';
import type { Given, ViewCommand } from '../view';
import { anyOf } from './planning/conditions';
import { entriesOf, type Held, type Shown } from './calendar/entries';
import { layWeek, WEEK, weeksOf, type Placed, type WeekLayout } from './calendar/layout';
import { calendarOptions, SPANS, type CalendarOptions, type Span } from './calendar/options';
import { dayCell, entry, kindOf } from './calendar/parts';
import { title, weekdayName } from './calendar/speech';
import { PlanningView } from './planning/base';
import { segments } from './planning/bars';
import { Carry } from './planning/carry';
import { between, dayOfMoment, firstOfMonth, isoWeek, overlapping, sameDayIn, shifted, valueOn } from './planning/days';
import type { Troubled } from './planning/options';
import { Slice } from './planning/slice';
import '../styles/calendar.css';

const MOST = 1000;
const DAY_HEAD = 24;
const ENTRY = 22;
const FEWEST_ROWS = 3;
const IN_A_WEEK = 500;

/** Items on their days, a month or a week at a time; weeks begin on Monday and are numbered as ISO 8601 does. */
export class CalendarView extends PlanningView<CalendarOptions> {
    private span: Span = 'month';
    private day = dayOfMoment(new Date());
    private slice: Slice | null = null;
    private readonly expanded = new Set<number>();
    private held: Held | null = null;
    private onField = '';
    private rows = FEWEST_ROWS;
    private isPlaced = false;
    private readonly resized = new ResizeObserver(() => this.measure());
    private readonly carry = new Carry({
        card: '.wb-entry',
        place: '[data-day]',
        lifted: (card) => this.mayMove(card.field),
        over: (place) => this.over(place),
        dropped: (card, place, taken) => this.shift(card.ref, card.field, Number(place.dataset['day']) - Number(taken?.dataset['day'])),
    });

    protected override optionsOf(view: ViewSpec, table: Table): CalendarOptions | Troubled {
        return calendarOptions(view, table);
    }

    protected override begin(options: CalendarOptions, { query, settings: kept, subject }: Given): void {
        this.span = SPANS.find((span) => span === kept['span']) ?? options.span;
        const { table, view } = subject;
        this.slice = new Slice((offset, limit, signal) => {
            const weeks = weeksOf(this.span, this.day);
            const [first, last] = [weeks[0] ?? this.day, (weeks.at(-1) ?? this.day) + WEEK - 1];
            const [from] = options.dates;
            const onDays = options.to && from ? overlapping(from, options.to, first, last) : anyOf(options.dates.map((date) => between(date, first, last)));
            const sort = view.sort?.length ? view.sort : from && [{ field: from.id }];
            return query.items({ table: table.id, where: this.where(onDays), sort, offset, limit }, signal);
        }, MOST);
    }

    protected override async ask(): Promise<void> {
        await this.slice?.refresh();
    }

    protected override ended(): void {
        this.carry.letGo();
        this.slice?.close();
        this.resized.disconnect();
    }

    protected override total(): number {
        return this.slice?.total ?? 0;
    }

    /** Days without items are days all the same. */
    protected override isEmpty(): boolean {
        return false;
    }

    protected override itemOf(ref: string): Item | undefined {
        return this.slice?.items.find((item) => item.ref === ref);
    }

    /** An item with several dates has several entries: the one that is being moved, or the one the reader was on. */
    protected override anchorOf(ref: string): HTMLElement | null {
        const field = this.writing?.moves.of(ref)?.field.id ?? this.held?.field ?? this.onField;
        const all = [...this.querySelectorAll<HTMLElement>(`.wb-entry[data-ref="${CSS.escape(ref)}"]`)];
        return all.find((entry) => entry.dataset['field'] === field) ?? all[0] ?? null;
    }

    protected override reached(ref: string): void {
        this.anchorOf(ref)?.scrollIntoView({ block: 'nearest' });
    }

    protected override fields({ dates, to, fields }: CalendarOptions): readonly Field[] {
        const own = this.subject.table.fields.filter((field) => field.id === this.subject.table.title);
        return [...new Set([...own, ...dates, ...(to ? [to] : []), ...fields])];
    }

    protected override letGo(): boolean {
        const had = this.held !== null || this.carry.isCarrying;
        this.held = null;
        this.carry.letGo();
        this.requestUpdate();
        return had;
    }

    protected override add(near: Element | null): void {
        const { options } = this;
        if (!options) return;
        const day = Number(near?.closest<HTMLElement>('[data-day]')?.dataset['day'] ?? this.day);
        const begins = [options.dates[0], options.to].filter((field) => field !== undefined && isEditable(field)) as Field[];
        const values = Object.fromEntries(begins.map((field) => [field.id, valueOn(field, day, null)]));
        const anchor = () => near ?? this.cellOf(day) ?? this.querySelector('.wb-toolbar');
        this.writing?.add(values, anchor, (ref) => this.goWhenThere(ref));
    }

    protected override commands(): readonly ViewCommand[] {
        return [
            { id: 'today', label: 'planning.today', keys: ['T'], run: () => this.go(this.today) },
            { id: 'month', label: 'calendar.span.month', keys: ['M'], run: () => this.show('month') },
            { id: 'week', label: 'calendar.span.week', keys: ['W'], run: () => this.show('week') },
            { id: 'addOnDay', label: 'calendar.add', keys: ['N'] },
            { id: 'turn', label: 'calendar.turn', keys: ['PageUp', 'PageDown'] },
            { id: 'moveDay', label: 'calendar.move', keys: ['Shift ArrowLeft', 'Shift ArrowRight'] },
        ];
    }

    protected override tools(): TemplateResult {
        const { slice } = this;
        const cut = slice && slice.total > slice.items.length;
        return html`<button class="icon" aria-label=${t('calendar.previous')} @click=${() => this.turn(-1)}>${mark('left')}</button>
            <h3 class="wb-calendar-title" aria-live="polite">${title(this.span, this.day)}</h3>
            <button class="icon" aria-label=${t('calendar.next')} @click=${() => this.turn(1)}>${mark('right')}</button>
            <button @click=${() => this.go(this.today)}>${t('planning.today')}</button>
            ${segments(t('calendar.span'), SPANS, this.span, (span) => t(`calendar.span.${span}`), (span) => this.show(span))}
            ${cut ? html`<span class="wb-calendar-cut">${t('calendar.cut', { shown: MOST, count: slice.total.toLocaleString('en-US') })}</span>` : nothing}`;
    }

    protected override body(options: CalendarOptions): TemplateResult {
        const weeks = weeksOf(this.span, this.day);
        const entries = this.writing ? entriesOf(this.slice?.items ?? [], options, this.writing.moves, this.held) : [];
        const first = weeks[0] ?? this.day;
        return html`<div class="wb-calendar ${this.span}" role="grid" aria-label=${title(this.span, this.day)} data-scroll @pointerdown=${this.carry.down}>
            <div class="wb-calendar-days" role="row">
                <span role="columnheader">${t('calendar.week')}</span>
                ${Array.from({ length: WEEK }, (_, day) => html`<span role="columnheader">${weekdayName(first + day)}</span>`)}
            </div>
            ${weeks.map((week) => this.week(layWeek(entries, week, this.roomOf(week)), options))}
        </div>`;
    }

    protected override updated(changed: PropertyValues): void {
        super.updated(changed);
        const sheet = this.querySelector('.wb-calendar');
        if (!sheet || this.isPlaced) return;
        this.isPlaced = true;
        this.resized.observe(sheet);
    }

    protected override pressed(event: KeyboardEvent): boolean {
        const target = event.target as HTMLElement;
        const entry = target.closest<HTMLElement>('.wb-entry');
        if (event.ctrlKey) return false;
        if (event.key === 'PageUp' || event.key === 'PageDown') return this.paged(event.key === 'PageUp' ? -1 : 1);
        if (event.key.toLowerCase() === 'n' && !event.shiftKey) return this.addOn(target);
        return entry ? this.pressedOnEntry(event, entry) : this.pressedOnDay(event);
    }

    private roomOf(week: number): number {
        if (this.span === 'week') return IN_A_WEEK;
        return this.expanded.has(week) ? IN_A_WEEK : this.rows;
    }

    private week(laid: WeekLayout<Shown>, options: CalendarOptions): TemplateResult {
        const { week } = isoWeek(laid.monday);
        const slots = this.roomOf(laid.monday) === IN_A_WEEK ? Math.max(this.rows, laid.slots) : this.rows;
        return html`<div class="wb-calendar-week" role="row" .style="--slots: ${slots}">
            <span class="wb-calendar-number" role="rowheader">${t('week.name', { week })}</span>
            ${Array.from({ length: WEEK }, (_, column) => this.cell(laid, column, options))}
        </div>`;
    }

    private cell(laid: WeekLayout<Shown>, column: number, options: CalendarOptions): TemplateResult {
        const day = laid.monday + column;
        return dayCell(laid, column, {
            isToday: day === this.today,
            isOther: this.span === 'month' && firstOfMonth(day) !== firstOfMonth(this.day),
            isChosen: day === this.day,
            moreSlot: this.rows - 1,
            chosen: () => this.go(day),
            added: (event) => this.add(event.currentTarget as Element),
            expanded: () => this.expand(laid.monday),
            entry: (placed) => this.entry(placed, options),
        });
    }

    private entry(placed: Placed<Shown>, options: CalendarOptions): TemplateResult {
        const { ref, field, item } = placed.entry;
        return entry(placed, {
            title: this.titleOf(ref),
            kind: kindOf(options.dates, field),
            fields: options.fields,
            reading: this.reading,
            isSelected: ref === this.selected,
            isTroubled: this.writing?.moves.of(ref)?.trouble !== undefined,
            reached: () => this.reachedEntry(ref, field),
            edited: () => this.writing?.edit(item),
        });
    }

    private reachedEntry(ref: string, { id }: Field): void {
        this.onField = id;
        if (ref !== this.selected) this.select(ref, false);
    }

    private pressedOnDay(event: KeyboardEvent): boolean {
        const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK };
        const step = steps[event.key];
        if (step !== undefined && !event.shiftKey) this.go(this.day + step);
        else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) this.enter();
        else return false;
        return true;
    }

    /** From a day to what lies on it; where nothing does, a new item is begun. */
    private enter(): void {
        const cell = this.cellOf(this.day);
        const first = cell?.querySelector<HTMLElement>('.wb-entry, .wb-day-more');
        if (first) first.focus();
        else this.add(cell);
    }

    private pressedOnEntry(event: KeyboardEvent, entry: HTMLElement): boolean {
        const { key, shiftKey } = event;
        const ref = entry.dataset['ref'] ?? '';
        const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK };
        const step = steps[key];
        if (shiftKey && step !== undefined) return this.hold(ref, entry.dataset['field'] ?? '', step);
        if (key === 'Enter' && this.held) return this.drop();
        if (key === 'Enter') return this.editOrAsk(ref);
        const cell = entry.closest<HTMLElement>('[data-day]');
        const list = [...(cell?.querySelectorAll<HTMLElement>('.wb-entry, .wb-day-more') ?? [])];
        if (key === 'ArrowDown' || key === 'ArrowUp') list[list.indexOf(entry) + (key === 'ArrowDown' ? 1 : -1)]?.focus();
        else if (key === 'ArrowLeft' || key === 'ArrowRight') this.go(Number(cell?.dataset['day']) + (step ?? 0));
        else if (key === 'Escape' && !this.held && this.writing?.moves.of(ref) === undefined && !this.time.isPast) cell?.focus();
        else return false;
        return true;
    }

    private editOrAsk(ref: string): boolean {
        const item = this.itemOf(ref);
        if (item && !this.writing?.reopen(ref)) this.writing?.edit(item);
        return true;
    }

    private addOn(target: HTMLElement): boolean {
        this.add(target.closest('[data-day]'));
        return true;
    }

    /** By keys an item is taken along a day or a week at a time; Enter drops it. */
    private hold(ref: string, field: string, step: number): boolean {
        if (!this.mayMove(field)) return true;
        const by = (this.held?.ref === ref && this.held.field === field ? this.held.by : 0) + step;
        this.held = { ref, field, by };
        this.requestUpdate();
        void this.updateComplete.then(() => this.anchorOf(ref)?.focus());
        return true;
    }

    private drop(): boolean {
        const { held } = this;
        this.held = null;
        this.requestUpdate();
        if (held) this.shift(held.ref, held.field, held.by);
        return true;
    }

    private shift(ref: string, date: string | undefined, by: number): void {
        const item = this.itemOf(ref);
        const from = this.dateNamed(date);
        const to = this.options?.to;
        if (!item || !from || !Number.isFinite(by) || by === 0) return;
        const values = this.writing?.moves.values(item) ?? item.values;
        this.writing?.move(item, from, shifted([from, to], values, by));
        this.select(ref);
    }

    private dateNamed(id: string | undefined): Field | undefined {
        return this.options?.dates.find((field) => field.id === id);
    }

    private mayMove(date: string | undefined): boolean {
        const why = this.writing?.blocked(this.dateNamed(date)) ?? this.writing?.blocked(this.options?.to) ?? null;
        if (why !== null) this.given?.frame.say(why);
        return why === null;
    }

    private over(place: HTMLElement | null): void {
        this.querySelectorAll('.wb-day.target').forEach((each) => each.classList.remove('target'));
        place?.classList.add('target');
    }

    private expand(week: number): void {
        if (!this.expanded.delete(week)) this.expanded.add(week);
        this.requestUpdate();
        void this.updateComplete.then(() => this.cellOf(this.day)?.focus());
    }

    private cellOf(day: number): HTMLElement | null {
        return this.querySelector<HTMLElement>(`[data-day="${day}"]`);
    }

    private paged(step: number): boolean {
        this.turn(step);
        void this.updateComplete.then(() => this.cellOf(this.day)?.focus());
        return true;
    }

    private turn(step: number): void {
        this.go(this.span === 'week' ? this.day + WEEK * step : sameDayIn(this.day, step), false);
    }

    private go(day: number, focus = true): void {
        const before = String(weeksOf(this.span, this.day));
        this.day = day;
        this.letGo();
        if (String(weeksOf(this.span, day)) !== before) {
            this.expanded.clear();
            void this.refresh();
        }
        if (focus) void this.updateComplete.then(() => this.cellOf(day)?.focus());
    }

    private show(span: Span): void {
        this.span = span;
        this.given?.frame.keep({ span });
        this.requestUpdate();
        void this.updateComplete.then(() => this.measure());
        void this.refresh();
    }

    /** As many entries are shown of a day as there is room for when all weeks fit. */
    private measure(): void {
        const sheet = this.find('.wb-calendar');
        const head = this.find('.wb-calendar-days').offsetHeight;
        const room = (sheet.clientHeight - head) / weeksOf(this.span, this.day).length;
        const rows = Math.max(FEWEST_ROWS, Math.floor((room - DAY_HEAD) / ENTRY));
        if (rows === this.rows) return;
        this.rows = rows;
        this.requestUpdate();
    }
}


customElements.define('wb-calendar', CalendarView);

export default CalendarView;
