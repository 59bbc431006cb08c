import { expect, test } from 'vitest';
import { seriesOf } from '../src/grid/series';

const field = (type: string) => ({ id: 'f', type, label: { en: 'F', zh: 'F' } });

test.each([
    ['integer', [1, 2], 2, 3],
    ['integer', [10, 8, 6], -1, 12],
    ['date', ['2026-08-17', '2026-08-24'], 2, '2026-08-31'],
    ['month', ['2026-11', '2026-12'], 2, '2027-01'],
] as const)('%s %j goes on', (type, values, place, next) => expect(seriesOf(field(type), [...values])?.(place)).toBe(next));

test.each([
    ['integer', [1, 2, 4]],
    ['integer', [3, 3]],
    ['integer', [3]],
    ['integer', [1, null]],
    ['text', ['1', '2']],
] as const)('%s %j is repeated', (type, values) => expect(seriesOf(field(type), [...values])).toBeNull());
