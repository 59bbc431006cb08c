import { quoted } from '../../where';

/** Rows that have this value, or none. */
export function isValue(field: string, value: string | null): string {
    return value === null ? `!has_value(${field})` : `${field} == ${quoted(value)}`;
}

/** Rows that one of these lets through. */
export function anyOf(conditions: readonly string[]): string {
    return conditions.map((each) => `(${each})`).join(' || ');
}
