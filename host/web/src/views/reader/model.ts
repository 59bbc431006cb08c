import { Refusal, Unreachable, tableOf, type Commit, type Item, type Outcome, type Question } from '../../client';
import type { Load } from '../../model';
import { isWebAddress } from '../../reading';
import { t, text } from '../../settings';
import { listOf, plain, type Reading } from '../../values';
import type { Given } from '../../view';
import { allOf, quoted } from '../../where';
import { StoryList } from './list';
import { Marks, type Setting } from './marks';
import type { ReaderOptions } from './options';
import { readSources, type SourceList } from './sources';
import { allStories, starredStories, unreadStories, type Showing } from './stories';
import { readThread, type Thread } from './thread';

const SETTLE_MILLIS = 150;
const AT_ONCE = 500;

export interface ModelParts {
    readonly given: Given;
    readonly options: ReaderOptions;
    readonly reading: Reading;
    changed(): void;
    /** Another list is shown. */
    asked(): void;
    /** Another story is shown. */
    chose(): void;
    /** Words that are not stored keep the reader where they are. */
    mustStay(): boolean;
}

/** What a reader has before them: sources, the stories of some, one story, and who has read what. */
export class ReaderModel {
    readonly marks: Marks | null;
    sources: SourceList | null = null;
    source: string | null = null;
    showing: Showing = 'all';
    words = '';
    asOf: string | null = null;
    chosen: string | null = null;
    item: Item | null = null;
    /** The source of the story shown. */
    origin: Item | null = null;
    thread: Thread | null = null;
    failed = false;
    list: StoryList;
    private place = -1;
    /** Whether the reader went to a story; until then one is only shown to them. */
    private went = false;
    private kept = new Set<string>();
    private settling: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly parts: ModelParts) {
        const { given, options } = parts;
        this.marks = options.marks ? this.marksOf(options.marks) : null;
        const kept = given.settings;
        this.words = given.filter;
        this.showing = options.marks && given.filter === '' ? showingOf(kept['showing']) : 'all';
        this.source = typeof kept['source'] === 'string' ? kept['source'] : null;
        this.list = this.newList();
        void this.count();
    }

    get isNarrowed(): boolean {
        return this.words.trim() !== '' || this.source !== null;
    }

    get placeOfChosen(): number | undefined {
        return this.chosen === null ? undefined : this.list.placeOf(this.chosen);
    }

    /** The address of the story, where it has one that a browser opens. */
    get address(): string | null {
        const field = this.parts.options.address;
        const link = field && this.item ? plain(this.item.values[field.id]) : '';
        return isWebAddress(link) ? link : null;
    }

    close(): void {
        clearTimeout(this.settling);
        this.list.close();
    }

    show(showing: Showing): void {
        this.showing = showing;
        this.keep();
    }

    pick(source: string | null): void {
        this.source = source;
        this.keep();
    }

    filter(words: string): void {
        this.words = words;
        this.ask();
    }

    showAll(): void {
        [this.words, this.source] = ['', null];
        this.show('all');
    }

    /** What there was at a date, an instant or a revision; null for now. */
    time(asOf: string | null): void {
        this.asOf = asOf;
        this.chosen = this.item = null;
        this.ask();
        void this.count();
    }

    again(): void {
        this.failed = false;
        this.settle();
        this.ask();
    }

    /** Many commits come in a row when sources are read; all of them are followed at once. */
    settle(): void {
        clearTimeout(this.settling);
        this.settling = setTimeout(() => void this.followUp(), SETTLE_MILLIS);
    }

    happened(commit: Commit): void {
        if (this.asOf !== null) return;
        const { given, options } = this.parts;
        const concerned = [given.subject.table.id, options.marks?.table.id, options.sources?.id, options.story?.to];
        if (commit.changes.some(({ ref }) => concerned.includes(tableOf(ref)))) this.settle();
    }

    step(by: 1 | -1, onlyUnread = false): void {
        if (this.parts.mustStay()) return;
        const place = this.placeOfChosen ?? this.place;
        const fits = (item: Item) => !onlyUnread || this.marks?.isRead(item.ref) === false;
        this.list.go(this.went || by === -1 ? place + by : Math.max(0, place), by, fits, (item) => this.choose(item));
    }

    goTo(place: number, by: 1 | -1): void {
        if (this.parts.mustStay()) return;
        const within = Math.max(0, Math.min(this.list.total - 1, place));
        this.list.go(within, by, () => true, (item) => this.choose(item));
    }

    async goToItem(ref: string): Promise<void> {
        try {
            this.choose(await this.parts.given.query.item(ref, this.asOf ?? undefined));
        } catch (failure) {
            this.unread(failure);
        }
    }

    /** Going to a story is reading it. */
    choose(item: Item): void {
        if (this.parts.mustStay()) return;
        this.went = true;
        this.put(item);
        if (this.asOf === null) this.mark([item.ref], { read: true });
    }

    /** Reads the story shown once more: it was changed. */
    async read(): Promise<void> {
        const { given, options } = this.parts;
        const { chosen: ref } = this;
        if (ref === null) return;
        const asOf = this.asOf ?? undefined;
        try {
            const item = await given.query.item(ref, asOf).catch(absent);
            if (this.chosen !== ref) return;
            this.item = item;
            this.parts.changed();
            if (!item) return;
            const from = options.source ? listOf(item.values[options.source.id])[0] : undefined;
            const [origin, thread] = await Promise.all([
                from === undefined ? null : given.query.item(from, asOf).catch(absent),
                readThread(given.query, item, options, asOf),
            ]);
            if (this.chosen !== ref) return;
            [this.origin, this.thread] = [origin, thread];
            this.parts.changed();
        } catch (failure) {
            this.unread(failure);
        }
    }

    toggleRead(): void {
        if (this.chosen !== null) this.mark([this.chosen], { read: this.marks?.isRead(this.chosen) !== true });
    }

    toggleStar(): void {
        if (this.chosen !== null && this.parts.options.marks?.star) this.mark([this.chosen], { star: !(this.marks?.isStarred(this.chosen) ?? false) });
    }

    async markAll(): Promise<void> {
        const { marks } = this;
        if (!marks || this.asOf !== null) return;
        try {
            const unread = unreadStories(this.parts.given.query, this.question(), marks, new Set());
            const { items } = await unread(0, AT_ONCE, new AbortController().signal);
            const refs = items.slice(0, AT_ONCE).map(({ ref }) => ref);
            this.mark(refs, { read: true });
            this.parts.given.frame.say(t('reader.allRead', { count: refs.length }));
        } catch (failure) {
            this.unread(failure);
        }
    }

    private marksOf(options: NonNullable<ReaderOptions['marks']>): Marks {
        const { query, submit, reader } = this.parts.given;
        // The person the host runs as has no name of their own here.
        const me = () => reader.actor || '-';
        return new Marks({ query, submit, options, me, now: () => new Date(), changed: () => this.parts.changed() });
    }

    private keep(): void {
        this.parts.given.frame.keep({ showing: this.showing, source: this.source });
        this.ask();
    }

    private question(): Omit<Question, 'offset' | 'limit'> {
        const { given, options } = this.parts;
        const { table, view } = given.subject;
        const source = this.source !== null && options.source ? `${options.source.id} == ${quoted(this.source)}` : undefined;
        const sort = view.sort ?? (options.date ? [{ field: options.date.id, descending: true }] : []);
        return { table: table.id, where: allOf(view.where, source), text: this.words.trim() || undefined, sort, asOf: this.asOf ?? undefined };
    }

    private load(): Load {
        const { given, options } = this.parts;
        const question = this.question();
        const marks = this.asOf === null ? this.marks : null;
        if (marks && this.showing === 'unread') return unreadStories(given.query, question, marks, this.kept);
        if (marks && options.marks && this.showing === 'starred') {
            return starredStories(given.query, marks, options.marks, this.source === null ? undefined : quoted(this.source));
        }
        return allStories(given.query, question, marks);
    }

    private newList(): StoryList {
        return new StoryList(this.parts.given.subject.table.id, this.load(), () => this.came(), (failure) => this.unread(failure));
    }

    /** Another question: the list begins at its top. */
    private ask(): void {
        this.failed = false;
        this.kept = new Set();
        this.list.close();
        this.list = this.newList();
        this.parts.asked();
    }

    private came(): void {
        this.failed = false;
        const { list } = this;
        // Unread stories are found as far as one looks; how many there are is counted.
        const counted = this.showing === 'unread' && !this.isNarrowed ? (this.sources?.unread ?? list.total) : list.total;
        if (list.ready) this.parts.given.frame.counted(counted, this.isNarrowed || this.showing !== 'all');
        // Something to read stands there from the start; only who goes to it has read it.
        const first = list.at(0);
        if (this.chosen === null && first) this.put(first);
        this.parts.changed();
    }

    private put(item: Item): void {
        [this.chosen, this.item, this.origin, this.thread] = [item.ref, item, null, null];
        this.place = this.placeOfChosen ?? this.place;
        this.parts.given.frame.selected(item.ref);
        this.parts.chose();
        void this.read();
    }

    private async count(): Promise<void> {
        const { given, options, reading } = this.parts;
        const { table, view } = given.subject;
        try {
            this.sources = await readSources({ query: given.query, table: table.id, where: view.where, asOf: this.asOf ?? undefined }, options, this.marks, reading);
            this.parts.changed();
        } catch (failure) {
            this.unread(failure);
        }
    }

    private async followUp(): Promise<void> {
        const { list } = this;
        try {
            await this.marks?.learnAnew([...list.refs(0, Math.min(list.total, AT_ONCE)), ...(this.chosen === null ? [] : [this.chosen])]);
            list.renew(this.load());
            await Promise.all([this.read(), this.count()]);
        } catch (failure) {
            this.unread(failure);
        }
    }

    private mark(refs: readonly string[], set: Setting): void {
        const told = (outcome: Outcome | null) => {
            if (outcome && 'refused' in outcome) this.parts.given.frame.say(text(outcome.refused[0]?.message));
        };
        void this.marks?.put(refs, set).then(told, (failure: unknown) => this.unread(failure));
    }

    private unread(failure: unknown): void {
        const isAborted = failure instanceof DOMException && failure.name === 'AbortError';
        if (failure instanceof Refusal) this.parts.given.frame.say(text(failure.problems[0]?.message));
        else if (failure instanceof Unreachable) this.failed = !this.list.ready;
        else if (!isAborted) throw failure;
        this.parts.changed();
    }
}

function absent(failure: unknown): null {
    if (failure instanceof Refusal && failure.status === 404) return null;
    throw failure;
}

function showingOf(kept: unknown): Showing {
    return kept === 'all' || kept === 'starred' ? kept : 'unread';
}
