import {
    Unreachable,
    type Answers,
    type Commit,
    type Field,
    type Item,
    type Outcome,
    type Problem,
    type Prompt,
    type Value,
} from '../client';
import type { Dispose } from '../feed';
import { same } from '../model';
import type { Query, Submit } from '../view';

/** Why an edit is not saved, and what the reader can do about it. */
export type Trouble =
    | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
    | { readonly kind: 'asked'; readonly prompts: readonly Prompt[] }
    | { readonly kind: 'stale'; readonly theirs: Value; readonly who: string | null; readonly time: string | null }
    | { readonly kind: 'offline' }
    /** Nothing is said against it, but it goes with others that are not saved either. */
    | { readonly kind: 'waits' };

/** One cell that differs from what is stored, from the key that commits it until it is stored. */
export interface Edit {
    readonly ref: string;
    readonly field: Field;
    readonly was: Value;
    readonly value: Value;
    /** The revision of the item its author saw. */
    readonly revision: number;
    readonly trouble?: Trouble;
}

export type EditListener = (edit: Edit, done: boolean) => void;

/** The edits under way. Those of one row follow each other, so nobody is stale to themselves. */
export class Edits {
    private readonly open = new Map<string, Edit>();
    private readonly last = new Map<string, Promise<void>>();
    private readonly accepted = new Map<string, number>();
    private readonly own = new Set<number>();
    private readonly listeners = new Set<EditListener>();

    constructor(
        private readonly query: Query,
        private readonly submit: Submit,
        private readonly nameOf: (edit: Edit) => () => string,
        private readonly happened: (commit: Commit) => void,
    ) {}

    of(ref: string, field: string): Edit | undefined {
        return this.open.get(`${ref} ${field}`);
    }

    listen(listener: EditListener): Dispose {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    /** Whether a commit came from here: its answer may still be on the way. */
    isOwn(revision: number, refs: readonly string[]): boolean {
        if (this.own.has(revision)) return true;
        return [...this.open.values()].some((edit) => edit.trouble === undefined && refs.includes(edit.ref));
    }

    accept(revision: number): void {
        this.own.add(revision);
    }

    save(edit: Edit, answers?: Answers): Promise<void> {
        const saving: Edit = { ...edit };
        delete (saving as { trouble?: Trouble }).trouble;
        this.put(saving, false);
        const before = this.last.get(edit.ref) ?? Promise.resolve();
        const next = before.then(() => this.send(saving, answers));
        this.last.set(edit.ref, next);
        return next;
    }

    /** Saves on top of what somebody else stored meanwhile. */
    async saveOnTop(edit: Edit): Promise<void> {
        const { revision } = await this.query.item(edit.ref);
        await this.save({ ...edit, revision });
    }

    putBack(ref: string, field: string): void {
        const edit = this.of(ref, field);
        if (edit) this.drop(edit);
    }

    private async send(edit: Edit, answers?: Answers): Promise<void> {
        const revision = Math.max(edit.revision, this.accepted.get(edit.ref) ?? 0);
        const request = { update: edit.ref, revision, set: { [edit.field.id]: edit.value } };
        try {
            const asked = answers ? { ...request, answers } : request;
            await this.settle(edit, await this.submit({ requests: [asked] }, this.nameOf(edit)));
        } catch (failure) {
            if (!(failure instanceof Unreachable)) throw failure;
            this.put({ ...edit, trouble: { kind: 'offline' } }, false);
        }
    }

    private async settle(edit: Edit, outcome: Outcome): Promise<void> {
        if ('accepted' in outcome) {
            this.own.add(outcome.accepted.revision);
            this.accepted.set(edit.ref, outcome.accepted.revision);
            // The stream will say the same in a moment; until then the old value must not come back.
            this.happened({ ...outcome.accepted, actor: '', reason: null });
            this.drop(edit);
        } else if ('asked' in outcome) {
            this.put({ ...edit, trouble: { kind: 'asked', prompts: outcome.asked } }, false);
        } else if (outcome.refused.some((problem) => problem.code === 'stale')) {
            await this.stale(edit);
        } else {
            this.put({ ...edit, trouble: { kind: 'refused', problems: outcome.refused } }, false);
        }
    }

    /** An item changed in another field is no conflict in this one. */
    private async stale(edit: Edit): Promise<void> {
        const item = await this.query.item(edit.ref).catch(() => null);
        const theirs = item?.values[edit.field.id] ?? null;
        if (item && same(theirs, edit.was)) {
            await this.send({ ...edit, revision: item.revision });
            return;
        }
        const author = await this.authorOf(edit);
        this.put({ ...edit, trouble: { kind: 'stale', theirs, ...author } }, false);
    }

    private async authorOf(edit: Edit): Promise<{ who: string | null; time: string | null }> {
        const versions = await this.query.history(edit.ref).catch(() => []);
        const version = versions.find((each) => each.after !== null && edit.field.id in each.after) ?? versions[0];
        return { who: version?.actor ?? null, time: version?.time ?? null };
    }

    private put(edit: Edit, done: boolean): void {
        this.open.set(`${edit.ref} ${edit.field.id}`, edit);
        this.listeners.forEach((listener) => listener(edit, done));
    }

    private drop(edit: Edit): void {
        this.open.delete(`${edit.ref} ${edit.field.id}`);
        this.listeners.forEach((listener) => listener(edit, true));
    }
}

/** The value as a row shows it while it is not saved yet. */
export function valueIn(item: Item, field: Field): Value {
    return item.values[field.id] ?? null;
}
