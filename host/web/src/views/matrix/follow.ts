import { tableOf, type Commit, type Value } from '../../client';
import type { MatrixOptions } from './options';
import { tablesBehind } from '../../values';

/** What a commit does to a matrix: nothing, some cells that can be read one by one, or more than that. */
export type Effect = 'none' | 'all' | ReadonlySet<string>;

const ONE_BY_ONE = 24;

/** Which cells to read again after a commit. */
export function effectOf(commit: Commit, options: MatrixOptions, cells: string): Effect {
    const frame = new Set([options.rows.id, options.columns.id, options.parents?.id]);
    const behind = new Set([options.evidence, options.conflict].flatMap((field) => (field ? tablesBehind(field) : [])));
    const places = [options.row.id, options.column.id];
    const refs = new Set<string>();
    for (const { ref, kind, after } of commit.changes) {
        const table = tableOf(ref);
        if (table === cells) {
            const moves = kind !== 'created' && places.some((field) => after && field in after);
            if (moves || kind === 'deleted' || kind === 'purged') return 'all';
            refs.add(ref);
        } else if (frame.has(table)) {
            return 'all';
        } else if (behind.has(table)) {
            const pointed = Object.values(after ?? {}).filter((value: Value): value is string => typeof value === 'string' && value.startsWith(`${cells}/`));
            if (pointed.length === 0) return 'all';
            pointed.forEach((value) => refs.add(value));
        }
    }
    if (refs.size > ONE_BY_ONE) return 'all';
    return refs.size === 0 ? 'none' : refs;
}
