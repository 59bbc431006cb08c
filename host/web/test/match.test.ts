import { describe, expect, it } from 'vitest';
import { fits, marked, wordsOf } from '../src/match';

const said = (name: string, typed: string) => marked(name, wordsOf(typed)).map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('matching', () => {
    it('wants every word, in any order and in any of the names', () => {
        expect(fits(wordsOf('row new'), 'New row', '新增一行')).toBe(true);
        expect(fits(wordsOf('新增'), 'New row', '新增一行')).toBe(true);
        expect(fits(wordsOf('new column'), 'New row', '新增一行')).toBe(false);
        expect(fits([], 'anything')).toBe(true);
    });

    it('marks what was typed, and nothing where it stands in the other language', () => {
        expect(said('Split right', 'RIGHT sp')).toBe('[Sp]lit [right]');
        expect(said('复制槽故障转移', '复制槽')).toBe('[复制槽]故障转移');
        expect(said('New row', '新增')).toBe('New row');
        expect(said('aaa', 'aa')).toBe('[aaa]');
        expect(said('', 'a')).toBe('');
    });
});
