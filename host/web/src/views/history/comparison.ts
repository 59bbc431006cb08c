import type { Table } from '../../client';
import type { Query } from '../../view';
import { differences, type Difference } from './changes';
import { valuesAt } from './restoring';

/** What differs between an item as of two revisions, whatever lies between. */
export class Comparison {
    private constructor(
        readonly earlier: number,
        readonly later: number,
        readonly changes: readonly Difference[],
    ) {}

    static async of(query: Query, ref: string, table: Table, one: number, other: number): Promise<Comparison> {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        const [before, after] = await Promise.all([valuesAt(query, ref, earlier), valuesAt(query, ref, later)]);
        return new Comparison(earlier, later, differences(table, before?.values ?? null, after?.values ?? null));
    }
}
