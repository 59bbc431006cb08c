import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Unreachable, tableOf, type Problem } from '../client';
import type { Dispose } from '../feed';
import { Editing } from '../grid/editing';
import '../grid/prompt';
import type { CellPrompt } from '../grid/prompt';
import { readingOf } from '../grid/reading';
import { FollowsSettings, t, text } from '../settings';
import '../styles/form.css';
import { TitleBook, titleIn } from '../titles';
import type { Given, View } from '../view';
import { formOptions, type FieldGroup } from './form/groups';
import { draftStrip, fieldGroups, formBar, goneNotice, nothingChosen, optionProblem, type FormActions } from './form/parts';
import { FormSurface } from './form/surface';
import { Walk } from './walk';

/** One item, all its fields: reads as a sheet, edits as the grid does, and follows the row chosen beside it. */
export class FormView extends LitElement implements View {
    private given: Given | null = null;
    private groups: readonly FieldGroup[] = [];
    private problem: Problem | null = null;
    private surface: FormSurface | null = null;
    private editing: Editing | null = null;
    private titles: TitleBook | null = null;
    private walk: Walk | null = null;
    private ref: string | null = null;
    private place: number | null = null;
    private asOf: string | null = null;
    private isGone = false;
    private failed = false;
    private disposals: Dispose[] = [];

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(given: Given): Dispose {
        this.given = given;
        const { view, table } = given.subject;
        const groups = formOptions(view, table);
        if ('code' in groups) this.problem = groups;
        else this.groups = groups;
        this.requestUpdate();
        if (!this.problem) void this.updateComplete.then(() => this.build(given));
        return () => this.dispose();
    }

    private build(given: Given): void {
        if (!this.isConnected || this.given !== given) return;
        this.titles = new TitleBook(given.query, undefined);
        const editing = new Editing({
            given,
            reading: this.reading,
            layer: this.find('.wb-layer'),
            prompt: this.find('wb-prompt') as CellPrompt,
            isPast: () => this.asOf !== null,
            changed: () => this.requestUpdate(),
            escape: () => given.frame.travel(null),
        });
        this.editing = editing;
        this.surface = new FormSurface({
            given,
            editing,
            files: given.files,
            asOf: () => this.asOf,
            show: (ref) => this.show(ref),
            changed: () => this.requestUpdate(),
            drawn: () => this.updateComplete,
            gone: () => this.gone(),
            failed: (failure) => this.unread(failure),
        });
        editing.attach(this.surface);
        this.walk = this.newWalk(given);
        this.follow(given);
        this.requestUpdate();
        void this.first(given);
    }

    private newWalk({ subject, query, filter }: Given): Walk {
        const words = isRef(filter, subject.table.id) ? '' : filter;
        const { where, sort } = subject.view;
        return new Walk((offset, limit) => query.items({ table: subject.table.id, where, sort, text: words || undefined, asOf: this.asOf ?? undefined, offset, limit }));
    }

    private follow(given: Given): void {
        this.disposals = [
            this.titles?.listen(() => this.surface?.redraw()) ?? (() => undefined),
            given.frame.follow((ref) => ref !== null && tableOf(ref) === given.subject.table.id && this.show(ref)),
            given.reader.listen(() => this.surface?.relayout()),
            given.time.listen(() => this.time(given.time.asOf)),
            given.feed.listen({
                commit: (commit) => {
                    if (this.asOf !== null) return;
                    this.titles?.follow(commit);
                    const refs = commit.changes.map((change) => change.ref);
                    this.surface?.follow(commit, !this.editing?.edits.isOwn(commit.revision, refs));
                    if (refs.some((ref) => tableOf(ref) === given.subject.table.id)) this.replaced();
                },
                reload: () => void this.surface?.read(),
                connection: (connected) => connected && this.failed && void this.surface?.read(),
            }),
            this.addCommands(given),
        ];
    }

    private dispose(): void {
        this.disposals.forEach((dispose) => dispose());
        this.surface?.close();
        this.given = this.surface = this.editing = null;
    }

    private addCommands({ frame }: Given): Dispose {
        const past = () => (this.asOf === null ? null : t('grid.past.note'));
        return frame.commands([
            { id: 'before', label: 'form.before', keys: ['Alt ArrowUp'], run: () => void this.step(-1) },
            { id: 'after', label: 'form.after', keys: ['Alt ArrowDown'], run: () => void this.step(1) },
            { id: 'new', label: 'command.newRow', keys: ['Alt N'], blocked: past, run: () => this.actions.create() },
            { id: 'save', label: 'draft.save', keys: ['Ctrl Enter'], blocked: past, run: () => this.actions.save() },
            { id: 'history', label: 'command.history', keys: ['Alt H'], run: () => frame.inspect() },
            { id: 'edit', label: 'command.edit', keys: ['Enter', 'F2'] },
            { id: 'putBack', label: 'command.putBack', keys: ['Esc'] },
        ]);
    }

    private readonly actions: FormActions = {
        before: () => void this.step(-1),
        after: () => void this.step(1),
        create: () => this.asOf === null && this.surface?.commitEdit() && this.editing?.startDraft(),
        save: () => void this.editing?.saveDraft(),
        discard: () => this.editing?.discardDraft(),
        inspect: () => this.given?.frame.inspect(),
        again: () => void this.surface?.read(),
    };

    /** What the address names, else what is chosen beside, else the first there is. */
    private async first({ filter, subject }: Given): Promise<void> {
        if (isRef(filter, subject.table.id)) this.surface?.focusWhenThere(filter);
        else if (this.ref === null) await this.step(1);
        if (this.ref === null) this.requestUpdate();
    }

    private async step(by: 1 | -1): Promise<void> {
        if (!this.surface?.commitEdit() || this.editing?.draft) return;
        const next = await this.walk?.beside(this.ref, by).catch((failure: unknown) => this.unread(failure));
        if (next) this.show(next);
    }

    private show(ref: string): void {
        const { editing, given } = this;
        if (this.ref === ref || editing?.draft || !this.surface?.commitEdit()) return;
        [this.ref, this.isGone, this.failed, this.place] = [ref, false, false, null];
        given?.frame.selected(ref);
        void this.surface.show(ref);
        this.replaced();
    }

    /** Says again where the item stands among the others. */
    private replaced(): void {
        const { walk, ref } = this;
        walk?.forget();
        if (!walk || ref === null) return;
        void walk.placeOf(ref).then(
            (place) => {
                if (this.ref !== ref) return;
                this.place = place;
                if (walk.total !== null) this.given?.frame.counted(walk.total, false);
                this.requestUpdate();
            },
            (failure: unknown) => this.unread(failure),
        );
    }

    /** Shows the item as it was at a date, an instant or a revision; null for now. */
    time(asOf: string | null): void {
        if (this.asOf === asOf || !this.surface?.commitEdit()) return;
        this.asOf = asOf;
        this.isGone = false;
        void this.surface.read();
        this.surface.redraw();
        this.replaced();
        this.requestUpdate();
    }

    private gone(): void {
        this.isGone = true;
        this.requestUpdate();
    }

    private unread(failure: unknown): null {
        if (!(failure instanceof Unreachable)) throw failure;
        this.failed = true;
        this.requestUpdate();
        return null;
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override render(): TemplateResult | typeof nothing {
        if (!this.given) return nothing;
        if (this.problem) return optionProblem(this.given.subject.view, this.problem);
        const { table } = this.given.subject;
        const { editing, surface } = this;
        const item = surface?.shown ?? null;
        const draft = editing?.draft ?? null;
        const title = draft ? t('grid.newRow') : item ? titleIn(item, this.given.query) : text(table.label);
        return html`${formBar({ place: this.place, total: this.walk?.total ?? null, isPast: this.asOf !== null, isDrafting: draft !== null }, this.actions)}
            ${draft && editing ? draftStrip(editing.draftState(), this.actions) : nothing}
            <div class="wb-form ${this.asOf === null ? '' : 'past'}" tabindex="-1" role="region" aria-label=${text(this.given.subject.view.label)}>
                <header><small>${text(table.label)}</small><h2>${title}</h2></header>
                ${this.isGone ? goneNotice(this.asOf, this.actions) : nothing} ${item ? nothing : nothingChosen(this.failed, this.actions, this.isGone)}
                <div ?hidden=${!item}>${fieldGroups(this.groups, table, item, draft)}</div>
            </div>
            <div class="wb-layer"><wb-prompt hidden></wb-prompt></div>`;
    }

    protected override updated(): void {
        const fields = this.groups.flatMap((group) => group.fields);
        this.surface?.place(this.querySelectorAll<HTMLElement>('.wb-form-cell'), fields);
    }

    private find(selector: string): HTMLElement {
        const part = this.querySelector<HTMLElement>(selector);
        if (!part) throw new Error(`the form has no ${selector}`);
        return part;
    }

    private readonly reading = readingOf((ref) => this.titles?.titleOf(ref) ?? ref);
}

function isRef(words: string, table: string): boolean {
    return words.startsWith(`${table}/`);
}

customElements.define('wb-form', FormView);

export default FormView;
