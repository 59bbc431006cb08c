import { tableOf, type Commit, type Item } from './client';
import type { Dispose } from './feed';
import { shown, type Reading } from './values';
import type { Query } from './view';

const SMALL_TABLE = 500;

/**
 * What items are called. A table of few rows is read once, whole; of a large one only the items
 * that are on a screen. Until a title is known its id stands there.
 */
export class TitleBook {
    private readonly titles = new Map<string, string>();
    private readonly read = new Map<string, Promise<void>>();
    private readonly complete = new Set<string>();
    private readonly listeners = new Set<() => void>();
    private told = false;

    constructor(
        private readonly query: Query,
        private readonly asOf: string | undefined,
    ) {}

    listen(listener: () => void): Dispose {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    titleOf(ref: string): string {
        const known = this.titles.get(ref);
        if (known !== undefined) return known;
        void this.find(ref);
        return ref.slice(ref.indexOf('/') + 1);
    }

    learn(item: Item): void {
        const title = titleIn(item, this.query);
        if (this.titles.get(item.ref) === title) return;
        this.titles.set(item.ref, title);
        this.tellSoon();
    }

    /** Titles change like everything else. */
    follow(commit: Commit): void {
        for (const change of commit.changes) {
            const title = this.query.table(tableOf(change.ref))?.title;
            const value = title === undefined ? undefined : change.after?.[title];
            if (typeof value !== 'string') continue;
            this.titles.set(change.ref, value);
            this.tellSoon();
        }
    }

    private async find(ref: string): Promise<void> {
        const table = tableOf(ref);
        await this.once(table, () => this.readTable(table));
        if (!this.titles.has(ref) && !this.complete.has(table)) await this.once(ref, () => this.readOne(ref));
    }

    private once(key: string, read: () => Promise<void>): Promise<void> {
        const reading = this.read.get(key) ?? read().catch(() => void this.read.delete(key));
        this.read.set(key, reading);
        return reading;
    }

    private async readTable(table: string): Promise<void> {
        const page = await this.query.items({ table, offset: 0, limit: SMALL_TABLE, asOf: this.asOf });
        page.items.forEach((item) => this.learn(item));
        if (page.total <= page.items.length) this.complete.add(table);
    }

    private async readOne(ref: string): Promise<void> {
        this.learn(await this.query.item(ref, this.asOf));
    }

    private tellSoon(): void {
        if (this.told) return;
        this.told = true;
        queueMicrotask(() => {
            this.told = false;
            this.listeners.forEach((listener) => listener());
        });
    }
}

/** What an item is called in its own table. */
export function titleIn(item: Item, query: Query): string {
    const table = query.table(tableOf(item.ref));
    const field = table?.fields.find((each) => each.id === table.title);
    const title = field ? shown(field, item.values[field.id], plainReading) : '';
    return title === '' ? item.ref.slice(item.ref.indexOf('/') + 1) : title;
}

const plainReading: Reading = {
    text: (words) => words.en,
    title: (ref) => ref.slice(ref.indexOf('/') + 1),
    yes: 'yes',
    no: 'no',
};
