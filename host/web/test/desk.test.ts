import { describe, expect, it } from 'vitest';
import type { Item, Outcome, Submission } from '../src/client';
import { Desk } from '../src/desk';

const accepted = (revision: number): Outcome => ({ accepted: { revision, time: '', changes: [] } });
const stale: Outcome = { refused: [{ code: 'stale', at: '', message: { en: '', zh: '' } }] };

/** One item of weekbench.layout, with another window that may write it, too. */
class Host {
    item: Item | null = null;
    readonly submissions: Submission[] = [];
    private waiting: (() => void)[] = [];

    readonly desk = () =>
        new Desk(
            {
                items: () => Promise.resolve({ revision: 0, asOf: null, total: this.item ? 1 : 0, items: this.item ? [this.item] : [] }),
                apply: (submission) => Promise.resolve(this.apply(submission)),
            },
            {
                later: (work) => {
                    this.waiting = [work];
                    return () => (this.waiting = []);
                },
            },
        );

    private apply(submission: Submission): Outcome {
        this.submissions.push(submission);
        const [ask] = submission.requests;
        if (!ask || 'delete' in ask) throw new Error('nobody deletes a desk');
        if ('update' in ask && ask.revision !== this.item?.revision) return stale;
        const revision = (this.item?.revision ?? 0) + 1;
        const values = 'create' in ask ? ask.values : { ...this.item?.values, ...ask.set };
        this.item = { ref: 'weekbench.layout/x', revision, values };
        return accepted(revision);
    }

    async rest(): Promise<void> {
        this.waiting.splice(0).forEach((work) => work());
        await new Promise((resolve) => setImmediate(resolve));
    }

    get stored(): unknown {
        const desk = this.item?.values['desk'];
        return typeof desk === 'string' ? (JSON.parse(desk) as unknown) : null;
    }
}

describe('the desk', () => {
    it('is one item a person, written once the hands are still', async () => {
        const host = new Host();
        const desk = host.desk();
        await desk.load('林夏');
        desk.keep('news', { a: 1 });
        desk.keep('news', { a: 2 });
        expect(host.submissions).toEqual([]);
        await host.rest();
        expect(host.submissions.length).toBe(1);
        expect(host.item?.values['person']).toBe('林夏');
        expect(host.stored).toEqual({ news: { layout: { a: 2 } } });
    });

    it('gives a saved perspective an id of its own and its name', async () => {
        const host = new Host();
        const desk = host.desk();
        await desk.load('');
        expect([desk.save('Monday', { a: 1 }), desk.save('Review', { a: 2 })]).toEqual(['+1', '+2']);
        desk.forget('+1');
        desk.rename('+2', 'Friday');
        await host.rest();
        expect(host.stored).toEqual({ '+2': { name: 'Friday', layout: { a: 2 } } });
        const again = host.desk();
        await again.load('');
        expect(again.own).toEqual([{ id: '+2', name: 'Friday', layout: { a: 2 } }]);
    });

    it('keeps what another window wrote meanwhile, but for what was touched here', async () => {
        const host = new Host();
        const [one, other] = [host.desk(), host.desk()];
        await one.load('x');
        one.keep('news', { a: 0 });
        await host.rest();
        await other.load('x');
        other.keep('news', { a: 1 });
        other.keep('matrix', { b: 1 });
        await host.rest();
        one.keep('news', { a: 2 });
        await host.rest();
        expect(host.stored).toEqual({ news: { layout: { a: 2 } }, matrix: { layout: { b: 1 } } });
    });

    it('remembers which tab is in front without a commit', async () => {
        const host = new Host();
        const desk = host.desk();
        await desk.load('x');
        desk.remember('news', { front: 'unread' });
        await host.rest();
        expect(host.submissions).toEqual([]);
        expect(desk.of('news')?.layout).toEqual({ front: 'unread' });
    });
});
