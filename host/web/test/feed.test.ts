import { describe, expect, it } from 'vitest';
import type { Commit } from '../src/client';
import { CommitFeed, type Stream } from '../src/feed';

class FakeStream implements Stream {
    readyState = 0;
    private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>();

    constructor(readonly url: string) {}

    addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
        this.listeners.set(type, listener);
    }

    close(): void {
        this.readyState = 2;
    }

    say(type: string, data?: unknown): void {
        this.listeners.get(type)?.({ data: JSON.stringify(data) } as MessageEvent<string>);
    }

    /** The browser gave the connection up. */
    fail(): void {
        this.readyState = 2;
        this.say('error');
    }
}

function commit(revision: number): Commit {
    return { revision, time: '2026-08-17T09:42:00Z', actor: '陈屿', reason: null, changes: [] };
}

function following(revision: number) {
    const streams: FakeStream[] = [];
    const waits: number[] = [];
    const due: (() => void)[] = [];
    const feed = new CommitFeed('/api/v1/commits/stream', revision, {
        open: (url) => {
            const stream = new FakeStream(url);
            streams.push(stream);
            return stream;
        },
        later: (work, millis) => {
            waits.push(millis);
            due.push(work);
        },
    });
    const heard: (number | string)[] = [];
    feed.listen({
        commit: ({ revision: each }) => heard.push(each),
        reload: (why) => heard.push(why),
        connection: (connected) => heard.push(connected ? 'connected' : 'lost'),
    });
    return { feed, streams, waits, heard, wake: () => due.splice(0).forEach((work) => work()) };
}

describe('feed', () => {
    it('passes each commit on once, in order', () => {
        const { streams, heard, feed } = following(12);
        const [stream] = streams;
        stream?.say('open');
        [13, 14, 13, 14, 15].forEach((revision) => stream?.say('commit', commit(revision)));
        expect(heard).toEqual(['connected', 13, 14, 15]);
        expect(feed.revision).toBe(15);
    });

    it('opens from the revision the page was read at, so that nothing between is missed', () => {
        expect(following(12).streams.map((stream) => stream.url)).toEqual(['/api/v1/commits/stream?since=12']);
    });

    it('leaves a lost connection to the browser as long as that is trying', () => {
        const { streams, heard, waits } = following(12);
        streams[0]?.say('open');
        streams[0]?.say('error');
        streams[0]?.say('open');
        streams[0]?.say('commit', commit(13));
        expect(heard).toEqual(['connected', 'lost', 'connected', 13]);
        expect([streams.length, waits]).toEqual([1, []]);
    });

    it('opens a new stream from where it had come to when the browser gave up', () => {
        const { streams, heard, wake } = following(12);
        streams[0]?.say('open');
        streams[0]?.say('commit', commit(13));
        streams[0]?.fail();
        wake();
        streams[1]?.say('open');
        streams[1]?.say('commit', commit(14));
        expect(streams.map((stream) => stream.url.split('?')[1])).toEqual(['since=12', 'since=13']);
        expect(heard).toEqual(['connected', 13, 'lost', 'connected', 14]);
    });

    it('waits longer after each failure, up to fifteen seconds, and starts over after a success', () => {
        const { streams, waits, wake } = following(1);
        for (let n = 0; n < 7; n++) {
            streams.at(-1)?.fail();
            wake();
        }
        expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
        streams.at(-1)?.say('open');
        streams.at(-1)?.fail();
        expect(waits.at(-1)).toBe(500);
    });

    it('has everything read anew when another home answers', () => {
        const { streams, heard, feed } = following(40);
        streams[0]?.say('open');
        streams[0]?.say('reset', { revision: 7 });
        streams[0]?.say('commit', commit(8));
        expect(heard).toEqual(['connected', 'restored', 8]);
        expect(feed.revision).toBe(8);
    });

    it('has everything read anew when something was purged', () => {
        const { streams, heard } = following(12);
        streams[0]?.say('commit', { ...commit(13), origin: { kind: 'host', name: 'purge' } });
        streams[0]?.say('commit', { ...commit(14), origin: { kind: 'host', name: '' } });
        expect(heard).toEqual([13, 'purged', 14]);
    });

    it('says no more to who has left, and nothing at all once stopped', () => {
        const { feed, streams, heard, wake } = following(1);
        const left: number[] = [];
        const leave = feed.listen({ commit: ({ revision }) => left.push(revision) });
        leave();
        streams[0]?.say('commit', commit(2));
        feed.stop();
        streams[0]?.fail();
        wake();
        expect([left, heard, streams.length]).toEqual([[], [2], 1]);
    });
});
