import type { Comparison, ComparisonQuestion, GroupQuestion, Groups, Hits, Item, Outcome, Page, Question, Referring, Table, Version } from '../client';
import type { Dispose, Feed, FeedListener } from '../feed';
import type { ReportQuestion } from '../reports';
import type { Query, Submit, TimeShown } from '../view';
import { inBoth } from '../words';
import { millisOf } from './stops';

/** Asks as of the time that is shown, unless a question names its own. */
export class AskingAt implements Query {
    readonly reports: Query['reports'];

    constructor(
        private readonly query: Query,
        private readonly time: TimeShown,
    ) {
        const then = (question: ReportQuestion) => ({ ...question, asOf: this.asOf(question.asOf) });
        this.reports = {
            all: () => query.reports.all(),
            make: (question, signal) => query.reports.make(then(question), signal),
            address: (question, format, words) => query.reports.address(then(question), format, words),
        };
    }

    items(question: Question, signal?: AbortSignal): Promise<Page> {
        return this.query.items({ ...question, asOf: this.asOf(question.asOf) }, signal);
    }

    groups(question: GroupQuestion, signal?: AbortSignal): Promise<Groups> {
        return this.query.groups({ ...question, asOf: this.asOf(question.asOf) }, signal);
    }

    compare(question: ComparisonQuestion, signal?: AbortSignal): Promise<Comparison> {
        return this.query.compare({ ...question, to: this.asOf(question.to) }, signal);
    }

    item(ref: string, asOf?: string): Promise<Item> {
        return this.query.item(ref, this.asOf(asOf));
    }

    /** What had happened by then. */
    async history(ref: string): Promise<readonly Version[]> {
        const versions = await this.query.history(ref);
        const { asOf } = this.time;
        return asOf === null ? versions : versions.filter((version) => hadHappened(version, asOf));
    }

    referring(ref: string, asOf?: string): Promise<readonly Referring[]> {
        return this.query.referring(ref, this.asOf(asOf));
    }

    search(text: string, limit: number): Promise<Hits> {
        return this.query.search(text, limit);
    }

    table(id: string): Table | undefined {
        return this.query.table(id);
    }

    tables(): readonly Table[] {
        return this.query.tables();
    }

    private asOf(own: string | undefined): string | undefined {
        return own ?? this.time.asOf ?? undefined;
    }
}

function hadHappened({ time, revision }: Version, asOf: string): boolean {
    return /^\d+$/.test(asOf) ? revision <= Number(asOf) : Date.parse(time) <= millisOf(asOf);
}

/** Nothing happens in the past; going to another time makes everything be read anew. */
export class FeedAt implements Feed {
    constructor(
        private readonly feed: Feed,
        private readonly time: TimeShown,
    ) {}

    get revision(): number {
        return this.feed.revision;
    }

    get connected(): boolean {
        return this.feed.connected;
    }

    listen(listener: FeedListener): Dispose {
        let shown = this.time.asOf;
        const moved = this.time.listen(() => {
            if (shown === this.time.asOf) return;
            shown = this.time.asOf;
            listener.reload?.('moved');
        });
        const heard = this.feed.listen({
            ...bound(listener),
            commit: (commit) => {
                if (this.time.asOf === null) listener.commit?.(commit);
            },
        });
        return () => {
            moved();
            heard();
        };
    }
}

/** Listeners may be classes, whose methods do not copy. */
function bound(listener: FeedListener): FeedListener {
    return {
        reload: (why) => listener.reload?.(why),
        connection: (connected) => listener.connection?.(connected),
        plugins: () => listener.plugins?.(),
    };
}

/** The past cannot be changed. */
export function submitAt(submit: Submit, time: TimeShown): Submit {
    return (submission, what) => (time.asOf === null ? submit(submission, what) : Promise.resolve(refused()));
}

function refused(): Outcome {
    return { refused: [{ code: 'past', at: '', message: inBoth('grid.asOf.readOnly'), hint: inBoth('grid.past.note') }] };
}
