import { describe, expect, test } from 'vitest';
import { cellFor, fromTsv, toHtml, toTsv } from '../src/grid/block';

const texts = (tsv: string) => fromTsv(tsv).map((row) => row.map(({ text }) => text));

describe('what spreadsheets copy', () => {
    test('is cells between tabs and lines', () => expect(texts('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']]));
    test('keeps breaks, tabs and quotes inside quotes', () => expect(texts('"two\nlines"\t"a ""b"""\t"x\ty"')).toEqual([['two\nlines', 'a "b"', 'x\ty']]));
    test('takes a quote that does not close the cell as it stands', () => expect(texts('"a" b\tc')).toEqual([['"a" b', 'c']]));
    test('keeps empty cells and rows between others', () => expect(texts('a\t\t\n\nb')).toEqual([['a', '', ''], [''], ['b']]));
    test('of one cell is one cell', () => expect(texts('2026-08-17')).toEqual([['2026-08-17']]));
    test('keeps a lone empty cell', () => expect(texts('')).toEqual([['']]));

    test('comes back the same, whatever stands in it', () => {
        let seed = 7;
        const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
        const text = () => Array.from({ length: 1 + random(6) }, () => ['a', '中', '"', '\t', '\n', ' '][random(6)]).join('');
        for (let round = 0; round < 500; round++) {
            const columns = 1 + random(3);
            const block = Array.from({ length: 1 + random(4) }, () => Array.from({ length: columns }, text));
            expect(texts(toTsv(block.map((row) => row.map((each) => ({ text: each })))))).toEqual(block);
        }
    });
});

describe('a block', () => {
    const block = fromTsv('a\tb\nc\td');
    const origin = { row: 10, column: 2 };
    test('repeats downwards', () => expect(cellFor(block, origin, { row: 13, column: 3 }).text).toBe('d'));
    test('repeats upwards', () => expect(cellFor(block, origin, { row: 9, column: 2 }).text).toBe('c'));
    test('tells other programs text and this one values', () => {
        const html = toHtml([[{ text: '<b>\n"x"', kind: 'text:', value: '<b>\n"x"' }]]);
        expect(html).toContain('&lt;b&gt;<br>&quot;x&quot;</td>');
        expect(html).toContain('data-value="&quot;&lt;b&gt;\\n\\&quot;x\\&quot;&quot;"');
    });
});
