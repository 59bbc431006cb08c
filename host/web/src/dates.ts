/** Dates, months and times as people write them, Chinese first, to what the wire carries. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const RELATIVE: Readonly<Record<string, number>> = {
    昨天: -1, yesterday: -1, 今天: 0, today: 0, 明天: 1, tomorrow: 1, 后天: 2,
};

export function parseDate(text: string, now: Date): string | null {
    const plain = text.normalize('NFKC').trim().toLowerCase();
    const days = /^[+-]\d+$/.test(plain) ? Number(plain) : RELATIVE[plain];
    if (days !== undefined) return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));
    const whole = /^(\d{4})(?:[-/.年]\s*)(\d{1,2})(?:[-/.月]\s*)(\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
    if (whole) return checked(Number(whole[1]), Number(whole[2]), Number(whole[3]));
    const short = /^(\d{1,2})(?:[-/.月])(\d{1,2})日?$/.exec(plain);
    return short ? checked(now.getFullYear(), Number(short[1]), Number(short[2])) : null;
}

export function parseMonth(text: string, now: Date): string | null {
    const plain = text.normalize('NFKC').trim().toLowerCase();
    const whole = /^(\d{4})(?:[-/.年]\s*)(\d{1,2})月?$/.exec(plain) ?? /^(\d{4})(\d{2})$/.exec(plain);
    if (whole) return checkedMonth(Number(whole[1]), Number(whole[2]));
    const named = /^([a-z]{3})[a-z]*[- ]?(\d{2}|\d{4})$/.exec(plain);
    if (named?.[1] && named[2]) {
        const year = Number(named[2].length === 2 ? `20${named[2]}` : named[2]);
        return checkedMonth(year, MONTHS.indexOf(named[1]) + 1);
    }
    const short = /^(\d{1,2})月$/.exec(plain);
    return short ? checkedMonth(now.getFullYear(), Number(short[1])) : null;
}

/** A local time, to the instant it names. */
export function parseInstant(text: string, now: Date): string | null {
    const plain = text.normalize('NFKC').trim();
    const parts = /^(?:(.+?)[ t])?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?$/i.exec(plain);
    const day = parseDate(parts ? (parts[1] ?? 'today') : plain, now);
    if (day === null) return null;
    const [hour, minute, second] = [Number(parts?.[2] ?? 0), Number(parts?.[3] ?? 0), Number(parts?.[4] ?? 0)];
    if (hour > 23 || minute > 59 || second > 59) return null;
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    const instant = new Date(year, month - 1, date, hour, minute, second);
    return instant.toISOString().replace('.000Z', 'Z');
}

/** An instant as local date and time. */
export function localTime(instant: string): string {
    const date = new Date(instant);
    if (Number.isNaN(date.getTime())) return instant;
    return `${dayOf(date)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function dayOf(date: Date): string {
    return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function checked(year: number, month: number, day: number): string | null {
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return exists ? `${year}-${two(month)}-${two(day)}` : null;
}

function checkedMonth(year: number, month: number): string | null {
    return month >= 1 && month <= 12 ? `${year}-${two(month)}` : null;
}

function two(number: number): string {
    return String(number).padStart(2, '0');
}
