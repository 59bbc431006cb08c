import { describe, expect, test } from 'vitest';
import type { Field, Group, Item } from '../src/client';
import { GroupedRows, headingOf, ordered } from '../src/grid/grouped';
import { RowWindow } from '../src/model';

const words = (en: string) => ({ en, zh: en });
const state: Field = { id: 'state', type: 'choice', label: words('State'), choices: ['planned', 'came'].map((id) => ({ id, label: words(id) })) };
const group = (value: string | null, count: number): Group => ({ by: value === null ? {} : { state: value }, count, sum: { cost: count * 10 } });

function bench(groups: Group[], folded = new Set<string>()) {
    const asked: string[] = [];
    const rows = new GroupedRows(
        {
            field: state,
            groups: () => Promise.resolve({ revision: 4, total: 0, groups }),
            window: (value) =>
                new RowWindow('t.a', (offset, limit) => {
                    const name = typeof value === 'string' ? value : 'none';
                    asked.push(`${name} ${offset}`);
                    const total = groups.find(({ by }) => (by['state'] ?? null) === value)?.count ?? 0;
                    const items = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index): Item => ({ ref: `t.a/${name}${offset + index}`, revision: 1, values: {} }));
                    return Promise.resolve({ revision: 4, total, items });
                }),
        },
        folded,
    );
    const shown = () => Array.from({ length: rows.total }, (_, row) => (headingOf(rows.at(row)) ? `= ${JSON.stringify(headingOf(rows.at(row))?.value)}` : (rows.at(row)?.ref.slice(4) ?? '…')));
    return { rows, asked, shown };
}

const settled = (rows: GroupedRows, from: number, to: number) =>
    new Promise<void>((resolve) => {
        rows.listen({ rows: (at) => at > 0 && resolve() });
        rows.want(from, to);
    });

describe('rows in groups', () => {
    test('stand under their headings, choices in their own order', async () => {
        const { rows, shown } = bench([group('came', 1), group(null, 1), group('planned', 2)]);
        await settled(rows, 0, 20);
        await rows.read(0, 6);
        expect(rows.total).toBe(7);
        expect(shown().filter((each) => each.startsWith('='))).toEqual(['= "planned"', '= "came"', '= null']);
    });

    test('are read across groups, headings among them', async () => {
        const { rows } = bench([group('planned', 2), group('came', 2)]);
        await rows.refresh();
        expect((await rows.read(1, 4)).map(({ ref }) => ref)).toEqual(['t.a/planned0', 't.a/planned1', '~came', 't.a/came0']);
    });

    test('show sums on the heading', async () => {
        const { rows } = bench([group('planned', 2)]);
        await rows.refresh();
        expect(rows.at(0)?.values).toEqual({ cost: 20 });
    });

    test('are not asked for where their group is folded', async () => {
        const { rows, asked } = bench([group('planned', 300), group('came', 2)], new Set(['planned']));
        await settled(rows, 0, 20);
        expect(rows.total).toBe(4);
        expect(asked.every((each) => each.startsWith('came'))).toBe(true);
    });

    test('come and go with a fold, which is remembered', async () => {
        const folded = new Set<string>();
        const { rows } = bench([group('planned', 3), group('came', 1)], folded);
        await rows.refresh();
        rows.fold(rows.at(0) as Item);
        expect([rows.total, [...folded]]).toEqual([3, ['planned']]);
        rows.fold(rows.at(0) as Item);
        expect(rows.total).toBe(6);
    });
});

test('groups of numbers are in the order of numbers', () => {
    const year: Field = { id: 'year', type: 'integer', label: words('Year') };
    const groups = [10, 9, 2].map((value): Group => ({ by: { year: value }, count: 1 }));
    expect(ordered(groups, year).map(({ by }) => by['year'])).toEqual([2, 9, 10]);
});
