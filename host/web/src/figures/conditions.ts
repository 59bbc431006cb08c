import type { Field, Value } from '../client';
import { isUnset, plain, valueType } from '../values';
import { quoted } from '../where';
import { firstDay, lastDay } from './periods';

/** The expression that holds for the rows whose field has this value. */
export function hasValue(field: Field, value: Value | undefined): string {
    if (isUnset(value)) return `!has_value(${field.id})`;
    switch (valueType(field)) {
        case 'integer':
        case 'decimal':
        case 'percent':
        case 'boolean':
            return `${field.id} == ${plain(value)}`;
        case 'date':
        case 'month':
        case 'datetime':
            return `${field.id} == ${valueType(field)}(${quoted(plain(value))})`;
        case 'choices':
        case 'references':
            return `${quoted(plain(value))} in ${field.id}`;
        default:
            return `${field.id} == ${quoted(plain(value))}`;
    }
}

/** The expression that holds for the rows whose month, date or instant lies in a stretch of periods. */
export function within(field: Field, from: string, to: string): string {
    const [first, last] = [firstDay(from), lastDay(to)];
    switch (valueType(field)) {
        case 'month':
            return `${field.id} >= month("${first.slice(0, 7)}") && ${field.id} <= month("${last.slice(0, 7)}")`;
        case 'datetime':
            return `${field.id} >= datetime("${first}T00:00:00Z") && ${field.id} <= datetime("${last}T23:59:59Z")`;
        default:
            return `${field.id} >= date("${first}") && ${field.id} <= date("${last}")`;
    }
}
