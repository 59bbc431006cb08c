import type { Client, Outcome } from './client';
import { Outbox } from './outbox';
import { t, text } from './settings';
import type { Submit } from './view';

/** Says it to the reader, with a way to take it back where there is one. */
export type Say = (words: string, undo?: () => void) => void;

/** What was done in this window: each change its reader's own, the last one to be taken back by name. */
export class Doings {
    private readonly own = new Set<number>();
    private readonly underway = new Set<Promise<Outcome>>();
    private readonly outbox: Outbox;
    private last: { readonly revision: number; readonly what: () => string } | null = null;

    constructor(
        private readonly client: Client,
        private readonly say: Say,
        private readonly undone: () => void,
        waits: () => void,
    ) {
        this.outbox = new Outbox(client, waits);
    }

    /** How many changes wait for the host to answer. */
    get waiting(): number {
        return this.outbox.count;
    }

    /** The host may answer again. */
    send(): void {
        void this.outbox.send();
    }

    /** Hands what waits back to where it was written. */
    giveBack(): void {
        this.outbox.giveBack();
    }

    readonly submit: Submit = async (submission, what) => {
        const outcome = await this.ours(this.outbox.submit(submission));
        if ('accepted' in outcome && what) this.did(outcome.accepted.revision, what);
        return outcome;
    };

    /** Something was written by another way than {@link submit}. */
    did(revision: number, what: () => string): void {
        this.own.add(revision);
        this.last = { revision, what };
        this.say(what(), () => void this.undo());
    }

    /** The stream can be quicker than the answer that tells which commit is ours. */
    async isOwn(revision: number): Promise<boolean> {
        await Promise.allSettled(this.underway);
        return this.own.has(revision);
    }

    async undo(): Promise<void> {
        const done = this.last;
        if (!done) return;
        this.last = null;
        await this.takeBack(done.revision, done.what);
    }

    async takeBack(revision: number, what: () => string): Promise<void> {
        const outcome = await this.ours(this.client.undo(revision)).catch(() => null);
        const why = outcome && 'refused' in outcome ? text(outcome.refused[0]?.message) : t('prompt.offline');
        const undone = outcome !== null && 'accepted' in outcome;
        this.say(undone ? t('done.undone', { what: what() }) : t('done.notUndone', { why }));
        if (undone) this.undone();
    }

    /** The host went back to earlier data: these revisions mean other things now. */
    forget(): void {
        this.last = null;
        this.own.clear();
    }

    private async ours(answer: Promise<Outcome>): Promise<Outcome> {
        this.underway.add(answer);
        try {
            const outcome = await answer;
            if ('accepted' in outcome) this.own.add(outcome.accepted.revision);
            return outcome;
        } finally {
            this.underway.delete(answer);
        }
    }
}
