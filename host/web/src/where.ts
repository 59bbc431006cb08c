import type { Field, Table } from './client';
import { valueType } from './values';

const SEARCHED = new Set(['text', 'markdown', 'url', 'email', 'person']);

/** The simple filter box as an expression: any text field has it, or any choice is called so. */
export function filterExpression(table: Table, typed: string): string | undefined {
    const text = typed.trim();
    if (text === '') return undefined;
    const parts = table.fields.filter((field) => !isLate(field)).flatMap((field) => partsFor(field, text));
    return parts.length === 0 ? undefined : parts.join(' || ');
}

export function allOf(...parts: readonly (string | undefined)[]): string | undefined {
    const set = parts.filter((part) => part !== undefined && part.trim() !== '');
    return set.length > 1 ? set.map((part) => `(${part})`).join(' && ') : set[0];
}

export function quoted(text: string): string {
    return `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;
}

function partsFor(field: Field, text: string): string[] {
    if (SEARCHED.has(valueType(field))) return [`${field.id}.contains(${quoted(text)})`];
    if (field.type !== 'choice') return [];
    const lower = text.toLowerCase();
    const named = (field.choices ?? []).filter((choice) =>
        [choice.label.en, choice.label.zh].some((label) => label.toLowerCase().includes(lower)),
    );
    return named.map((choice) => `${field.id} == ${quoted(choice.id)}`);
}

/** Rollups and lookups read through other tables: too dear for a box that asks on every key. */
function isLate(field: Field): boolean {
    return field.type === 'rollup' || field.type === 'lookup';
}
