import { describe, expect, it } from 'vitest';
import type { Commit, Question, Version } from '../src/client';
import type { Feed, FeedListener } from '../src/feed';
import { AskingAt, FeedAt, submitAt } from '../src/past/asked';
import { ShownTime } from '../src/past/shown';
import { millisOf, shareOf, sinceBefore, stepped, stopAt, stopNear, stopsOf, weekBefore } from '../src/past/stops';
import type { Query } from '../src/view';

const DAYS = ['2026-08-01', '2026-08-03', '2026-08-09', '2026-08-10'];
const MOMENTS = DAYS.map((day, index) => ({ revision: index + 1, time: `${day}T12:00:00Z` }));
const NOW = Date.parse('2026-08-11T12:00:00Z');
const STOPS = stopsOf(MOMENTS, NOW);

describe('the track of times', () => {
    it('ends with now, which stands for the latest change', () => {
        expect(STOPS.map(({ asOf }) => asOf)).toEqual([MOMENTS[0]?.time, MOMENTS[1]?.time, MOMENTS[2]?.time, null]);
        expect(stopsOf([], NOW)).toEqual([{ asOf: null, millis: NOW }]);
    });

    it('knows the stop that shows what a time shows', () => {
        expect(stopAt(STOPS, null)).toBe(3);
        expect(stopAt(STOPS, '2026-08-03')).toBe(1);
        expect(stopAt(STOPS, '2026-08-03T11:59:59Z')).toBe(0);
        expect(stopAt(STOPS, '2020-01-01')).toBe(0);
        expect(stopAt(STOPS, '2026-08-10T23:00:00Z')).toBe(2);
    });

    it('steps from change to change and stops at both ends', () => {
        expect(stepped(STOPS, null, -1)).toBe(MOMENTS[2]?.time);
        expect(stepped(STOPS, '2026-08-05', 1)).toBe(MOMENTS[2]?.time);
        expect(stepped(STOPS, '2026-08-05', -Infinity)).toBe(MOMENTS[0]?.time);
        expect(stepped(STOPS, MOMENTS[2]?.time ?? '', 1)).toBeNull();
        expect(stepped(STOPS, null, 10)).toBeNull();
    });

    it('lies evenly in time', () => {
        expect(shareOf(STOPS, Date.parse('2026-08-06T12:00:00Z'))).toBe(0.5);
        expect([shareOf(STOPS, 0), shareOf(STOPS, NOW * 2)]).toEqual([0, 1]);
        expect(stopNear(STOPS, 0.25)?.asOf).toBe(MOMENTS[1]?.time);
        expect(stopNear(STOPS, 1)?.asOf).toBeNull();
    });

    it('takes a day for its end, as the host does', () => {
        expect(millisOf('2026-08-17')).toBe(Date.parse('2026-08-17T23:59:59.999Z'));
    });

    it('compares with an earlier time, never a later', () => {
        expect(weekBefore(null, NOW)).toBe('2026-08-04T12:00:00.000Z');
        expect(sinceBefore('2026-08-05', null, NOW)).toBe('2026-08-05');
        expect(sinceBefore('2026-08-05', '2026-08-03T12:00:00Z', NOW)).toBe('2026-07-27T12:00:00.000Z');
        expect(sinceBefore(null, '2026-08-03', NOW)).toBeNull();
    });
});

/** A query that writes down what it was asked. */
function asked() {
    const questions: (string | undefined)[] = [];
    const versions = ['2026-08-09T00:00:00Z', '2026-08-01T00:00:00Z'].map((time, index) => ({ time, revision: 2 - index }) as Version);
    const query = {
        items: ({ asOf }: Question) => {
            questions.push(asOf);
            return Promise.resolve({ revision: 1, total: 0, items: [] });
        },
        history: () => Promise.resolve(versions),
    } as unknown as Query;
    return { query, questions };
}

describe('a view that knows nothing of other times', () => {
    const page = { table: 'a.b', offset: 0, limit: 1 };

    it('is answered as of the one shown, unless it asks for its own', async () => {
        const time = new ShownTime();
        const { query, questions } = asked();
        const at = new AskingAt(query, time);
        await at.items(page);
        time.go('2026-08-03');
        await at.items(page);
        await at.items({ ...page, asOf: '2026-01-01' });
        expect(questions).toEqual([undefined, '2026-08-03', '2026-01-01']);
    });

    it('sees of a history what had happened by then', async () => {
        const time = new ShownTime();
        const at = new AskingAt(asked().query, time);
        const revisions = async () => (await at.history('a.b/c')).map(({ revision }) => revision);
        expect(await revisions()).toEqual([2, 1]);
        time.go('2026-08-08');
        expect(await revisions()).toEqual([1]);
        time.go('1');
        expect(await revisions()).toEqual([1]);
    });

    it('hears nothing of the present while it is in the past, and reads anew when it moves', () => {
        const time = new ShownTime();
        const told = new Set<FeedListener>();
        const feed: Feed = {
            revision: 7,
            connected: true,
            listen: (listener) => {
                told.add(listener);
                return () => told.delete(listener);
            },
        };
        const heard: string[] = [];
        const dispose = new FeedAt(feed, time).listen({ commit: () => heard.push('commit'), reload: (why) => heard.push(why) });
        const happens = () => told.forEach((listener) => listener.commit?.({} as Commit));
        happens();
        time.go('2026-08-03');
        happens();
        time.go('2026-08-03', '2026-08-01');
        time.go(null);
        happens();
        dispose();
        time.go('2026-08-03');
        expect(heard).toEqual(['commit', 'moved', 'moved', 'commit']);
        expect(told.size).toBe(0);
    });

    it('changes nothing in the past, and is told why', async () => {
        const time = new ShownTime();
        const sent: unknown[] = [];
        const submit = submitAt((submission) => {
            sent.push(submission);
            return Promise.resolve({ accepted: { revision: 1, time: '', changes: [] } });
        }, time);
        await submit({ requests: [] });
        time.go('2026-08-03');
        expect(await submit({ requests: [] })).toMatchObject({ refused: [{ code: 'past' }] });
        expect(sent).toHaveLength(1);
    });
});
