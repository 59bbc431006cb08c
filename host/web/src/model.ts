import { tableOf, type Change, type Commit, type Item, type Page, type Value } from './client';
import type { Dispose } from './feed';

export type Load = (offset: number, limit: number, signal: AbortSignal) => Promise<Page>;

export interface Patched {
    readonly index: number;
    readonly ref: string;
    readonly fields: readonly string[];
}

export interface RowsListener {
    /** How many rows there are changed, or every row may have. */
    length?(): void;
    rows?(from: number, to: number): void;
    patched?(rows: readonly Patched[], foreign: boolean): void;
    failed?(failure: unknown): void;
}

export const BLOCK = 100;
const BLOCKS_KEPT = 40;
const SETTLE_MILLIS = 40;
const READ_AT_ONCE = 500;

interface Block {
    items: readonly Item[];
    stale: boolean;
}

/**
 * The rows of one question, of which only the blocks somebody looked at lately are held: a table of
 * a million rows costs what a screenful costs. Rows already shown stay until newer ones replace
 * them, so nothing flickers.
 */
export class RowWindow {
    private readonly blocks = new Map<number, Block>();
    private readonly places = new Map<string, number>();
    private readonly listeners = new Set<RowsListener>();
    private readonly loading = new Map<number, AbortController>();
    private timer: ReturnType<typeof setTimeout> | undefined;
    private wanted = { from: 0, to: BLOCK };
    private count = 0;
    private known = false;
    private epoch = 0;
    private foreign = false;
    revision = 0;

    constructor(
        private readonly table: string,
        private readonly load: Load,
    ) {}

    get total(): number {
        return this.count;
    }

    /** Whether the first answer has come. */
    get ready(): boolean {
        return this.known;
    }

    at(index: number): Item | undefined {
        const block = this.blocks.get(Math.floor(index / BLOCK));
        return block?.items[index % BLOCK];
    }

    placeOf(ref: string): number | undefined {
        return this.places.get(ref);
    }

    listen(listener: RowsListener): Dispose {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    /** Asks for the rows about to be shown; a fast scroll asks only where it comes to rest. */
    want(from: number, to: number): void {
        this.wanted = { from: Math.max(0, from), to };
        if (this.missing().length === 0) return;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.fetchMissing(), this.known ? SETTLE_MILLIS : 0);
    }

    /** Reads anew what is on the screen; the rest when it is looked at again. */
    async refresh(): Promise<void> {
        this.outdate();
        await this.fetchMissing();
    }

    /** What is held is read anew when it is looked at again. */
    outdate(): void {
        this.epoch++;
        this.loading.forEach((request) => request.abort());
        this.loading.clear();
        this.blocks.forEach((block) => (block.stale = true));
    }

    /** These rows, also where they are not held: read for this once, and not kept. */
    async read(from: number, to: number): Promise<readonly Item[]> {
        const items = Array.from({ length: to - from + 1 }, (_, row) => this.at(from + row));
        const absent = items.findIndex((item) => item === undefined);
        if (absent < 0) return items.filter((item) => item !== undefined);
        const read: Item[] = items.slice(0, absent).filter((item) => item !== undefined);
        while (from + read.length <= to) {
            const start = from + read.length;
            const page = await this.load(start, Math.min(READ_AT_ONCE, to - start + 1), new AbortController().signal);
            read.push(...page.items);
            if (page.items.length === 0) break;
        }
        return read;
    }

    close(): void {
        clearTimeout(this.timer);
        this.epoch++;
        this.loading.forEach((request) => request.abort());
        this.listeners.clear();
    }

    /**
     * Puts what happened into the rows at once. Says whether order, number or derived values may
     * differ from now on, so that the rows should be read anew. `foreign`: somebody else did it.
     */
    patch(commit: Commit, foreign: boolean): boolean {
        const ours = commit.changes.filter((change) => tableOf(change.ref) === this.table);
        const patched = ours.flatMap((change) => this.patchOne(change, commit.revision) ?? []);
        this.foreign = foreign;
        this.tell(patched);
        return ours.length > 0;
    }

    private patchOne(change: Change, revision: number): Patched | undefined {
        const index = this.places.get(change.ref);
        const item = index === undefined ? undefined : this.at(index);
        if (index === undefined || !item || change.kind !== 'updated') return undefined;
        if (item.revision >= revision) return undefined;
        const values = { ...item.values, ...change.after };
        this.put(index, { ref: item.ref, revision, values });
        return { index, ref: item.ref, fields: Object.keys(change.after ?? {}) };
    }

    private put(index: number, item: Item): void {
        const block = this.blocks.get(Math.floor(index / BLOCK));
        if (block) block.items = block.items.with(index % BLOCK, item);
    }

    private tell(patched: readonly Patched[]): void {
        if (patched.length > 0) this.listeners.forEach((each) => each.patched?.(patched, this.foreign));
    }

    private missing(): number[] {
        const last = this.known ? Math.max(0, this.count - 1) : this.wanted.to;
        const to = Math.floor(Math.min(this.wanted.to, last) / BLOCK);
        const missing: number[] = [];
        for (let block = Math.floor(this.wanted.from / BLOCK); block <= to; block++) {
            const held = this.blocks.get(block);
            if ((!held || held.stale) && !this.loading.has(block)) missing.push(block);
        }
        return missing;
    }

    private async fetchMissing(): Promise<void> {
        await Promise.all(this.missing().map((block) => this.fetch(block)));
    }

    private async fetch(block: number): Promise<void> {
        const epoch = this.epoch;
        const request = new AbortController();
        this.loading.set(block, request);
        try {
            const page = await this.load(block * BLOCK, BLOCK, request.signal);
            if (epoch === this.epoch) this.take(block, page);
        } catch (failure) {
            if (epoch === this.epoch) this.listeners.forEach((each) => each.failed?.(failure));
        } finally {
            if (this.loading.get(block) === request) this.loading.delete(block);
        }
    }

    private take(block: number, page: Page): void {
        const grown = !this.known || page.total !== this.count;
        this.known = true;
        this.count = page.total;
        this.revision = Math.max(this.revision, page.revision);
        const items = page.items.map((item) => this.newer(item));
        const differing = items.flatMap((item, offset) => this.difference(item, block * BLOCK + offset));
        this.replace(block, items);
        this.forget();
        if (grown) this.listeners.forEach((each) => each.length?.());
        this.listeners.forEach((each) => each.rows?.(block * BLOCK, block * BLOCK + page.items.length));
        this.tell(differing);
    }

    /** A page asked for before a change must not put back what stood there. */
    private newer(item: Item): Item {
        const place = this.places.get(item.ref);
        const held = place === undefined ? undefined : this.at(place);
        return held && held.revision > item.revision ? held : item;
    }

    /** Derived values change without a change of their own; comparing finds them. */
    private difference(item: Item, index: number): Patched[] {
        const place = this.places.get(item.ref);
        const held = place === undefined ? undefined : this.at(place);
        if (!held) return [];
        const names = new Set([...Object.keys(held.values), ...Object.keys(item.values)]);
        const fields = [...names].filter((name) => !same(held.values[name], item.values[name]));
        return fields.length === 0 ? [] : [{ index, ref: item.ref, fields }];
    }

    private replace(block: number, items: readonly Item[]): void {
        this.drop(block);
        // Inserting last keeps the map in the order of use, which is the order of forgetting.
        this.blocks.set(block, { items, stale: false });
        items.forEach((item, offset) => this.places.set(item.ref, block * BLOCK + offset));
    }

    private forget(): void {
        for (const block of this.blocks.keys()) {
            const beyond = block * BLOCK >= Math.max(1, this.count);
            if (beyond || (this.blocks.size > BLOCKS_KEPT && !this.onScreen(block))) this.drop(block);
        }
    }

    private drop(block: number): void {
        const here = (ref: string) => Math.floor((this.places.get(ref) ?? -1) / BLOCK) === block;
        this.blocks.get(block)?.items.forEach((item) => here(item.ref) && this.places.delete(item.ref));
        this.blocks.delete(block);
    }

    private onScreen(block: number): boolean {
        return (block + 1) * BLOCK > this.wanted.from && block * BLOCK <= this.wanted.to;
    }
}

export function same(one: Value | undefined, other: Value | undefined): boolean {
    return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
