import { describe, expect, it } from 'vitest';
import type { Field, Value } from '../src/client';
import { parse, shown, typed, type Reading } from '../src/values';

const NOW = new Date(2026, 7, 17);
const reading: Reading = {
    text: (words) => words.zh,
    title: (ref) => `〈${ref}〉`,
    yes: '是',
    no: '否',
};

function field(type: string, more: Partial<Field> = {}): Field {
    return { id: 'x', type, label: { en: 'X', zh: '某' }, ...more };
}

const choices = [{ id: 'a', label: { en: 'A', zh: '甲' } }, { id: 'b', label: { en: 'B', zh: '乙' } }];

describe('shown', () => {
    it.each<[Field, Value, string]>([
        [field('text'), 'words', 'words'],
        [field('integer'), 1234567, '1,234,567'],
        [field('decimal'), '-12345.60', '\u221212,345.60'],
        [field('money'), { amount: '12.30', currency: 'CNY' }, '12.30'],
        [field('percent'), '0.125', '12.5%'],
        [field('boolean'), true, '是'],
        [field('boolean'), false, '否'],
        [field('date'), '2026-08-17', '2026-08-17'],
        [field('choice', { choices }), 'a', '甲'],
        [field('choice', { choices }), 'gone', 'gone'],
        [field('choices', { choices }), ['a', 'b'], '甲, 乙'],
        [field('reference'), 't.u/1', '〈t.u/1〉'],
        [field('references'), ['t.u/1', 't.u/2'], '〈t.u/1〉, 〈t.u/2〉'],
        [field('file'), { name: 'a.csv', mediaType: 'text/csv', size: 3, sha256: '00' }, 'a.csv'],
        [field('computed', { of: 'integer' }), 1000, '1,000'],
        [field('text'), null, ''],
        [field('choices', { choices }), [], ''],
    ])('%o holding %o reads %s', (of, value, words) => {
        expect(shown(of, value, reading)).toBe(words);
    });
});

describe('parse', () => {
    it.each<[Field, string, Value]>([
        [field('text'), '  as typed ', '  as typed '],
        [field('integer'), '1.2万', 12000],
        [field('integer'), '-', null],
        [field('decimal'), '12,345.60', '12345.60'],
        [field('money', { currency: 'USD' }), '(1,000)', { amount: '-1000', currency: 'USD' }],
        [field('percent'), '12.5%', '0.125'],
        [field('percent'), '７％', '0.07'],
        [field('boolean'), '否', false],
        [field('date'), '8月17日', '2026-08-17'],
        [field('month'), '202608', '2026-08'],
        [field('date'), '', null],
    ])('%o reads %j as %o', (of, words, value) => {
        expect(parse(of, words, NOW)).toEqual({ value, understood: true });
    });

    it.each([
        [field('integer'), '1.5'],
        [field('integer'), '99999999999999999999'],
        [field('decimal'), 'many'],
        [field('date'), 'soon'],
        [field('boolean'), 'perhaps'],
    ])('%o does not understand %j', (of, words) => {
        expect(parse(of, words, NOW).understood).toBe(false);
    });

    it('reads back what it would have a person type', () => {
        const kept: [Field, Value][] = [
            [field('integer'), -1234],
            [field('decimal'), '-12345.60'],
            [field('money', { currency: 'CNY' }), { amount: '12.30', currency: 'CNY' }],
            [field('percent'), '0.125'],
            [field('date'), '2026-08-17'],
            [field('month'), '2026-08'],
        ];
        for (const [of, value] of kept) expect(parse(of, typed(of, value, reading), NOW).value).toEqual(value);
    });
});
