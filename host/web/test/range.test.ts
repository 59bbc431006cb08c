import { describe, expect, test } from 'vitest';
import { around, between, cellsIn, contains, drawn, landing, towards } from '../src/grid/range';

const range = between({ row: 5, column: 3 }, { row: 2, column: 4 });

describe('a range', () => {
    test('has its corners in order, whichever way it was drawn', () => expect(range).toEqual({ top: 2, left: 3, bottom: 5, right: 4 }));
    test('counts its cells', () => expect(cellsIn(range)).toBe(8));
    test('ends with its last row', () => expect([contains(range, { row: 5, column: 3 }), contains(range, { row: 6, column: 3 })]).toEqual([true, false]));
});

describe('a key', () => {
    const size = { rows: 100, columns: 5 };
    const from = { row: 50, column: 2 };
    test.each([
        ['ArrowDown', false, { row: 51, column: 2 }],
        ['ArrowDown', true, { row: 99, column: 2 }],
        ['ArrowLeft', true, { row: 50, column: 0 }],
        ['PageUp', false, { row: 30, column: 2 }],
        ['End', false, { row: 50, column: 4 }],
        ['Home', true, { row: 0, column: 0 }],
    ])('%s, to the edge: %s', (key, toEdge, to) => expect(towards(from, key, toEdge, size, 20)).toEqual(to));
    test('stops at the last row', () => expect(towards({ row: 99, column: 0 }, 'ArrowDown', false, size, 20)).toEqual({ row: 99, column: 0 }));
    test('that is a letter leads nowhere', () => expect(towards(from, 'a', false, size, 20)).toBeNull());
});

describe('a block lands', () => {
    const selected = { top: 0, left: 0, bottom: 5, right: 1 };
    test('as often as it fits whole', () => expect(landing({ rows: 2, columns: 1 }, selected)).toEqual(selected));
    test('once where it does not fit whole', () => expect(landing({ rows: 4, columns: 2 }, selected)).toEqual({ top: 0, left: 0, bottom: 3, right: 1 }));
    test('beyond the selection where it is larger', () => expect(landing({ rows: 9, columns: 3 }, { top: 2, left: 1, bottom: 2, right: 1 })).toEqual({ top: 2, left: 1, bottom: 10, right: 3 }));
});

describe('the fill handle', () => {
    const source = { top: 2, left: 2, bottom: 3, right: 3 };
    test('adds below', () => expect(drawn(source, { row: 7, column: 3 })).toEqual({ top: 4, left: 2, bottom: 7, right: 3 }));
    test('adds above', () => expect(drawn(source, { row: 0, column: 2 })).toEqual({ top: 0, left: 2, bottom: 1, right: 3 }));
    test('adds along the side it went further', () => expect(drawn(source, { row: 4, column: 9 })).toEqual({ top: 2, left: 4, bottom: 3, right: 9 }));
    test('adds nothing inside', () => expect(drawn(source, { row: 3, column: 2 })).toBeNull());
    test('makes one range of both', () => expect(around(source, { top: 4, left: 2, bottom: 7, right: 3 })).toEqual({ top: 2, left: 2, bottom: 7, right: 3 }));
});
