import { describe, expect, it } from 'vitest';
import type { Commit, Field, Item, Table, ViewSpec } from '../src/client';
import { asksFor, withAnswers, type Target } from '../src/views/matrix/asks';
import { columnsIn, linesIn, reveal, startsOf, widthsOf } from '../src/views/matrix/extent';
import { effectOf } from '../src/views/matrix/follow';
import { Kept } from '../src/views/matrix/kept';
import { linesOf, moved, rowsOf, type Choice } from '../src/views/matrix/lines';
import { freshnessOf, meaningOf, type Stated } from '../src/views/matrix/meaning';
import { Matrix, percent, type Column, type Row } from '../src/views/matrix/model';
import { isProblem, matrixOptions, type MatrixOptions } from '../src/views/matrix/options';

const label = { en: 'x', zh: '某' };
const field = (id: string, type = 'text', more: Partial<Field> = {}): Field => ({ id, type, label, ...more });
const table = (id: string, fields: readonly Field[]): Table => ({ id, label, key: ['name'], title: 'name', fields });

const TABLES = [
    table('m.feature', [field('name'), field('group'), field('weight', 'decimal')]),
    table('m.product', [field('name'), field('staleAfter', 'integer')]),
    table('m.release', [field('name'), field('product', 'reference', { to: 'm.product' }), field('position', 'integer'), field('releasedOn', 'date')]),
];
const CELLS = table('m.cell', [
    field('feature', 'reference', { to: 'm.feature' }), field('product', 'reference', { to: 'm.product' }),
    field('since', 'reference', { to: 'm.release' }), field('until', 'reference', { to: 'm.release' }),
    field('state', 'choice', { choices: ['yes', 'no', 'unknown'].map((id) => ({ id, label })) }),
    field('sources', 'rollup', { from: 'm.evidence.cell' }), field('verifiedOn', 'date'), field('note', 'markdown'),
]);
const OPTIONS = {
    row: 'feature', group: 'group', weight: 'weight', column: 'since', order: 'position', released: 'releasedOn', until: 'until',
    under: 'product', underOrder: ['-name'], state: 'state', evidence: 'sources', verified: 'verifiedOn', note: 'note',
    freshFor: { field: 'staleAfter', days: 365 },
};

function read(options: Record<string, unknown>) {
    const view: ViewSpec = { id: 'matrix', kind: 'matrix', table: CELLS.id, label, options };
    return matrixOptions(view, CELLS, (id) => TABLES.find((each) => each.id === id));
}

function good(): MatrixOptions {
    const options = read(OPTIONS);
    if (isProblem(options)) throw new Error(JSON.stringify(options));
    return options;
}

const parent = { ref: 'm.product/pg', title: 'PG', freshForDays: 100 };
const column = (name: string, order: number | null, released: string | null = null): Column => ({ ref: `m.release/${name}`, title: name, parent, freshForDays: 100, order, released });
const row = (name: string, group = 'g', weight: number | null = null): Row => ({ ref: `m.feature/${name}`, title: name, group, weight });
const stated = (feature: string, since: string, state: string, more: Partial<Stated> = {}): Stated => ({
    row: `m.feature/${feature}`, column: `m.release/${since}`, until: null, state, evidence: 1, verified: '2026-01-01', conflicts: 0, ...more,
});
const COLUMNS = [column('8', 8), column('9', 9), column('10', 10), column('*', null)];

function matrix(rows: readonly Row[], ...cells: readonly Stated[]): Matrix {
    const made = new Matrix(rows, COLUMNS, { marks: {}, evidence: field('sources'), until: field('until') }, '2026-02-01');
    made.put(...cells);
    return made;
}

const meanings = (made: Matrix, name: string) => made.of(`m.feature/${name}`).map(({ meaning }) => meaning).join(' ');

describe('options of a matrix', () => {
    it('name fields of cells, rows and columns', () => {
        const options = good();
        expect([options.rows.id, options.columns.id, options.parents?.id, options.label]).toEqual(['m.feature', 'm.release', 'm.product', 'name']);
        expect(options.freshFor).toEqual({ field: 'staleAfter', days: 365 });
    });

    it('say which of them is wrong, and what it should be', () => {
        expect(read({ ...OPTIONS, weight: 'wieght' })).toEqual({ option: 'weight', given: '"wieght"', wanted: 'field', of: 'm.feature' });
        expect(read({ ...OPTIONS, row: 'note' })).toMatchObject({ option: 'row', wanted: 'reference' });
        expect(read({ ...OPTIONS, state: 'note' })).toMatchObject({ option: 'state', wanted: 'choice' });
        expect(read({ ...OPTIONS, column: undefined })).toMatchObject({ option: 'column', given: '', wanted: 'field' });
        expect(read({ ...OPTIONS, underOrder: ['-nmae'] })).toMatchObject({ option: 'underOrder', wanted: 'words' });
        expect(read({ ...OPTIONS, freshFor: { days: 0 } })).toMatchObject({ option: 'freshFor', wanted: 'days' });
        expect(read({ ...OPTIONS, marks: { yes: 'green' } })).toMatchObject({ option: 'marks', wanted: 'marks' });
    });
});

describe('what a cell means', () => {
    const options = { marks: { ga: 'yes' as const }, evidence: field('sources') };

    it('is unknown where nobody said anything, and for a word nobody explained', () => {
        expect(meaningOf(undefined, options)).toBe('unknown');
        expect(meaningOf({ state: 'maybe', evidence: 1 }, options)).toBe('unknown');
    });

    it('is no yes without a source', () => {
        expect([0, 1].map((evidence) => meaningOf({ state: 'ga', evidence }, options))).toEqual(['unsupported', 'yes']);
        expect(meaningOf({ state: 'not-applicable', evidence: 0 }, options)).toBe('not-applicable');
    });

    it('ages by half of the days it may be relied on, and is stale after all of them', () => {
        const after = (day: string | null) => freshnessOf(day, 100, '2026-08-17', 'yes');
        expect(['2026-08-17', '2026-06-28', '2026-05-09', '2026-05-08', null].map(after)).toEqual(['fresh', 'ageing', 'ageing', 'stale', 'stale']);
        expect(freshnessOf(null, 100, '2026-08-17', 'unknown')).toBe('fresh');
    });
});

describe('what a row holds', () => {
    it('goes on from its release until the last it names, and no further', () => {
        const made = matrix([row('a')], stated('a', '8', 'no', { until: 'm.release/9' }), stated('a', '10', 'yes'));
        expect(meanings(made, 'a')).toBe('no no yes unknown');
        expect(made.of('m.feature/a').map(({ carried }) => carried)).toEqual([false, true, false, false]);
    });

    it('is what a later release says, in whatever order it came', () => {
        expect(meanings(matrix([row('a')], stated('a', '9', 'yes'), stated('a', '8', 'no')), 'a')).toBe('no yes yes unknown');
    });

    it('is unknown in a release that came after somebody looked', () => {
        const columns = [column('8', 8, '2025-01-01'), column('9', 9, '2026-01-01'), column('10', 10, '2026-01-15')];
        const made = new Matrix([row('a')], columns, { marks: {}, evidence: null, until: field('until') }, '2026-02-01');
        made.put(stated('a', '8', 'yes', { verified: '2026-01-10' }));
        expect(meanings(made, 'a')).toBe('yes yes unknown');
    });

    it('of a release without a place stays there', () => {
        expect(meanings(matrix([row('a')], stated('a', '*', 'yes')), 'a')).toBe('unknown unknown unknown yes');
    });

    it('follows what is put in place of it', () => {
        const made = matrix([row('a')], stated('a', '8', 'no'));
        expect(meanings(made, 'a')).toBe('no no no unknown');
        made.put(stated('a', '8', 'yes'));
        expect(meanings(made, 'a')).toBe('yes yes yes unknown');
    });

    it('counts into coverage and roll-up, unknown as unknown', () => {
        const rows = [row('a'), row('b'), row('c')];
        const made = matrix(rows, stated('a', '8', 'yes'), stated('b', '8', 'no', { evidence: 0, verified: '2025-01-01' }));
        expect(made.coverage(0, rows)).toEqual({ rows: 3, known: 2, evidenced: 1, fresh: 1 });
        expect([0, 3].map((at) => made.yes(at, rows))).toEqual([1, null]);
    });

    it('differs where two are known to differ', () => {
        const made = matrix([row('a'), row('b')], stated('a', '8', 'no', { until: 'm.release/8' }), stated('a', '10', 'yes'), stated('b', '10', 'yes'));
        expect([made.differs('m.feature/a', [0, 2]), made.differs('m.feature/a', [1, 2]), made.differs('m.feature/b', [0, 2])]).toEqual([true, false, false]);
    });

    it('is shared out in percent, all and none only where it is so', () => {
        expect([percent(0, 3), percent(1, 1000), percent(999, 1000), percent(3, 3), percent(0, 0)]).toEqual(['0%', '1%', '99%', '100%', '0%']);
    });
});

describe('the lines of a matrix', () => {
    const rows = [row('b2', 'B', 1), row('a1', 'A'), row('b1', 'B'), row('b3', 'B', 9)];
    const made = matrix(rows, stated('b1', '8', 'no', { until: 'm.release/9' }), stated('b1', '10', 'yes'));
    const all: Choice = { words: '', group: '', differences: false, folded: new Set(), columns: [0, 1, 2, 3] };
    const said = (choice: Partial<Choice>) => linesOf(made, { ...all, ...choice }).map((line) => (line.kind === 'group' ? `${line.group}:${line.rows.length}` : line.row.title)).join(' ');

    it('go by group, the heaviest first', () => expect(said({})).toBe('A:1 a1 B:3 b3 b2 b1'));

    it('are fewer by words, group, difference and fold', () => {
        expect(said({ words: 'B1' })).toBe('B:1 b1');
        expect(said({ words: 'b1 · PG 10' }), 'a cell is found in its row').toBe('B:1 b1');
        expect(said({ group: 'A' })).toBe('A:1 a1');
        expect(said({ differences: true })).toBe('B:1 b1');
        expect(said({ folded: new Set(['B']) })).toBe('A:1 a1 B:3');
    });

    it('count their rows folded or not', () => expect(rowsOf(linesOf(made, { ...all, folded: new Set(['B']) }))).toHaveLength(4));

    it('are gone through by arrows, and to the ends with Ctrl', () => {
        const go = (key: string, ctrlKey = false) => moved({ line: 1, column: 0 }, { key, ctrlKey, metaKey: false }, 6, 4);
        expect([go('ArrowDown'), go('ArrowUp', true), go('ArrowLeft'), go('End'), go('PageDown')]).toEqual([
            { line: 2, column: 0 }, { line: 0, column: 0 }, { line: 1, column: -1 }, { line: 1, column: 3 }, { line: 5, column: 0 },
        ]);
        expect(go('y')).toBeNull();
    });
});

describe('what is in sight', () => {
    it('is a few lines and columns more than the window', () => {
        expect(linesIn(0, 100, 25, 400)).toEqual({ from: 0, to: 8 });
        expect(linesIn(2500, 100, 25, 103)).toEqual({ from: 96, to: 103 });
        const starts = startsOf([50, 50, 100, 50, 50]);
        expect(starts).toEqual([0, 50, 100, 200, 250, 300]);
        expect(columnsIn(100, 100, starts)).toEqual({ from: 1, to: 4 });
        expect(columnsIn(0, 10, [0])).toEqual({ from: 0, to: 0 });
    });

    it('gives columns the room of their titles and of what they stand under', () => {
        const measured = [{ title: 20, parent: 'a', parentTitle: 150 }, { title: 60, parent: 'a', parentTitle: 150 }, { title: 20, parent: 'b', parentTitle: 90 }];
        expect(widthsOf(measured, 48)).toEqual([75, 75, 90]);
    });

    it('is scrolled to as little as possible', () => expect([reveal(100, 50, 80, 90), reveal(100, 50, 160, 170), reveal(100, 50, 110, 120)]).toEqual([80, 120, 100]));
});

describe('an edit of a cell', () => {
    const made = matrix([row('a')], stated('a', '8', 'no'));
    const item: Item = { ref: 'm.cell/one', revision: 7, values: { feature: 'm.feature/a', since: 'm.release/8', state: 'no' } };
    const target = (at: number, of: Item | null): Target => ({ row: row('a'), column: COLUMNS[at] ?? column('?', 0), held: made.at('m.feature/a', at), item: of });
    const asks = (at: number, of: Item | null, set: Item['values']) => asksFor(target(at, of), set, good(), made, 'm.cell');

    it('of nothing yet makes one, with its place', () => {
        expect(asks(3, null, { state: 'yes', note: null })).toEqual([
            { create: 'm.cell', values: { feature: 'm.feature/a', since: 'm.release/*', product: 'm.product/pg', state: 'yes' } },
        ]);
    });

    it('of its own column changes it', () => {
        expect(asks(0, item, { state: 'yes', note: null })).toEqual([{ update: 'm.cell/one', revision: 7, set: { state: 'yes' } }]);
    });

    it('of a column it is carried to ends it before, and begins another there', () => {
        expect(asks(2, item, { state: 'yes' })).toEqual([
            { update: 'm.cell/one', revision: 7, set: { until: 'm.release/9' } },
            { create: 'm.cell', values: { feature: 'm.feature/a', since: 'm.release/10', product: 'm.product/pg', state: 'yes' } },
        ]);
        expect(asks(2, item, { note: 'n' }), 'a note belongs to the value itself').toEqual([{ update: 'm.cell/one', revision: 7, set: { note: 'n' } }]);
    });

    it('takes answers along', () => expect(withAnswers([{ delete: 'm.cell/one', revision: 7 }], { why: 'x' })).toEqual([{ delete: 'm.cell/one', revision: 7, answers: { why: 'x' } }]));
});

describe('a commit', () => {
    const commit = (...changes: Commit['changes']): Commit => ({ revision: 9, time: '', actor: '', reason: null, changes });
    const effect = (...changes: Commit['changes']) => effectOf(commit(...changes), good(), 'm.cell');

    it('elsewhere does nothing here', () => expect(effect({ kind: 'updated', ref: 'other.item/a' })).toBe('none'));

    it('on cells or their evidence renews those alone', () => {
        const changes = [
            { kind: 'updated', ref: 'm.cell/a', after: { state: 'yes' } },
            { kind: 'created', ref: 'm.evidence/e', after: { cell: 'm.cell/b', says: 'yes' } },
        ] as const;
        expect(effect(...changes)).toEqual(new Set(['m.cell/a', 'm.cell/b']));
    });

    it('on rows, columns, places or very many cells renews all', () => {
        expect(effect({ kind: 'created', ref: 'm.release/new', after: {} })).toBe('all');
        expect(effect({ kind: 'deleted', ref: 'm.cell/a' })).toBe('all');
        expect(effect({ kind: 'updated', ref: 'm.cell/a', after: { since: 'm.release/9' } })).toBe('all');
        expect(effect(...Array.from({ length: 25 }, (_, n) => ({ kind: 'updated' as const, ref: `m.cell/${n}` })))).toBe('all');
    });
});

describe('what a reader chose', () => {
    it('is kept as JSON and read again, whatever an older version wrote', () => {
        const kept = new Kept({ folded: 3, differences: 'yes' }).toggleFolded('A').toggleHidden('m.product/pg').toggleDifferences().inGroup('B');
        expect(new Kept(JSON.parse(JSON.stringify(kept.settings)) as Record<string, unknown>).settings).toEqual({ folded: ['A'], hidden: ['m.product/pg'], group: 'B', differences: true });
        expect(kept.all().settings).toEqual({ folded: ['A'], hidden: [], group: '', differences: false });
    });

    it('folds all, or unfolds them where they are', () => {
        const folded = new Kept({}).foldAll(['A', 'B']);
        expect([...folded.folded]).toEqual(['A', 'B']);
        expect([...folded.foldAll(['A', 'B']).folded]).toEqual([]);
    });
});
