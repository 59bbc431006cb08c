import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../client';
import type { Dispose } from '../feed';
import { mark } from '../marks';
import { itemPressed } from '../safe';
import { readingOf } from '../grid/reading';
import { FollowsSettings, t, text } from '../settings';
import '../styles/reader.css';
import { TitleBook, titleIn } from '../titles';
import { placeOfItem } from '../trackers';
import { isUnset, plain } from '../values';
import type { Given, View } from '../view';
import { optionProblem } from './form/parts';
import './page/writing';
import type { Writing } from './page/writing';
import { article, threadPane } from './reader/article';
import { ReaderModel } from './reader/model';
import { readerOptions, type ReaderOptions } from './reader/options';
import { languageFor, nothingListed, sourcesPane, storyRow } from './reader/panes';
import { scrolledTo, spanOf } from './reader/window';

const FILTER_WAIT_MILLIS = 200;
const PAGE = 8;

/** Sources, their stories, the text of one, and what else is told of it. What was read is each reader's own. */
export class ReaderView extends LitElement implements View {
    private given: Given | null = null;
    private problem: Problem | null = null;
    private options: ReaderOptions | null = null;
    private model: ReaderModel | null = null;
    private titles: TitleBook | null = null;
    private writes = false;
    private rowHeight = 0;
    private filtering: ReturnType<typeof setTimeout> | undefined;
    private disposals: Dispose[] = [];

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(given: Given): Dispose {
        this.given = given;
        const { view, table } = given.subject;
        const options = readerOptions(view, table, (id) => given.query.table(id));
        if ('code' in options) this.problem = options;
        else this.begin(given, options);
        this.requestUpdate();
        return () => this.dispose();
    }

    private begin(given: Given, options: ReaderOptions): void {
        this.options = options;
        this.titles = new TitleBook(given.query, undefined);
        const model = new ReaderModel({
            given,
            options,
            reading: this.reading,
            changed: () => this.requestUpdate(),
            asked: () => this.asked(),
            chose: () => this.chose(),
            mustStay: () => this.mustStay(),
        });
        this.model = model;
        const resized = new ResizeObserver(() => this.scrolled());
        resized.observe(this);
        this.disposals = [
            () => resized.disconnect(),
            this.titles.listen(() => this.requestUpdate()),
            given.reader.listen(() => model.again()),
            given.time.listen(() => this.time(given.time.asOf)),
            given.feed.listen({
                commit: (commit) => {
                    this.titles?.follow(commit);
                    model.happened(commit);
                },
                reload: () => model.settle(),
                connection: (connected) => connected && model.failed && model.again(),
            }),
            this.addCommands(given, model),
        ];
    }

    private addCommands({ frame }: Given, model: ReaderModel): Dispose {
        const past = () => (model.asOf === null ? null : t('grid.past.note'));
        return frame.commands([
            { id: 'next', label: 'reader.next', keys: ['J'], run: () => model.step(1) },
            { id: 'previous', label: 'reader.previous', keys: ['K'], run: () => model.step(-1) },
            { id: 'nextUnread', label: 'reader.nextUnread', keys: ['N'], run: () => model.step(1, true) },
            { id: 'previousUnread', label: 'reader.previousUnread', keys: ['P'], run: () => model.step(-1, true) },
            { id: 'original', label: 'reader.original', keys: ['O'], blocked: () => (model.address === null ? t('reader.noAddress') : null), run: () => this.openOriginal() },
            { id: 'star', label: 'reader.star', keys: ['S'], blocked: past, run: () => model.toggleStar() },
            { id: 'read', label: 'reader.toggleRead', keys: ['M'], blocked: past, run: () => model.toggleRead() },
            { id: 'note', label: 'page.write', keys: ['E'], blocked: past, run: () => this.write() },
            { id: 'filter', label: 'command.filter', keys: ['Alt F'], run: () => this.querySelector<HTMLElement>('.wb-filter input')?.focus() },
            { id: 'form', label: 'command.form', keys: ['Shift Space'], run: () => this.openForm() },
            { id: 'history', label: 'command.history', keys: ['Alt H'], run: () => frame.inspect() },
        ]);
    }

    private dispose(): void {
        clearTimeout(this.filtering);
        this.disposals.forEach((dispose) => dispose());
        this.model?.close();
        this.given = this.model = null;
    }

    /** Shows what there was at a date, an instant or a revision; null for now. */
    time(asOf: string | null): void {
        const { model, given } = this;
        if (!model || !given || model.asOf === asOf || this.mustStay()) return;
        this.titles = new TitleBook(given.query, asOf ?? undefined);
        this.titles.listen(() => this.requestUpdate());
        model.time(asOf);
    }

    private mustStay(): boolean {
        return this.writes && (this.querySelector<Writing>('wb-writing')?.isDirty ?? false);
    }

    private asked(): void {
        this.querySelector('.wb-stories')?.scrollTo({ top: 0 });
        this.requestUpdate();
    }

    private chose(): void {
        this.writes = false;
        this.querySelector('.wb-article')?.scrollTo({ top: 0 });
        this.reveal();
        this.requestUpdate();
    }

    private openOriginal(): void {
        const address = this.model?.address ?? null;
        if (address !== null) window.open(address, '_blank', 'noopener,noreferrer');
    }

    private openForm(): void {
        const ref = this.model?.chosen ?? null;
        if (ref !== null) this.given?.frame.open(placeOfItem(ref, 'form'), 'beside');
    }

    private write(): void {
        const { given, options, model } = this;
        const item = model?.item;
        if (!item || !given || !options?.note || model.asOf !== null || this.writes) return;
        const field = options.note;
        this.writes = true;
        this.requestUpdate();
        void this.updateComplete.then(() => {
            const done = () => {
                this.writes = false;
                this.requestUpdate();
                void model.read();
                this.querySelector<HTMLElement>('.wb-article')?.focus();
            };
            this.querySelector<Writing>('wb-writing')?.open({ given, field, item, done });
        });
    }

    private filtered(event: InputEvent): void {
        const words = (event.target as HTMLInputElement).value;
        clearTimeout(this.filtering);
        if (!event.isComposing) this.filtering = setTimeout(() => this.model?.filter(words), FILTER_WAIT_MILLIS);
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override render(): TemplateResult | typeof nothing {
        const { given, options, model } = this;
        if (given && this.problem) return optionProblem(given.subject.view, this.problem);
        if (!given || !options || !model) return nothing;
        const { sources: list, source, showing } = model;
        const pane = { list, source, showing, hasMarks: model.marks !== null && model.asOf === null, hasStars: options.marks?.star !== undefined };
        const thread = { choose: (ref: string) => void model.goToItem(ref), open: (ref: string) => given.frame.openItem(ref) };
        return html`${this.bar(model)}
            <div class="wb-reader ${options.story ? 'threaded' : ''}">
                ${sourcesPane(pane, { choose: (chosen) => model.pick(chosen), show: (chosen) => model.show(chosen) })} ${this.stories(model, options)}
                ${this.text(given, model, options)}
                ${options.story ? threadPane(model.thread, model.chosen ?? '', options, given.query, this.reading, thread) : nothing}
            </div>`;
    }

    private bar(model: ReaderModel): TemplateResult {
        return html`<div class="wb-toolbar" role="toolbar" aria-label=${text(this.given?.subject.view.label)}>
            <label class="wb-filter field">
                ${mark('search')}
                <input
                    type="search"
                    aria-label=${t('grid.filter')}
                    placeholder=${t('grid.filter')}
                    .value=${model.words}
                    @input=${(event: InputEvent) => this.filtered(event)}
                    @compositionend=${(event: InputEvent) => this.filtered(event)}
                />
            </label>
            <select class="field wb-source-choice" aria-label=${t('reader.sources')} @change=${(event: Event) => model.pick((event.target as HTMLSelectElement).value || null)}>
                <option value="" .selected=${model.source === null}>${t('reader.everySource')}</option>
                ${model.sources?.sources.map(({ ref, title }) => html`<option value=${ref} .selected=${model.source === ref}>${title}</option>`)}
            </select>
            <span class="wb-gap"></span>
            ${model.marks ? html`<button ?disabled=${model.asOf !== null} @click=${() => void model.markAll()}>${mark('tick')}${t('reader.markAll')}</button>` : nothing}
            <button ?disabled=${model.chosen === null} @click=${() => this.openForm()}>${mark('form')}${t('form.title')}</button>
            <button @click=${() => this.given?.frame.inspect()}>${mark('history')}${t('grid.history')}</button>
        </div>`;
    }

    private stories(model: ReaderModel, options: ReaderOptions): TemplateResult {
        const { total, ready } = model.list;
        const scroller = this.querySelector('.wb-stories');
        const span = spanOf(scroller?.scrollTop ?? 0, scroller?.clientHeight ?? 0, this.rowHeight, total);
        // The first row alone tells how high a row is.
        const to = this.rowHeight === 0 ? Math.min(1, total) : span.to;
        const at = model.placeOfChosen;
        const isShown = at !== undefined && at >= span.from && at < to;
        const isEmpty = model.failed || (ready && total === 0);
        const act = { again: () => model.again(), all: () => model.showAll() };
        return html`<div class="wb-stories-room">
            ${isEmpty ? nothingListed(model.showing, model.failed, model.isNarrowed, act) : nothing}
            <div
                class="wb-stories"
                role="listbox"
                tabindex="0"
                aria-label=${text(this.given?.subject.view.label)}
                aria-activedescendant=${isShown ? `wb-story-${at}` : nothing}
                ?hidden=${isEmpty}
                @scroll=${() => this.scrolled()}
                @keydown=${(event: KeyboardEvent) => this.pressedInList(event)}
            >
                <div class="wb-stories-all" role="presentation" .style=${`height: ${total * this.rowHeight}px`}>
                    ${Array.from({ length: Math.max(0, to - span.from) }, (_, index) => this.row(span.from + index, total, model, options))}
                </div>
            </div>
        </div>`;
    }

    private row(place: number, total: number, model: ReaderModel, options: ReaderOptions): TemplateResult {
        const item = model.list.at(place);
        const state = {
            item,
            place,
            total,
            isChosen: item !== undefined && item.ref === model.chosen,
            isRead: item && model.asOf === null ? model.marks?.isRead(item.ref) : undefined,
            isStarred: item !== undefined && (model.marks?.isStarred(item.ref) ?? false),
            offset: `${place * this.rowHeight}px`,
        };
        const title = item && this.given ? titleIn(item, this.given.query) : '';
        return storyRow(state, title, options, this.reading, () => item && model.choose(item));
    }

    private text(given: Given, model: ReaderModel, options: ReaderOptions): TemplateResult {
        const { item, marks } = model;
        if (!item) return html`<article class="wb-article"><p class="wb-panel-none">${model.chosen === null ? t('reader.choose') : t('form.gone')}</p></article>`;
        const words = [options.body, options.summary].map((field) => (field && !isUnset(item.values[field.id]) ? plain(item.values[field.id]) : '')).join(' ');
        const state = {
            item,
            language: languageFor(model.origin, options, words),
            isRead: marks?.isRead(item.ref),
            isStarred: marks?.isStarred(item.ref) ?? false,
            isPast: model.asOf !== null,
            writes: this.writes,
        };
        return article(state, options, given.query, this.reading, {
            toggleRead: () => model.toggleRead(),
            toggleStar: () => model.toggleStar(),
            write: () => this.write(),
            pressed: (event) => this.pressedLink(event),
        });
    }

    protected override updated(): void {
        const first = this.querySelector<HTMLElement>('.wb-story');
        if (this.rowHeight !== 0 || !first) return;
        this.rowHeight = first.offsetHeight;
        if (this.rowHeight > 0) this.scrolled();
    }

    private scrolled(): void {
        const scroller = this.querySelector('.wb-stories');
        if (!scroller || !this.model) return;
        const { from, to } = spanOf(scroller.scrollTop, scroller.clientHeight, this.rowHeight, this.model.list.total);
        this.model.list.want(from, to);
        this.requestUpdate();
    }

    /** The story chosen stands whole in the list. */
    private reveal(): void {
        const scroller = this.querySelector('.wb-stories');
        const place = this.model?.placeOfChosen;
        if (scroller && place !== undefined) scroller.scrollTop = scrolledTo(place, scroller.scrollTop, scroller.clientHeight, this.rowHeight);
    }

    private pressedInList(event: KeyboardEvent): void {
        const { model } = this;
        if (!model) return;
        const at = model.placeOfChosen ?? 0;
        const doings: Readonly<Record<string, () => void>> = {
            ArrowDown: () => model.step(1),
            ArrowUp: () => model.step(-1),
            Home: () => model.goTo(0, 1),
            End: () => model.goTo(model.list.total - 1, -1),
            PageDown: () => model.goTo(at + PAGE, 1),
            PageUp: () => model.goTo(at - PAGE, -1),
            Enter: () => this.querySelector<HTMLElement>('.wb-article')?.focus(),
        };
        const doing = event.ctrlKey || event.altKey || event.isComposing ? undefined : doings[event.key];
        if (!doing) return;
        event.preventDefault();
        doing();
    }

    private pressedLink(event: Event): void {
        const item = itemPressed(event);
        if (item === null || (event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey) return;
        event.preventDefault();
        this.given?.frame.openItem(item);
    }

    private readonly reading = readingOf((ref) => this.titles?.titleOf(ref) ?? ref);
}

customElements.define('wb-reader', ReaderView);

export default ReaderView;
