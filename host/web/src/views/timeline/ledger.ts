import type { Table } from '../../client';
import { dayIn } from '../planning/days';
import type { Query } from '../../view';
import { plain } from '../../values';
import { allOf, quoted } from '../../where';
import type { MovesTable } from './options';

/** So many items are named in one question: a condition has at most 2,000 characters. */
const ASKED_AT_ONCE = 25;
const PAGE = 1000;

/** The dates that items were promised for in turn, read for those on the screen alone. */
export class Ledger {
    private readonly known = new Map<string, readonly number[]>();
    private readonly asking = new Set<string>();
    private epoch = 0;

    constructor(
        private readonly moves: MovesTable,
        private readonly query: Pick<Query, 'items' | 'table'>,
        private readonly came: () => void,
        private readonly failed: (failure: unknown) => void,
    ) {}

    of(ref: string): readonly number[] {
        return this.known.get(ref) ?? [];
    }

    /** Asks for those not known yet. */
    want(refs: readonly string[]): void {
        const missing = refs.filter((ref) => !this.known.has(ref) && !this.asking.has(ref));
        const table = this.query.table(this.moves.table);
        if (!table || missing.length === 0) return;
        missing.forEach((ref) => this.asking.add(ref));
        for (let at = 0; at < missing.length; at += ASKED_AT_ONCE) {
            void this.read(table, missing.slice(at, at + ASKED_AT_ONCE));
        }
    }

    /** What was read may not be so any longer; it stays until it is read anew. */
    forget(): void {
        this.epoch++;
        this.known.clear();
        this.asking.clear();
    }

    private async read(table: Table, refs: readonly string[]): Promise<void> {
        const { epoch } = this;
        const { item, date, where } = this.moves;
        const dated = table.fields.find((field) => field.id === date);
        const named = `${item} in [${refs.map(quoted).join(', ')}]`;
        const page = await this.query
            .items({ table: table.id, where: allOf(where, named), sort: [{ field: date }], offset: 0, limit: PAGE })
            .catch((failure: unknown) => {
                // Without its ticks a slip is still a slip; they are asked for again after the next change.
                this.failed(failure);
                return null;
            });
        if (epoch !== this.epoch) return;
        if (!page || !dated) return;
        for (const ref of refs) {
            const own = page.items.filter(({ values }) => plain(values[item]) === ref);
            this.known.set(ref, own.flatMap(({ values }) => dayIn(dated, values[date]) ?? []));
        }
        this.came();
    }
}
