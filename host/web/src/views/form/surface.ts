import { Refusal, tableOf, type Commit, type Field, type Item } from '../../client';
import type { Editing, EditingSurface } from '../../grid/editing';
import type { CellEditor } from '../../grid/editor';
import { same } from '../../model';
import { tablesBehind } from '../../values';
import type { Files, Given } from '../../view';
import { FileField } from './filefield';
import { FormField } from './field';

const SETTLE_MILLIS = 100;

export interface FormSurfaceParts {
    readonly given: Given;
    readonly editing: Editing;
    readonly files: Files;
    asOf(): string | null;
    /** Another item is wanted. */
    show(ref: string): void;
    /** What is around the fields must be drawn anew. */
    changed(): void;
    /** Once what is around them is. */
    drawn(): Promise<unknown>;
    gone(): void;
    failed(failure: unknown): void;
}

/** The fields of one item on the screen, following what happens to it. */
export class FormSurface implements EditingSurface {
    private readonly fields = new Map<string, FormField | FileField>();
    private readonly sources: ReadonlySet<string>;
    private item: Item | null = null;
    private wanted: string | null = null;
    private awaited: string | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly parts: FormSurfaceParts) {
        const { table } = parts.given.subject;
        this.sources = new Set([table.id, ...table.fields.flatMap((field) => tablesBehind(field))]);
    }

    get shown(): Item | null {
        return this.parts.editing.draft?.item ?? this.item;
    }

    /** The places of the fields, as they were drawn. */
    place(cells: Iterable<HTMLElement>, fields: readonly Field[]): void {
        const byId = new Map([...cells].map((cell) => [cell.dataset['field'], cell]));
        for (const [id, placed] of [...this.fields]) {
            if (byId.get(id) === placed.cell) continue;
            placed.close();
            this.fields.delete(id);
        }
        for (const field of fields) {
            const cell = byId.get(field.id);
            if (cell && !this.fields.has(field.id)) this.fields.set(field.id, this.fieldAt(field, cell));
        }
    }

    private fieldAt(field: Field, cell: HTMLElement): FormField | FileField {
        const { editing, files, given } = this.parts;
        const item = () => this.shown;
        if (field.type !== 'file') return new FormField(field, cell, { editing, item, move: (from, by) => this.move(from, by) });
        const locked = () => (this.shown ? editing.readOnly({ ...field, type: 'text' }, this.shown) : '');
        return new FileField(field, cell, { editing, files, item, locked, say: (words) => given.frame.say(words) });
    }

    async show(ref: string): Promise<void> {
        this.wanted = ref;
        await this.read();
    }

    async read(): Promise<void> {
        const ref = this.wanted;
        if (ref === null) return;
        try {
            const item = await this.parts.given.query.item(ref, this.parts.asOf() ?? undefined);
            if (this.wanted === ref) this.take(item);
        } catch (failure) {
            if (this.wanted !== ref) return;
            if (failure instanceof Refusal && failure.status === 404) this.left();
            else this.parts.failed(failure);
        }
    }

    private left(): void {
        this.item = null;
        this.redraw();
        this.parts.gone();
    }

    private take(item: Item): void {
        const before = this.item;
        this.item = item;
        const names = new Set([...Object.keys(before?.values ?? {}), ...Object.keys(item.values)]);
        const isOther = before?.ref !== item.ref;
        if (isOther) this.fields.forEach((field) => field.close());
        for (const [id, field] of this.fields) {
            if (isOther || (names.has(id) && !same(before.values[id], item.values[id])) || before.revision !== item.revision) field.draw();
        }
        this.parts.changed();
        if (this.awaited === item.ref) {
            this.awaited = undefined;
            // What is not shown yet takes no focus.
            void this.parts.drawn().then(() => this.focusFirst());
        }
    }

    get editor(): CellEditor | null {
        return [...this.fields.values()].map(({ open }) => open).find((open) => open !== null) ?? null;
    }

    commitEdit(): boolean {
        return [...this.fields.values()].every((field) => field.commit());
    }

    follow(commit: Commit, foreign: boolean): void {
        const change = commit.changes.find(({ ref }) => ref === this.wanted);
        if (change?.kind === 'updated' && this.item && this.item.revision < commit.revision) {
            this.item = { ...this.item, revision: commit.revision, values: { ...this.item.values, ...change.after } };
            Object.keys(change.after ?? {}).forEach((id) => this.drawn(id, foreign));
            this.parts.changed();
        }
        if (commit.changes.some(({ ref }) => this.sources.has(tableOf(ref)))) this.refreshSoon();
    }

    private drawn(id: string, foreign: boolean): void {
        const field = this.fields.get(id);
        if (field instanceof FormField) field.draw(foreign && !field.open);
        else field?.draw();
    }

    refreshSoon(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.read(), SETTLE_MILLIS);
    }

    typing(): void {
        // Fields stay where they are while somebody types; there is nothing to hold back.
    }

    rearm(): void {
        // The editor stays in its field until the field is left.
    }

    itemOf(ref: string): Item | undefined {
        return this.shown?.ref === ref ? this.shown : undefined;
    }

    cellOf(ref: string, field: string): HTMLElement | null {
        return this.itemOf(ref) ? (this.fields.get(field)?.cell ?? null) : null;
    }

    update(ref: string, field: string): void {
        if (this.itemOf(ref)) this.fields.get(field)?.draw();
    }

    /** Where an edit of an item left meanwhile has trouble, the form goes back to it. */
    focus(ref: string, field?: string): void {
        if (ref !== '' && this.wanted !== ref) this.parts.show(ref);
        if (field !== undefined) this.fields.get(field)?.focus();
    }

    focusWhenThere(ref: string | undefined): void {
        this.awaited = ref;
        if (ref !== undefined) this.parts.show(ref);
    }

    focusFirst(): void {
        [...this.fields.values()][0]?.focus();
    }

    relayout(): void {
        this.fields.forEach((field) => field.close());
        this.redraw();
        this.parts.changed();
    }

    redraw(): void {
        this.fields.forEach((field) => field.draw());
    }

    close(): void {
        clearTimeout(this.timer);
        this.wanted = null;
        this.fields.forEach((field) => field.close());
    }

    private move(from: Field, by: 1 | -1): void {
        const all = [...this.fields.values()];
        const at = all.findIndex((each) => each.field === from);
        (all[at + by] ?? all[at])?.focus();
    }
}
