import { describe, expect, it } from 'vitest';
import { localTime, parseDate, parseInstant, parseMonth } from '../src/dates';

const NOW = new Date(2026, 7, 17, 9, 42);

describe('parseDate', () => {
    it.each([
        ['2026-08-17', '2026-08-17'],
        ['2026/8/7', '2026-08-07'],
        ['2026.8.7', '2026-08-07'],
        ['20260817', '2026-08-17'],
        ['2026年8月17日', '2026-08-17'],
        ['２０２６－０８－１７', '2026-08-17'],
        ['8月17日', '2026-08-17'],
        ['8-17', '2026-08-17'],
        ['今天', '2026-08-17'],
        ['明天', '2026-08-18'],
        ['+14', '2026-08-31'],
        ['-17', '2026-07-31'],
    ])('reads %s as %s', (typed, date) => {
        expect(parseDate(typed, NOW)).toBe(date);
    });

    it.each(['2026-02-30', '2026-13-01', 'soon', '17', '2026-08'])('does not read %s', (typed) => {
        expect(parseDate(typed, NOW)).toBeNull();
    });
});

describe('parseMonth', () => {
    it.each([
        ['2019-10', '2019-10'],
        ['2019/10', '2019-10'],
        ['2019年10月', '2019-10'],
        ['201910', '2019-10'],
        ['Oct-19', '2019-10'],
        ['October 2019', '2019-10'],
        ['3月', '2026-03'],
    ])('reads %s as %s', (typed, month) => {
        expect(parseMonth(typed, NOW)).toBe(month);
    });

    it.each(['2019-13', 'Okt-19', '2019', ''])('does not read %j', (typed) => {
        expect(parseMonth(typed, NOW)).toBeNull();
    });
});

describe('instants', () => {
    it('are typed and read in local time', () => {
        const instant = parseInstant('2026-08-17 09:42', NOW) ?? '';
        expect(instant).toMatch(/^2026-08-1\dT\d\d:42:00Z$/);
        expect(localTime(instant)).toBe('2026-08-17 09:42');
    });

    it('of a time alone are today', () => {
        expect(localTime(parseInstant('7:05', NOW) ?? '')).toBe('2026-08-17 07:05');
    });

    it.each(['25:00', '09:60', 'noon'])('does not read %s', (typed) => {
        expect(parseInstant(typed, NOW)).toBeNull();
    });
});
