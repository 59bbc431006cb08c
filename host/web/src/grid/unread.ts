import type { Field, Problem } from '../client';
import { inBoth } from '../words';

/** Which words say that a field of this type could not be read. */
const UNREAD: Readonly<Record<string, 'integer' | 'decimal' | 'date' | 'month' | 'datetime' | 'choice' | 'reference'>> = {
    integer: 'integer',
    decimal: 'decimal',
    money: 'decimal',
    percent: 'decimal',
    date: 'date',
    month: 'month',
    datetime: 'datetime',
    reference: 'reference',
    references: 'reference',
};

/** What was written is no value of this field. */
export function unreadProblem(field: Field, text: string): Problem {
    const type = UNREAD[field.type] ?? 'choice';
    const message = inBoth(`refused.unread.${type}`, { text });
    return { code: 'unread', at: field.id, message, hint: inBoth(`refused.unread.${type}.hint`) };
}
