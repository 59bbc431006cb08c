import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { tableOf } from '../client';
import { dayOf } from '../dates';
import type { Dispose } from '../feed';
import { empty, misdeclared } from '../figures/bars';
import '../figures/behind';
import type { BehindPanel } from '../figures/behind';
import type { Declared } from '../figures/declared';
import { periodOf } from '../figures/periods';
import { mark } from '../marks';
import { readingOf } from '../grid/reading';
import { TimeChoice, asOfControl } from '../past/timechoice';
import { FollowsSettings, settings, t, text } from '../settings';
import '../styles/chart.css';
import '../styles/figures.css';
import { TitleBook } from '../titles';
import { isNumber, tablesBehind } from '../values';
import type { Given, View } from '../view';
import { allOf } from '../where';
import { nearest, shapeOf, stepped, type Cursor } from './chart/cursor';
import { heatOf, scatterOf, sketchOf, withCaption, type Lettering, type Sketch } from './chart/draw';
import { Picture, saved } from './chart/echarts';
import { letteringOf } from './chart/lettering';
import { markerBox } from './chart/marker';
import { chartOptions, type ChartOptions } from './chart/options';
import { paletteOf } from './chart/palette';
import { readDots, readPlot } from './chart/read';
import { figuresTable, readout, type Drawn } from './chart/readout';
import { download, savingMenu, type PictureFormat } from './chart/saving';
import { periodText } from './summary/saying';

const SETTLE_MILLIS = 80;
const REACH = 24;
const HEAT_MARGIN = 6;
let made = 0;
const NOTHING: Drawn = { plot: null, dots: null };

/** Lines, bars, dots or a heat of a declared measure, with its table behind it. */
export class ChartView extends LitElement implements View {
    private given: Given | null = null;
    private declared: Declared<ChartOptions> | null = null;
    private drawn: Drawn = NOTHING;
    private sketch: Sketch | null = null;
    private picture: Picture | null = null;
    private cursor: Cursor | null = null;
    private titles: TitleBook | null = null;
    private readonly menu = `wb-chart-export-${++made}`;
    private showsTable = false;
    private showsBehind = false;
    private failed = false;
    private reads = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private disposals: Dispose[] = [];
    private readonly time = new TimeChoice(this, {
        frame: () => this.given?.frame,
        turned: () => this.timeTurned(),
    });

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(given: Given): Dispose {
        this.given = given;
        this.declared = chartOptions(given.subject.view, given.subject.table);
        this.showsTable = given.settings['table'] === true;
        this.requestUpdate();
        if ('options' in this.declared) void this.updateComplete.then(() => this.begin(given));
        return () => this.dispose();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private begin(given: Given): void {
        if (!this.isConnected || this.given !== given) return;
        this.picture = new Picture(this.find('.wb-picture'));
        this.titles = new TitleBook(given.query, undefined);
        this.panel.begin(given, this.reading, () => this.closeBehind());
        this.follow(given);
        void this.read();
    }

    private follow(given: Given): void {
        const { table } = given.subject;
        const tables = new Set([table.id, ...table.fields.flatMap((field) => tablesBehind(field))]);
        const resized = new ResizeObserver(() => this.resized());
        resized.observe(this.find('.wb-picture'));
        const dark = matchMedia('(prefers-color-scheme: dark)');
        const redraw = () => this.draw();
        dark.addEventListener('change', redraw);
        this.disposals = [
            () => resized.disconnect(),
            () => dark.removeEventListener('change', redraw),
            settings.listen(() => this.readSoon()),
            this.titles?.listen(() => this.readSoon()) ?? (() => undefined),
            this.time.follow(given.time),
            given.feed.listen({
                commit: (commit) => {
                    if (!this.time.isPast && commit.changes.some((change) => tables.has(tableOf(change.ref)))) this.readSoon();
                },
                reload: () => this.readSoon(),
                connection: (connected) => connected && this.failed && this.readSoon(),
            }),
            given.frame.commands([
                { id: 'table', label: 'command.figures', keys: ['Alt D'], run: () => this.turn() },
                { id: 'behind', label: 'command.behind', keys: ['Alt B'], blocked: () => (this.cursor ? null : t('chart.noPlace')), run: () => this.openBehind() },
                { id: 'png', label: 'command.savePng', keys: [], run: () => void this.save('png') },
                { id: 'svg', label: 'command.saveSvg', keys: [], run: () => void this.save('svg') },
            ]),
        ];
    }

    private dispose(): void {
        clearTimeout(this.timer);
        this.reads++;
        this.disposals.forEach((dispose) => dispose());
        this.picture?.close();
        this.given = this.picture = this.sketch = null;
    }

    private get options(): ChartOptions | null {
        return this.declared && 'options' in this.declared ? this.declared.options : null;
    }

    private readSoon(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.read(), SETTLE_MILLIS);
    }

    private async read(): Promise<void> {
        const { given, options } = this;
        if (!given || !options) return;
        const reading = ++this.reads;
        const now = periodOf(this.time.asOf ?? dayOf(new Date()), options.per ?? 'year') ?? '';
        const question = { query: given.query, subject: given.subject, options, reading: this.reading, asOf: this.time.asOf, now };
        const read = options.kind === 'scatter' ? readDots(question).then((dots) => ({ plot: null, dots })) : readPlot(question).then((plot) => ({ plot, dots: null }));
        const drawn = await read.catch(() => null);
        if (reading !== this.reads) return;
        this.failed = drawn === null;
        if (drawn) this.drawn = drawn;
        given.frame.counted(this.extent.columns, false);
        this.draw();
        if (this.showsBehind && this.cursor) this.openBehind();
    }

    private get extent() {
        const { plot, dots } = this.drawn;
        return { columns: plot?.categories.length ?? dots?.dots.length ?? 0, rows: plot?.series.length ?? 1 };
    }

    private get isEmpty(): boolean {
        return this.extent.columns === 0;
    }

    private draw(): void {
        const { options, picture, letters } = this;
        this.requestUpdate();
        if (!options || !picture || !letters) return;
        // The rows of a heat keep their height; a tall one is scrolled.
        const rows = options.kind === 'heat' ? this.extent.rows : 0;
        this.find('.wb-picture').style.minHeight = rows === 0 ? '' : `calc(var(--s5) * ${rows + HEAT_MARGIN})`;
        this.resized();
        this.sketch = this.isEmpty ? null : this.sketched(options, letters);
        if (this.sketch) picture.draw(this.sketch.drawing);
    }

    private sketched({ kind, fromZero, x, measures }: ChartOptions, letters: Lettering): Sketch | null {
        const [{ plot, dots }, palette] = [this.drawn, paletteOf(this)];
        if (dots) return scatterOf(dots, { xName: text(x.label), yName: text(measures[0]?.field.label), isTime: !isNumber(x) }, palette, letters);
        if (!plot || kind === 'scatter') return null;
        return kind === 'heat' ? heatOf(plot, palette, letters) : sketchOf(kind, plot, fromZero, palette, letters);
    }

    private get letters(): Lettering | null {
        const measure = this.options?.measures[0];
        return measure ? letteringOf(measure, this.reading) : null;
    }

    /** A hidden tab has no size; its picture waits until it has one again. */
    private resized(): void {
        if (this.find('.wb-picture').clientWidth === 0) return;
        this.picture?.resize();
        this.requestUpdate();
    }

    private timeTurned(): void {
        this.closeBehind();
        this.cursor = null;
        if (!this.given) return;
        this.titles = new TitleBook(this.given.query, this.time.asOf ?? undefined);
        this.disposals.push(this.titles.listen(() => this.readSoon()));
        void this.read();
    }

    protected override render(): TemplateResult | typeof nothing {
        const { given, declared, options, letters } = this;
        if (!given || !declared) return nothing;
        if ('problem' in declared) return misdeclared(declared.problem, given.subject.tracker.id);
        if (!options || !letters) return nothing;
        const label = text(given.subject.view.label);
        return html`<div class="wb-toolbar" role="toolbar" aria-label=${label}>
                <button aria-pressed=${String(this.showsTable)} @click=${() => this.turn()}>${mark('table')}${t('chart.table')}</button>
                ${asOfControl(this.time)}
                <span class="wb-gap"></span>
                <button ?disabled=${this.cursor === null} @click=${() => this.openBehind()}>${mark('link')}${t('behind.title')}</button>
                ${savingMenu(this.menu, this.isEmpty, (format) => void this.save(format))}
            </div>
            <div class="wb-beside">
                <div class="wb-chart">
                    ${options.definition ? html`<p class="wb-chart-head">${t('behind.definition', { words: text(options.definition) })}</p>` : nothing}
                    <div
                        class="wb-chart-room"
                        role="group"
                        tabindex="0"
                        aria-roledescription=${t('chart.chart')}
                        aria-label=${t('chart.label', { label, count: this.extent.columns })}
                        ?hidden=${this.showsTable || this.isEmpty}
                        @keydown=${(event: KeyboardEvent) => this.pressed(event)}
                        @pointermove=${(event: PointerEvent) => this.pointed(event)}
                        @click=${() => this.cursor && this.openBehind()}
                    >
                        <div class="wb-picture"></div>
                        ${this.marker()}
                    </div>
                    ${this.showsTable && !this.isEmpty ? html`<div class="wb-chart-table" tabindex="0" role="region" aria-label=${t('chart.table')}>${figuresTable(options, this.drawn, letters, label, this.reading)}</div>` : nothing}
                    ${this.nothingHere()}
                    ${this.isEmpty ? nothing : html`<div class="wb-readout" role="status">${readout(options, this.drawn, this.cursor, letters, this.notes(), this.reading)}</div>`}
                </div>
                <wb-behind hidden></wb-behind>
            </div>`;
    }

    private notes(): string {
        const { plot, dots } = this.drawn;
        const hidden = dots ? dots.total - dots.dots.length : (plot?.hidden ?? 0);
        return [this.sketch?.note ?? '', hidden > 0 ? t('chart.hidden', { count: hidden }) : ''].filter((each) => each !== '').join(' ');
    }

    private nothingHere(): TemplateResult | typeof nothing {
        const { given } = this;
        if (!given || !this.isEmpty) return nothing;
        if (this.failed) return empty(t('grid.failed'), '', html`<button class="primary" @click=${() => void this.read()}>${t('grid.failed.retry')}</button>`);
        if (this.drawn === NOTHING) return nothing;
        if (this.time.isPast) return empty(t('empty.past'), t('empty.past.what'), html`<button class="primary" @click=${() => this.time.goTo(null)}>${t('grid.asOf.back')}</button>`);
        const bringIn = html`<button class="primary" @click=${() => given.frame.bringIn()}>${t('empty.table.import')}</button>`;
        return empty(t('chart.empty'), t('chart.empty.what', { table: text(given.subject.table.label) }), bringIn);
    }

    /** Where the reader is: drawn over the picture, so that moving draws nothing anew. */
    private marker(): TemplateResult | typeof nothing {
        const { cursor, picture, options, sketch, drawn } = this;
        if (!cursor || !picture || !options || !sketch) return nothing;
        const { height } = this.find('.wb-picture').getBoundingClientRect();
        const box = markerBox(options.kind, cursor, drawn.dots, picture, height);
        if (!box) return nothing;
        return html`<div class="wb-chart-cursor ${shapeOf(options.kind)}" .style=${`transform:translate(${box.left}px,${box.top}px);width:${box.width}px;height:${box.height}px`}></div>`;
    }

    private pressed(event: KeyboardEvent): void {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = stepped(this.cursor, event.key, this.extent);
        if (next) this.moveTo(next);
        else if (event.key === 'Enter' && this.cursor) this.openBehind();
        else if (event.key === 't') this.turn();
        else if (event.key === 'Escape') this.escape();
        else return;
        event.preventDefault();
    }

    private escape(): void {
        if (this.showsBehind) this.closeBehind();
        else if (this.time.isPast) this.time.goTo(null);
    }

    private pointed(event: PointerEvent): void {
        const { picture, options, drawn } = this;
        if (!picture || !options || this.isEmpty) return;
        const bounds = this.find('.wb-picture').getBoundingClientRect();
        const [left, top] = [event.clientX - bounds.left, event.clientY - bounds.top];
        if (options.kind === 'scatter') {
            const index = nearest(drawn.dots?.dots.map(({ at }) => picture.placeOf(...at)) ?? [], [left, top], REACH);
            if (index >= 0) this.moveTo({ x: index, y: 0 });
            return;
        }
        const value = picture.valueAt(left, top);
        if (value) this.moveTo({ x: Math.round(value[0]), y: options.kind === 'heat' ? Math.round(value[1]) : (this.cursor?.y ?? 0) });
    }

    private moveTo(cursor: Cursor): void {
        if (cursor.x === this.cursor?.x && cursor.y === this.cursor.y) return;
        this.cursor = cursor;
        this.given?.frame.selected(this.drawn.dots?.dots[cursor.x]?.ref ?? null);
        if (this.showsBehind) this.openBehind();
        this.requestUpdate();
    }

    private openBehind(): void {
        const { cursor, options, given, letters } = this;
        if (!cursor || !options || !given || !letters) return;
        const { plot, dots } = this.drawn;
        const dot = dots?.dots[cursor.x];
        if (dot) given.frame.openItem(dot.ref);
        const [category, series] = [plot?.categories[cursor.x], plot?.series[cursor.y]];
        if (!category || !series) return;
        this.showsBehind = true;
        const value = series.values[cursor.x] ?? null;
        const measure = options.measures.find(({ field }) => field.id === series.key) ?? options.measures[0];
        this.panel.show({
            title: `${category.label} · ${series.label}`,
            value: value === null ? t('chart.notKnown') : letters.figure(value),
            definition: options.definition,
            working: '',
            table: given.subject.table,
            where: allOf(given.subject.view.where, category.where, series.where),
            field: measure?.measuring.field ?? null,
            asOf: this.time.asOf,
        });
        this.requestUpdate();
    }

    private closeBehind(): void {
        const hadFocus = this.panel.contains(document.activeElement);
        this.showsBehind = false;
        this.panel.show(null);
        if (hadFocus) this.room.focus();
    }

    private turn(): void {
        this.showsTable = !this.showsTable;
        this.given?.frame.keep({ table: this.showsTable });
        this.requestUpdate();
        void this.updateComplete.then(() => (this.showsTable ? this.find('.wb-chart-table') : this.room).focus());
    }

    private async save(format: PictureFormat): Promise<void> {
        const { given, sketch, options } = this;
        if (!given || !sketch || !options) return;
        const title = text(given.subject.view.label);
        const time = this.time.asOf ?? dayOf(new Date());
        const lines = [options.definition ? t('behind.definition', { words: text(options.definition) }) : '', t('grid.asOf.at', { time }), this.notes()];
        const drawing = withCaption(sketch.drawing, title, lines.filter((line) => line !== ''), paletteOf(this));
        download(await saved(drawing, format), `${title} ${options.per === null ? time : periodText(time)}.${format}`);
    }

    private readonly reading = readingOf((ref) => this.titles?.titleOf(ref) ?? ref);

    private get panel(): BehindPanel {
        return this.find('wb-behind') as BehindPanel;
    }

    private get room(): HTMLElement {
        return this.find('.wb-chart-room');
    }

    private find(selector: string): HTMLElement {
        const part = this.querySelector<HTMLElement>(selector);
        if (!part) throw new Error(`the chart has no ${selector}`);
        return part;
    }
}

customElements.define('wb-chart', ChartView);

export default ChartView;
