import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Refusal, Unreachable, tableOf, type Commit, type Field, type Item, type Problem, type Table, type ViewSpec } from '../../client';
import type { Dispose } from '../../feed';
import { fade } from '../../grid/fade';
import '../../grid/prompt';
import type { CellPrompt } from '../../grid/prompt';
import { readingOf } from '../../grid/reading';
import { TimeChoice } from '../../past/timechoice';
import { FollowsSettings, t, text } from '../../settings';
import { TitleBook, titleIn } from '../../titles';
import { tablesBehind } from '../../values';
import type { Given, Subject, View, ViewCommand } from '../../view';
import { allOf, filterExpression } from '../../where';
import { optionTrouble, problemLine, teach, toolbar, type Bars } from './bars';
import './form';
import { dayOfMoment } from './days';
import type { ItemForm } from './form';
import type { OptionTrouble, Troubled } from './options';
import { Writing } from './writing';
import '../../styles/planning.css';

const SETTLE_MILLIS = 60;
const FILTER_WAIT_MILLIS = 200;

/** What timeline, board and calendar have in common: items at places, moved from one place to another. */
export abstract class PlanningView<Options extends object> extends LitElement implements View {
    protected given: Given | null = null;
    protected options: Options | null = null;
    protected writing: Writing | null = null;
    protected readonly time = new TimeChoice(this, { frame: () => this.given?.frame, turned: () => this.turned() });
    protected selected: string | null = null;
    protected ready = false;
    private trouble: OptionTrouble | null = null;
    private titles: TitleBook | null = null;
    private problem: Problem | null = null;
    private failed = false;
    private filter = '';
    private disposals: Dispose[] = [];
    private settling: ReturnType<typeof setTimeout> | undefined;
    private typing: ReturnType<typeof setTimeout> | undefined;
    private readonly foreign = new Set<string>();
    private awaited: string | null = null;
    private asked = 0;

    constructor() {
        super();
        new FollowsSettings(this);
        this.addEventListener('keydown', (event) => this.keyed(event));
    }

    protected abstract optionsOf(view: ViewSpec, table: Table): Options | Troubled;
    /** Takes up what was kept, before the first question. */
    protected abstract begin(options: Options, given: Given): void;
    /** Reads what is shown, as of the time that is shown. An answer that is not the latest any longer must change nothing. */
    protected abstract ask(options: Options, isLatest: () => boolean): Promise<void>;
    protected abstract total(): number;
    protected abstract itemOf(ref: string): Item | undefined;
    protected abstract anchorOf(ref: string): HTMLElement | null;
    protected abstract fields(options: Options): readonly Field[];
    protected abstract tools(options: Options): TemplateResult;
    protected abstract body(options: Options): TemplateResult;
    /** Ends a drag; says whether there was one. */
    protected abstract letGo(): boolean;
    protected abstract add(near: Element | null): void;
    protected abstract commands(options: Options): readonly ViewCommand[];
    protected abstract pressed(event: KeyboardEvent, options: Options): boolean;
    /** Other tables whose changes change what is shown. */
    protected others(): readonly string[] {
        return [];
    }

    /** Where it is asked about an item. */
    protected placeOf(ref: string): Element | null {
        return this.anchorOf(ref);
    }

    /** The reader went to an item in a view beside. */
    protected abstract reached(ref: string): void;

    protected isEmpty(): boolean {
        return this.total() === 0;
    }

    protected ended(): void {
        // What a kind must let go of when it is closed.
    }

    open(given: Given): Dispose {
        this.given = given;
        const { view, table } = given.subject;
        const options = this.optionsOf(view, table);
        this.filter = given.filter;
        if ('trouble' in options) {
            this.trouble = options.trouble;
            this.requestUpdate();
            return () => undefined;
        }
        this.options = options;
        this.titles = new TitleBook(given.query, undefined);
        this.writing = new Writing({
            given,
            reading: this.reading,
            fields: this.fields(options),
            prompt: () => this.find('wb-prompt') as CellPrompt,
            form: () => this.find('wb-item-form') as ItemForm,
            layer: () => this.find('.wb-layer'),
            anchorOf: (ref) => this.placeOf(ref),
            focus: (ref) => void this.updateComplete.then(() => this.anchorOf(ref)?.focus()),
            titleOf: (ref) => this.titleOf(ref),
            isPast: () => this.time.isPast,
            changed: () => this.requestUpdate(),
        });
        this.begin(options, given);
        this.disposals = [
            this.titles.listen(() => this.renamed()),
            given.feed.listen({
                commit: (commit) => this.happened(commit),
                reload: () => this.refreshSoon(),
                connection: (connected) => connected && this.failed && this.refreshSoon(),
            }),
            this.time.follow(given.time),
            given.frame.follow((ref) => this.followed(ref)),
            given.frame.commands([...this.ownCommands(given), ...this.commands(options)]),
            () => this.ended(),
        ];
        this.requestUpdate();
        void this.refresh();
        return () => this.close();
    }

    protected readonly reading = readingOf((ref) => this.titles?.titleOf(ref) ?? ref);

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected get subject(): Subject {
        if (!this.given) throw new Error('a view that is not open shows nothing');
        return this.given.subject;
    }

    protected get today(): number {
        return dayOfMoment(new Date());
    }

    /** What is asked: the rows of the view that the filter lets through. */
    protected where(...more: readonly (string | undefined)[]): string | undefined {
        const subject = this.given?.subject;
        return subject && allOf(subject.view.where, filterExpression(subject.table, this.filter), ...more);
    }

    protected titleOf(ref: string): string {
        const item = this.itemOf(ref);
        return item && this.given ? titleIn(item, this.given.query) : this.reading.title(ref);
    }

    protected select(ref: string | null, focus = true): void {
        this.selected = ref;
        this.given?.frame.selected(ref);
        this.requestUpdate();
        if (ref !== null && focus) void this.updateComplete.then(() => this.anchorOf(ref)?.focus());
    }

    /** Many commits in a row are read once; the first does not wait for the last. */
    protected refreshSoon(): void {
        this.settling ??= setTimeout(() => {
            this.settling = undefined;
            void this.refresh();
        }, SETTLE_MILLIS);
    }

    protected async refresh(): Promise<void> {
        const { options, given } = this;
        if (!options || !given) return;
        const asking = ++this.asked;
        const isLatest = () => asking === this.asked && this.given === given;
        try {
            await this.ask(options, isLatest);
            if (!isLatest()) return;
            this.ready = true;
            this.failed = false;
            this.problem = null;
            given.frame.counted(this.total(), this.filter.trim() !== '');
        } catch (failure) {
            this.couldNot(failure);
        }
        this.requestUpdate();
    }

    protected couldNot(failure: unknown): void {
        if (failure instanceof Refusal) this.problem = failure.problems[0] ?? null;
        else if (failure instanceof Unreachable) this.failed = true;
        else if (!(failure instanceof DOMException && failure.name === 'AbortError')) throw failure;
        this.requestUpdate();
    }

    protected override render(): TemplateResult | typeof nothing {
        const { given, options, trouble, problem } = this;
        if (!given) return nothing;
        const { view } = given.subject;
        if (trouble) return optionTrouble(text(view.label), trouble);
        if (!options) return nothing;
        const bars = this.bars(given, options);
        return html`${toolbar(bars)} ${problem ? problemLine(text(problem.message), text(problem.hint)) : nothing}
            ${this.failed && this.ready ? problemLine(t('grid.failed'), '') : nothing}
            <div class="wb-planning-room">${this.ready || !this.failed ? this.body(options) : nothing} ${this.empty(given)}</div>
            <div class="wb-layer"><wb-prompt hidden></wb-prompt><wb-item-form hidden></wb-item-form></div>`;
    }

    protected override updated(changed: PropertyValues): void {
        super.updated(changed);
        this.welcome();
        this.writing?.place();
        for (const ref of this.foreign) fade(this.anchorOf(ref));
        if (this.ready) this.foreign.clear();
    }

    private empty(given: Given): TemplateResult | typeof nothing {
        const again = { label: t('grid.failed.retry'), run: () => void this.refresh() };
        if (this.failed && !this.ready) return teach(t('grid.failed'), '', again);
        if (!this.ready || !this.isEmpty()) return nothing;
        const clear = { label: t('empty.filter.action'), run: () => this.narrow('') };
        if (this.filter.trim() !== '') return teach(t('empty.filter'), t('empty.filter.what'), clear);
        const now = { label: t('grid.asOf.back'), run: () => this.time.goTo(null) };
        if (this.time.isPast) return teach(t('empty.past'), t('empty.past.what'), now);
        const add = { label: t(given.subject.view.where ? 'planning.add' : 'empty.table.action'), run: (event: Event) => this.add(event.currentTarget as Element) };
        const what = { table: text(given.subject.table.label) };
        const [title, words] = given.subject.view.where ? [t('empty.view'), t('empty.view.what', what)] : [t('empty.table'), t('planning.empty.what', what)];
        return teach(title, words, this.writing?.blocked() === null ? add : undefined);
    }

    private bars(given: Given, options: Options): Bars {
        const { table, view } = given.subject;
        return {
            label: text(view.label),
            filter: this.filter,
            time: this.time,
            tools: this.tools(options),
            add: table.append ? null : t('planning.add'),
            filterTyped: (event) => this.filterTyped(event),
            filterKey: (event) => {
                if (event.isComposing || event.key !== 'Escape' || this.filter === '') return;
                event.preventDefault();
                this.narrow('');
            },
            newItem: (event) => this.add(event.currentTarget as Element),
            inspect: () => given.frame.inspect(),
        };
    }

    private ownCommands({ frame }: Given): readonly ViewCommand[] {
        const blocked = () => this.writing?.blocked() ?? null;
        return [
            { id: 'newItem', label: 'planning.add', keys: ['Alt N'], blocked, run: () => this.add(null) },
            { id: 'filter', label: 'command.filter', keys: ['Alt F'], run: () => this.find('.wb-filter input').focus() },
            { id: 'history', label: 'command.history', keys: ['Alt H'], run: () => frame.inspect() },
            { id: 'edit', label: 'command.edit', keys: ['Enter', 'F2'] },
            { id: 'putBack', label: 'command.putBack', keys: ['Esc'] },
        ];
    }

    private keyed(event: KeyboardEvent): void {
        const { options } = this;
        const inside = event.target instanceof Element && event.target.closest('.wb-planning-room');
        if (!options || !inside || event.isComposing || event.altKey || event.target.closest('input, select, textarea')) return;
        if (this.pressed(event, options) || this.common(event)) {
            event.preventDefault();
            event.stopPropagation();
        }
    }

    /** Enter opens what waits, or edits; Escape lets go, puts back, comes back to now. */
    private common({ key, target }: KeyboardEvent): boolean {
        const item = this.selected === null ? undefined : this.itemOf(this.selected);
        const isButton = target instanceof HTMLButtonElement;
        if ((key === 'Enter' && !isButton) || key === 'F2') {
            if (item && !this.writing?.reopen(item.ref)) this.writing?.edit(item);
            return item !== undefined;
        }
        if (key !== 'Escape') return false;
        if (this.letGo() || (item && this.writing?.putBack(item.ref))) return true;
        if (!this.time.isPast) return false;
        this.time.goTo(null);
        return true;
    }

    private filterTyped(event: InputEvent): void {
        const { value } = event.target as HTMLInputElement;
        clearTimeout(this.typing);
        if (!event.isComposing) this.typing = setTimeout(() => this.narrow(value), FILTER_WAIT_MILLIS);
    }

    private narrow(filter: string): void {
        this.filter = filter;
        void this.refresh();
    }

    /** Names were others then, too. */
    private turned(): void {
        if (!this.given) return;
        this.titles = new TitleBook(this.given.query, undefined);
        this.disposals.push(this.titles.listen(() => this.renamed()));
    }

    private happened(commit: Commit): void {
        this.titles?.follow(commit);
        const table = this.given?.subject.table;
        if (!table) return;
        const near = new Set([table.id, ...table.fields.flatMap(tablesBehind), ...this.others()]);
        const refs = commit.changes.map((change) => change.ref).filter((ref) => near.has(tableOf(ref)));
        if (refs.length === 0) return;
        if (!this.writing?.moves.isOwn(commit.revision, refs)) refs.forEach((ref) => this.foreign.add(ref));
        this.refreshSoon();
    }

    /** Goes to a new item as soon as it is there: whichever answer brings it. */
    protected goWhenThere(ref: string): void {
        this.awaited = ref;
        this.refreshSoon();
    }

    private welcome(): void {
        const ref = this.awaited;
        if (ref === null || !this.anchorOf(ref)) return;
        this.awaited = null;
        this.select(ref);
    }

    private renamed(): void {
        this.requestUpdate();
        this.querySelector<ItemForm>('wb-item-form')?.requestUpdate();
    }

    private followed(ref: string | null): void {
        if (ref === this.selected || ref === null || !this.itemOf(ref)) return;
        this.selected = ref;
        this.reached(ref);
        this.requestUpdate();
    }

    private close(): void {
        clearTimeout(this.settling);
        clearTimeout(this.typing);
        this.disposals.forEach((dispose) => dispose());
        this.disposals = [];
        this.given = this.options = this.writing = null;
    }

    protected find(selector: string): HTMLElement {
        const part = this.querySelector<HTMLElement>(selector);
        if (!part) throw new Error(`the view has no ${selector}`);
        return part;
    }
}
