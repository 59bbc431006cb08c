import { describe, expect, it } from 'vitest';
import { Refusal, Unreachable, type Item, type Outcome, type Submission, type Values, type Version } from '../src/client';
import { Outbox } from '../src/outbox';

/** A host that can be away, and whose answers can get lost on the way back. */
class Host {
    state: 'there' | 'away' | 'deaf' = 'there';
    readonly items = new Map<string, Item>();
    readonly applied: Submission[] = [];
    readonly due: (() => void)[] = [];
    changes = 0;
    private revision = 10;

    readonly outbox = new Outbox(
        {
            apply: (submission) => this.apply(submission),
            item: (ref) => this.answer(() => this.items.get(ref) ?? absent()),
            history: (ref) => this.answer(() => [{ ...version, revision: this.revision, kind: this.items.has(ref) ? 'updated' : 'deleted' }]),
        },
        () => this.changes++,
        (work) => {
            this.due.push(work);
            return () => this.due.splice(0);
        },
    );

    async comeBack(): Promise<void> {
        this.state = 'there';
        await this.outbox.send();
    }

    private async apply(submission: Submission): Promise<Outcome> {
        if (this.state === 'away') throw new Unreachable('away');
        this.applied.push(submission);
        this.revision++;
        for (const ask of submission.requests) {
            if ('create' in ask) this.put(`${ask.create}/${ask.id ?? ''}`, ask.values);
            else if ('update' in ask) this.put(ask.update, { ...this.items.get(ask.update)?.values, ...ask.set });
            else this.items.delete(ask.delete);
        }
        return this.answer(() => ({ accepted: { revision: this.revision, time: '', changes: [] } }));
    }

    private put(ref: string, values: Values): void {
        this.items.set(ref, { ref, revision: this.revision, values });
    }

    private answer<T>(say: () => T): Promise<T> {
        if (this.state !== 'there') return Promise.reject(new Unreachable(this.state));
        return new Promise((resolve) => resolve(say()));
    }
}

const version: Version = { revision: 0, time: '', actor: '', reason: null, kind: 'updated', before: null, after: null };

function absent(): never {
    throw new Refusal(404, []);
}

const update = (value: string): Submission => ({ requests: [{ update: 't.item/a', revision: 10, set: { name: value } }] });
const revisionOf = (outcome: Outcome) => ('accepted' in outcome ? outcome.accepted.revision : outcome);

describe('the outbox', () => {
    it('keeps what cannot be sent, and sends it in order once the host answers', async () => {
        const host = new Host();
        host.state = 'away';
        const [one, two] = [host.outbox.submit(update('one')), host.outbox.submit(update('two'))];
        await Promise.resolve();
        await new Promise((resolve) => setImmediate(resolve));
        expect(host.outbox.count).toBe(2);
        await host.comeBack();
        expect([revisionOf(await one), revisionOf(await two)]).toEqual([11, 12]);
        expect(host.items.get('t.item/a')?.values).toEqual({ name: 'two' });
        expect(host.outbox.count).toBe(0);
    });

    it.each<[string, Submission]>([
        ['an edit', update('mine')],
        ['a new item', { requests: [{ create: 't.item', values: { name: 'new' } }] }],
        ['a deletion', { requests: [{ delete: 't.item/a', revision: 10 }] }],
    ])('%s whose answer got lost happens once', async (_what, submission) => {
        const host = new Host();
        host.items.set('t.item/a', { ref: 't.item/a', revision: 10, values: { name: 'old' } });
        host.state = 'deaf';
        const outcome = host.outbox.submit(submission);
        await new Promise((resolve) => setImmediate(resolve));
        await host.comeBack();
        expect(revisionOf(await outcome)).toBe(11);
        expect(host.applied.length).toBe(1);
    });

    it('hands back what waits to where it was made', async () => {
        const host = new Host();
        host.state = 'away';
        const outcome = host.outbox.submit(update('mine')).then(() => 'sent', (failure: unknown) => failure);
        await new Promise((resolve) => setImmediate(resolve));
        host.outbox.giveBack();
        expect(await outcome).toBeInstanceOf(Unreachable);
        await host.comeBack();
        expect(host.applied).toEqual([]);
    });

    it('tries again by itself, less and less often', async () => {
        const host = new Host();
        host.state = 'away';
        const outcome = host.outbox.submit(update('mine'));
        await new Promise((resolve) => setImmediate(resolve));
        host.due.splice(0).forEach((work) => work());
        await new Promise((resolve) => setImmediate(resolve));
        expect(host.due.length).toBe(1);
        host.state = 'there';
        host.due.splice(0).forEach((work) => work());
        expect(revisionOf(await outcome)).toBe(11);
    });
});
