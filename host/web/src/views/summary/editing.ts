import type { Ask, Field, Item, Problem, Submission } from '../../client';
import { CellEditor, type EditState, type EditingHost } from '../../grid/editor';
import { chooserFor } from '../../grid/choosers';
import { element } from '../../grid/cells';
import { Edits, type Edit } from '../../grid/edits';
import { placeBeside } from '../../grid/place';
import type { CellPrompt, PromptActions } from '../../grid/prompt';
import { t, text } from '../../settings';
import { isUnset, shown, valueType, type Reading } from '../../values';
import type { Given, Submit } from '../../view';
import { inBoth } from '../../words';
import { periodValue } from './facts';
import type { Line } from './model';
import type { Measure, SummaryOptions } from './options';
import { lineText } from './saying';

const NOTE_MILLIS = 4000;
const UNWRITTEN = '/?';

/** Where the reader is: a line and a measure. */
export interface Spot {
    readonly line: Line;
    readonly measure: Measure;
}

export interface SummaryEditingParts {
    readonly given: Given;
    readonly options: SummaryOptions;
    readonly reading: Reading;
    readonly layer: HTMLElement;
    readonly prompt: CellPrompt;
    isPast(): boolean;
    cellOf(ref: string, field: string): HTMLElement | null;
    sentence(spot: Spot): string;
    /** The same place with what is known by now: its row may have come meanwhile. */
    fresh(spot: Spot): Spot;
    goTo(ref: string, field: string): Promise<void>;
    /** What is shown may differ now. */
    changed(): void;
    stored(): void;
    behind(spot: Spot): void;
    escape(): void;
}

/** Everything between the key that changes a cell of the period table and the answer of the host. */
export class SummaryEditing {
    readonly edits: Edits;
    private editor: CellEditor | null = null;

    constructor(private readonly parts: SummaryEditingParts) {
        const { query } = parts.given;
        this.edits = new Edits(query, this.submit, (edit) => this.nameOf(edit), () => parts.stored());
        this.edits.listen((edit, done) => this.edited(edit, done));
    }

    /** Whether a cell holds the input. */
    get isIn(): boolean {
        return this.editor !== null;
    }

    get isTyping(): boolean {
        return this.editor?.isTyping ?? false;
    }

    /** The row of a line; of a period nobody has written to yet, one that is made by the first value. */
    itemOf(line: Line): Item {
        if (line.kind === 'total') return { ref: '', revision: 0, values: {} };
        const { table } = this.parts.given.subject;
        return line.item ?? { ref: `${table.id}${UNWRITTEN}${line.period}`, revision: 0, values: {} };
    }

    editOf({ line, measure }: Spot): Edit | undefined {
        return measure.how.kind === 'written' && line.kind === 'period' ? this.edits.of(this.itemOf(line).ref, measure.how.field.id) : undefined;
    }

    /** Puts the invisible input into a cell, so that the first key lands in it. */
    enter(spot: Spot, cell: HTMLElement): void {
        this.leave();
        const item = this.itemOf(spot.line);
        const declared = spot.measure.how.kind === 'written' ? spot.measure.how.field : spot.measure.field;
        const column = { declared, host: this.hostFor(spot, cell) };
        const made = { column, item, container: cell, commitChanges: () => void this.commit(this.parts.fresh(spot)) };
        this.editor = new CellEditor(made as unknown as ConstructorParameters<typeof CellEditor>[0]);
    }

    leave(): void {
        this.editor?.destroy();
        this.editor = null;
    }

    renew(line: Line): void {
        this.editor?.loadValue(this.itemOf(line));
    }

    focus(): void {
        this.editor?.focus();
    }

    resume(): void {
        this.editor?.resume();
    }

    /** Takes what was typed; false where it is no value and the cell stays open. */
    commit(spot: Spot): boolean {
        const { editor } = this;
        if (!editor?.isTyping) return true;
        if (!editor.isValueChanged()) {
            editor.cancel();
        } else if (!editor.validate().valid) {
            this.unread(spot, editor.validate().msg ?? '');
            return false;
        } else {
            const state = editor.serializeValue();
            editor.cancel();
            this.save(spot, state);
        }
        return true;
    }

    note(cell: HTMLElement, message: string): void {
        this.parts.layer.querySelector('.wb-note')?.remove();
        const note = element('div', 'wb-note', message);
        note.setAttribute('role', 'status');
        this.parts.layer.append(note);
        placeBeside(note, cell);
        setTimeout(() => note.remove(), NOTE_MILLIS);
    }

    private save({ line, measure }: Spot, { value, was, revision }: EditState): void {
        if (measure.how.kind !== 'written') return;
        const { field } = measure.how;
        const { ref } = this.itemOf(line);
        void this.edits.save({ ref, field, was: this.edits.of(ref, field.id)?.was ?? was, value, revision });
    }

    /** A value of a period that has no row yet makes that row. */
    private readonly submit: Submit = (submission, what) => this.parts.given.submit(this.withRows(submission), what);

    private withRows(submission: Submission): Submission {
        return { ...submission, requests: submission.requests.map((request) => this.withRow(request)) };
    }

    private withRow(request: Ask): Ask {
        if (!('update' in request)) return request;
        const [table = '', period] = request.update.split(UNWRITTEN);
        if (period === undefined) return request;
        const { options } = this.parts;
        const values = { [options.period.id]: periodValue(options, period), ...request.set };
        return { create: table, values, ...(request.answers ? { answers: request.answers } : {}) };
    }

    private hostFor(spot: Spot, cell: HTMLElement): EditingHost {
        const { parts } = this;
        const here = () => parts.fresh(spot);
        return {
            reading: parts.reading,
            layer: parts.layer,
            // The cell beneath shows through; the input lies over it.
            render: () => element('span', ''),
            sentence: () => parts.sentence(here()),
            value: (field, item) => this.editOf(here())?.value ?? item.values[field.id] ?? null,
            readOnly: () => this.locked(here()),
            note: (_at, message) => this.note(cell, message),
            escape: (field) => this.escape(here(), field),
            reopen: () => this.reopen(here()),
            chooser: (field) => chooserFor(field, parts.given.query, parts.reading),
            typing: (isTyping) => {
                cell.classList.toggle('typing', isTyping);
                if (!isTyping) parts.prompt.close();
            },
            rearm: () => undefined,
        };
    }

    private locked({ line, measure }: Spot): string | null {
        if (this.parts.isPast()) return t('grid.past.note');
        if (!measure.edits || line.kind === 'total') return t('summary.computed.note');
        if (line.standing === 'closed') return t('summary.closed.note', { period: lineText(line) });
        return this.parts.given.subject.table.append && line.item !== null ? t('grid.append.note') : null;
    }

    private reopen(spot: Spot): boolean {
        const edit = this.editOf(spot);
        if (edit?.trouble) {
            this.openPrompt(edit, true);
            return true;
        }
        const computed = !spot.measure.edits || spot.line.kind === 'total';
        if (computed) this.parts.behind(spot);
        return computed;
    }

    private escape(spot: Spot, field: Field): void {
        const edit = this.editOf(spot);
        if (edit) this.putBack(edit.ref, field);
        else this.parts.escape();
    }

    private edited(edit: Edit, done: boolean): void {
        this.parts.changed();
        const { shows } = this.parts.prompt;
        if (edit.trouble && !done) this.openPrompt(edit, !this.isTyping);
        else if (shows?.ref === edit.ref && shows.field.id === edit.field.id) this.parts.prompt.close();
    }

    private unread(spot: Spot, typed: string): void {
        const { measure, line } = spot;
        const type = valueType(measure.field);
        const known = type === 'integer' || type === 'date' || type === 'month' || type === 'datetime' || type === 'choice' || type === 'reference';
        const key = `refused.unread.${known ? type : 'decimal'}` as const;
        const problem: Problem = { code: 'unread', at: measure.id, message: inBoth(key, { text: typed }), hint: inBoth(`${key}.hint`) };
        const field = measure.how.kind === 'written' ? measure.how.field : measure.field;
        const edit: Edit = { ref: this.itemOf(line).ref, field, was: null, value: typed, revision: 0, trouble: { kind: 'refused', problems: [problem] } };
        this.parts.prompt.open(edit, { ...this.actionsFor(edit), putBack: () => this.editor?.cancel(), keepTyping: () => this.typeOn() }, false);
    }

    private openPrompt(edit: Edit, focus: boolean): void {
        const there = focus ? this.parts.goTo(edit.ref, edit.field.id) : Promise.resolve();
        void there.then(() => this.parts.prompt.open(edit, this.actionsFor(edit), focus));
    }

    private actionsFor(edit: Edit): PromptActions {
        const { ref, field } = edit;
        const then = (work: () => unknown) => () => {
            void this.parts.goTo(ref, field.id).then(() => void work());
        };
        return {
            title: [this.titleOf(ref), text(field.label)].join(' · '),
            anchor: () => this.parts.cellOf(ref, field.id),
            show: (value) => shown(field, value, this.parts.reading),
            putBack: then(() => this.putBack(ref, field)),
            keepTyping: then(() => this.typeOn()),
            answer: (answers) => then(() => this.edits.save(edit, answers))(),
            saveOnTop: then(() => this.edits.saveOnTop(edit)),
            retry: then(() => this.edits.save(edit)),
        };
    }

    private typeOn(): void {
        this.parts.prompt.close();
        this.editor?.focus();
        if (this.editor && !this.editor.isTyping) this.editor.resume();
    }

    private putBack(ref: string, field: Field): void {
        this.parts.prompt.close();
        this.edits.putBack(ref, field.id);
    }

    private titleOf(ref: string): string {
        return ref.includes(UNWRITTEN) ? (ref.split(UNWRITTEN)[1] ?? '') : this.parts.reading.title(ref);
    }

    private nameOf(edit: Edit): () => string {
        const title = this.titleOf(edit.ref);
        return () => {
            const field = text(edit.field.label);
            if (isUnset(edit.value)) return t('done.cleared', { title, field });
            return t('done.updated', { title, field, value: shown(edit.field, edit.value, this.parts.reading) });
        };
    }
}
