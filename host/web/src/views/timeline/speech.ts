import { settings, t, tCount } from '../../settings';
import { dateOf, isoWeek, utc } from '../planning/days';
import type { Figure } from './figure';
import type { Tick } from './scale';

function formatted(day: number, form: Intl.DateTimeFormatOptions): string {
    const locale = settings.language === 'zh' ? 'zh-CN' : 'en-GB';
    return new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).format(utc(day));
}

/** 17 Aug, 8月17日. */
export function shortDay(day: number): string {
    return formatted(day, { day: 'numeric', month: 'short' });
}

export function weekName(day: number): string {
    return t('week.name', { week: isoWeek(day).week });
}

export function tickName({ day, kind }: Tick, isMajor: boolean): string {
    const date = utc(day);
    switch (kind) {
        case 'year':
            return String(date.getUTCFullYear());
        case 'quarter':
            return t('quarter.name', { quarter: 1 + date.getUTCMonth() / 3 });
        case 'month':
            return formatted(day, isMajor ? { year: 'numeric', month: 'short' } : { month: 'short' });
        case 'week':
            return isMajor ? `${weekName(day)} · ${formatted(day, { year: 'numeric', month: 'short' })}` : weekName(day);
        case 'day':
            return String(date.getUTCDate());
    }
}

/** "+80 d": a true minus sign where it came earlier; nothing where nothing moved. */
export function slipWords(slip: number | null): string {
    if (slip === null || slip === 0) return '';
    return t('timeline.slip', { days: `${slip > 0 ? '+' : '\u2212'}${Math.abs(slip).toLocaleString('en-US')}` });
}

/** A row as a sentence: its name, what was promised, what came of it. */
export function sentence(title: string, figure: Figure): string {
    const said = [title];
    const { bar, first, date, came, slip, ticks, unsaved } = figure;
    if (bar) said.push(t('timeline.said.bar', { from: dateOf(bar[0]), to: dateOf(bar[1]) }));
    if (first !== null && slip !== 0) said.push(t('timeline.said.first', { date: dateOf(first) }));
    if (came !== null) said.push(t('timeline.said.came', { date: dateOf(came) }));
    else if (date !== null) said.push(t('timeline.said.date', { date: dateOf(date) }));
    else if (!bar) said.push(t('timeline.undated'));
    if (slip !== null && slip > 0) said.push(tCount('timeline.said.later', slip));
    if (slip !== null && slip < 0) said.push(tCount('timeline.said.earlier', -slip));
    if (ticks.length > 0) said.push(tCount('timeline.said.moves', ticks.length + 1));
    if (unsaved !== null) said.push(t('timeline.said.unsaved', { date: dateOf(unsaved) }));
    return said.join(settings.language === 'zh' ? '，' : ', ');
}
