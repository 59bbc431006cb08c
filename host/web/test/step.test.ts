import { describe, expect, test } from 'vitest';
import { Unreachable, type Ask, type Field, type Item, type Outcome, type Submission } from '../src/client';
import type { Edit } from '../src/grid/edits';
import { locate } from '../src/grid/located';
import { Step } from '../src/grid/step';
import type { Query } from '../src/view';

const words = (en: string) => ({ en, zh: en });
const field = (id: string): Field => ({ id, type: 'text', label: words(id) });
const edit = (row: number, id = 'name'): Edit => ({ ref: `t.a/${row}`, field: field(id), was: 'old', value: `new ${row}`, revision: 3 });
const accepted: Outcome = { accepted: { revision: 9, time: '', changes: [] } };
const refused = (...at: string[]): Outcome => ({ refused: at.map((place) => ({ code: 'bad', at: place, message: words('bad') })) });
const asked = (...at: string[]): Outcome => ({ asked: at.map((place) => ({ code: 'why', at: place, question: words('Why?'), choices: [] })) });
const stale = (...at: string[]): Outcome => ({ refused: at.map((place) => ({ code: 'stale', at: place, message: words('stale') })) });

/** A host that gives its answers in order and remembers what it was asked. */
function bench(outcomes: (Outcome | Error)[], items: Record<string, Item> = {}) {
    const sent: (readonly Ask[])[] = [];
    const stopped: (Edit | null)[] = [];
    const submit = (submission: Submission): Promise<Outcome> => {
        sent.push(submission.requests);
        const outcome = outcomes.shift() ?? accepted;
        return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    };
    const item = (ref: string) => Promise.resolve(items[ref] ?? { ref, revision: 3, values: { name: 'old' } });
    const versions = [{ revision: 4, time: 'then', actor: '陈屿', reason: null, kind: 'updated', before: null, after: { name: 'theirs' } }];
    const query = { item, history: () => Promise.resolve(versions) } as unknown as Query;
    const step = new Step({ query, submit, name: (cells) => () => `${cells}`, changed: () => undefined, happened: () => undefined, stopped: (first) => stopped.push(first) });
    return { step, sent, stopped };
}

const kinds = (step: Step) => step.all.map(({ ref, trouble }) => `${ref.slice(4)} ${trouble?.kind ?? 'none'}`);

describe('a step of many cells', () => {
    test('is one commit, in which a row is written once', async () => {
        const { step, sent } = bench([]);
        step.add([edit(1), edit(1, 'note'), edit(2)], []);
        await step.send();
        expect(sent).toEqual([
            [
                { update: 't.a/1', revision: 3, set: { name: 'new 1', note: 'new 1' } },
                { update: 't.a/2', revision: 3, set: { name: 'new 2' } },
            ],
        ]);
        expect(step.isOpen).toBe(false);
    });

    test('marks what is refused, and the rest waits', async () => {
        const { step, stopped } = bench([refused('requests[1].set.name')]);
        step.add([edit(1), edit(2), edit(3)], []);
        await step.send();
        expect(kinds(step)).toEqual(['1 waits', '2 refused', '3 waits']);
        expect(stopped.map((each) => each?.ref)).toEqual(['t.a/2']);
    });

    test('saves the rest when somebody says so, and keeps what is refused', async () => {
        const { step, sent } = bench([refused('requests[1].set.name')]);
        step.add([edit(1), edit(2), edit(3)], []);
        await step.send();
        await step.send();
        expect(sent[1]?.map((request) => 'update' in request && request.update)).toEqual(['t.a/1', 't.a/3']);
        expect(kinds(step)).toEqual(['2 refused']);
    });

    test('sends what was mended', async () => {
        const { step, sent } = bench([refused('requests[0].set.name')]);
        step.add([edit(1)], []);
        await step.send();
        step.retype({ ...edit(1), value: 'better' });
        await step.send();
        expect(sent[1]).toEqual([{ update: 't.a/1', revision: 3, set: { name: 'better' } }]);
    });

    test('takes one answer for all cells that were asked the same', async () => {
        const { step, sent } = bench([asked('requests[0].set.name', 'requests[2].set.name')]);
        step.add([edit(1), edit(2), edit(3)], []);
        await step.send();
        expect(kinds(step)).toEqual(['1 asked', '2 waits', '3 asked']);
        await step.answer({ why: 'because' });
        expect(sent[1]?.map((request) => request.answers)).toEqual([{ why: 'because' }, undefined, { why: 'because' }]);
        expect(step.isOpen).toBe(false);
    });

    test('puts a complaint about another field at a cell of its row', async () => {
        const { step } = bench([refused('requests[1].set.reason')]);
        step.add([edit(1), edit(2)], []);
        await step.send();
        expect(kinds(step)).toEqual(['1 waits', '2 refused']);
    });

    test('goes on by itself where only other fields were changed meanwhile', async () => {
        const { step, sent } = bench([stale('requests[0]')], { 't.a/1': { ref: 't.a/1', revision: 7, values: { name: 'old' } } });
        step.add([edit(1)], []);
        await step.send();
        expect(sent[1]).toEqual([{ update: 't.a/1', revision: 7, set: { name: 'new 1' } }]);
        expect(step.isOpen).toBe(false);
    });

    test('shows both values where somebody was quicker, and saves on top', async () => {
        const { step, sent } = bench([stale('requests[0]')], { 't.a/1': { ref: 't.a/1', revision: 7, values: { name: 'theirs' } } });
        step.add([edit(1), edit(2)], []);
        await step.send();
        expect(step.of('t.a/1', 'name')?.trouble).toEqual({ kind: 'stale', theirs: 'theirs', who: '陈屿', time: 'then' });
        await step.onTop({ ...edit(1) });
        await step.send();
        expect(sent.at(-1)).toEqual([
            { update: 't.a/1', revision: 7, set: { name: 'new 1' } },
            { update: 't.a/2', revision: 3, set: { name: 'new 2' } },
        ]);
    });

    test('keeps everything when the host does not answer', async () => {
        const { step } = bench([new Unreachable('away')]);
        step.add([edit(1), edit(2)], []);
        await step.send();
        expect([step.offline, kinds(step)]).toEqual([true, ['1 waits', '2 waits']]);
        await step.send();
        expect(step.isOpen).toBe(false);
    });

    test('puts a complaint about a new row at that row', async () => {
        const { step } = bench([refused('requests[1].values.facet')]);
        step.add([edit(1)], [{ table: 't.a', values: { name: 'added' } }]);
        await step.send();
        expect(step.newRows.map(({ problems }) => problems?.length)).toEqual([1]);
        expect(kinds(step)).toEqual(['1 waits']);
    });

    test('puts all back and forgets the new rows', () => {
        const { step } = bench([]);
        step.add([edit(1)], [{ table: 't.a', values: {} }]);
        step.putAllBack();
        expect(step.isOpen).toBe(false);
    });
});

test.each([
    ['requests[12].set.promised', { request: 12, field: 'promised' }],
    ['requests[0]', { request: 0, field: undefined }],
    ['', { request: 0, field: undefined }],
])('%s is located', (at, place) => expect(locate(at)).toEqual(place));
