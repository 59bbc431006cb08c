import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Refusal, Unreachable, type Item, type Outcome, type Problem, type SortKey } from '../client';
import type { Dispose } from '../feed';
import { conditionBar, draftBar, empty, pastBar, toolbar, type BarsActions, type BarsState } from '../grid/bars';
import { Editing } from '../grid/editing';
import '../grid/prompt';
import type { CellPrompt } from '../grid/prompt';
import { Surface, type Asked } from '../grid/surface';
import { FollowsSettings, t, text } from '../settings';
import { TitleBook, titleIn } from '../titles';
import { placeOfItem } from '../trackers';
import type { Reading } from '../values';
import type { Given, View } from '../view';
import { allOf, filterExpression } from '../where';

const FILTER_WAIT_MILLIS = 200;

/** What is kept of a grid. */
interface Kept {
    readonly sort?: readonly SortKey[];
    readonly condition?: string;
}

/** Rows and columns of a table: pages, edits in place, follows what others do. */
export class GridView extends LitElement implements View {
    private given: Given | null = null;
    private surface: Surface | null = null;
    private editing: Editing | null = null;
    private disposals: Dispose[] = [];
    private filter = '';
    private condition = '';
    private showsCondition = false;
    private sort: readonly SortKey[] = [];
    private asOf: string | null = null;
    private choosesDate = false;
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
        const kept = given.settings as Kept;
        this.sort = kept.sort ?? given.subject.view.sort ?? [];
        this.condition = kept.condition ?? '';
        this.showsCondition = this.condition !== '';
        this.filter = given.filter;
        this.requestUpdate();
        void this.updateComplete.then(() => this.build(given));
        return () => this.dispose();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private build(given: Given): void {
        if (!this.isConnected || this.given !== given) return;
        const [container, layer] = [this.find('.wb-sheet'), this.find('.wb-layer')];
        const reading = this.reading();
        this.titles = new TitleBook(given.query, undefined);
        this.editing = new Editing({
            given,
            reading,
            layer,
            prompt: this.find('wb-prompt') as CellPrompt,
            isPast: () => this.asOf !== null,
            changed: () => this.changed(),
            escape: () => this.backToNow(),
            openForm: () => this.openAs('form'),
        });
        this.surface = new Surface({
            given,
            container,
            editing: this.editing,
            reading,
            asked: () => this.asked(),
            sorted: (sort) => this.sorted(sort),
            selected: (item) => this.selected(item),
            changed: () => this.changed(),
            failed: (failure) => this.rowsFailed(failure),
        });
        this.editing.attach(this.surface);
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
            given.feed.listen({
                commit: (commit) => {
                    if (this.asOf !== null) return;
                    this.titles?.follow(commit);
                    const refs = commit.changes.map((change) => change.ref);
                    this.surface?.follow(commit, !this.editing?.edits.isOwn(commit.revision, refs));
                },
                reload: () => this.surface?.refreshSoon(),
                connection: (connected) => connected && this.failed && this.again(),
            }),
            this.addCommands(given),
        ];
    }

    private dispose(): void {
        clearTimeout(this.filterTimer);
        this.disposals.forEach((dispose) => dispose());
        this.surface?.close();
        this.given = this.surface = this.editing = null;
    }

    private reading(): Reading {
        return {
            text,
            title: (ref) => this.titles?.titleOf(ref) ?? ref,
            get yes() {
                return t('value.yes');
            },
            get no() {
                return t('value.no');
            },
        };
    }

    private listenToTitles(): Dispose {
        return this.titles?.listen(() => this.surface?.titlesCame()) ?? (() => undefined);
    }

    private asked(): Asked {
        const subject = this.given?.subject;
        const where = subject && allOf(subject.view.where, filterExpression(subject.table, this.filter), this.condition);
        return { where, sort: this.sort, asOf: this.asOf ?? undefined };
    }

    private addCommands({ frame }: Given): Dispose {
        const past = () => (this.asOf === null ? null : t('grid.past.note'));
        return frame.commands([
            { id: 'newRow', label: 'command.newRow', keys: ['Alt N'], blocked: past, run: () => this.newRow() },
            { id: 'saveRow', label: 'draft.save', keys: ['Ctrl Enter'], blocked: past, run: () => void this.editing?.saveDraft() },
            { id: 'deleteRow', label: 'command.deleteRow', keys: ['Ctrl Delete'], blocked: past, run: () => void this.deleteRow() },
            { id: 'filter', label: 'command.filter', keys: ['Alt F'], run: () => this.find('.wb-filter input').focus() },
            { id: 'condition', label: 'command.condition', keys: ['Alt C'], run: () => this.toggleCondition() },
            { id: 'asOf', label: 'command.asOf', keys: ['Alt T'], run: () => this.chooseDate() },
            { id: 'import', label: 'command.import', keys: ['Alt I'], blocked: past, run: () => frame.bringIn() },
            { id: 'history', label: 'command.history', keys: ['Alt H'], run: () => frame.inspect() },
            { id: 'form', label: 'command.form', keys: ['Shift Space'], run: () => this.openAs('form') },
            { id: 'page', label: 'command.page', keys: [], blocked: () => (this.hasText ? null : t('page.none')), run: () => this.openAs('page') },
            { id: 'edit', label: 'command.edit', keys: ['Enter', 'F2'] },
            { id: 'commit', label: 'command.commit', keys: ['Enter', 'Tab'] },
            { id: 'putBack', label: 'command.putBack', keys: ['Esc'] },
            { id: 'openLink', label: 'command.openLink', keys: ['Alt Enter'] },
            { id: 'clear', label: 'command.clear', keys: ['Delete'] },
        ]);
    }

    protected override render(): TemplateResult | typeof nothing {
        if (!this.given) return nothing;
        const state = this.bars();
        return html`${toolbar(state, this.actions)} ${conditionBar(state, this.actions)} ${pastBar(state, this.actions)}
            ${draftBar(state, this.actions)}
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
            showsCondition: this.showsCondition,
            choosesDate: this.choosesDate,
            asOf: this.asOf,
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
        chooseDate: () => this.chooseDate(),
        goTo: (day) => this.goTo(day),
        leaveDate: () => this.leaveDate(),
        backToNow: () => this.backToNow(),
        newRow: () => this.newRow(),
        deleteRow: () => void this.deleteRow(),
        saveDraft: () => void this.editing?.saveDraft(),
        discardDraft: () => this.editing?.discardDraft(),
        inspect: () => this.given?.frame.inspect(),
        bringIn: () => this.given?.frame.bringIn(),
        again: () => this.again(),
    };

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
            this.showsCondition = this.condition !== '' || this.showsCondition;
        } else if (failure instanceof Unreachable) {
            this.failed = !this.surface?.ready;
        } else if (!(failure instanceof DOMException && failure.name === 'AbortError')) {
            throw failure;
        }
        this.requestUpdate();
    }

    private again(): void {
        this.failed = false;
        this.ask();
    }

    private ask(): void {
        this.problem = null;
        this.surface?.ask();
        this.requestUpdate();
    }

    private sorted(sort: readonly SortKey[]): void {
        this.sort = sort;
        this.keep();
        this.ask();
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
        if (this.showsCondition) void this.updateComplete.then(() => this.find('#condition').focus());
    }

    private applyCondition(condition: string): void {
        this.condition = condition;
        this.showsCondition = condition !== '';
        this.keep();
        this.ask();
    }

    private keep(): void {
        const kept: Kept = { sort: this.sort, ...(this.condition === '' ? {} : { condition: this.condition }) };
        this.given?.frame.keep({ ...kept });
    }

    private chooseDate(): void {
        this.choosesDate = true;
        this.requestUpdate();
        void this.updateComplete.then(() => this.find('.wb-as-of input').focus());
    }

    private leaveDate(): void {
        this.choosesDate = false;
        this.requestUpdate();
        this.surface?.focusFirst();
    }

    private goTo(day: string): void {
        if (day === '' || !this.surface?.commitEdit()) return;
        this.choosesDate = false;
        this.time(day);
    }

    /** Shows the table as it was at a date, an instant or a revision; null for now. */
    time(asOf: string | null): void {
        this.asOf = asOf;
        this.disposals.splice(3, 1, () => undefined);
        if (this.given) this.titles = new TitleBook(this.given.query, asOf ?? undefined);
        this.disposals[3] = this.listenToTitles();
        this.classList.toggle('past', asOf !== null);
        this.given?.frame.past(asOf);
        this.ask();
    }

    private backToNow(): void {
        if (this.asOf !== null) this.time(null);
    }

    private newRow(): void {
        if (this.asOf === null) this.editing?.startDraft();
    }

    private async deleteRow(): Promise<void> {
        const item = this.surface?.active;
        if (!item?.ref || !this.given || this.asOf !== null) return;
        const title = titleIn(item, this.given.query);
        const request = { delete: item.ref, revision: item.revision };
        const outcome = await this.given.submit({ requests: [request] }, () => t('done.deleted', { title })).catch(() => null);
        if (outcome && 'accepted' in outcome) {
            this.editing?.edits.accept(outcome.accepted.revision);
            return;
        }
        const why = outcome === null ? t('prompt.offline') : whyNot(outcome);
        this.given.frame.say(t('done.notDeleted', { why }));
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

function whyNot(outcome: Exclude<Outcome, { accepted: unknown }>): string {
    return 'refused' in outcome ? text(outcome.refused[0]?.message) : text(outcome.asked[0]?.question);
}

customElements.define('wb-grid', GridView);

export default GridView;
