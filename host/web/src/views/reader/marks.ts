import type { Ask, Item, Outcome, Value } from '../../client';
import { isUnset, listOf } from '../../values';
import type { Query, Submit } from '../../view';
import { allOf, quoted } from '../../where';
import type { MarkOptions } from './options';

/** As many names as fit into an address, however long they are. */
const AT_ONCE = 40;

interface Mark {
    /** Null while there is no row of it. */
    readonly ref: string | null;
    readonly revision: number;
    readonly read: boolean;
    readonly star: boolean;
}

/** What a reader makes of stories. */
export interface Setting {
    readonly read?: boolean;
    readonly star?: boolean;
}

const NONE: Mark = { ref: null, revision: 0, read: false, star: false };

export interface MarksParts {
    readonly query: Query;
    readonly submit: Submit;
    readonly options: MarkOptions;
    /** Who reads. */
    me(): string;
    now(): Date;
    changed(): void;
}

/** What one person has read and starred, of the stories somebody looks at. */
export class Marks {
    private known = new Map<string, Mark>();
    private last: Promise<unknown> = Promise.resolve();
    private puts = 0;

    constructor(private readonly parts: MarksParts) {}

    /** Undefined while it is not known. */
    isRead(ref: string): boolean | undefined {
        return this.known.get(ref)?.read;
    }

    isStarred(ref: string): boolean {
        return this.known.get(ref)?.star ?? false;
    }

    /** The condition that holds for this person's marks. */
    get mine(): string {
        return `${this.parts.options.reader.id} == ${quoted(this.parts.me())}`;
    }

    get read(): string {
        return `${this.mine} && has_value(${this.parts.options.read.id})`;
    }

    async learn(refs: readonly string[]): Promise<void> {
        const unknown = refs.filter((ref) => !this.known.has(ref));
        if (unknown.length === 0) return;
        const found = await this.asked(unknown);
        // What was put meanwhile is newer than what was asked before.
        found.forEach((mark, ref) => this.known.has(ref) || this.known.set(ref, mark));
        this.parts.changed();
    }

    /** Somebody marked something, here or elsewhere. What is put while this is asked will be heard of later. */
    async learnAnew(refs: readonly string[]): Promise<void> {
        const { puts } = this;
        await this.last;
        const found = await this.asked(refs);
        if (puts !== this.puts) return;
        this.known = found;
        this.parts.changed();
    }

    /** At once on the screen; taken back where the host will not have it. */
    put(refs: readonly string[], set: Setting, what?: () => string): Promise<Outcome | null> {
        const unknown = refs.filter((ref) => !this.known.has(ref));
        if (unknown.length > 0) return this.learn(unknown).then(() => this.put(refs, set, what));
        const changed = refs.filter((ref) => differs(this.known.get(ref) ?? NONE, set));
        if (changed.length === 0) return Promise.resolve(null);
        this.puts++;
        const before = changed.map((ref) => [ref, this.known.get(ref) ?? NONE] as const);
        before.forEach(([ref, mark]) => this.known.set(ref, { ...mark, ...set }));
        this.parts.changed();
        // One after the other: the second mark of a story must find the row that the first one made.
        const done = this.last.then(() => this.send(changed, set, what));
        this.last = done.catch(() => undefined);
        return done.then(
            (outcome) => {
                if (!('accepted' in outcome)) this.putBack(before);
                return outcome;
            },
            (failure: unknown) => {
                this.putBack(before);
                throw failure;
            },
        );
    }

    private putBack(before: readonly (readonly [string, Mark])[]): void {
        before.forEach(([ref, { read, star }]) => this.known.set(ref, { ...(this.known.get(ref) ?? NONE), read, star }));
        this.parts.changed();
    }

    private async send(refs: readonly string[], set: Setting, what?: () => string): Promise<Outcome> {
        const values = this.values(set);
        const outcome = await this.parts.submit({ requests: refs.map((ref) => this.request(ref, values)) }, what);
        if ('accepted' in outcome) {
            const { revision, changes } = outcome.accepted;
            refs.forEach((ref, at) => {
                const mark = this.known.get(ref) ?? NONE;
                this.known.set(ref, { ...mark, ref: changes[at]?.ref ?? mark.ref, revision });
            });
        }
        return outcome;
    }

    private request(ref: string, values: Readonly<Record<string, Value>>): Ask {
        const { options } = this.parts;
        const mark = this.known.get(ref) ?? NONE;
        if (mark.ref !== null) return { update: mark.ref, revision: mark.revision, set: values };
        return { create: options.table.id, values: { [options.item.id]: ref, [options.reader.id]: this.parts.me(), ...values } };
    }

    private values({ read, star }: Setting): Readonly<Record<string, Value>> {
        const { options } = this.parts;
        const instant = this.parts.now().toISOString().replace(/\.\d+Z$/, 'Z');
        const stamp = options.read.type === 'date' ? instant.slice(0, 10) : instant;
        return {
            ...(read === undefined ? {} : { [options.read.id]: read ? stamp : null }),
            ...(star === undefined || !options.star ? {} : { [options.star.id]: star }),
        };
    }

    private async asked(refs: readonly string[]): Promise<Map<string, Mark>> {
        const { query, options } = this.parts;
        const found = new Map<string, Mark>(refs.map((ref) => [ref, NONE] as const));
        for (let from = 0; from < refs.length; from += AT_ONCE) {
            const some = refs.slice(from, from + AT_ONCE);
            const named = `${options.item.id} in [${some.map(quoted).join(', ')}]`;
            const page = await query.items({ table: options.table.id, where: allOf(this.mine, named), offset: 0, limit: some.length });
            page.items.forEach((item) => this.take(item, found));
        }
        return found;
    }

    private take(item: Item, into: Map<string, Mark>): void {
        const { options } = this.parts;
        const story = listOf(item.values[options.item.id])[0];
        if (story === undefined) return;
        const read = !isUnset(item.values[options.read.id]);
        const star = options.star ? item.values[options.star.id] === true : false;
        into.set(story, { ref: item.ref, revision: item.revision, read, star });
    }
}

function differs(mark: Mark, { read, star }: Setting): boolean {
    return (read !== undefined && read !== mark.read) || (star !== undefined && star !== mark.star);
}
