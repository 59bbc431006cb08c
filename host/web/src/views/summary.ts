import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { tableOf, type Commit, type Value } from '../client';
import { dayOf } from '../dates';
import type { Dispose } from '../feed';
import { empty, misdeclared } from '../figures/bars';
import '../figures/behind';
import type { Behind, BehindPanel } from '../figures/behind';
import type { Declared } from '../figures/declared';
import { periodOf } from '../figures/periods';
import '../grid/prompt';
import type { CellPrompt } from '../grid/prompt';
import { mark } from '../marks';
import { readingOf } from '../grid/reading';
import { TimeChoice, asOfControl } from '../past/timechoice';
import { FollowsSettings, t, text } from '../settings';
import '../styles/figures.css';
import '../styles/summary.css';
import { TitleBook } from '../titles';
import { tablesBehind } from '../values';
import type { Given, View } from '../view';
import { SummaryEditing, type Spot } from './summary/editing';
import { behindOf, readFacts } from './summary/facts';
import { Summary, type Facts, type Line } from './summary/model';
import { summaryOptions, type Layout, type SummaryOptions } from './summary/options';
import { figureText, lineText, sentence } from './summary/saying';
import { periodTable } from './summary/table';
import { Walk } from './summary/walk';
import { workingOf } from './summary/working';

const SETTLE_MILLIS = 60;
const FADE_MILLIS = 800;

/** What is kept of a summary. */
interface Kept {
    readonly layout?: Layout;
}

/** A period table: figures worked out from rows, beside what people write. */
export class SummaryView extends LitElement implements View {
    private given: Given | null = null;
    private declared: Declared<SummaryOptions> | null = null;
    private facts: Facts | null = null;
    private summary: Summary | null = null;
    private editing: SummaryEditing | null = null;
    private titles: TitleBook | null = null;
    private walk: Walk | null = null;
    private layout: Layout = 'down';
    private shown = 0;
    private failed = false;
    private behind: Spot | null = null;
    private fresh: ReadonlySet<string> = new Set();
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
        const { tracker, table, view } = given.subject;
        this.given = given;
        this.declared = summaryOptions(view, table, tracker);
        this.requestUpdate();
        if ('options' in this.declared) void this.updateComplete.then(() => this.begin(given));
        return () => this.dispose();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private begin(given: Given): void {
        const { options } = this;
        if (!this.isConnected || this.given !== given || !options) return;
        this.layout = (given.settings as Kept).layout === 'across' ? 'across' : options.layout;
        this.shown = options.last;
        this.titles = new TitleBook(given.query, undefined);
        this.panel.begin(given, this.reading, () => this.closeBehind());
        this.editing = new SummaryEditing({
            given,
            options,
            reading: this.reading,
            layer: this.find('.wb-layer'),
            prompt: this.find('wb-prompt') as CellPrompt,
            isPast: () => this.time.isPast,
            cellOf: (ref, field) => this.cellOf(ref, field),
            sentence: ({ line, measure }) => this.sentenceOf(line, measure),
            fresh: (spot) => this.walk?.spotOf({ line: spot.line.key, measure: spot.measure.id }) ?? spot,
            goTo: async (ref, field) => this.walk?.goTo(ref, field),
            changed: () => this.requestUpdate(),
            stored: () => void this.read(),
            behind: (spot) => this.openBehind(spot),
            escape: () => this.escape(),
        });
        this.walk = new Walk(this, {
            editing: this.editing,
            frame: given.frame,
            measures: options.measures,
            summary: () => this.summary,
            layout: () => this.layout,
            came: (spot) => this.behind && this.openBehind(spot),
            behind: (spot) => this.openBehind(spot),
        });
        this.follow(given);
        void this.read().then(() => this.updateComplete.then(() => this.walk?.show()));
    }

    private follow(given: Given): void {
        const tables = this.tablesRead(given);
        const touches = (commit: Commit) => commit.changes.some((change) => tables.has(tableOf(change.ref)));
        this.disposals = [
            this.time.follow(given.time),
            given.feed.listen({
                commit: (commit) => {
                    if (!this.time.isPast && touches(commit)) this.readSoon();
                },
                reload: () => this.readSoon(),
                connection: (connected) => connected && this.failed && this.readSoon(),
            }),
            this.titles?.listen(() => this.requestUpdate()) ?? (() => undefined),
            given.frame.commands([
                { id: 'behind', label: 'command.behind', keys: ['Alt B'], blocked: () => (this.spot ? null : t('summary.noCell')), run: () => this.spot && this.openBehind(this.spot) },
                { id: 'turn', label: 'command.turn', keys: ['Alt X'], run: () => this.turn() },
                { id: 'earlier', label: 'command.earlier', keys: [], blocked: () => (this.hasEarlier ? null : t('summary.noEarlier')), run: () => this.showEarlier() },
                { id: 'history', label: 'command.history', keys: ['Alt H'], run: () => given.frame.inspect() },
                { id: 'edit', label: 'command.edit', keys: ['Enter', 'F2'] },
                { id: 'putBack', label: 'command.putBack', keys: ['Esc'] },
            ]),
        ];
    }

    private dispose(): void {
        clearTimeout(this.timer);
        this.reads++;
        this.editing?.leave();
        this.disposals.forEach((dispose) => dispose());
        this.given = this.editing = this.walk = this.facts = this.summary = null;
    }

    private get options(): SummaryOptions | null {
        return this.declared && 'options' in this.declared ? this.declared.options : null;
    }

    /** All tables whose rows a figure comes from. */
    private tablesRead({ subject }: Given): ReadonlySet<string> {
        const counted = this.options?.measures.flatMap(({ how }) => (how.kind === 'grouped' ? [how.measuring.table.id] : [])) ?? [];
        return new Set([subject.table.id, ...counted, ...subject.table.fields.flatMap((field) => tablesBehind(field))]);
    }

    private readSoon(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.read(), SETTLE_MILLIS);
    }

    private async read(): Promise<void> {
        const { given, options } = this;
        if (!given || !options) return;
        const [reading, now] = [++this.reads, this.now(options)];
        const { shown } = this;
        const { asOf } = this.time;
        const facts = await readFacts({ query: given.query, subject: given.subject, options, asOf, now, shown }).catch(() => null);
        if (reading !== this.reads) return;
        this.failed = facts === null;
        if (facts) this.take(facts, new Summary(options, facts, now, shown));
        this.requestUpdate();
        given.frame.counted(this.summary?.lines.filter((line) => line.kind === 'period').length ?? 0, false);
    }

    private take(facts: Facts, summary: Summary): void {
        const before = this.summary;
        const isSameTime = before?.first === summary.first;
        if (before && isSameTime) this.markFresh(before, summary);
        [this.facts, this.summary] = [facts, summary];
        this.walk?.begin(summary);
        const { spot } = this;
        if (spot) this.editing?.renew(spot.line);
        if (this.behind) this.openBehind(this.walk?.spotOf({ line: this.behind.line.key, measure: this.behind.measure.id }) ?? this.behind);
    }

    /** What differs from what was on the screen lights up and fades. */
    private markFresh(before: Summary, after: Summary): void {
        const text = (value: Value) => JSON.stringify(value);
        const lines = new Map(before.lines.map((line) => [line.key, line]));
        const differing = after.lines.flatMap((line) => {
            const earlier = lines.get(line.key);
            const measures = this.options?.measures ?? [];
            return measures.filter((each) => earlier && text(before.value(earlier, each)) !== text(after.value(line, each))).map((each) => `${line.key}|${each.id}`);
        });
        this.fresh = new Set(differing);
        if (differing.length > 0) setTimeout(() => (this.fresh = new Set()), FADE_MILLIS);
    }

    private now(options: SummaryOptions): string {
        return periodOf(this.time.asOf ?? dayOf(new Date()), options.per) ?? '';
    }

    protected override render(): TemplateResult | typeof nothing {
        const { given, declared, walk } = this;
        if (!given || !declared) return nothing;
        if ('problem' in declared) return misdeclared(declared.problem, given.subject.tracker.id);
        return html`<div class="wb-toolbar" role="toolbar" aria-label=${text(given.subject.view.label)}>
                <button aria-pressed=${String(this.layout === 'across')} @click=${() => this.turn()}>${mark('table')}${t('summary.turn')}</button>
                <button ?disabled=${!this.hasEarlier} @click=${() => this.showEarlier()}>${mark('up')}${t('summary.earlier')}</button>
                ${asOfControl(this.time)}
                <span class="wb-legend">${t('summary.legend')}</span>
                <span class="wb-gap"></span>
                <button aria-pressed=${String(this.behind !== null)} ?disabled=${!this.spot} @click=${() => this.toggleBehind()}>${mark('link')}${t('behind.title')}</button>
                <button @click=${() => given.frame.inspect()}>${mark('history')}${t('grid.history')}</button>
            </div>
            <div class="wb-beside">
                <div class="wb-periods-room" @keydown=${walk?.pressed} @focusin=${walk?.focused} @focusout=${walk?.left} @mousedown=${walk?.pointed} @dblclick=${walk?.doubled}>
                    ${this.table()} ${this.nothingHere()}
                </div>
                <wb-behind hidden></wb-behind>
            </div>
            <div class="wb-layer"><wb-prompt hidden></wb-prompt></div>`;
    }

    private table(): TemplateResult | typeof nothing {
        const { summary, options, editing, given } = this;
        if (!summary || !options || !editing || !given || summary.lines.length === 0) return nothing;
        return periodTable({
            summary,
            measures: options.measures,
            layout: this.layout,
            editing,
            reading: this.reading,
            isPast: this.time.isPast,
            label: text(given.subject.view.label),
            at: this.walk?.at ?? null,
            fresh: this.fresh,
        });
    }

    private nothingHere(): TemplateResult | typeof nothing {
        const { given, summary } = this;
        if (this.failed && !summary) return empty(t('grid.failed'), '', html`<button class="primary" @click=${() => void this.read()}>${t('grid.failed.retry')}</button>`);
        if (!given || summary?.lines.length !== 0) return nothing;
        const back = html`<button class="primary" @click=${() => this.time.goTo(null)}>${t('grid.asOf.back')}</button>`;
        if (this.time.isPast) return empty(t('empty.past'), t('empty.past.what'), back);
        const bringIn = html`<button class="primary" @click=${() => given.frame.bringIn()}>${t('empty.table.import')}</button>`;
        return empty(t('summary.empty'), t('summary.empty.what', { table: text(given.subject.table.label) }), bringIn);
    }

    private timeTurned(): void {
        this.editing?.leave();
        this.closeBehind();
        if (this.walk) this.walk.at = null;
        this.summary = null;
        if (!this.given) return;
        this.titles = new TitleBook(this.given.query, this.time.asOf ?? undefined);
        this.disposals.push(this.titles.listen(() => this.requestUpdate()));
        void this.read().then(() => this.updateComplete.then(() => this.walk?.show()));
    }

    private escape(): void {
        if (this.behind) this.closeBehind();
        else if (this.time.isPast) this.time.goTo(null);
    }

    private turn(): void {
        this.editing?.leave();
        this.layout = this.layout === 'down' ? 'across' : 'down';
        this.given?.frame.keep({ layout: this.layout } satisfies Kept);
        this.requestUpdate();
        void this.updateComplete.then(() => this.walk?.show());
    }

    private get hasEarlier(): boolean {
        return this.summary?.hasEarlier ?? false;
    }

    private showEarlier(): void {
        this.shown += this.options?.last ?? 0;
        void this.read();
    }

    private get spot(): Spot | null {
        return this.walk?.spot ?? null;
    }

    private toggleBehind(): void {
        if (this.behind) this.closeBehind();
        else if (this.spot) this.openBehind(this.spot);
    }

    private cellOf(ref: string, field: string): HTMLElement | null {
        const place = this.walk?.placeOf(ref, field) ?? null;
        return place && (this.walk?.cellOf(place) ?? null);
    }

    private openBehind(spot: Spot): void {
        this.behind = spot;
        this.panel.show(this.behindOf(spot));
        this.requestUpdate();
        // The table has less room now: the figure must still be there to be seen.
        void this.updateComplete.then(() => this.walk?.cellOf({ line: spot.line.key, measure: spot.measure.id })?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    }

    private behindOf({ line, measure }: Spot): Behind | null {
        const { summary, options, facts } = this;
        if (!summary || !options || !facts) return null;
        const source = measure.how.kind === 'grouped' ? measure.how : null;
        return {
            title: `${lineText(line)} · ${text(measure.field.label)}`,
            value: figureText(measure, summary.value(line, measure), this.reading),
            definition: measure.definition,
            working: workingOf(summary, options, line, measure, this.reading),
            asOf: this.time.asOf,
            ...(source
                ? { table: source.measuring.table, where: [source.measuring.where, behindOf(line, source, facts.rows)].flatMap((each) => (each === undefined ? [] : [`(${each})`])).join(' && '), field: source.measuring.field }
                : { table: null, where: undefined, field: null }),
        };
    }

    private closeBehind(): void {
        const hadFocus = this.panel.contains(document.activeElement);
        this.behind = null;
        this.panel.show(null);
        this.requestUpdate();
        if (hadFocus) this.editing?.focus();
    }

    private sentenceOf(line: Line, measure: Spot['measure']): string {
        const value = this.editing?.editOf({ line, measure })?.value ?? this.summary?.value(line, measure) ?? null;
        return this.summary ? sentence(this.summary, line, measure, value, this.reading, this.time.isPast) : '';
    }

    private readonly reading = readingOf((ref) => this.titles?.titleOf(ref) ?? ref);

    private get panel(): BehindPanel {
        return this.find('wb-behind') as BehindPanel;
    }

    private find(selector: string): HTMLElement {
        const part = this.querySelector<HTMLElement>(selector);
        if (!part) throw new Error(`the summary has no ${selector}`);
        return part;
    }
}

customElements.define('wb-summary', SummaryView);

export default SummaryView;
