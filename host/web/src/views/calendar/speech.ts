import { settings, t } from '../../settings';
import { firstOfMonth, isoWeek, utc } from '../planning/days';
import type { Span } from './options';

function formatted(day: number, form: Intl.DateTimeFormatOptions): string {
    const locale = settings.language === 'zh' ? 'zh-CN' : 'en-GB';
    return new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).format(utc(day));
}

/** What stands above the days: the month, or the week with its year. */
export function title(span: Span, day: number): string {
    if (span === 'month') return formatted(day, { year: 'numeric', month: 'long' });
    const { year, week } = isoWeek(day);
    return t('week.ofYear', { year, week });
}

export function weekdayName(day: number): string {
    return formatted(day, { weekday: 'short' });
}

/** The number of a day; the first of a month says which month begins. */
export function dayName(day: number): string {
    return day === firstOfMonth(day) ? formatted(day, { month: 'short', day: 'numeric' }) : String(utc(day).getUTCDate());
}

export function wholeDay(day: number): string {
    return formatted(day, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
}
