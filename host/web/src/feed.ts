import type { Commit } from './client';

export type Dispose = () => void;

/** The host has less than was seen here, so it was restored or is another; something was taken out of its past; or a view goes to another time. */
export type Reload = 'restored' | 'purged' | 'moved';

export interface FeedListener {
    commit?(commit: Commit): void;
    /** What was seen so far is no longer true: read everything anew. */
    reload?(why: Reload): void;
    connection?(connected: boolean): void;
    /** Trackers came or went on the server. */
    plugins?(): void;
}

/** What happened, in order, each commit once; one stream a page, however many views are open. */
export interface Feed {
    readonly revision: number;
    readonly connected: boolean;
    listen(listener: FeedListener): Dispose;
}

/** As much of an EventSource as the feed uses. */
export interface Stream {
    readonly readyState: number;
    addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
    close(): void;
}

export interface FeedParts {
    open(url: string): Stream;
    later(work: () => void, millis: number): void;
}

const CLOSED = 2;
const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 15_000;

const browser: FeedParts = {
    open: (url) => new EventSource(url),
    later: (work, millis) => void setTimeout(work, millis),
};

/**
 * A browser's EventSource resumes by itself after a lost connection, but gives up for good when the
 * host was away long enough to refuse one. A new stream then says where the old one had come to.
 */
export class CommitFeed implements Feed {
    private readonly listeners = new Set<FeedListener>();
    private stream: Stream | null = null;
    private wait = FIRST_WAIT_MILLIS;
    private stopped = false;
    private seen: number;
    private isConnected = false;

    constructor(
        private readonly address: string,
        revision: number,
        private readonly parts: FeedParts = browser,
    ) {
        this.seen = revision;
        this.connect();
    }

    get revision(): number {
        return this.seen;
    }

    get connected(): boolean {
        return this.isConnected;
    }

    listen(listener: FeedListener): Dispose {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    stop(): void {
        this.stopped = true;
        this.stream?.close();
        this.say(false);
    }

    private connect(): void {
        if (this.stopped) return;
        const stream = this.parts.open(`${this.address}?since=${this.seen}`);
        this.stream = stream;
        stream.addEventListener('open', () => this.opened());
        stream.addEventListener('commit', (event) => this.pass(JSON.parse(event.data) as Commit));
        stream.addEventListener('reset', (event) => this.reset(JSON.parse(event.data) as { revision: number }));
        stream.addEventListener('plugins', () => this.listeners.forEach((listener) => listener.plugins?.()));
        stream.addEventListener('error', () => this.lost(stream));
    }

    private opened(): void {
        this.wait = FIRST_WAIT_MILLIS;
        this.say(true);
    }

    private lost(stream: Stream): void {
        this.say(false);
        if (stream.readyState !== CLOSED || stream !== this.stream) return;
        this.stream = null;
        this.parts.later(() => this.connect(), this.wait);
        this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MILLIS);
    }

    /** A resumed stream may repeat what an earlier one had already brought. */
    private pass(commit: Commit): void {
        if (commit.revision <= this.seen) return;
        this.seen = commit.revision;
        this.listeners.forEach((listener) => listener.commit?.(commit));
        if (commit.origin?.kind === 'host' && commit.origin.name === 'purge') this.reload('purged');
    }

    private reset({ revision }: { revision: number }): void {
        this.seen = revision;
        this.reload('restored');
    }

    private reload(why: Reload): void {
        this.listeners.forEach((listener) => listener.reload?.(why));
    }

    private say(connected: boolean): void {
        if (this.isConnected === connected) return;
        this.isConnected = connected;
        this.listeners.forEach((listener) => listener.connection?.(connected));
    }
}
