import { describe, expect, it } from 'vitest';
import type { Field } from '../src/client';
import { addMonths, between, dateOf, dayIn, dayNumber, firstOfMonth, isoWeek, monday, overlapping, sameDayIn, shifted, valueOn, weekday } from '../src/views/planning/days';

const field = (id: string, type: string): Field => ({ id, type, label: { en: id, zh: id } });
const day = (date: string) => dayNumber(date);

describe('days', () => {
    it('count from one to the next, over the years', () => {
        expect([dayNumber('1970-01-01'), dayNumber('2026-08-17') - dayNumber('2026-08-16')]).toEqual([0, 1]);
        expect(['1969-12-31', '2000-02-29', '2026-12-31'].map((date) => dateOf(day(date)))).toEqual(['1969-12-31', '2000-02-29', '2026-12-31']);
    });

    it('begin the week on Monday', () => {
        expect(['2026-08-17', '2026-08-23', '1969-12-29'].map((date) => weekday(day(date)))).toEqual([0, 6, 0]);
        expect(dateOf(monday(day('2026-08-23')))).toBe('2026-08-17');
    });

    it('have the weeks of ISO 8601, also around the new year', () => {
        const weeks = ['2026-08-17', '2026-01-01', '2025-12-29', '2027-01-03', '2027-01-04', '2020-12-31'].map((date) => isoWeek(day(date)));
        expect(weeks.map(({ year, week }) => `${year}-W${week}`)).toEqual(['2026-W34', '2026-W1', '2026-W1', '2026-W53', '2027-W1', '2020-W53']);
    });

    it('step by months, to the last day of a shorter one', () => {
        expect([addMonths(day('2026-11-30'), 3), firstOfMonth(day('2026-11-30'))].map(dateOf)).toEqual(['2027-02-01', '2026-11-01']);
        expect([1, -1, 12].map((months) => dateOf(sameDayIn(day('2026-03-31'), months)))).toEqual(['2026-04-30', '2026-02-28', '2027-03-31']);
    });

    it('are read from dates, months and times, and written back as those', () => {
        const time = new Date(2026, 7, 17, 14, 30).toISOString().replace('.000Z', 'Z');
        expect(dayIn(field('d', 'datetime'), time)).toBe(day('2026-08-17'));
        expect(dayIn(field('m', 'month'), '2026-08')).toBe(day('2026-08-01'));
        expect(dayIn(field('d', 'date'), null)).toBeNull();
        expect(valueOn(field('d', 'date'), day('2026-09-01'), null)).toBe('2026-09-01');
        expect(valueOn(field('m', 'month'), day('2026-09-01'), '2026-08')).toBe('2026-09');
        expect(valueOn(field('t', 'datetime'), day('2026-08-19'), time)).toBe(new Date(2026, 7, 19, 14, 30).toISOString().replace('.000Z', 'Z'));
    });

    it('move together, and what is not set stays so', () => {
        const values = { from: '2026-08-30', to: '2026-09-02' };
        expect(shifted([field('from', 'date'), field('to', 'date'), field('came', 'date'), undefined], values, 3)).toEqual({ from: '2026-09-02', to: '2026-09-05' });
    });

    it('are asked for by a stretch, both ends in it', () => {
        const [from, to] = [day('2026-08-31'), day('2026-10-04')];
        expect(between(field('on', 'date'), from, to)).toBe('on >= date("2026-08-31") && on <= date("2026-10-04")');
        expect(between(field('on', 'month'), from, to)).toBe('on >= month("2026-08") && on <= month("2026-10")');
        expect(overlapping(field('a', 'date'), field('b', 'date'), from, to)).toBe(
            '(a < date("2026-10-05")) && (has_value(b) ? !(b < date("2026-08-31")) : a >= date("2026-08-31") && a <= date("2026-10-04"))',
        );
    });
});
