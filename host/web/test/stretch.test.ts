import { describe, expect, it } from 'vitest';
import type { Field } from '../src/client';
import { stretched } from '../src/grid/stretch';

const column = (id: string, type: string, width: number) => ({ width, declared: { id, type, label: { en: id, zh: id } } as Field });

function widths(columns: ReturnType<typeof column>[], room: number, wanted: Record<string, number>, free = columns): number[] {
    stretched(free, columns, room, ({ declared }) => wanted[declared.id] ?? 0);
    return columns.map(({ width }) => width);
}

describe('room that is left', () => {
    it('goes to what is cut before it goes to what is not', () => {
        const columns = [column('name', 'text', 340), column('owner', 'person', 100), column('count', 'integer', 80)];
        expect(widths(columns, 700, { name: 520, owner: 100 })).toEqual([520, 100, 80]);
    });

    it('shows whole what lacks least, and shares what is left', () => {
        const columns = [column('a', 'text', 340), column('b', 'markdown', 340), column('c', 'reference', 120)];
        expect(widths(columns, 1000, { a: 380, b: 900, c: 120 })).toEqual([380, 500, 120]);
        const wide = [column('a', 'text', 340), column('b', 'text', 340)];
        expect(widths(wide, 1000, { a: 400, b: 400 })).toEqual([500, 500]);
    });

    it('takes nothing where there is none, and nothing from what the reader chose', () => {
        expect(widths([column('a', 'text', 340)], 300, { a: 900 })).toEqual([340]);
        const [chosen, other] = [column('a', 'text', 100), column('b', 'text', 100)];
        expect(widths([chosen, other], 400, { a: 300, b: 200 }, [other])).toEqual([100, 300]);
    });

    it('stretches no numbers', () => {
        expect(widths([column('n', 'decimal', 90)], 400, { n: 90 })).toEqual([90]);
    });
});
