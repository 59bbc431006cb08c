import { Unreachable, type Answers, type Field, type Item, type Outcome, type Problem, type Values } from '../../client';
import type { Dispose } from '../../feed';
import type { Trouble } from '../../grid/edits';
import { same } from '../../model';
import type { Query, Submit } from '../../view';

/** Fields of an item that were set together and are not stored yet: a card moved, a date dragged. */
export interface Move {
    readonly ref: string;
    /** What the move is about: questions and conflicts stand at it. */
    readonly field: Field;
    readonly was: Values;
    readonly set: Values;
    /** The revision of the item its author saw. */
    readonly revision: number;
    readonly trouble?: Trouble;
    /** What else must be filled in first. */
    readonly needs?: readonly Problem[];
}

/** The moves under way, one an item. Until the rows tell the same, what was accepted is shown on top of them. */
export class Moves {
    private readonly open = new Map<string, Move>();
    private readonly landed = new Map<string, { readonly revision: number; readonly set: Values }>();
    private readonly own = new Set<number>();
    private readonly listeners = new Set<(move: Move, done: boolean) => void>();

    constructor(
        private readonly query: Pick<Query, 'item' | 'history'>,
        private readonly submit: Submit,
        private readonly nameOf: (move: Move) => () => string,
    ) {}

    of(ref: string): Move | undefined {
        return this.open.get(ref);
    }

    listen(listener: (move: Move, done: boolean) => void): Dispose {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    isOwn(revision: number, refs: readonly string[]): boolean {
        return this.own.has(revision) || refs.some((ref) => this.open.has(ref));
    }

    accept(revision: number): void {
        this.own.add(revision);
    }

    /** The values as they will be if everything under way is accepted. */
    values(item: Item): Values {
        const landed = this.landed.get(item.ref);
        if (landed && item.revision >= landed.revision) this.landed.delete(item.ref);
        return { ...item.values, ...this.landed.get(item.ref)?.set, ...this.open.get(item.ref)?.set };
    }

    async save(move: Move, answers?: Answers): Promise<void> {
        const saving = without(move);
        this.put(saving);
        const revision = Math.max(saving.revision, this.landed.get(saving.ref)?.revision ?? 0);
        const request = { update: saving.ref, revision, set: saving.set, ...(answers ? { answers } : {}) };
        try {
            await this.settle(saving, await this.submit({ requests: [request] }, this.nameOf(saving)));
        } catch (failure) {
            if (!(failure instanceof Unreachable)) throw failure;
            this.trouble(saving, { trouble: { kind: 'offline' } });
        }
    }

    /** Saves on top of what somebody else stored meanwhile. */
    async saveOnTop(move: Move): Promise<void> {
        const { revision } = await this.query.item(move.ref);
        await this.save({ ...move, revision });
    }

    putBack(ref: string): void {
        const move = this.open.get(ref);
        if (move) this.drop(move);
    }

    /** It is stored, with these values. */
    land(move: Move, revision: number, set: Values): void {
        this.own.add(revision);
        this.landed.set(move.ref, { revision, set });
        this.drop(move);
    }

    private async settle(move: Move, outcome: Outcome): Promise<void> {
        if ('accepted' in outcome) {
            this.land(move, outcome.accepted.revision, move.set);
        } else if ('asked' in outcome) {
            this.trouble(move, { trouble: { kind: 'asked', prompts: outcome.asked } });
        } else if (outcome.refused.some((problem) => problem.code === 'stale')) {
            await this.stale(move);
        } else {
            const needed = outcome.refused.every((problem) => problem.code === 'required');
            this.trouble(move, { trouble: { kind: 'refused', problems: outcome.refused }, ...(needed ? { needs: outcome.refused } : {}) });
        }
    }

    /** An item changed in other fields is no conflict in these. */
    private async stale(move: Move): Promise<void> {
        const item = await this.query.item(move.ref).catch(() => null);
        if (item && Object.keys(move.set).every((id) => same(item.values[id], move.was[id]))) {
            await this.save({ ...move, revision: item.revision });
            return;
        }
        const versions = await this.query.history(move.ref).catch(() => []);
        const version = versions.find((each) => each.after !== null && move.field.id in each.after) ?? versions[0];
        const theirs = item?.values[move.field.id] ?? null;
        this.trouble(move, { trouble: { kind: 'stale', theirs, who: version?.actor ?? null, time: version?.time ?? null } });
    }

    private put(move: Move): void {
        this.open.set(move.ref, move);
        this.listeners.forEach((listener) => listener(move, false));
    }

    /** What an answer says of a move that was moved on meanwhile is not shown. */
    private trouble(move: Move, more: Pick<Move, 'trouble' | 'needs'>): void {
        if (this.open.get(move.ref) === move) this.put({ ...move, ...more });
    }

    private drop(move: Move): void {
        if (this.open.get(move.ref) !== move) return;
        this.open.delete(move.ref);
        this.listeners.forEach((listener) => listener(move, true));
    }
}

function without({ ref, field, was, set, revision }: Move): Move {
    return { ref, field, was, set, revision };
}

/** The field a problem or a question is about: "requests[0].set.cameOn" is about cameOn. */
export function fieldAt(at: string): string {
    return at.slice(at.lastIndexOf('.') + 1);
}
