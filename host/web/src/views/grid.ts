import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Refusal, Unreachable, type Item, type Problem } from '../client';
import type { Dispose } from '../feed';
import { conditionBar, draftBar, empty, toolbar, type BarsActions, type BarsState } from '../grid/bars';
import { Building } from '../grid/building';
import { RowColours } from '../grid/colours';
import { ColumnMenu } from '../grid/columnmenu';
import { gridCommands, type GridDeeds } from '../grid/commands';
import { deleted } from '../grid/deleting';
import { Editing } from '../grid/editing';
import type { Look } from '../grid/look';
import { Looks } from '../grid/looks';
import '../grid/prompt';
import type { CellPrompt } from '../grid/prompt';
import { Ranges } from '../grid/ranges';
import { readingOf } from '../grid/reading';
import { refusalOf } from '../grid/refusal';
import { stepBar } from '../grid/stepbar';
import { Surface } from '../grid/surface';
import type { Asked } from '../grid/surfaceparts';
import { FollowsSettings, t, text } from '../settings';
import { TitleBook } from '../titles';
import { placeOfItem } from '../trackers';
import type { Given, View } from '../view';
import { allOf, filterExpression } from '../where';

const FILTER_WAIT_MILLIS = 200;
let count = 0;

/** Rows and columns of a table: pages, edits in place, follows what others do. */
export class GridView extends LitElement implements View {
    private given: Given | null = null;
    private surface: Surface | null = null;
    private editing: Editing | null = null;
    private ranges: Ranges | null = null;
    private disposals: Dispose[] = [];
    private filter = '';
    private looks: Looks | null = null;
    private colours: RowColours | null = null;
    private menu: ColumnMenu | null = null;
    private building: Building | null = null;
    private readonly name = String(++count);
    private showsCondition = false;
    private problem: Problem | null = null;
    private failed = false;
    private titles: TitleBook | null = null;
    private filterTimer: ReturnType<typeof setTimeout> | undefined;

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(given: Given): Dispose {
        this.given = given;
        const { table, view } = given.subject;
        this.looks = new Looks(table, view, given.settings, (kept) => given.frame.keep(kept), (before) => this.lookChanged(before));
        this.building = new Building(table, given.query, () => this.requestUpdate());
        this.showsCondition = this.looks.look.condition !== '';
        this.filter = given.filter;
        this.requestUpdate();
        void this.updateComplete.then(() => this.build(given));
        return () => this.dispose();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private build(given: Given): void {
        const { looks } = this;
        if (!this.isConnected || this.given !== given || !looks) return;
        const [container, layer] = [this.find('.wb-sheet'), this.find('.wb-layer')];
        const reading = readingOf((ref) => this.titles?.titleOf(ref) ?? ref);
        this.titles = new TitleBook(given.query, undefined);
        const { table } = given.subject;
        const colours = new RowColours(table.id, table.title, (question) => given.query.items(question));
        colours.use(looks.look.colours);
        this.colours = colours;
        const menu = (this.menu = new ColumnMenu(layer));
        const parts = {
            given,
            reading,
            layer,
            colours,
            prompt: this.find('wb-prompt') as CellPrompt,
            isPast: () => this.isPast,
            changed: () => this.changed(),
            escape: () => given.frame.travel(null),
            openForm: () => this.openAs('form'),
        };
        this.editing = new Editing(parts);
        this.surface = new Surface({
            given,
            container,
            editing: this.editing,
            reading,
            colours,
            menu: (header, label, acts) => menu.open(header, label, acts),
            asked: () => this.asked(),
            look: () => looks.look,
            use: (change) => looks.use(change),
            selected: (item) => this.selected(item),
            changed: () => this.changed(),
            failed: (failure) => this.rowsFailed(failure),
        });
        this.ranges = new Ranges(parts, this.surface, this.editing);
        this.editing.attach(this.surface, this.ranges);
        this.shown();
        this.follow(given);
    }

    private follow(given: Given): void {
        const resized = new ResizeObserver(() => this.surface?.resize());
        resized.observe(this.find('.wb-sheet'));
        const left = (event: FocusEvent) => this.left(event);
        this.addEventListener('focusout', left);
        this.disposals = [
            () => resized.disconnect(),
            () => this.removeEventListener('focusout', left),
            given.reader.listen(() => this.surface?.relayout()),
            this.listenToTitles(),
            given.time.listen(() => this.moved()),
            given.feed.listen({
                commit: (commit) => {
                    this.titles?.follow(commit);
                    this.colours?.outdate();
                    const refs = commit.changes.map((change) => change.ref);
                    this.surface?.follow(commit, !this.editing?.edits.isOwn(commit.revision, refs));
                },
                // What was restored has lower revisions: rows held from before would pass for newer.
                reload: (why) => {
                    if (why === 'restored') this.again();
                    else if (why !== 'moved') this.surface?.refreshSoon();
                },
                connection: (connected) => connected && this.failed && this.again(),
            }),
            this.addCommands(given),
            this.ranges?.listen(this.find('.wb-sheet')) ?? (() => undefined),
            this.colours?.listen(() => this.surface?.recolour()) ?? (() => undefined),
        ];
    }

    private dispose(): void {
        clearTimeout(this.filterTimer);
        this.disposals.forEach((dispose) => dispose());
        this.surface?.close();
        this.colours?.close();
        this.menu?.close();
        this.given = this.surface = this.editing = this.ranges = null;
    }

    private listenToTitles(): Dispose {
        return this.titles?.listen(() => this.surface?.titlesCame()) ?? (() => undefined);
    }

    private asked(): Asked {
        const subject = this.given?.subject;
        const look = this.looks?.look;
        const where = subject && allOf(subject.view.where, filterExpression(subject.table, this.filter), look?.condition);
        return { where, sort: look?.sort ?? [], group: look?.group ?? null };
    }

    /** Only what differs is done anew: rows are asked for, laid out or coloured. */
    private lookChanged(before: Look): void {
        const look = this.looks?.look;
        if (!look) return;
        const differs = (...names: readonly (keyof Look)[]) => names.some((name) => JSON.stringify(look[name]) !== JSON.stringify(before[name]));
        if (differs('colours')) this.colours?.use(look.colours);
        if (differs('condition')) this.showsCondition = look.condition !== '' || this.showsCondition;
        if (differs('columns', 'frozen') || !this.surface?.hasWidths(look.widths)) this.surface?.relayout();
        if (differs('sort')) this.surface?.showOrder();
        if (differs('colours')) this.surface?.recolour();
        if (differs('sort', 'condition', 'group')) this.ask();
        this.shown();
        this.requestUpdate();
    }

    private addCommands({ frame }: Given): Dispose {
        const deeds: GridDeeds = {
            past: () => (this.isPast ? t('grid.past.note') : null),
            newRow: () => this.newRow(),
            saveRow: () => void this.editing?.saveDraft(),
            deleteRow: () => void this.deleteRow(),
            filter: () => this.find('.wb-filter input').focus(),
            condition: () => this.toggleCondition(),
            bringIn: () => frame.bringIn(),
            inspect: () => frame.inspect(),
            open: (kind) => this.openAs(kind),
            noText: () => (this.hasText ? null : t('page.none')),
            look: () => this.find('.wb-look').togglePopover(),
        };
        return frame.commands(gridCommands(deeds));
    }

    protected override render(): TemplateResult | typeof nothing {
        if (!this.given) return nothing;
        const state = this.bars();
        return html`${toolbar(state, this.actions)} ${conditionBar(state, this.actions)}
            ${draftBar(state, this.actions)} ${this.ranges ? stepBar(this.ranges.barState(), this.ranges.barActions) : nothing}
            <div class="wb-sheet-room">
                <div class="wb-sheet" aria-label=${text(this.given.subject.view.label)}></div>
                ${empty(state, this.actions)}
            </div>
            <div class="wb-layer"><wb-prompt hidden></wb-prompt></div>`;
    }

    private bars(): BarsState {
        const { surface, editing } = this;
        return {
            subject: this.given?.subject ?? null,
            filter: this.filter,
            condition: this.condition,
            id: this.name,
            looks: this.looks,
            builder: this.building?.state ?? null,
            range: this.ranges?.words ?? '',
            showsCondition: this.showsCondition,
            isPast: this.isPast,
            compares: (this.given?.time.since ?? null) !== null,
            problem: this.problem,
            failed: this.failed,
            hasRow: Boolean(surface?.active?.ref),
            isEmpty: surface?.ready === true && surface.total === 0 && !editing?.draft,
            isFiltered: this.isFiltered(),
            draft: editing?.draft ? editing.draftState() : null,
        };
    }

    private readonly actions: BarsActions = {
        filterTyped: (event) => this.filterTyped(event),
        filterKey: (event) => this.filterKey(event),
        toggleCondition: () => this.toggleCondition(),
        applyCondition: (condition) => this.applyCondition(condition),
        clearCondition: () => this.applyCondition(''),
        clearFilters: () => this.clearFilters(),
        chooseTime: () => this.given?.frame.chooseTime(),
        backToNow: () => this.given?.frame.travel(null),
        takeOut: (format) => this.given?.frame.takeOut(format),
        newRow: () => this.newRow(),
        deleteRow: () => void this.deleteRow(),
        saveDraft: () => void this.editing?.saveDraft(),
        discardDraft: () => this.editing?.discardDraft(),
        inspect: () => this.given?.frame.inspect(),
        bringIn: () => this.given?.frame.bringIn(),
        again: () => this.again(),
        builder: {
            choose: (field, operator) => void this.building?.choose(field, operator),
            add: (condition) => this.applyCondition(allOf(this.condition, condition) ?? ''),
        },
    };

    private get condition(): string {
        return this.looks?.look.condition ?? '';
    }

    private changed(): void {
        this.failed = false;
        this.requestUpdate();
        if (this.surface?.ready) this.given?.frame.counted(this.surface.total, this.isFiltered());
    }

    /** The row the cursor is on, whole, beside this grid. */
    private openAs(kind: 'form' | 'page'): void {
        const ref = this.surface?.active?.ref;
        if (ref) this.given?.frame.open(placeOfItem(ref, kind), 'beside');
    }

    private get hasText(): boolean {
        return this.given?.subject.table.fields.some(({ type }) => type === 'markdown') ?? false;
    }

    private isFiltered(): boolean {
        return this.filter.trim() !== '' || this.condition.trim() !== '';
    }

    private selected(item: Item | undefined): void {
        this.given?.frame.selected(item?.ref || null);
        this.requestUpdate();
    }

    private rowsFailed(failure: unknown): void {
        if (failure instanceof Refusal) {
            this.problem = failure.problems[0] ?? null;
            void this.askCondition();
            this.showsCondition = this.condition !== '' || this.showsCondition;
        } else if (failure instanceof Unreachable) {
            this.failed = !this.surface?.ready;
        } else if (!(failure instanceof DOMException && failure.name === 'AbortError')) {
            throw failure;
        }
        this.requestUpdate();
    }

    /** What is wrong with the reader's own condition is told by its own places. */
    private async askCondition(): Promise<void> {
        const { condition, given, problem } = this;
        const own = given && condition !== '' ? await refusalOf(given.query, given.subject.table.id, condition) : null;
        if (own && this.problem === problem) this.problem = own;
        this.requestUpdate();
    }

    private again(): void {
        this.failed = false;
        this.ask();
    }

    private ask(): void {
        this.problem = null;
        this.shown();
        this.surface?.ask();
        this.requestUpdate();
    }

    /** For who takes it out as a file. */
    private shown(): void {
        const { where, sort } = this.asked();
        this.given?.frame.shows({ where, sort, columns: this.looks?.look.columns ?? [] });
    }

    private filterTyped(event: InputEvent): void {
        this.filter = (event.target as HTMLInputElement).value;
        clearTimeout(this.filterTimer);
        if (!event.isComposing) this.filterTimer = setTimeout(() => this.ask(), FILTER_WAIT_MILLIS);
    }

    private filterKey(event: KeyboardEvent): void {
        if (event.isComposing) return;
        if (event.key === 'Escape' && this.filter !== '') this.clearFilters();
        else if (event.key === 'ArrowDown' || event.key === 'Enter') this.surface?.focusFirst();
    }

    private clearFilters(): void {
        this.filter = '';
        this.applyCondition('');
    }

    private toggleCondition(): void {
        this.showsCondition = !this.showsCondition;
        this.requestUpdate();
        if (this.showsCondition) void this.updateComplete.then(() => this.find('.wb-condition input').focus());
    }

    private applyCondition(condition: string): void {
        const isSame = condition === this.condition;
        this.showsCondition = condition !== '';
        this.problem = null;
        this.looks?.use({ condition });
        if (isSame) this.ask();
    }

    /** Of the past, and of what changed, one only reads. */
    private get isPast(): boolean {
        const time = this.given?.time;
        return time !== undefined && (time.asOf ?? time.since) !== null;
    }

    private moved(): void {
        this.colours?.outdate();
        this.disposals.splice(3, 1, () => undefined);
        if (this.given) this.titles = new TitleBook(this.given.query, undefined);
        this.disposals[3] = this.listenToTitles();
        this.classList.toggle('past', this.isPast);
        this.ask();
    }

    private newRow(): void {
        if (!this.isPast) this.editing?.startDraft();
    }

    private async deleteRow(): Promise<void> {
        const item = this.surface?.active;
        if (!item?.ref || !this.given || this.isPast) return;
        const revision = await deleted(item, this.given);
        if (revision !== null) this.editing?.edits.accept(revision);
    }

    /** Leaving the grid by pointer commits, as leaving a cell does. */
    private left(event: FocusEvent): void {
        const to = event.relatedTarget;
        if (to instanceof Node && this.find('.wb-sheet-room').contains(to)) return;
        if (to instanceof Node && this.find('.wb-layer').contains(to)) return;
        if (to !== null && this.surface?.editor?.isTyping) this.surface.commitEdit();
    }

    private find(selector: string): HTMLElement {
        const part = this.querySelector<HTMLElement>(selector);
        if (!part) throw new Error(`the grid has no ${selector}`);
        return part;
    }
}

customElements.define('wb-grid', GridView);

export default GridView;
