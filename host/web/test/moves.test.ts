import { describe, expect, it } from 'vitest';
import { Unreachable, type Field, type Item, type Outcome, type Submission, type Values } from '../src/client';
import { Moves, type Move } from '../src/views/planning/moves';

const REF = 't.card/1';
const STATE: Field = { id: 'state', type: 'choice', label: { en: 'State', zh: '状态' } };
const words = { en: '', zh: '' };

function card(values: Values, revision = 1): Item {
    return { ref: REF, revision, values };
}

/** A host that answers as it is told, in turn. */
class Host {
    readonly sent: Submission[] = [];
    item = card({ state: 'planned', owner: '林夏' });

    constructor(readonly outcomes: (Outcome | Error)[]) {}

    readonly moves = new Moves(
        { item: () => Promise.resolve(this.item), history: () => Promise.resolve([]) },
        (submission) => {
            this.sent.push(submission);
            const next = this.outcomes.shift();
            if (next === undefined) throw new Error('nothing more is answered');
            return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
        },
        () => () => '',
    );
}

const move = (to: string, more: Partial<Move> = {}): Move => ({ ref: REF, field: STATE, was: { state: 'planned' }, set: { state: to }, revision: 1, ...more });
const accepted = (revision: number): Outcome => ({ accepted: { revision, time: '', changes: [] } });
const refused = (...codes: string[]): Outcome => ({ refused: codes.map((code) => ({ code, at: `requests[0].set.${code}`, message: words })) });

describe('moves', () => {
    it('stand where they go to, from the key on until the rows say so themselves', async () => {
        const host = new Host([accepted(2)]);
        const saving = host.moves.save(move('came'));
        expect(host.moves.values(host.item)).toEqual({ state: 'came', owner: '林夏' });
        await saving;
        expect(host.moves.of(REF)).toBeUndefined();
        expect(host.moves.values(host.item), 'the old row').toEqual({ state: 'came', owner: '林夏' });
        expect(host.moves.values(card({ state: 'ended' }, 3)), 'a newer row').toEqual({ state: 'ended' });
    });

    it('wait for what a rule asks, and go again with the answer', async () => {
        const host = new Host([{ asked: [{ code: 'why', at: '', question: words, choices: [] }] }, accepted(2)]);
        await host.moves.save(move('came'));
        const waiting = host.moves.of(REF);
        expect(waiting?.trouble?.kind).toBe('asked');
        if (waiting) await host.moves.save(waiting, { why: 'upstream' });
        expect(host.sent[1]?.requests[0]).toEqual({ update: REF, revision: 1, set: { state: 'came' }, answers: { why: 'upstream' } });
        expect(host.moves.of(REF)).toBeUndefined();
    });

    it('say which fields they need, unless something else is wrong as well', async () => {
        const host = new Host([refused('required', 'required'), refused('required', 'key-taken')]);
        await host.moves.save(move('came'));
        expect(host.moves.of(REF)?.needs).toHaveLength(2);
        await host.moves.save(move('came'));
        expect(host.moves.of(REF)?.needs).toBeUndefined();
        expect(host.moves.of(REF)?.trouble?.kind).toBe('refused');
    });

    it('are no conflict with what somebody changed in other fields', async () => {
        const host = new Host([refused('stale'), accepted(9)]);
        host.item = card({ state: 'planned', owner: '陈屿' }, 8);
        await host.moves.save(move('came'));
        expect(host.sent[1]?.requests[0]).toMatchObject({ revision: 8 });
        expect(host.moves.of(REF)).toBeUndefined();
    });

    it('are a conflict in the same field: both are told, nothing is lost', async () => {
        const host = new Host([refused('stale')]);
        host.item = card({ state: 'withdrawn' }, 8);
        await host.moves.save(move('came'));
        expect(host.moves.of(REF)).toMatchObject({ set: { state: 'came' }, trouble: { kind: 'stale', theirs: 'withdrawn' } });
    });

    it('stay when the host does not answer, and go back when they are put back', async () => {
        const host = new Host([new Unreachable()]);
        await host.moves.save(move('came'));
        expect(host.moves.of(REF)?.trouble).toEqual({ kind: 'offline' });
        host.moves.putBack(REF);
        expect(host.moves.values(host.item)).toEqual({ state: 'planned', owner: '林夏' });
    });
});
