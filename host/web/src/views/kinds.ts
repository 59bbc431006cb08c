import './grid';
import './history';

const TAGS: Readonly<Record<string, string>> = { grid: 'wb-grid', history: 'wb-history' };

/** The element that shows a kind of view; a grid can show any table, so it stands in for the unknown. */
export function tagOf(kind: string): string {
    return TAGS[kind] ?? 'wb-grid';
}
