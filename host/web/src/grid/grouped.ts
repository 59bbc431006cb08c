import type { Commit, Field, Group, Groups, Item, Value, Values } from '../client';
import type { Dispose } from '../feed';
import type { Patched, RowWindow, RowsListener } from '../model';
import { isUnset, plain } from '../values';

/** What a surface shows: the rows of one question, or groups with their rows under them. */
export type Rows = Pick<RowWindow, 'total' | 'ready' | 'revision' | 'at' | 'placeOf' | 'listen' | 'want' | 'refresh' | 'read' | 'patch' | 'close'>;

/** The line over a group: what its rows share, how many they are, and what they come to. */
export interface Heading extends Item {
    readonly heading: { readonly field: Field; readonly value: Value; readonly count: number; readonly isFolded: boolean };
}

export function headingOf(item: Item | undefined): Heading['heading'] | undefined {
    return item && 'heading' in item ? (item as Heading).heading : undefined;
}

export interface GroupedParts {
    readonly field: Field;
    groups(signal: AbortSignal): Promise<Groups>;
    /** The rows of one group. */
    window(value: Value): RowWindow;
}

interface Segment {
    readonly key: string;
    readonly heading: Heading;
    readonly window: RowWindow;
    /** The row of its heading. */
    start: number;
}

/** Rows in groups: each group a window of its own, so that only what is looked at is read. */
export class GroupedRows implements Rows {
    private segments: readonly Segment[] = [];
    private readonly listeners = new Set<RowsListener>();
    private wanted = { from: 0, to: 0 };
    private asking = new AbortController();
    private count = 0;
    private shape = '';
    ready = false;
    revision = 0;

    /** @param folded the groups whose rows are not shown, by their keys; it outlives these rows */
    constructor(
        private readonly parts: GroupedParts,
        private readonly folded: Set<string>,
    ) {}

    get total(): number {
        return this.count;
    }

    at(row: number): Item | undefined {
        const segment = this.segmentAt(row);
        return segment && (row === segment.start ? segment.heading : segment.window.at(row - segment.start - 1));
    }

    placeOf(ref: string): number | undefined {
        for (const segment of this.segments) {
            if (segment.heading.ref === ref) return segment.start;
            const place = this.folded.has(segment.key) ? undefined : segment.window.placeOf(ref);
            if (place !== undefined) return segment.start + 1 + place;
        }
        return undefined;
    }

    listen(listener: RowsListener): Dispose {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    want(from: number, to: number): void {
        this.wanted = { from, to };
        if (!this.ready) void this.refresh();
        else this.wantShown();
    }

    async refresh(): Promise<void> {
        this.asking.abort();
        const asking = (this.asking = new AbortController());
        try {
            const { groups, revision } = await this.parts.groups(asking.signal);
            if (!asking.signal.aborted) this.take(groups, revision);
        } catch (failure) {
            if (!asking.signal.aborted) this.listeners.forEach((each) => each.failed?.(failure));
        }
    }

    async read(from: number, to: number): Promise<readonly Item[]> {
        const read: Item[] = [];
        for (let row = from; row <= Math.min(to, this.count - 1); ) {
            const segment = this.segmentAt(row);
            if (!segment) break;
            const last = Math.min(to, segment.start + this.shownIn(segment));
            if (row === segment.start) read.push(segment.heading);
            const first = Math.max(row, segment.start + 1);
            if (first <= last) read.push(...(await segment.window.read(first - segment.start - 1, last - segment.start - 1)));
            row = last + 1;
        }
        return read;
    }

    patch(commit: Commit, foreign: boolean): boolean {
        return this.segments.map(({ window }) => window.patch(commit, foreign)).some(Boolean);
    }

    fold(item: Item): void {
        const segment = this.segments.find(({ heading }) => heading.ref === item.ref);
        if (!segment) return;
        if (!this.folded.delete(segment.key)) this.folded.add(segment.key);
        this.segments = this.segments.map((each) => (each === segment ? { ...each, heading: this.headed(each.heading, each.key) } : each));
        this.place();
        this.reshaped();
        this.wantShown();
    }

    close(): void {
        this.asking.abort();
        this.listeners.clear();
        this.segments.forEach(({ window }) => window.close());
    }

    private take(groups: readonly Group[], revision: number): void {
        const known = new Map(this.segments.map((segment) => [segment.key, segment]));
        const { field } = this.parts;
        this.segments = ordered(groups, field).map((group): Segment => {
            const value = group.by[field.id] ?? null;
            const key = keyOf(value);
            const held = known.get(key);
            known.delete(key);
            const heading = this.headed({ ref: `~${key}`, revision: 0, values: totals(group), heading: { field, value, count: group.count, isFolded: false } }, key);
            return { key, heading, window: held?.window ?? this.opened(value, key), start: 0 };
        });
        known.forEach(({ window }) => window.close());
        this.revision = revision;
        this.ready = true;
        this.place();
        this.segments.forEach(({ window }) => window.outdate());
        const shape = this.segments.map((segment) => `${segment.key} ${this.shownIn(segment)}`).join('\n');
        if (shape !== this.shape) this.reshaped();
        else this.tellRows();
        this.shape = shape;
        this.wantShown();
    }

    private reshaped(): void {
        this.listeners.forEach((each) => each.length?.());
        this.tellRows();
    }

    private tellRows(): void {
        const { from, to } = this.wanted;
        this.listeners.forEach((each) => each.rows?.(Math.max(0, from), Math.min(to + 1, this.count)));
    }

    private opened(value: Value, key: string): RowWindow {
        const window = this.parts.window(value);
        const start = () => this.segments.find((each) => each.key === key)?.start ?? 0;
        const shifted = (rows: readonly Patched[]) => rows.map((row) => ({ ...row, index: row.index + start() + 1 }));
        window.listen({
            rows: (from, to) => this.listeners.forEach((each) => each.rows?.(from + start() + 1, to + start() + 1)),
            patched: (rows, foreign) => this.listeners.forEach((each) => each.patched?.(shifted(rows), foreign)),
            failed: (failure) => this.listeners.forEach((each) => each.failed?.(failure)),
        });
        return window;
    }

    private headed(heading: Heading, key: string): Heading {
        return { ...heading, heading: { ...heading.heading, isFolded: this.folded.has(key) } };
    }

    private place(): void {
        this.count = 0;
        for (const segment of this.segments) {
            segment.start = this.count;
            this.count += 1 + this.shownIn(segment);
        }
    }

    private shownIn({ key, heading }: Segment): number {
        return this.folded.has(key) ? 0 : heading.heading.count;
    }

    private wantShown(): void {
        const { from, to } = this.wanted;
        this.segments
            .filter((segment) => this.isWanted(segment))
            .forEach(({ window, start }) => window.want(from - start - 1, to - start - 1));
    }

    private isWanted(segment: Segment): boolean {
        return this.shownIn(segment) > 0 && segment.start <= this.wanted.to && segment.start + this.shownIn(segment) >= this.wanted.from;
    }

    private segmentAt(row: number): Segment | undefined {
        let [low, high] = [0, this.segments.length - 1];
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((this.segments[middle]?.start ?? 0) <= row) low = middle;
            else high = middle - 1;
        }
        return row < this.count ? this.segments[low] : undefined;
    }
}

/** Choices in the order they are declared, everything else by value, those without one last. */
export function ordered(groups: readonly Group[], field: Field): readonly Group[] {
    const place = (group: Group): readonly [number, string] => {
        const value = group.by[field.id];
        if (isUnset(value)) return [Number.MAX_SAFE_INTEGER, ''];
        if (typeof value === 'number') return [value, ''];
        const choice = field.choices?.findIndex(({ id }) => id === value) ?? 0;
        return [choice, plain(value)];
    };
    return [...groups].sort((a, b) => {
        const [[one, left], [other, right]] = [place(a), place(b)];
        return one - other || left.localeCompare(right);
    });
}

function totals(group: Group): Values {
    return group.sum ?? {};
}

function keyOf(value: Value): string {
    return isUnset(value) ? '' : plain(value);
}
