import type { Value } from '../../client';
import { freshnessOf, isKnown, meaningOf, type Freshness, type Stated } from './meaning';
import type { MatrixOptions } from './options';
import type { Meaning } from './statemarks';

export interface Parent {
    readonly ref: string;
    readonly title: string;
    readonly freshForDays: number | null;
}

export interface Column {
    readonly ref: string;
    readonly title: string;
    /** What it stands under; null where columns stand alone. */
    readonly parent: Parent | null;
    readonly freshForDays: number | null;
    /** Its place among those under the same parent; null where it stands for none of them. */
    readonly order: Value;
    readonly released: string | null;
}

export interface Row {
    readonly ref: string;
    readonly title: string;
    readonly group: string;
    readonly weight: number | null;
}

/** What stands in one cell: the value stated there, or one from before that still holds. */
export interface Held {
    readonly stated: Stated | undefined;
    readonly carried: boolean;
    readonly meaning: Meaning;
    readonly freshness: Freshness;
    readonly conflict: boolean;
}

/** How much of a column is known, with evidence, and fresh; how many rows it is out of. */
export interface Coverage {
    readonly rows: number;
    readonly known: number;
    readonly evidenced: number;
    readonly fresh: number;
}

/** What every row and column of a matrix holds, worked out a row at a time and kept until it changes. */
export class Matrix {
    private readonly stated = new Map<string, Map<string, Stated>>();
    private readonly held = new Map<string, readonly Held[]>();
    private readonly places = new Map<string, number>();
    private readonly none: Held;

    constructor(
        readonly rows: readonly Row[],
        readonly columns: readonly Column[],
        private readonly options: Pick<MatrixOptions, 'marks' | 'evidence' | 'until'>,
        private readonly today: string,
    ) {
        columns.forEach(({ ref }, index) => this.places.set(ref, index));
        this.none = this.holds(undefined, 0, false);
    }

    /** Takes what is stated, in place of what was stated at the same row and column. */
    put(...all: readonly Stated[]): void {
        for (const stated of all) {
            const ofRow = this.stated.get(stated.row) ?? new Map<string, Stated>();
            this.stated.set(stated.row, ofRow.set(stated.column, stated));
            this.held.delete(stated.row);
        }
    }

    at(row: string, column: number): Held {
        return this.of(row)[column] ?? this.none;
    }

    /** What a row holds, column by column. */
    of(row: string): readonly Held[] {
        const known = this.held.get(row);
        if (known) return known;
        const worked = this.work(this.stated.get(row));
        this.held.set(row, worked);
        return worked;
    }

    columnOf(ref: string): number | undefined {
        return this.places.get(ref);
    }

    coverage(column: number, rows: readonly Row[]): Coverage {
        let [known, evidenced, fresh] = [0, 0, 0];
        for (const { ref } of rows) {
            const held = this.at(ref, column);
            if (!isKnown(held.meaning)) continue;
            known++;
            if ((held.stated?.evidence ?? 0) > 0) evidenced++;
            if (held.freshness !== 'stale') fresh++;
        }
        return { rows: rows.length, known, evidenced, fresh };
    }

    /** How many rows of these say yes; null where nothing is known of any. */
    yes(column: number, rows: readonly Row[]): number | null {
        const meanings = rows.map(({ ref }) => this.at(ref, column).meaning);
        return meanings.some(isKnown) ? meanings.filter((meaning) => meaning === 'yes').length : null;
    }

    /** Whether two of these columns are known to differ: unknown is no difference, and no sameness. */
    differs(row: string, columns: readonly number[]): boolean {
        const known = columns.map((column) => this.at(row, column).meaning).filter(isKnown);
        return known.some((meaning) => meaning !== known[0]);
    }

    private work(stated: ReadonlyMap<string, Stated> | undefined): readonly Held[] {
        const held = this.columns.map(() => this.none);
        if (!stated) return held;
        const placed = [...stated.values()].flatMap((each) => {
            const from = this.places.get(each.column);
            return from === undefined ? [] : [{ each, from }];
        });
        placed.sort((one, other) => one.from - other.from);
        for (const { each, from } of placed) {
            const to = this.reach(each, from);
            for (let column = from; column <= to; column++) held[column] = this.holds(each, column, column !== from);
        }
        return held;
    }

    /** The last column a value holds for: the one it names, or what was out when somebody looked. */
    private reach(stated: Stated, from: number): number {
        const first = this.columns[from];
        if (!first || !this.options.until || first.order === null) return from;
        const named = stated.until === null ? undefined : this.places.get(stated.until);
        if (named !== undefined) return named;
        let to = from;
        while (this.goesOn(first, this.columns[to + 1], stated.verified)) to++;
        return to;
    }

    private goesOn(first: Column, next: Column | undefined, verified: string | null): boolean {
        if (!next || next.parent?.ref !== first.parent?.ref || next.order === null) return false;
        return next.released === null || verified === null || next.released <= verified;
    }

    private holds(stated: Stated | undefined, column: number, carried: boolean): Held {
        const meaning = meaningOf(stated, this.options);
        const days = this.columns[column]?.freshForDays ?? null;
        const freshness = freshnessOf(stated?.verified ?? null, days, this.today, meaning);
        return { stated, carried, meaning, freshness, conflict: (stated?.conflicts ?? 0) > 0 };
    }
}

/** A share in whole percent, never rounded up to all nor down to none. */
export function percent(part: number, whole: number): string {
    if (whole === 0 || part === 0) return '0%';
    if (part === whole) return '100%';
    return `${Math.min(99, Math.max(1, Math.round((part / whole) * 100)))}%`;
}
