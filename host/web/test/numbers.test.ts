import { describe, expect, it } from 'vitest';
import { grouped, parseDecimal, shift } from '../src/numbers';

describe('parseDecimal', () => {
    it.each([
        ['12,345.60', '12345.60'],
        ['1.2万', '12000'],
        ['3亿', '300000000'],
        ['￥９６４０', '9640'],
        ['¥ 1 000', '1000'],
        ['(300)', '-300'],
        ['（1.5万）', '-15000'],
        ['\u221242', '-42'],
        ['-0', '0'],
        ['.5', '.5'.replace('.', '0.')],
        ['0.00001亿', '1000'],
    ])('reads %s as %s', (typed, decimal) => {
        expect(parseDecimal(typed)).toBe(decimal);
    });

    it.each(['', 'abc', '1.2.3', '--1', '12abc', '1e5', '万'])('does not read %j', (typed) => {
        expect(parseDecimal(typed)).toBeNull();
    });
});

describe('shift', () => {
    it.each([
        ['0.125', 2, '12.5'],
        ['12.5', -2, '0.125'],
        ['5', -2, '0.05'],
        ['-0.5', 2, '-50'],
        ['1', 2, '100'],
        ['1.23', 2, '123'],
        ['1.234', 2, '123.4'],
        ['100', -2, '1.00'],
        ['0.07', 2, '7'],
        ['1.5', 0, '1.5'],
    ])('moves the point of %s by %i to %s', (decimal, places, moved) => {
        expect(shift(decimal, places)).toBe(moved);
    });

    it('there and back again is the same number, whatever the number', () => {
        for (let n = -2000; n <= 2000; n += 7) {
            const decimal = (n / 1000).toFixed(3);
            expect(Number(shift(shift(decimal, 2), -2)), decimal).toBe(Number(decimal));
        }
    });
});

describe('grouped', () => {
    it.each([
        ['1234567', '1,234,567'],
        ['-12345.60', '\u221212,345.60'],
        ['999', '999'],
        ['0.1234567', '0.1234567'],
    ])('writes %s as %s', (decimal, written) => {
        expect(grouped(decimal)).toBe(written);
    });
});
