import type { MatrixOptions } from './options';
import { MEANINGS, type Meaning } from './statemarks';

/** One cell as it is stored, as much of it as a matrix shows. */
export interface Stated {
    readonly row: string;
    readonly column: string;
    /** The last column it holds for; null while it still holds. */
    readonly until: string | null;
    readonly state: string | null;
    readonly evidence: number;
    readonly verified: string | null;
    readonly conflicts: number;
}

export type Freshness = 'fresh' | 'ageing' | 'stale';

const DAY_MILLIS = 86_400_000;
const CLAIMS: ReadonlySet<Meaning> = new Set(['yes', 'partial', 'no', 'planned', 'deprecated']);

export function isMeaning(word: unknown): word is Meaning {
    return MEANINGS.some((meaning) => meaning === word);
}

/** What nobody stated is unknown, and a claim without a source is none. */
export function meaningOf(stated: Pick<Stated, 'state' | 'evidence'> | undefined, { marks, evidence }: Pick<MatrixOptions, 'marks' | 'evidence'>): Meaning {
    const state = stated?.state ?? 'unknown';
    const meaning = marks[state] ?? (isMeaning(state) ? state : 'unknown');
    return evidence && CLAIMS.has(meaning) && stated?.evidence === 0 ? 'unsupported' : meaning;
}

/** Whether something is said, be it that the question does not arise. */
export function isKnown(meaning: Meaning): boolean {
    return meaning !== 'unknown';
}

export function isClaim(meaning: Meaning): boolean {
    return CLAIMS.has(meaning) || meaning === 'unsupported';
}

/** After half of the days a value may be relied on it is ageing, after all of them it is stale. What claims nothing does not age. */
export function freshnessOf(verified: string | null, freshForDays: number | null, today: string, meaning: Meaning): Freshness {
    if (freshForDays === null || !isClaim(meaning)) return 'fresh';
    if (verified === null) return 'stale';
    const age = (Date.parse(today) - Date.parse(verified)) / DAY_MILLIS;
    if (age > freshForDays) return 'stale';
    return age >= freshForDays / 2 ? 'ageing' : 'fresh';
}

/** The keys that choose a meaning. */
export const KEY_OF: Readonly<Record<Meaning, string>> = {
    yes: 'y', partial: 'p', no: 'n', planned: 'l', deprecated: 'd', 'not-applicable': 'a', unknown: 'u', unsupported: '',
};
