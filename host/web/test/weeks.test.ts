import { describe, expect, test } from 'vitest';
import { isoWeek, weeksOf } from '../src/grid/weeks';
import { dayOf } from '../src/dates';

describe('a month', () => {
    test('is whole weeks from Monday to Sunday', () => {
        const weeks = weeksOf(2026, 7);
        expect([weeks[0]?.[0], weeks.at(-1)?.at(-1)].map((day) => day && dayOf(day))).toEqual(['2026-07-27', '2026-09-06']);
    });
    test('that fits into four weeks has four', () => expect(weeksOf(2027, 1)).toHaveLength(4));
});

test.each([
    [new Date(2026, 7, 17), 34],
    [new Date(2027, 0, 1), 53],
    [new Date(2024, 11, 30), 1],
    [new Date(2026, 0, 1), 1],
])('%s is in ISO week %i', (day, week) => expect(isoWeek(day)).toBe(week));
