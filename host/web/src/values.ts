import type { Attachment, Choice, Field, Value, Words } from './client';
import { localTime, parseDate, parseInstant, parseMonth } from './dates';
import { grouped, parseDecimal, shift } from './numbers';

/** What a value needs from outside to be read: the reader's language and the titles of others. */
export interface Reading {
    text(words: Words): string;
    title(ref: string): string;
    readonly yes: string;
    readonly no: string;
}

export interface Parsed {
    readonly value: Value;
    readonly understood: boolean;
}

const NUMBERS = new Set(['integer', 'decimal', 'money', 'percent']);
const DERIVED = new Set(['computed', 'rollup', 'lookup']);

/** The type of the values themselves: a rollup `of` dates holds dates. */
export function valueType(field: Field): string {
    return DERIVED.has(field.type) ? (field.of ?? 'text') : field.type;
}

export function isDerived(field: Field): boolean {
    return DERIVED.has(field.type);
}

export function isNumber(field: Field): boolean {
    return NUMBERS.has(valueType(field));
}

export function isEditable(field: Field): boolean {
    return !isDerived(field) && field.type !== 'file';
}

/** The other tables whose changes can change what a field shows. */
export function tablesBehind(field: Field): readonly string[] {
    const from = field.from?.split('.').slice(0, 2).join('.');
    return [field.to, from].filter((table) => table !== undefined);
}

/** Numbers stand right; so do computed ones. */
export function alignsRight(field: Field): boolean {
    return isNumber(field);
}

export function isUnset(value: Value | undefined): value is null | undefined {
    return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A value that is a word or number by itself, as text; of the others, their JSON. */
export function plain(value: Value | undefined): string {
    return typeof value === 'object' || value === undefined ? JSON.stringify(value ?? null) : String(value);
}

/** The value as text a person reads. */
export function shown(field: Field, value: Value | undefined, reading: Reading): string {
    if (isUnset(value)) return '';
    switch (valueType(field)) {
        case 'integer':
        case 'decimal':
            return grouped(plain(value));
        case 'money':
            return grouped(amountOf(value));
        case 'percent':
            return `${grouped(shift(plain(value), 2))}%`;
        case 'boolean':
            return value === true ? reading.yes : reading.no;
        case 'datetime':
            return localTime(plain(value));
        case 'choice':
            return choiceLabel(field, plain(value), reading);
        case 'choices':
            return listOf(value).map((id) => choiceLabel(field, id, reading)).join(', ');
        case 'reference':
            return reading.title(plain(value));
        case 'references':
            return listOf(value).map((ref) => reading.title(ref)).join(', ');
        case 'file':
            return (value as Attachment).name;
        default:
            return plain(value);
    }
}

/** The value as the text a person would type to get it. */
export function typed(field: Field, value: Value | undefined, reading: Reading): string {
    if (isUnset(value)) return '';
    switch (valueType(field)) {
        case 'integer':
        case 'decimal':
            return plain(value);
        case 'money':
            return amountOf(value);
        default:
            return shown(field, value, reading);
    }
}

/** What a person typed, as a value of the field; not understood keeps the text for them to mend. */
export function parse(field: Field, text: string, now: Date): Parsed {
    const trimmed = text.trim();
    const empty = trimmed === '' || (isNumber(field) && /^[-\u2013\u2014\u2212]$/.test(trimmed));
    if (empty) return { value: null, understood: true };
    const value = parsers[field.type]?.(trimmed, field, now);
    return value === undefined ? { value: text, understood: true } : { value, understood: value !== null };
}

type Parser = (text: string, field: Field, now: Date) => Value;

const parsers: Readonly<Record<string, Parser>> = {
    integer: (text) => wholeNumber(parseDecimal(text)),
    decimal: (text) => parseDecimal(text),
    money: (text, field) => money(parseDecimal(text), field),
    percent: (text) => percent(text.normalize('NFKC')),
    boolean: (text) => yesOrNo(text.toLowerCase()),
    date: (text, _field, now) => parseDate(text, now),
    month: (text, _field, now) => parseMonth(text, now),
    datetime: (text, _field, now) => parseInstant(text, now),
    url: (text) => text,
    email: (text) => text,
    person: (text) => text,
};

function wholeNumber(decimal: string | null): Value {
    if (decimal === null || !/^-?\d+(\.0+)?$/.test(decimal)) return null;
    const number = Number(decimal);
    return Number.isSafeInteger(number) ? number : null;
}

function money(amount: string | null, field: Field): Value {
    return amount === null ? null : { amount, currency: field.currency ?? 'CNY' };
}

function percent(text: string): Value {
    const decimal = parseDecimal(text.replace(/%$/, ''));
    return decimal === null ? null : shift(decimal, -2);
}

function yesOrNo(text: string): Value {
    if (['1', 'y', 'yes', 'true', '是', '对', '有'].includes(text)) return true;
    return ['0', 'n', 'no', 'false', '否', '不', '无'].includes(text) ? false : null;
}

export function choiceLabel(field: Field, id: string, reading: Reading): string {
    const choice = field.choices?.find((each: Choice) => each.id === id);
    return choice ? reading.text(choice.label) : id;
}

export function listOf(value: Value | undefined): readonly string[] {
    if (Array.isArray(value)) return value as readonly string[];
    return isUnset(value) ? [] : [plain(value)];
}

function amountOf(value: Value): string {
    return typeof value === 'object' && value !== null && 'amount' in value ? value.amount : plain(value);
}
