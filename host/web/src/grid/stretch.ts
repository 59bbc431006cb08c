import type { Field } from '../client';
import { valueType } from '../values';

/** How wide a column is, and how wide it would have to be for nothing in it to be cut. */
export interface Width {
    readonly width: number;
    readonly wanted: number;
}

export interface Stretching {
    width?: number | undefined;
    readonly declared: Field;
}

const WORDY = new Set(['text', 'markdown', 'reference', 'references', 'choices', 'url', 'email', 'person']);

/** What is left of the room goes first to columns whose words are cut, the least cut before the others; then to all that have words. */
export function stretched(free: readonly Stretching[], columns: readonly Stretching[], room: number, wanted: (column: Stretching) => number): void {
    const wordy = free.filter(({ declared }) => WORDY.has(valueType(declared)));
    const left = () => room - columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
    const lacks = (column: Stretching) => wanted(column) - (column.width ?? 0);
    const cut = wordy.filter((column) => lacks(column) > 0).sort((one, other) => lacks(one) - lacks(other));
    cut.forEach((column, index) => widen(column, Math.min(lacks(column), Math.floor(left() / (cut.length - index)))));
    const more = wordy.length === 0 ? 0 : Math.floor(left() / wordy.length);
    wordy.forEach((column) => widen(column, more));
}

function widen(column: Stretching, by: number): void {
    if (by > 0) column.width = (column.width ?? 0) + by;
}
