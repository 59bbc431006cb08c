import { tableOf, type Change, type Commit, type Values } from '../../client';
import type { Edit } from '../../grid/edits';
import type { CellPrompt } from '../../grid/prompt';
import { t, text } from '../../settings';
import { isUnset, shown, type Reading } from '../../values';
import type { Given } from '../../view';
import { changedIn, type Target } from './asks';
import { Card } from './card';
import type { CellEditor } from './editor';
import type { Cursor, Line } from './lines';
import { meaningOf } from './meaning';
import type { Matrix } from './model';
import type { MatrixOptions } from './options';
import type { MatrixReader } from './reading';
import { Saving, type Pending } from './saving';
import { columnName } from './sentence';
import type { Meaning } from './statemarks';
import type { Surface } from './surface';

export interface WorkParts {
    readonly given: Given;
    readonly options: MatrixOptions;
    readonly reader: MatrixReader;
    readonly reading: Reading;
    readonly layer: HTMLElement;
    readonly editor: CellEditor;
    readonly prompt: CellPrompt;
    surface(): Surface | null;
    matrix(): Matrix;
    line(index: number): Line | undefined;
    place(column: number): number | undefined;
    cursorOf(row: string, column: string): Cursor | null;
    asOf(): string | null;
    /** Reads these cells again. */
    renew(refs: readonly string[]): Promise<void>;
}

/** What a reader does at one cell: looks closer, edits, answers what was asked. */
export class CellWork {
    private readonly card: Card;
    private readonly saving: Saving;
    private readonly own = new Set<number>();

    constructor(private readonly parts: WorkParts) {
        this.card = new Card(parts.layer);
        this.saving = new Saving({
            given: parts.given,
            options: parts.options,
            matrix: () => parts.matrix(),
            named: (pending) => this.named(pending),
            stored: (revision, changes) => this.stored(revision, changes),
            troubled: (pending, edit) => this.troubled(pending, edit),
            changed: () => parts.surface()?.refresh(),
        });
    }

    close(): void {
        this.card.hide();
    }

    /** Whether a commit came from here: its answer may still be on the way. */
    isOwn({ revision, actor }: Commit): boolean {
        return this.own.has(revision) || (this.saving.isSending && actor === this.parts.given.reader.actor);
    }

    waiting(row: string, column: string): Meaning | undefined {
        const state = this.saving.of(row, column);
        return state === undefined ? undefined : meaningOf({ state, evidence: 1 }, this.parts.options);
    }

    async targetAt({ line, column }: Cursor): Promise<Target | null> {
        const { parts } = this;
        const [shownLine, place] = [parts.line(line), parts.place(column)];
        if (shownLine?.kind !== 'row' || place === undefined) return null;
        const at = parts.matrix().columns[place];
        if (!at) return null;
        const { row } = shownLine;
        const held = parts.matrix().at(row.ref, place);
        const item = held.stated ? await parts.reader.cell(row.ref, held.stated.column, parts.asOf()).catch(() => null) : null;
        return { row, column: at, held, item };
    }

    pointed(cursor: Cursor | null): void {
        if (!cursor || this.isBusy) this.card.hide();
        else this.card.soon(() => this.showCard(cursor));
    }

    async edit(cursor: Cursor, typed: Values): Promise<void> {
        if (this.parts.asOf() !== null) {
            this.parts.given.frame.say(t('grid.past.note'));
            return;
        }
        const target = await this.targetAt(cursor);
        if (target) this.open(target, typed);
    }

    leaveEditor(): void {
        if (!this.parts.editor.isOpen) return;
        this.parts.editor.close();
        this.parts.surface()?.focus();
    }

    private get isBusy(): boolean {
        return this.parts.editor.isOpen || this.parts.prompt.shows !== null;
    }

    private async showCard(cursor: Cursor): Promise<void> {
        const target = await this.targetAt(cursor);
        const [line, anchor] = [this.parts.line(cursor.line), this.parts.surface()?.elementAt(cursor)];
        if (!anchor || !line || this.isBusy) return;
        if (target) this.card.show(anchor, target, this.originOf(target), this.parts.options);
        else if (line.kind === 'row') this.card.title(anchor, line.row.group, line.row.title);
        else this.card.title(anchor, t('matrix.rollup', { count: line.rows.length }), line.group);
    }

    private originOf({ held }: Target): string | null {
        const matrix = this.parts.matrix();
        const origin = matrix.columns[matrix.columnOf(held.stated?.column ?? '') ?? -1];
        return held.carried && origin ? origin.title : null;
    }

    private open(target: Target, typed: Values): void {
        this.card.hide();
        this.parts.editor.open(target, this.parts.options, typed, {
            anchor: () => this.anchorOf(target),
            cancel: () => this.leaveEditor(),
            save: (set) => {
                this.leaveEditor();
                const changed = target.item ? changedIn(target.item, set) : set;
                if (Object.keys(changed).length > 0) void this.saving.save({ target, set });
            },
        });
    }

    private anchorOf({ row, column }: Target): HTMLElement | undefined {
        const at = this.parts.cursorOf(row.ref, column.ref);
        return at ? this.parts.surface()?.elementAt(at) : undefined;
    }

    private async stored(revision: number, changes: readonly Change[]): Promise<void> {
        this.own.add(revision);
        const cells = changes.filter(({ ref }) => tableOf(ref) === this.parts.given.subject.table.id);
        await this.parts.renew(cells.map(({ ref }) => ref));
    }

    private troubled(pending: Pending, edit: Edit): void {
        const { target } = pending;
        const { prompt, reading } = this.parts;
        const then = (work: () => unknown) => () => {
            prompt.close();
            this.parts.surface()?.focus();
            work();
        };
        this.card.hide();
        const actions = {
            title: `${target.row.title} · ${columnName(target.column)} · ${text(edit.field.label)}`,
            anchor: () => this.anchorOf(target) ?? null,
            show: (value: Edit['value']) => shown(edit.field, value, reading),
            putBack: then(() => this.saving.drop(pending)),
            keepTyping: then(() => {
                this.saving.drop(pending);
                this.open(target, pending.set);
            }),
            answer: (answers: Values) => then(() => this.saving.save(pending, answers))(),
            saveOnTop: then(() => this.saving.saveOnTop(pending)),
            retry: then(() => this.saving.save(pending)),
        };
        prompt.open(edit, actions, true);
    }

    private named({ target, set }: Pending): () => string {
        const { options, reading } = this.parts;
        const title = `${target.row.title} · ${columnName(target.column)}`;
        const field = [options.state, options.note, options.address, options.verified].find((each) => each && each.id in set) ?? options.state;
        return () => {
            const label = text(field.label);
            const value = set[field.id];
            return isUnset(value) ? t('done.cleared', { title, field: label }) : t('done.updated', { title, field: label, value: shown(field, value, reading) });
        };
    }
}
