import type { Field, Value } from '../../client';

export interface Lane {
    /** Of its value: empty for rows that have none. */
    readonly id: string;
    readonly value: Value;
    readonly label: string;
    readonly count: number;
}

export type Row =
    | { readonly kind: 'lane'; readonly index: number; readonly lane: Lane; readonly folded: boolean }
    | { readonly kind: 'item'; readonly index: number; readonly lane: Lane; readonly place: number };

/** Lanes one below the other, each a header and its items unless it is folded: which row stands where. */
export class LaneRows {
    private readonly starts: readonly number[];
    readonly count: number;

    constructor(
        readonly lanes: readonly Lane[],
        private readonly folded: ReadonlySet<string>,
        /** A timeline without lanes has one, which has no header. */
        private readonly headed: boolean,
    ) {
        const starts: number[] = [];
        let count = 0;
        for (const lane of lanes) {
            starts.push(count);
            count += this.head + (folded.has(lane.id) ? 0 : lane.count);
        }
        this.starts = starts;
        this.count = count;
    }

    at(index: number): Row | undefined {
        if (index < 0 || index >= this.count) return undefined;
        const at = this.starts.findLastIndex((start) => start <= index);
        const lane = this.lanes[at];
        const start = this.starts[at];
        if (!lane || start === undefined) return undefined;
        const place = index - start - this.head;
        return place < 0 ? { kind: 'lane', index, lane, folded: this.folded.has(lane.id) } : { kind: 'item', index, lane, place };
    }

    /** From a row up to another, the second not included. */
    between(from: number, to: number): readonly Row[] {
        const rows: Row[] = [];
        for (let index = Math.max(0, from); index < Math.min(to, this.count); index++) {
            const row = this.at(index);
            if (row) rows.push(row);
        }
        return rows;
    }

    headOf(lane: string): number {
        return this.starts[this.lanes.findIndex((each) => each.id === lane)] ?? -1;
    }

    indexOf(lane: string, place: number): number {
        return this.headOf(lane) + this.head + place;
    }

    private get head(): number {
        return this.headed ? 1 : 0;
    }
}

/** Lanes in the order a reader looks for them: choices as declared, else by name; what has none comes last. */
export function inOrder(lanes: readonly Lane[], field: Field, nameOf: (value: Value) => string): readonly Lane[] {
    const place = (id: string) => field.choices?.findIndex((choice) => choice.id === id) ?? 0;
    const named = lanes.map((lane) => ({ ...lane, label: nameOf(lane.value) }));
    const unset = (lane: Lane) => Number(lane.value === null);
    return named.sort((one, other) => unset(one) - unset(other) || place(one.id) - place(other.id) || one.label.localeCompare(other.label));
}
