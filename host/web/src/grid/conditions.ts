import type { Field, Value } from '../client';
import { isUnset, plain, valueType } from '../values';
import { quoted } from '../where';

export type Operator = 'is' | 'isNot' | 'contains' | 'containsNot' | 'above' | 'below' | 'atLeast' | 'atMost' | 'isSet' | 'isNotSet';

const ORDERED: readonly Operator[] = ['is', 'isNot', 'above', 'atLeast', 'below', 'atMost'];
const SET: readonly Operator[] = ['isSet', 'isNotSet'];
const SIGNS: Readonly<Partial<Record<Operator, string>>> = { is: '==', isNot: '!=', above: '>', atLeast: '>=', below: '<', atMost: '<=' };

/** What can be asked of a field. */
export function operatorsOf(field: Field): readonly Operator[] {
    switch (valueType(field)) {
        case 'integer':
        case 'decimal':
        case 'percent':
        case 'money':
        case 'date':
        case 'month':
        case 'datetime':
            return [...ORDERED, ...SET];
        case 'choices':
        case 'references':
            return ['contains', 'containsNot', ...SET];
        case 'choice':
        case 'reference':
        case 'boolean':
            return ['is', 'isNot', ...SET];
        case 'file':
            return SET;
        default:
            return ['contains', 'containsNot', 'is', 'isNot', ...SET];
    }
}

export function needsValue(operator: Operator): boolean {
    return !SET.includes(operator);
}

/** A condition in the one grammar there is; null where the value is missing. */
export function conditionOf(field: Field, operator: Operator, value: Value): string | null {
    if (operator === 'isSet') return `has_value(${field.id})`;
    if (operator === 'isNotSet') return `!has_value(${field.id})`;
    if (isUnset(value)) return null;
    const written = literal(field, value);
    const isList = ['choices', 'references'].includes(valueType(field));
    const contains = isList ? `${written} in ${field.id}` : `${field.id}.contains(${written})`;
    if (operator === 'contains') return contains;
    if (operator === 'containsNot') return `!(${contains})`;
    return `${field.id} ${SIGNS[operator] ?? '=='} ${written}`;
}

/** The rows of a group: those with this value, or without one. */
export function groupCondition(field: Field, value: Value): string {
    return conditionOf(field, 'is', value) ?? `!has_value(${field.id})`;
}

function literal(field: Field, value: Value): string {
    switch (valueType(field)) {
        case 'integer':
        case 'decimal':
        case 'percent':
        case 'boolean':
            return plain(value);
        case 'money':
            return typeof value === 'object' && value !== null && 'amount' in value ? `money(${value.amount}, ${quoted(value.currency)})` : 'money(0)';
        case 'date':
        case 'month':
        case 'datetime':
            return `${valueType(field)}(${quoted(plain(value))})`;
        default:
            return quoted(Array.isArray(value) ? String(value[0]) : plain(value));
    }
}
