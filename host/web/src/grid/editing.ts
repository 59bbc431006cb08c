import { Unreachable, type Answers, type Commit, type Field, type Item, type Value } from '../client';
import { listed } from '../words';
import { settings, t, text } from '../settings';
import { titleIn } from '../titles';
import { isDerived, isEditable, isUnset, shown, type Reading } from '../values';
import type { Given } from '../view';
import { element, renderCell } from './cells';
import type { Chooser } from './chooser';
import { chooserFor } from './choosers';
import { Draft } from './draft';
import type { RowColours } from './colours';
import type { EditState, EditingHost } from './editor';
import { Edits, type Edit } from './edits';
import { headingOf, type Heading } from './grouped';
import { headingSentence, renderHeading } from './heading';
import { placeBeside } from './place';
import type { CellPrompt, PromptActions } from './prompt';
import type { Ranges } from './ranges';
import type { Surface } from './surface';
import { unreadProblem } from './unread';

const NOTE_MILLIS = 4000;

/** What edits need of the rows or fields they stand in: those of a grid, or those of a form. */
export type EditingSurface = Pick<
    Surface,
    'cellOf' | 'commitEdit' | 'editor' | 'focus' | 'focusFirst' | 'focusWhenThere' | 'follow' | 'itemOf' | 'rearm' | 'redraw' | 'refreshSoon' | 'relayout' | 'typing' | 'update'
> &
    Partial<Pick<Surface, 'fold' | 'focusAgain' | 'reveal' | 'shownFields'>>;

export interface EditingParts {
    readonly given: Given;
    readonly reading: Reading;
    readonly layer: HTMLElement;
    readonly prompt: CellPrompt;
    /** Those of the rows; a form has none. */
    readonly colours?: RowColours;
    isPast(): boolean;
    changed(): void;
    escape(): void;
    /** The row of the cell as a form; absent where it is one. */
    openForm?(): void;
}

/** Everything between the key that changes a cell and the answer of the host, shown at that cell. */
export class Editing implements EditingHost {
    readonly edits: Edits;
    readonly reading: Reading;
    readonly layer: HTMLElement;
    draft: Draft | null = null;
    private surface: EditingSurface | null = null;
    private ranges: Ranges | null = null;
    private noted: HTMLElement | null = null;

    constructor(private readonly parts: EditingParts) {
        const { query, submit } = parts.given;
        this.reading = parts.reading;
        this.layer = parts.layer;
        this.edits = new Edits(query, submit, (edit) => this.nameOf(edit), (commit) => this.surface?.follow(commit, false));
        this.edits.listen((edit, done) => this.edited(edit, done));
    }

    attach(surface: EditingSurface, ranges: Ranges | null = null): void {
        this.surface = surface;
        this.ranges = ranges;
    }

    render(field: Field, item: Item): HTMLElement {
        if (headingOf(item)) return renderHeading(item as Heading, field, this.surface?.shownFields?.[0]?.id === field.id, this.reading);
        return renderCell(field, item, this.editOf(item, field), this.reading);
    }

    editOf(item: Item, field: Field): Edit | undefined {
        if (item.ref === '') return this.draft?.edit(field);
        return this.ranges?.step.of(item.ref, field.id) ?? this.edits.of(item.ref, field.id);
    }

    value(field: Field, item: Item): Value {
        return this.editOf(item, field)?.value ?? item.values[field.id] ?? null;
    }

    /** A cell read aloud: what, its value, and what is special about it. */
    sentence(field: Field, item: Item): string {
        if (headingOf(item)) return headingSentence(item as Heading, field, this.reading);
        const edit = this.editOf(item, field);
        const value = shown(field, this.value(field, item), this.reading) || t('grid.cell.empty');
        const said = [t('grid.cell', { label: text(field.label), value: edit ? t('grid.cell.notSaved', { value }) : value })];
        if (item.ref !== '') said.unshift(titleIn(item, this.parts.given.query));
        if (isDerived(field)) said.push(t('grid.cell.computed'));
        if (field.required) said.push(t('grid.cell.required'));
        const colour = this.parts.colours?.of(item);
        if (colour) said.push(colour.label ? text(colour.label) : t(`ground.${colour.ground}`));
        if (this.parts.isPast()) said.push(t('grid.cell.past'));
        return said.join(settings.language === 'zh' ? '，' : ', ');
    }

    readOnly(field: Field, item: Item): string | null {
        if (headingOf(item)) return t('group.note');
        if (this.parts.isPast()) return t('grid.past.note');
        if (!isEditable(field)) return t('grid.computed.note');
        return this.parts.given.subject.table.append && item.ref !== '' ? t('grid.append.note') : null;
    }

    note(cell: HTMLElement, message: string): void {
        this.noted?.remove();
        const note = element('div', 'wb-note', message);
        note.setAttribute('role', 'status');
        this.layer.append(note);
        placeBeside(note, cell);
        this.noted = note;
        setTimeout(() => note.remove(), NOTE_MILLIS);
    }

    chooser(field: Field): Chooser | null {
        return chooserFor(field, this.parts.given.query, this.reading);
    }

    typing(isTyping: boolean): void {
        if (!isTyping) this.closePrompt();
        this.surface?.typing(isTyping);
    }

    rearm(): void {
        this.surface?.rearm();
    }

    openForm(): void {
        this.parts.openForm?.();
    }

    pressed(event: KeyboardEvent): boolean {
        const folds = (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.altKey;
        if (folds && this.surface?.fold?.()) return true;
        return this.ranges?.press(event) ?? false;
    }

    draftTyped(field: Field, value: Value): void {
        this.draft?.set(field, value);
        this.surface?.update('', field.id);
    }

    /** What was stored from here is shown at once; the stream says it a moment later. */
    happened(commit: Commit): void {
        this.edits.accept(commit.revision);
        this.surface?.follow(commit, false);
    }

    /** Opens the prompt at a cell of a block; `cells` were asked the same. */
    showAt(edit: Edit, cells = 1): void {
        this.surface?.reveal?.(edit.ref, edit.field.id);
        const actions = this.actionsFor(edit);
        const later = { cells, putBack: () => this.leavePrompt() };
        this.parts.prompt.open(edit, cells > 1 ? { ...actions, ...later } : actions, true);
    }

    /** Closes a prompt whose cell has no trouble any more. */
    settled(): void {
        const { shows } = this.parts.prompt;
        if (!shows || shows.ref === '') return;
        const edit = this.ranges?.step.of(shows.ref, shows.field.id) ?? this.edits.of(shows.ref, shows.field.id);
        if (!edit?.trouble || edit.trouble.kind === 'waits') this.leavePrompt();
    }

    /** The focus goes back to the cells it came from. */
    private leavePrompt(): void {
        const hadFocus = this.parts.prompt.contains(document.activeElement);
        this.closePrompt();
        if (hadFocus) this.surface?.focusAgain?.();
    }

    /** Escape puts back an edit that is not saved; else it is the view's. */
    escape(field: Field, item: Item): void {
        this.noted?.remove();
        if (this.editOf(item, field)) this.putBack(item.ref, field);
        else if (item.ref === '' && this.draft?.isEmpty) this.discardDraft();
        else this.parts.escape();
    }

    reopen(field: Field, item: Item): boolean {
        const edit = this.editOf(item, field);
        if (!edit?.trouble) return false;
        this.openPrompt(edit, true);
        return true;
    }

    commit(item: Item, field: Field, state: EditState): void {
        if (item.ref === '') {
            this.draft?.set(field, state.value);
            this.surface?.update('', field.id);
            this.parts.changed();
            return;
        }
        const inStep = this.ranges?.step.of(item.ref, field.id);
        if (inStep) {
            this.ranges?.step.retype({ ...inStep, value: state.value });
            return;
        }
        const earlier = this.edits.of(item.ref, field.id);
        const was = earlier?.was ?? state.was;
        void this.edits.save({ ref: item.ref, field, was, value: state.value, revision: state.revision });
    }

    /** What was typed is no value of this field: the cell stays open with it. */
    unread(item: Item, field: Field, typed: string): void {
        const trouble = { kind: 'refused', problems: [unreadProblem(field, typed)] } as const;
        const edit: Edit = { ref: item.ref, field, was: null, value: typed, revision: 0, trouble };
        const actions = { ...this.actionsFor(edit), putBack: () => this.surface?.editor?.cancel(), keepTyping: () => this.typeOn() };
        this.parts.prompt.open(edit, actions, false);
    }

    startDraft(): void {
        const { table } = this.parts.given.subject;
        this.draft ??= new Draft(table);
        const first = this.draft.missing.at(0)?.id ?? table.title;
        this.surface?.relayout();
        this.surface?.focus('', first);
        this.parts.changed();
    }

    discardDraft(): void {
        this.closePrompt();
        this.draft = null;
        this.surface?.relayout();
        this.surface?.focusFirst();
        this.parts.changed();
    }

    leftDraft(): void {
        if (this.draft && !this.draft.isEmpty && this.draft.missing.length === 0) void this.saveDraft();
    }

    async saveDraft(answers?: Answers): Promise<void> {
        const { draft } = this;
        if (!draft || !(this.surface?.commitEdit() ?? true)) return;
        draft.forgetTroubles();
        const title = draft.item.values[this.parts.given.subject.table.title];
        const named = typeof title === 'string' ? title : text(this.parts.given.subject.table.label);
        try {
            const outcome = await this.parts.given.submit({ requests: [draft.request(answers)] }, () => t('done.created', { title: named }));
            if ('accepted' in outcome) this.created(outcome.accepted.revision, outcome.accepted.changes[0]?.ref);
            else this.showAtDraft('refused' in outcome ? draft.refused(outcome.refused) : draft.asked(outcome.asked));
        } catch (failure) {
            if (!(failure instanceof Unreachable)) throw failure;
            this.showAtDraft(draft.offline());
        }
    }

    placePrompt(): void {
        this.noted?.remove();
        this.parts.prompt.place();
    }

    private created(revision: number, ref: string | undefined): void {
        this.edits.accept(revision);
        this.draft = null;
        this.closePrompt();
        this.surface?.relayout();
        this.surface?.focusWhenThere(ref);
        this.surface?.refreshSoon();
        this.parts.changed();
    }

    private showAtDraft(field: Field | undefined): void {
        if (!field || !this.draft) return;
        this.surface?.redraw();
        this.surface?.focus('', field.id);
        const edit = this.draft.edit(field);
        if (edit) this.openPrompt(edit, true);
    }

    private edited(edit: Edit, done: boolean): void {
        this.surface?.update(edit.ref, edit.field.id);
        const shows = this.parts.prompt.shows;
        const isShown = shows?.ref === edit.ref && shows.field.id === edit.field.id;
        if (edit.trouble && !done) this.openPrompt(edit, !(this.surface?.editor?.isTyping ?? false));
        else if (isShown) this.closePrompt();
        this.parts.changed();
    }

    private openPrompt(edit: Edit, focus: boolean): void {
        if (focus) this.surface?.focus(edit.ref, edit.field.id);
        this.parts.prompt.open(edit, this.actionsFor(edit), focus);
    }

    private closePrompt(): void {
        this.parts.prompt.close();
    }

    private actionsFor(edit: Edit): PromptActions {
        const { ref, field } = edit;
        const then = (work: () => unknown) => () => {
            this.surface?.focus(ref, field.id);
            work();
        };
        const isDraft = ref === '';
        const plain: PromptActions = {
            title: [this.titleOf(ref), text(field.label)].join(' · '),
            anchor: () => this.surface?.cellOf(ref, field.id) ?? null,
            show: (value) => shown(field, value, this.reading),
            putBack: then(() => this.putBack(ref, field)),
            keepTyping: then(() => this.typeOn()),
            answer: (answers) => then(() => (isDraft ? this.saveDraft(answers) : this.edits.save(edit, answers)))(),
            saveOnTop: then(() => this.edits.saveOnTop(edit)),
            retry: then(() => (isDraft ? this.saveDraft() : this.edits.save(edit))),
        };
        return this.ranges?.step.of(ref, field.id) ? this.ranges.actionsFor(edit, plain) : plain;
    }

    private typeOn(): void {
        const editor = this.surface?.editor;
        this.closePrompt();
        editor?.focus();
        if (editor && !editor.isTyping) editor.resume();
    }

    private putBack(ref: string, field: Field): void {
        this.closePrompt();
        const inStep = this.ranges?.step.of(ref, field.id);
        if (ref === '') this.draft?.set(field, null);
        else if (inStep) this.ranges?.step.putBack([inStep]);
        else this.edits.putBack(ref, field.id);
        this.surface?.update(ref, field.id);
    }

    private titleOf(ref: string): string {
        const item = this.surface?.itemOf(ref);
        if (ref === '') return t('grid.newRow');
        return item ? titleIn(item, this.parts.given.query) : this.reading.title(ref);
    }

    /** Named by what the row was called when it was changed, in whatever language is read later. */
    private nameOf(edit: Edit): () => string {
        const title = this.titleOf(edit.ref);
        return () => {
            const field = text(edit.field.label);
            if (isUnset(edit.value)) return t('done.cleared', { title, field });
            return t('done.updated', { title, field, value: shown(edit.field, edit.value, this.reading) });
        };
    }

    /** What the draft bar says. */
    draftState(): string {
        const missing = this.draft?.missing.map((field) => text(field.label)) ?? [];
        return missing.length > 0
            ? t('draft.waiting', { fields: listed(settings.language, missing) })
            : t('draft.complete');
    }
}
