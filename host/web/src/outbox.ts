import { Refusal, Unreachable, type Ask, type Change, type Client, type Outcome, type Submission } from './client';
import { same } from './model';

const FIRST_WAIT_MILLIS = 1000;
const LONGEST_WAIT_MILLIS = 15_000;

type Host = Pick<Client, 'apply' | 'item' | 'history'>;

interface Waiting {
    readonly submission: Submission;
    readonly resolve: (outcome: Outcome) => void;
    readonly reject: (failure: unknown) => void;
}

/**
 * Submissions on their way. What the host could not be given waits here, in order, and is sent when
 * the host answers again; whoever submitted hears of it then, as if it had only taken long. An
 * answer that got lost must not make anything happen twice: before something is sent once more, the
 * host is asked whether it happened.
 */
export class Outbox {
    private readonly waiting: Waiting[] = [];
    private sending = false;
    private wait = FIRST_WAIT_MILLIS;
    private cancel: () => void = () => undefined;

    constructor(
        private readonly host: Host,
        private readonly changed: () => void,
        private readonly later: (work: () => void, millis: number) => () => void = inTheBrowser,
    ) {}

    /** How many wait. */
    get count(): number {
        return this.waiting.length;
    }

    async submit(given: Submission): Promise<Outcome> {
        const submission = { ...given, requests: given.requests.map(withId) };
        if (this.waiting.length === 0) {
            try {
                return await this.host.apply(submission);
            } catch (failure) {
                if (!(failure instanceof Unreachable)) throw failure;
            }
        }
        return new Promise((resolve, reject) => {
            this.waiting.push({ submission, resolve, reject });
            this.changed();
            this.tryLater();
        });
    }

    /** Sends what waits, oldest first: what comes later may rest on it. */
    async send(): Promise<void> {
        this.cancel();
        if (this.sending) return;
        this.sending = true;
        try {
            for (let first = this.waiting[0]; first; first = this.waiting[0]) await this.sendOne(first);
            this.wait = FIRST_WAIT_MILLIS;
        } catch (failure) {
            if (!(failure instanceof Unreachable)) throw failure;
            this.tryLater();
        } finally {
            this.sending = false;
        }
    }

    /** Hands everything that waits back to where it was made. */
    giveBack(): void {
        this.cancel();
        this.waiting.splice(0).forEach(({ reject }) => reject(new Unreachable('handed back before the host answered')));
        this.changed();
    }

    private async sendOne(first: Waiting): Promise<void> {
        const { submission, resolve, reject } = first;
        try {
            const outcome = (await this.done(submission)) ?? (await this.host.apply(submission));
            if (this.take(first)) resolve(outcome);
        } catch (failure) {
            if (failure instanceof Unreachable) throw failure;
            if (this.take(first)) reject(failure);
        }
    }

    /** Not where it was handed back meanwhile. */
    private take(first: Waiting): boolean {
        if (this.waiting[0] !== first) return false;
        this.waiting.shift();
        this.changed();
        return true;
    }

    private tryLater(): void {
        this.cancel();
        this.cancel = this.later(() => void this.send(), this.wait);
        this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MILLIS);
    }

    /** What became of it, where all of it stands already as it was asked for. */
    private async done({ requests }: Submission): Promise<Outcome | null> {
        const found: { revision: number; change: Change }[] = [];
        for (const ask of requests) {
            const stands = await this.stands(ask);
            if (!stands) return null;
            found.push(stands);
        }
        const revision = Math.max(0, ...found.map((each) => each.revision));
        return { accepted: { revision, time: '', changes: found.map(({ change }) => change) } };
    }

    private async stands(ask: Ask): Promise<{ revision: number; change: Change } | null> {
        const ref = refOf(ask);
        const item = await this.host.item(ref).catch((failure: unknown) => {
            if (failure instanceof Refusal && failure.status === 404) return null;
            throw failure;
        });
        if ('delete' in ask) {
            const versions = item ? [] : await this.host.history(ref);
            return versions[0] ? { revision: versions[0].revision, change: { kind: 'deleted', ref } } : null;
        }
        if (!item) return null;
        const change = 'create' in ask ? ({ kind: 'created', ref, after: item.values } as const) : ({ kind: 'updated', ref, after: ask.set } as const);
        const isOurs = 'create' in ask || (item.revision > ask.revision && Object.entries(ask.set).every(([field, value]) => same(item.values[field], value)));
        return isOurs ? { revision: item.revision, change } : null;
    }
}

/** A new item goes by a name of ours, so that it can be found again. */
function withId(ask: Ask): Ask {
    return 'create' in ask && ask.id === undefined ? { ...ask, id: crypto.randomUUID() } : ask;
}

function refOf(ask: Ask): string {
    if ('create' in ask) return `${ask.create}/${ask.id ?? ''}`;
    return 'update' in ask ? ask.update : ask.delete;
}

function inTheBrowser(work: () => void, millis: number): () => void {
    const timer = setTimeout(work, millis);
    return () => clearTimeout(timer);
}
