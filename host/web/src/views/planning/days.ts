import type { Field, Value, Values } from '../../client';
import { localTime } from '../../dates';
import { isUnset, plain, valueType } from '../../values';

/** Days are counted from 1970-01-01, so that they can be added, compared and drawn. */

const DAY_MILLIS = 86_400_000;
const THURSDAY = 3;

export interface Week {
    readonly year: number;
    readonly week: number;
}

/** The number of a date as the wire writes it. */
export function dayNumber(date: string): number {
    return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MILLIS);
}

export function dateOf(day: number): string {
    return utc(day).toISOString().slice(0, 10);
}

export function utc(day: number): Date {
    return new Date(day * DAY_MILLIS);
}

/** Monday is 0. */
export function weekday(day: number): number {
    return (((day + THURSDAY) % 7) + 7) % 7;
}

export function monday(day: number): number {
    return day - weekday(day);
}

/** ISO 8601: a week belongs to the year that has its Thursday. */
export function isoWeek(day: number): Week {
    const thursday = monday(day) + THURSDAY;
    const year = utc(thursday).getUTCFullYear();
    return { year, week: 1 + Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) };
}

export function firstOfMonth(day: number): number {
    return addMonths(day, 0);
}

/** The first of the month so many months on. */
export function addMonths(day: number, months: number): number {
    const date = utc(day);
    return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY_MILLIS);
}

/** The same day so many months on, or the last of a shorter month. */
export function sameDayIn(day: number, months: number): number {
    const first = addMonths(day, months);
    return Math.min(first + utc(day).getUTCDate() - 1, addMonths(first, 1) - 1);
}

/** The local day of a moment. */
export function dayOfMoment(moment: Date): number {
    return Math.round(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / DAY_MILLIS);
}

export const DATED: readonly string[] = ['date', 'month', 'datetime'];

/** The day a value falls on for its reader; a month on its first. */
export function dayIn(field: Field, value: Value | undefined): number | null {
    if (isUnset(value)) return null;
    const written = plain(value);
    const date = valueType(field) === 'datetime' ? localTime(written).slice(0, 10) : valueType(field) === 'month' ? `${written}-01` : written;
    const day = dayNumber(date);
    return Number.isNaN(day) ? null : day;
}

/** The value of the field that falls on the day; a time keeps its hour, a new one begins at nine. */
export function valueOn(field: Field, day: number, before: Value | undefined): Value {
    const type = valueType(field);
    if (type === 'month') return dateOf(day).slice(0, 7);
    if (type === 'date') return dateOf(day);
    const [year = 0, month = 1, date = 1] = dateOf(day).split('-').map(Number);
    const was = isUnset(before) ? new Date(year, month - 1, date, 9) : new Date(plain(before));
    was.setFullYear(year, month - 1, date);
    return was.toISOString().replace('.000Z', 'Z');
}

/** What moving dates by so many days sets. */
export function shifted(fields: readonly (Field | undefined)[], values: Values, by: number): Values {
    const moved = fields.flatMap((field): [string, Value][] => {
        const day = field ? dayIn(field, values[field.id]) : null;
        return field && day !== null ? [[field.id, valueOn(field, day + by, values[field.id])]] : [];
    });
    return Object.fromEntries(moved);
}

/** What a condition of the host compares a field with, for rows that fall on the days from one up to another. */
export function between(field: Field, from: number, to: number): string {
    const [first, after] = [from, to + 1];
    switch (valueType(field)) {
        case 'month':
            return `${field.id} >= month("${dateOf(first).slice(0, 7)}") && ${field.id} <= month("${dateOf(to).slice(0, 7)}")`;
        case 'datetime':
            return `${field.id} >= datetime("${startOf(first)}") && ${field.id} < datetime("${startOf(after)}")`;
        default:
            return `${field.id} >= date("${dateOf(first)}") && ${field.id} <= date("${dateOf(to)}")`;
    }
}

/** The same for what lasts from one field to another. */
export function overlapping(from: Field, to: Field, first: number, last: number): string {
    const begun = before(from, last + 1);
    const notOver = `!(${before(to, first)})`;
    return `(${begun}) && (has_value(${to.id}) ? ${notOver} : ${between(from, first, last)})`;
}

function before(field: Field, day: number): string {
    if (valueType(field) === 'datetime') return `${field.id} < datetime("${startOf(day)}")`;
    if (valueType(field) === 'month') return `${field.id} <= month("${dateOf(day - 1).slice(0, 7)}")`;
    return `${field.id} < date("${dateOf(day)}")`;
}

/** When a day begins where the reader is. */
function startOf(day: number): string {
    const [year = 0, month = 1, date = 1] = dateOf(day).split('-').map(Number);
    return new Date(year, month - 1, date).toISOString().replace('.000Z', 'Z');
}
