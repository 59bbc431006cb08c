import type { Field, Words } from '../../client';
import { inBoth } from '../../words';

type Unread = 'integer' | 'decimal' | 'date' | 'month' | 'datetime' | 'choice' | 'reference';

const KINDS: Readonly<Record<string, Unread>> = {
    integer: 'integer',
    decimal: 'decimal',
    money: 'decimal',
    percent: 'decimal',
    date: 'date',
    month: 'month',
    datetime: 'datetime',
    reference: 'reference',
};

/** Says that what was typed is no value of a field. */
export function unread(field: Field, typed: string): Words {
    return inBoth(`refused.unread.${KINDS[field.type] ?? 'choice'}`, { text: typed });
}
