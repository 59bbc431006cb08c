import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Refusal, type Commit, type Problem } from '../client';
import { dayOf } from '../dates';
import type { Dispose } from '../feed';
import '../grid/prompt';
import type { CellPrompt } from '../grid/prompt';
import { readingOf } from '../grid/reading';
import { TimeChoice } from '../past/timechoice';
import { FollowsSettings, t, text } from '../settings';
import '../styles/matrix.css';
import type { Given, View } from '../view';
import { legend, toolbar, type BarsActions, type BarsState } from './matrix/bars';
import './matrix/editor';
import { choiceOf, type CellEditor } from './matrix/editor';
import { emptyMatrix, wrongOptions } from './matrix/empty';
import { effectOf } from './matrix/follow';
import { Kept } from './matrix/kept';
import { groupsOf, linesOf, parentsOf, placesOf, rowsOf, type Cursor, type Line } from './matrix/lines';
import type { Matrix } from './matrix/model';
import { isProblem, matrixOptions, type MatrixOptions, type OptionProblem } from './matrix/options';
import { MatrixReader } from './matrix/reading';
import { Surface } from './matrix/surface';
import { CellWork } from './matrix/work';

const SETTLE_MILLIS = 150;
const SELECT_MILLIS = 120;
let matrices = 0;

/** Rows × columns × cell: what is known of each, from what evidence, how fresh. */
export class MatrixView extends LitElement implements View {
    private readonly menu = `wb-mx-parents-${++matrices}`;
    private given: Given | null = null;
    private options: MatrixOptions | null = null;
    private wrong: OptionProblem | null = null;
    private reader: MatrixReader | null = null;
    private surface: Surface | null = null;
    private work: CellWork | null = null;
    private matrix: Matrix | null = null;
    private lines: readonly Line[] = [];
    private kept = new Kept({});
    private words = '';
    private readonly time = new TimeChoice(this, { frame: () => this.given?.frame, turned: () => this.work?.leaveEditor() });
    private problem: Problem | null = null;
    private failed = false;
    private readings = 0;
    private disposals: Dispose[] = [];
    private renewTimer: ReturnType<typeof setTimeout> | undefined;
    private selectTimer: ReturnType<typeof setTimeout> | undefined;

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(given: Given): Dispose {
        this.given = given;
        this.words = given.filter;
        this.kept = new Kept(given.settings);
        const { view, table } = given.subject;
        const options = matrixOptions(view, table, (id) => given.query.table(id));
        if (isProblem(options)) this.wrong = options;
        else this.options = options;
        this.requestUpdate();
        void this.updateComplete.then(() => this.build(given));
        return () => this.dispose();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private build(given: Given): void {
        const { options } = this;
        if (!options || !this.isConnected || this.given !== given) return;
        const reader = new MatrixReader(given.query, options, given.subject.table.id, given.subject.view.where, this.reading);
        const work = this.workAt(given, options, reader);
        const room = this.find('.wb-mx');
        const surface = new Surface({
            room,
            went: (cursor) => this.went(cursor),
            pressed: (event, cursor) => this.pressed(event, cursor),
            opened: (cursor) => void work.edit(cursor, {}),
            clicked: (cursor) => this.clicked(cursor),
            pointed: (cursor) => work.pointed(cursor),
            waiting: (row, column) => work.waiting(row, column),
        });
        const scrolled = () => work.pointed(null);
        room.addEventListener('scroll', scrolled);
        [this.reader, this.work, this.surface] = [reader, work, surface];
        this.disposals = [
            () => surface.close(),
            () => work.close(),
            () => room.removeEventListener('scroll', scrolled),
            given.reader.listen(() => this.show()),
            given.feed.listen({
                commit: (commit) => this.happened(commit, options),
                reload: () => this.renewSoon(),
                connection: (connected) => connected && this.failed && this.renewSoon(),
            }),
            this.time.follow(given.time),
            this.addCommands(given),
        ];
        void this.read();
        // Widths are measured in the type they are shown in.
        void document.fonts.ready.then(() => this.show());
    }

    private dispose(): void {
        clearTimeout(this.renewTimer);
        clearTimeout(this.selectTimer);
        this.readings++;
        this.disposals.forEach((dispose) => dispose());
        this.given = this.surface = null;
    }

    private workAt(given: Given, options: MatrixOptions, reader: MatrixReader): CellWork {
        return new CellWork({
            given,
            options,
            reader,
            reading: this.reading,
            layer: this.find('.wb-layer'),
            editor: this.find('wb-mx-editor') as CellEditor,
            prompt: this.find('wb-prompt') as CellPrompt,
            surface: () => this.surface,
            matrix: () => this.known(),
            line: (index) => this.lines[index],
            place: (column) => placesOf(this.matrix?.columns ?? [], this.kept.hidden)[column],
            cursorOf: (row, column) => this.cursorOf(row, column),
            asOf: () => this.time.asOf,
            renew: (refs) => this.patch(refs, false),
        });
    }

    private addCommands({ frame }: Given): Dispose {
        const past = () => (this.time.isPast ? t('grid.past.note') : null);
        return frame.commands([
            { id: 'filter', label: 'command.filter', keys: ['Alt F'], run: () => this.find('.wb-filter input').focus() },
            { id: 'differences', label: 'command.differences', keys: ['Alt J'], run: () => this.choose(this.kept.toggleDifferences()) },
            { id: 'fold', label: 'command.folds', keys: ['Alt G'], run: () => this.toggleFolds() },
            { id: 'history', label: 'command.history', keys: ['Alt H'], run: () => frame.inspect() },
            { id: 'edit', label: 'command.edit', keys: ['Enter', 'F2'], blocked: past },
            { id: 'state', label: 'command.states', keys: ['Y', 'P', 'N', 'L', 'D', 'A', 'U'], blocked: past },
            { id: 'putBack', label: 'command.putBack', keys: ['Esc'] },
        ]);
    }

    protected override render(): TemplateResult | typeof nothing {
        const { given } = this;
        if (!given) return nothing;
        if (this.wrong) return wrongOptions(this.wrong);
        const state = this.bars(given);
        return html`${toolbar(state, this.actions)}
            <div class="wb-mx-room">
                <div class="wb-mx" ?hidden=${this.isEmpty}></div>
                ${emptyMatrix({
                    isEmpty: this.isEmpty,
                    isRead: this.matrix !== null,
                    isPast: this.time.isPast,
                    failed: this.failed && !this.matrix,
                    problem: this.problem,
                    isFiltered: (this.matrix?.rows.length ?? 0) > 0 && (this.matrix?.columns.length ?? 0) > 0,
                    rows: text(this.options?.rows.label),
                    columns: text(this.options?.columns.label),
                    again: () => void this.read(),
                    clear: () => this.clear(),
                    backToNow: () => this.time.goTo(null),
                })}
            </div>
            ${legend()}
            <div class="wb-layer"><wb-mx-editor hidden></wb-mx-editor><wb-prompt hidden></wb-prompt></div>`;
    }

    private get isEmpty(): boolean {
        return this.matrix === null || this.lines.length === 0 || placesOf(this.matrix.columns, this.kept.hidden).length === 0;
    }

    private bars({ subject }: Given): BarsState {
        const groups = this.options?.group ? [...groupsOf(this.matrix?.rows ?? []).keys()].filter((group) => group !== '') : [];
        return {
            id: this.menu,
            label: text(subject.view.label),
            filterLabel: t('matrix.filter', { rows: text(this.options?.rows.label) }),
            words: this.words,
            groups,
            group: this.kept.group,
            groupLabel: text(this.options?.group?.label),
            differences: this.kept.differences,
            allFolded: groups.length > 0 && groups.every((group) => this.kept.folded.has(group)),
            parents: parentsOf(this.matrix?.columns ?? []),
            parentsLabel: text(this.options?.parents?.label),
            hidden: this.kept.hidden,
            time: this.time,
        };
    }

    private readonly actions: BarsActions = {
        wordsTyped: (event) => this.wordsTyped(event),
        wordsKey: (event) => this.wordsKey(event),
        groupChosen: (group) => this.choose(this.kept.inGroup(group)),
        toggleDifferences: () => this.choose(this.kept.toggleDifferences()),
        toggleFolds: () => this.toggleFolds(),
        toggleParent: (ref) => this.choose(this.kept.toggleHidden(ref)),
        inspect: () => this.given?.frame.inspect(),
    };

    /** Reads all anew; what is shown stays until the answer is there. */
    private async read(): Promise<void> {
        const reading = ++this.readings;
        try {
            const matrix = await this.reader?.read(this.time.asOf, this.today);
            if (reading !== this.readings || !matrix) return;
            [this.matrix, this.failed, this.problem] = [matrix, false, null];
            this.show();
        } catch (failure) {
            if (reading !== this.readings) return;
            this.failed = true;
            this.problem = failure instanceof Refusal ? (failure.problems[0] ?? null) : null;
            this.requestUpdate();
        }
    }

    private renewSoon(): void {
        clearTimeout(this.renewTimer);
        this.renewTimer = setTimeout(() => void this.read(), SETTLE_MILLIS);
    }

    private get today(): string {
        return this.time.asOf?.slice(0, 10).match(/^\d{4}-\d\d-\d\d$/)?.[0] ?? dayOf(new Date());
    }

    private show(): void {
        const { matrix, given, options } = this;
        if (!matrix || !given || !options) return;
        const columns = placesOf(this.matrix?.columns ?? [], this.kept.hidden);
        const { group, differences, folded } = this.kept;
        this.lines = linesOf(matrix, { words: this.words, group, differences, folded, columns });
        this.requestUpdate();
        void this.updateComplete.then(() => {
            const corner = [text(options.rows.label), options.group ? t('matrix.sorted', { group: text(options.group.label) }) : ''].filter((part) => part !== '').join(' · ');
            this.surface?.show({ matrix, lines: this.lines, columns, corner, label: text(given.subject.view.label) });
            const shownRows = rowsOf(this.lines).length;
            given.frame.counted(shownRows, shownRows < matrix.rows.length);
        });
    }

    private happened(commit: Commit, options: MatrixOptions): void {
        const { given } = this;
        if (this.time.isPast || !given) return;
        const effect = effectOf(commit, options, given.subject.table.id);
        if (effect === 'all') this.renewSoon();
        else if (effect !== 'none') void this.patch([...effect], !this.work?.isOwn(commit));
    }

    /** A few cells are read by themselves; what somebody else changed shows for a moment. */
    private async patch(refs: readonly string[], foreign: boolean): Promise<void> {
        const { given, reader } = this;
        if (!given) return;
        const items = await Promise.all(refs.map((ref) => given.query.item(ref).catch(() => null)));
        if (!this.matrix || !reader || items.some((item) => !item)) {
            this.renewSoon();
            return;
        }
        const stated = items.flatMap((item) => (item ? (reader.statedBy(item) ?? []) : []));
        this.matrix.put(...stated);
        this.show();
        await this.updateComplete;
        if (foreign) stated.forEach(({ row, column }) => {
            const at = this.cursorOf(row, column);
            if (at) this.surface?.flash(at);
        });
    }

    private cursorOf(row: string, column: string): Cursor | null {
        const line = this.lines.findIndex((each) => each.kind === 'row' && each.row.ref === row);
        const at = placesOf(this.matrix?.columns ?? [], this.kept.hidden).indexOf(this.matrix?.columnOf(column) ?? -1);
        return line < 0 || at < 0 ? null : { line, column: at };
    }

    private known(): Matrix {
        if (!this.matrix) throw new Error('the matrix was edited before it was read');
        return this.matrix;
    }

    private went(cursor: Cursor): void {
        clearTimeout(this.selectTimer);
        this.selectTimer = setTimeout(() => void this.select(cursor), SELECT_MILLIS);
        this.work?.pointed(cursor);
    }

    private async select(cursor: Cursor): Promise<void> {
        const line = this.lines[cursor.line];
        if (line?.kind !== 'row') return;
        const target = await this.work?.targetAt(cursor);
        this.given?.frame.selected(target?.item?.ref ?? line.row.ref);
    }

    private pressed(event: KeyboardEvent, cursor: Cursor): void {
        const opens = event.key === 'Enter' || event.key === 'F2' || event.key === ' ';
        const state = this.options && !event.ctrlKey && !event.metaKey ? choiceOf(this.options, event.key) : undefined;
        if (event.key === 'Escape' && this.time.isPast) this.time.goTo(null);
        else if (event.key === 'Escape') this.work?.pointed(null);
        else if (opens) void this.act(cursor);
        else if (state && this.options) void this.work?.edit(cursor, { [this.options.state.id]: state.id });
        else return;
        event.preventDefault();
    }

    private clicked({ line, column }: Cursor): void {
        const at = this.lines[line];
        if (at?.kind === 'group' && column < 0) this.choose(this.kept.toggleFolded(at.group));
    }

    /** What Enter does: a group folds, a cell is edited. */
    private async act(cursor: Cursor): Promise<void> {
        const line = this.lines[cursor.line];
        if (line?.kind === 'group') this.choose(this.kept.toggleFolded(line.group));
        else await this.work?.edit(cursor, {});
    }

    private wordsTyped(event: InputEvent): void {
        if (event.isComposing) return;
        this.words = (event.target as HTMLInputElement).value;
        this.show();
    }

    private wordsKey(event: KeyboardEvent): void {
        if (event.isComposing) return;
        if (event.key === 'Escape' && this.words !== '') this.clear();
        else if (event.key === 'ArrowDown' || event.key === 'Enter') this.surface?.focus();
    }

    private clear(): void {
        this.words = '';
        this.choose(this.kept.all());
    }

    private choose(kept: Kept): void {
        this.kept = kept;
        this.given?.frame.keep(kept.settings);
        this.show();
    }

    private toggleFolds(): void {
        this.choose(this.kept.foldAll([...groupsOf(this.matrix?.rows ?? []).keys()]));
    }

    private readonly reading = readingOf((ref) => ref.slice(ref.indexOf('/') + 1));

    private find(selector: string): HTMLElement {
        const part = this.querySelector<HTMLElement>(selector);
        if (!part) throw new Error(`the matrix has no ${selector}`);
        return part;
    }
}

customElements.define('wb-matrix', MatrixView);

export default MatrixView;
