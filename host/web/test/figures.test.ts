import { describe, expect, it } from 'vitest';
import type { Field } from '../src/client';
import { hasValue, within } from '../src/figures/conditions';
import { decimalOf, difference, growth, quotient, sum } from '../src/figures/decimals';
import { together, type Measured } from '../src/figures/measuring';
import { after, firstDay, lastDay, periodOf, range, yearBefore } from '../src/figures/periods';

const label = { en: 'x', zh: 'x' };
const field = (id: string, type: string): Field => ({ id, type, label });

describe('decimals', () => {
    it('add up to the last cent, where binary fractions would not', () => {
        expect(sum(['0.1', '0.2'])).toBe('0.3');
        expect(sum(['12345678901234567890.01', '0.99', '-1'])).toBe('12345678901234567890.00');
        expect(sum([])).toBe('0');
        expect(difference('1.5', '-0.25')).toBe('1.75');
    });

    it('round a quotient half away from zero', () => {
        expect([quotient('1', '8', 2), quotient('-1', '8', 2), quotient('2', '3', 3), quotient('5', '-2', 0)]).toEqual(['0.13', '-0.13', '0.667', '-3']);
    });

    it('have no quotient by zero, and growth from a negative is by its size', () => {
        expect(quotient('1', '0.00', 2)).toBeNull();
        expect(growth('110', '100', 3)).toBe('0.100');
        expect(growth('-50', '-100', 3)).toBe('0.500');
    });

    it('are read of whatever holds a number', () => {
        expect([decimalOf(12), decimalOf('0.125'), decimalOf({ amount: '1.20', currency: 'CNY' }), decimalOf('text'), decimalOf(null)]).toEqual(['12', '0.125', '1.20', null, null]);
    });
});

describe('periods', () => {
    it('begin and end where the calendar says', () => {
        expect(['2026-W01', '2020-W53', '2026-02', '2024-02', '2026-Q4', '2026'].map((each) => [firstDay(each), lastDay(each)])).toEqual([
            ['2025-12-29', '2026-01-04'],
            ['2020-12-28', '2021-01-03'],
            ['2026-02-01', '2026-02-28'],
            ['2024-02-01', '2024-02-29'],
            ['2026-10-01', '2026-12-31'],
            ['2026-01-01', '2026-12-31'],
        ]);
    });

    it('hold the days the ISO calendar puts into them', () => {
        expect(['2026-01-01', '2024-12-30', '2027-01-03', '2026-08-17'].map((day) => periodOf(day, 'week'))).toEqual(['2026-W01', '2025-W01', '2026-W53', '2026-W34']);
        expect([periodOf('2026-08', 'quarter'), periodOf('2026-08', 'week'), periodOf('2026-08-17T09:42:00Z', 'month'), periodOf('soon', 'month')]).toEqual(['2026-Q3', null, '2026-08', null]);
    });

    it('follow each other over the ends of years', () => {
        expect([after('2026-12', 1), after('2026-01', -1), after('2026-Q4', 1), after('2026-W53', 1), after('2026', -1)]).toEqual(['2027-01', '2025-12', '2027-Q1', '2027-W01', '2025']);
        expect(range('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    });

    it('each lie within the next one that is told from days', () => {
        for (let day = Date.UTC(2019, 0, 1); day < Date.UTC(2033, 0, 1); day += 86_400_000) {
            const text = new Date(day).toISOString().slice(0, 10);
            const week = periodOf(text, 'week') ?? '';
            expect(firstDay(week) <= text && text <= lastDay(week), `${text} in ${week}`).toBe(true);
        }
    });

    it('have one a year before, but for a 53rd week', () => {
        expect([yearBefore('2026-08'), yearBefore('2026-W34'), yearBefore('2026-W53')]).toEqual(['2025-08', '2025-W34', '']);
    });
});

describe('conditions', () => {
    it('find the rows of a group, whatever its field holds', () => {
        expect([
            hasValue(field('state', 'choice'), 'it"s'),
            hasValue(field('count', 'integer'), 3),
            hasValue(field('paid', 'date'), '2026-08-17'),
            hasValue(field('tags', 'choices'), 'core'),
            hasValue(field('owner', 'person'), null),
        ]).toEqual(['state == "it\\"s"', 'count == 3', 'paid == date("2026-08-17")', '"core" in tags', '!has_value(owner)']);
    });

    it('find the rows of a stretch of periods', () => {
        expect(within(field('paid', 'date'), '2026-W01', '2026-W02')).toBe('paid >= date("2025-12-29") && paid <= date("2026-01-11")');
        expect(within(field('month', 'month'), '2026-Q1', '2026-Q1')).toBe('month >= month("2026-01") && month <= month("2026-03")');
    });
});

describe('figures of several groups', () => {
    const part = (value: string | null, count: number): Measured => ({ by: {}, count, value });

    it('weigh an average by its rows', () => {
        expect(together('avg', [part('10', 1), part('90', 9)])).toBe('10.00');
    });

    it('are not told where one of them cannot be', () => {
        expect([together('sum', [part('1', 1), part(null, 2)]), together('share', [part('0.5', 1), part('0.5', 1)])]).toEqual([null, null]);
    });

    it('are the least and the most by size, not by spelling', () => {
        expect([together('min', [part('9', 1), part('10', 1), part('-3', 1)]), together('max', [part('9', 1), part('10', 1)])]).toEqual(['-3', '10']);
    });
});
