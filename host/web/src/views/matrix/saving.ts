import { Unreachable, type Answers, type Change, type Outcome, type Values } from '../../client';
import type { Edit, Trouble } from '../../grid/edits';
import { fieldNamed } from '../../grid/draft';
import type { Given } from '../../view';
import { asksFor, withAnswers, type Target } from './asks';
import type { Matrix } from './model';
import type { MatrixOptions } from './options';

/** What was said of one cell and is not stored yet. */
export interface Pending {
    readonly target: Target;
    readonly set: Values;
}

export interface SavingParts {
    readonly given: Given;
    readonly options: MatrixOptions;
    matrix(): Matrix;
    named(pending: Pending): () => string;
    /** It is stored; until what is shown is renewed, it stays as it was sent. */
    stored(revision: number, changes: readonly Change[]): Promise<void>;
    troubled(pending: Pending, edit: Edit): void;
    /** What is on its way changed. */
    changed(): void;
}

/** The cells on their way to the store, each shown as it will be. */
export class Saving {
    private readonly pending = new Map<string, Pending>();

    constructor(private readonly parts: SavingParts) {}

    /** The state a cell was given and does not have yet. */
    of(row: string, column: string): string | undefined {
        const state = this.pending.get(`${row} ${column}`)?.set[this.parts.options.state.id];
        return typeof state === 'string' ? state : undefined;
    }

    get isSending(): boolean {
        return this.pending.size > 0;
    }

    async save(pending: Pending, answers?: Answers): Promise<void> {
        const { given, options } = this.parts;
        const asks = asksFor(pending.target, pending.set, options, this.parts.matrix(), given.subject.table.id);
        this.pending.set(keyOf(pending), pending);
        this.parts.changed();
        try {
            await this.settle(pending, await given.submit({ requests: withAnswers(asks, answers) }, this.parts.named(pending)));
        } catch (failure) {
            if (!(failure instanceof Unreachable)) throw failure;
            this.trouble(pending, { kind: 'offline' });
        }
    }

    /** Says it of what somebody else stored meanwhile. */
    async saveOnTop(pending: Pending): Promise<void> {
        await this.save(await this.onNewest(pending));
    }

    drop(pending: Pending): void {
        this.pending.delete(keyOf(pending));
        this.parts.changed();
    }

    private async settle(pending: Pending, outcome: Outcome): Promise<void> {
        if ('accepted' in outcome) {
            await this.parts.stored(outcome.accepted.revision, outcome.accepted.changes);
            this.drop(pending);
        } else if ('asked' in outcome) {
            this.trouble(pending, { kind: 'asked', prompts: outcome.asked });
        } else if (outcome.refused.some(({ code }) => code === 'stale')) {
            await this.stale(pending);
        } else {
            this.trouble(pending, { kind: 'refused', problems: outcome.refused }, fieldNamed(outcome.refused[0]?.at ?? ''));
        }
    }

    /** A cell changed in another field is no conflict in this one. */
    private async stale(pending: Pending): Promise<void> {
        const newest = await this.onNewest(pending);
        const { state } = this.parts.options;
        const [theirs, seen] = [newest.target.item, pending.target.item].map((item) => item?.values[state.id] ?? null);
        if (theirs === seen && newest.target.item?.revision !== pending.target.item?.revision) {
            await this.save(newest);
            return;
        }
        const versions = await this.parts.given.query.history(newest.target.item?.ref ?? '').catch(() => []);
        const version = versions.find(({ after }) => after !== null && state.id in after) ?? versions[0];
        this.trouble(pending, { kind: 'stale', theirs: theirs ?? null, who: version?.actor ?? null, time: version?.time ?? null });
    }

    private async onNewest(pending: Pending): Promise<Pending> {
        const { item } = pending.target;
        const newest = item && (await this.parts.given.query.item(item.ref));
        return { ...pending, target: { ...pending.target, item: newest } };
    }

    private trouble(pending: Pending, trouble: Trouble, named?: string): void {
        const { given, options } = this.parts;
        const field = given.subject.table.fields.find(({ id }) => id === named) ?? options.state;
        const { item } = pending.target;
        const was = item?.values[field.id] ?? null;
        const value = pending.set[field.id] ?? was;
        this.parts.troubled(pending, { ref: item?.ref ?? '', field, was, value, revision: item?.revision ?? 0, trouble });
    }
}

function keyOf({ target }: Pending): string {
    return `${target.row.ref} ${target.column.ref}`;
}
