import { describe, expect, it } from 'vitest';
import { Refusal, type Item, type Outcome, type Submission, type Table } from '../src/client';
import { differences, picked, restoration } from '../src/views/history/changes';
import { Comparison } from '../src/views/history/comparison';
import { Restoring } from '../src/views/history/restoring';
import type { Query } from '../src/view';

const label = (en: string) => ({ en, zh: en });
const TABLE: Table = {
    id: 't.item',
    label: label('Item'),
    key: ['name'],
    title: 'name',
    fields: [
        { id: 'name', type: 'text', label: label('Name') },
        { id: 'tags', type: 'choices', label: label('Tags') },
        { id: 'note', type: 'text', label: label('Note') },
        { id: 'age', type: 'computed', of: 'integer', label: label('Age') },
    ],
};
const REF = 't.item/a';

/** An item that said one thing at each revision; null where it was not there. */
function past(at: Record<number, Item['values'] | null>): Query {
    const newest = Math.max(...Object.keys(at).map(Number));
    const item = (_ref: string, asOf?: string) => {
        const revision = asOf === undefined ? newest : Number(asOf);
        const values = at[revision];
        return values ? Promise.resolve({ ref: REF, revision, values }) : Promise.reject(new Refusal(404, []));
    };
    return { item } as unknown as Query;
}

describe('differences', () => {
    it('are those of written fields, in their order', () => {
        const changed = differences(TABLE, { note: 'x', tags: ['a'], age: 1 }, { note: 'y', tags: ['a'], name: 'N', age: 2 });
        expect(changed.map(({ field, before, after }) => [field.id, before, after])).toEqual([
            ['name', null, 'N'],
            ['note', 'x', 'y'],
        ]);
    });
});

describe('a restoration', () => {
    it('sets what differs, and clears what was not set then', () => {
        const now = { ref: REF, revision: 7, values: { name: 'N', note: 'later', tags: ['a'] } };
        expect(restoration(REF, TABLE, now, { name: 'N', tags: ['b'] })).toEqual({ update: REF, revision: 7, set: { tags: ['b'], note: null } });
    });

    it('makes anew what was deleted, under the name it had', () => {
        expect(restoration(REF, TABLE, null, { name: 'N', age: 3 })).toEqual({ create: 't.item', id: 'a', values: { name: 'N' } });
    });

    it('asks for nothing where nothing differs', () => {
        expect(restoration(REF, TABLE, { ref: REF, revision: 7, values: { name: 'N', age: 4 } }, { name: 'N', age: 3 })).toBeNull();
    });
});

describe('restoring', () => {
    const submitting = (answers: Outcome[]) => {
        const sent: Submission[] = [];
        const submit = (submission: Submission) => {
            sent.push(submission);
            return Promise.resolve(answers.shift() ?? { refused: [] });
        };
        return { sent, submit };
    };

    it('gives its own reason, and the answer to what is asked', async () => {
        const { sent, submit } = submitting([
            { asked: [{ code: 'why', at: 'requests[0].set.note', question: label('Why?'), choices: [] }] },
            { accepted: { revision: 9, time: '', changes: [] } },
        ]);
        const restoring = new Restoring(REF, 3, { query: past({ 3: { name: 'old' }, 8: { name: 'new', note: 'n' } }), submit, table: TABLE, named: () => '' });
        await restoring.read();
        expect(await restoring.save('because')).toMatchObject({ field: { id: 'note' }, was: 'n', value: null, trouble: { kind: 'asked' } });
        expect(await restoring.save('because', { why: 'x' })).toBeNull();
        expect(sent).toEqual([
            { reason: 'because', requests: [{ update: REF, revision: 8, set: { name: 'old', note: null } }] },
            { reason: 'because', requests: [{ update: REF, revision: 8, set: { name: 'old', note: null }, answers: { why: 'x' } }] },
        ]);
    });

    it('shows the differences anew where the item moved on meanwhile', async () => {
        const at: Record<number, Item['values']> = { 3: { name: 'old' }, 8: { name: 'new' } };
        const query = { item: (ref: string, asOf?: string) => past(at).item(ref, asOf) } as Query;
        const { submit } = submitting([{ refused: [{ code: 'stale', at: 'requests[0]', message: label('stale') }] }]);
        const restoring = new Restoring(REF, 3, { query, submit, table: TABLE, named: () => '' });
        await restoring.read();
        at[9] = { name: 'newer', note: 'n' };
        await restoring.save('');
        expect(restoring.moved).toBe(true);
        expect(restoring.changes?.map(({ field }) => field.id)).toEqual(['name', 'note']);
    });
});

describe('comparing', () => {
    it('takes two versions, the latest chosen', () => {
        expect([[], [3], [3, 5], [3, 5]].map((before, at) => picked(before, [3, 5, 8, 3][at] ?? 0))).toEqual([[3], [3, 5], [5, 8], [5]]);
    });

    it('goes from the earlier to the later, whichever was chosen first', async () => {
        const { earlier, later, changes } = await Comparison.of(past({ 2: { name: 'a' }, 6: { name: 'b' } }), REF, TABLE, 6, 2);
        expect([earlier, later, changes.map(({ before, after }) => [before, after])]).toEqual([2, 6, [['a', 'b']]]);
    });

    it('takes an item that was not there for an empty one', async () => {
        const { changes } = await Comparison.of(past({ 2: { name: 'a' }, 6: null }), REF, TABLE, 2, 6);
        expect(changes.map(({ before, after }) => [before, after])).toEqual([['a', null]]);
    });
});
