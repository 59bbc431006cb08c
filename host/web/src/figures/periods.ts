/** Weeks, months, quarters and years, each a text that sorts by time: 2026-W34, 2026-08, 2026-Q3, 2026. */

export const SPANS = ['week', 'month', 'quarter', 'year'] as const;
export type Span = (typeof SPANS)[number];

const DAY_MILLIS = 86_400_000;

/** The period a month, a date or an instant lies in; null for what is none of these. */
export function periodOf(value: string, span: Span): string | null {
    const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(value);
    if (!parts) return null;
    const [year, month] = [Number(parts[1]), Number(parts[2])];
    switch (span) {
        case 'week':
            return parts[3] === undefined ? null : weekOf(new Date(Date.UTC(year, month - 1, Number(parts[3]))));
        case 'month':
            return `${parts[1]}-${parts[2]}`;
        case 'quarter':
            return `${parts[1]}-Q${Math.ceil(month / 3)}`;
        case 'year':
            return parts[1] ?? null;
    }
}

/** The period so many after this one, or before it. */
export function after(period: string, steps: number): string {
    const span = spanOf(period);
    if (span === 'week') return weekOf(new Date(firstDate(period).getTime() + steps * 7 * DAY_MILLIS));
    const months = { month: 1, quarter: 3, year: 12 }[span];
    const first = firstDate(period);
    return periodOf(isoDay(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + steps * months, 1))), span) ?? period;
}

/** The same period of the year before; the 53rd week has none in a year of 52. */
export function yearBefore(period: string): string {
    const before = `${String(Number(period.slice(0, 4)) - 1).padStart(4, '0')}${period.slice(4)}`;
    return before.endsWith('-W53') && weekOf(firstDate(before)) !== before ? '' : before;
}

/** All from the one to the other. */
export function range(from: string, to: string): readonly string[] {
    const periods: string[] = [];
    for (let period = from; period <= to; period = after(period, 1)) periods.push(period);
    return periods;
}

export function firstDay(period: string): string {
    return isoDay(firstDate(period));
}

export function lastDay(period: string): string {
    return isoDay(new Date(firstDate(after(period, 1)).getTime() - DAY_MILLIS));
}

/** The year a period counts to; of a week that of its Thursday. */
export function yearOf(period: string): string {
    return period.slice(0, 4);
}

export function spanOf(period: string): Span {
    if (period.includes('W')) return 'week';
    if (period.includes('Q')) return 'quarter';
    return period.length === 4 ? 'year' : 'month';
}

function firstDate(period: string): Date {
    const year = Number(period.slice(0, 4));
    switch (spanOf(period)) {
        case 'week':
            return mondayOf(year, Number(period.slice(6)));
        case 'month':
            return new Date(Date.UTC(year, Number(period.slice(5)) - 1, 1));
        case 'quarter':
            return new Date(Date.UTC(year, (Number(period.slice(6)) - 1) * 3, 1));
        case 'year':
            return new Date(Date.UTC(year, 0, 1));
    }
}

/** ISO 8601: the week belongs to the year its Thursday is in, and 4 January is in week 1. */
function weekOf(day: Date): string {
    const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * DAY_MILLIS);
    const year = thursday.getUTCFullYear();
    const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MILLIS));
    return `${year}-W${String(week).padStart(2, '0')}`;
}

function mondayOf(year: number, week: number): Date {
    const fourth = Date.UTC(year, 0, 4);
    const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
    return new Date(fourth + ((week - 1) * 7 - weekday) * DAY_MILLIS);
}

function isoDay(date: Date): string {
    return date.toISOString().slice(0, 10);
}
