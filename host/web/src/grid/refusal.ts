import { Refusal, type Problem } from '../client';
import type { Query } from '../view';

/** What the host has against a condition by itself; null where it has nothing, or does not answer. */
export async function refusalOf(query: Pick<Query, 'items'>, table: string, where: string): Promise<Problem | null> {
    try {
        await query.items({ table, where, offset: 0, limit: 0 });
        return null;
    } catch (failure) {
        return failure instanceof Refusal ? (failure.problems[0] ?? null) : null;
    }
}
