import type { Ask, Client, Item, Outcome } from './client';
import type { Layout } from './dock';

/** A named arrangement of views. A tracker's own goes by the tracker's id, one somebody saved by a plus and a number. */
export interface Perspective {
    readonly id: string;
    /** Absent for a tracker's own: that one goes by the tracker's name. */
    readonly name?: string;
    readonly layout: Layout;
}

type Stored = Readonly<Record<string, Omit<Perspective, 'id'>>>;

const TABLE = 'weekbench.layout';
const SETTLE_MILLIS = 1500;

export interface DeskParts {
    later(work: () => void, millis: number): () => void;
}

const browser: DeskParts = {
    later: (work, millis) => {
        const timer = setTimeout(work, millis);
        return () => clearTimeout(timer);
    },
};

/** How one person arranged their views: one item a person, read once and written when they come to rest. */
export class Desk {
    private perspectives = new Map<string, Perspective>();
    private readonly touched = new Set<string>();
    private person = '';
    private ref = '';
    private revision: number | null = null;
    private cancel: () => void = () => undefined;

    constructor(
        private readonly client: Pick<Client, 'items' | 'apply'>,
        private readonly parts: DeskParts = browser,
    ) {}

    async load(person: string): Promise<void> {
        this.person = person === '' ? '-' : person;
        this.ref = `${TABLE}/${await idOf(this.person)}`;
        this.touched.clear();
        this.take(await this.read());
    }

    /** Those the person saved, oldest first. */
    get own(): readonly Perspective[] {
        return [...this.perspectives.values()].filter((each) => each.name !== undefined);
    }

    of(id: string): Perspective | undefined {
        return this.perspectives.get(id);
    }

    keep(id: string, layout: Layout): void {
        this.put({ ...this.of(id), id, layout });
    }

    /** For this window alone: which tab is in front is not worth a commit. */
    remember(id: string, layout: Layout): void {
        const known = this.of(id);
        this.perspectives.set(id, { ...known, id, layout });
    }

    save(name: string, layout: Layout): string {
        const numbers = [...this.perspectives.keys()].map((id) => Number(/^\+(\d+)$/.exec(id)?.[1] ?? 0));
        const id = `+${Math.max(0, ...numbers) + 1}`;
        this.put({ id, name, layout });
        return id;
    }

    rename(id: string, name: string): void {
        const known = this.of(id);
        if (known) this.put({ ...known, name });
    }

    put(perspective: Perspective): void {
        this.perspectives.set(perspective.id, perspective);
        this.touch(perspective.id);
    }

    forget(id: string): void {
        this.perspectives.delete(id);
        this.touch(id);
    }

    private touch(id: string): void {
        this.touched.add(id);
        this.cancel();
        this.cancel = this.parts.later(() => void this.write().catch(() => undefined), SETTLE_MILLIS);
    }

    /** What another window of the same person wrote meanwhile stays, but for what was touched here. */
    private async write(): Promise<void> {
        const touched = [...this.touched];
        const outcome = await this.client.apply({ requests: [this.request()] });
        if ('accepted' in outcome) {
            this.revision = outcome.accepted.revision;
            touched.forEach((id) => this.touched.delete(id));
        } else if (isOvertaken(outcome)) {
            const mine = new Map(touched.map((id) => [id, this.of(id)]));
            this.take(await this.read());
            mine.forEach((perspective, id) => (perspective ? this.perspectives.set(id, perspective) : this.perspectives.delete(id)));
            if (this.revision !== null) await this.write();
        }
    }

    private request(): Ask {
        const stored = Object.fromEntries([...this.perspectives].map(([id, { name, layout }]) => [id, name === undefined ? { layout } : { name, layout }]));
        const desk = JSON.stringify(stored);
        const [table, id] = [TABLE, this.ref.slice(TABLE.length + 1)];
        if (this.revision === null) return { create: table, id, values: { person: this.person, desk } };
        return { update: this.ref, revision: this.revision, set: { desk } };
    }

    /** By name, since who comes for the first time has none, which is no error. */
    private async read(): Promise<Item | null> {
        const where = `person == ${JSON.stringify(this.person)}`;
        const page = await this.client.items({ table: TABLE, where, offset: 0, limit: 1 }).catch(() => null);
        return page?.items[0] ?? null;
    }

    private take(item: Item | null): void {
        this.revision = item?.revision ?? null;
        const written = item?.values['desk'];
        const stored = typeof written === 'string' ? (JSON.parse(written) as Stored) : {};
        this.perspectives = new Map(Object.entries(stored).map(([id, each]) => [id, { id, ...each }]));
    }
}

/** Somebody was quicker: another window of the same person made or changed the item. */
function isOvertaken(outcome: Outcome): boolean {
    return 'refused' in outcome && outcome.refused.some(({ code }) => code === 'stale' || code === 'id-taken' || code === 'key-taken');
}

/** Names are of any script, ids are not. */
async function idOf(person: string): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(person));
    return [...new Uint8Array(digest)].slice(0, 16).map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
