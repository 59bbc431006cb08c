import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Commit, Item, Page, Values } from '../src/client';
import { BLOCK, RowWindow, type Patched } from '../src/model';

const TABLE = 't.u';

function item(n: number, values: Values = { name: `row ${n}` }, revision = 1): Item {
    return { ref: `${TABLE}/${n}`, revision, values };
}

/** A table held elsewhere, of which pages are asked; answers wait until released, if told to. */
class Elsewhere {
    readonly asked: [number, number][] = [];
    revision = 1;
    held: (() => void)[] | null = null;

    constructor(public rows: Item[]) {}

    readonly load = (offset: number, limit: number, signal: AbortSignal): Promise<Page> => {
        this.asked.push([offset, limit]);
        const page = () => ({ revision: this.revision, total: this.rows.length, items: this.rows.slice(offset, offset + limit) });
        if (!this.held) return Promise.resolve(page());
        return new Promise((resolve, reject) => {
            this.held?.push(() => resolve(page()));
            signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
        });
    };
}

function table(count: number): Elsewhere {
    return new Elsewhere(Array.from({ length: count }, (_, n) => item(n)));
}

function changed(revision: number, ref: string, after: Values, kind: 'updated' | 'deleted' = 'updated'): Commit {
    return { revision, time: '', actor: '陈屿', reason: null, changes: [{ kind, ref, before: {}, after }] };
}

async function showing(elsewhere: Elsewhere, from: number, to: number): Promise<RowWindow> {
    const rows = new RowWindow(TABLE, elsewhere.load);
    rows.want(from, to);
    await settled();
    return rows;
}

/** A fast scroll asks only where it comes to rest; here time is ours. */
async function settled(): Promise<void> {
    await vi.advanceTimersByTimeAsync(1000);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('row window', () => {
    it('asks for the blocks on the screen and for no others', async () => {
        const elsewhere = table(1_000_000);
        const rows = await showing(elsewhere, 0, 40);
        rows.want(500_030, 500_070);
        await settled();
        expect(rows.at(500_040)?.ref).toBe('t.u/500040');
        expect(elsewhere.asked.filter(([offset]) => offset >= 500_000)).toEqual([[500_000, BLOCK]]);
        expect(rows.total).toBe(1_000_000);
        expect(rows.at(250_000)).toBeUndefined();
    });

    it('asks for nothing a fast scroll only passes', async () => {
        const elsewhere = table(10_000);
        const rows = await showing(elsewhere, 0, 40);
        for (let from = 1000; from <= 9000; from += 1000) rows.want(from, from + 40);
        await settled();
        expect(elsewhere.asked.filter(([offset]) => offset >= 1000)).toEqual([[9000, BLOCK]]);
    });

    it('asks once for what is asked twice', async () => {
        const elsewhere = table(50);
        const rows = await showing(elsewhere, 0, 40);
        const before = elsewhere.asked.length;
        rows.want(0, 40);
        rows.want(3, 45);
        await rows.refresh();
        expect(elsewhere.asked.length - before).toBe(1);
    });

    it('holds a bounded number of rows however far one scrolls', async () => {
        const elsewhere = table(20_000);
        const rows = await showing(elsewhere, 0, 40);
        for (let from = 0; from < 20_000; from += BLOCK) {
            rows.want(from, from + 40);
            await settled();
        }
        const held = Array.from({ length: 20_000 }, (_, n) => rows.at(n)).filter((each) => each !== undefined);
        expect(held.length).toBeLessThanOrEqual(41 * BLOCK);
        expect(rows.placeOf('t.u/0')).toBeUndefined();
        expect(rows.placeOf('t.u/19999')).toBe(19_999);
    });

    it('patches a row at once and says which fields', async () => {
        const rows = await showing(table(3), 0, 3);
        const heard: [readonly Patched[], boolean][] = [];
        rows.listen({ patched: (patched, foreign) => heard.push([patched, foreign]) });
        expect(rows.patch(changed(2, 't.u/1', { name: 'new' }), true)).toBe(true);
        expect(rows.at(1)).toEqual({ ref: 't.u/1', revision: 2, values: { name: 'new' } });
        expect(heard).toEqual([[[{ index: 1, ref: 't.u/1', fields: ['name'] }], true]]);
    });

    it('keeps the newer value when an older commit comes late', async () => {
        const rows = await showing(table(2), 0, 2);
        rows.patch(changed(5, 't.u/0', { name: 'five' }), true);
        rows.patch(changed(4, 't.u/0', { name: 'four' }), true);
        expect(rows.at(0)?.values).toEqual({ name: 'five' });
    });

    it('keeps the newer value when a page asked for before comes late', async () => {
        const elsewhere = table(2);
        const rows = await showing(elsewhere, 0, 2);
        rows.patch(changed(5, 't.u/0', { name: 'five' }), true);
        await rows.refresh();
        expect(rows.at(0)?.values).toEqual({ name: 'five' });
        elsewhere.rows[0] = item(0, { name: 'six' }, 6);
        await rows.refresh();
        expect(rows.at(0)?.values).toEqual({ name: 'six' });
    });

    it('leaves alone what happened to another table', async () => {
        const rows = await showing(table(2), 0, 2);
        expect(rows.patch(changed(2, 't.other/0', { name: 'new' }), true)).toBe(false);
    });

    it('finds derived values that changed without a change of their own', async () => {
        const elsewhere = table(2);
        const rows = await showing(elsewhere, 0, 2);
        const heard: Patched[] = [];
        rows.listen({ patched: (patched) => heard.push(...patched) });
        elsewhere.rows[1] = item(1, { name: 'row 1', count: 7 });
        await rows.refresh();
        expect(heard).toEqual([{ index: 1, ref: 't.u/1', fields: ['count'] }]);
    });

    it('knows where a row went when others came before it', async () => {
        const elsewhere = table(150);
        const rows = await showing(elsewhere, 0, 149);
        elsewhere.rows.unshift(item(999));
        await rows.refresh();
        expect([rows.placeOf('t.u/999'), rows.placeOf('t.u/0'), rows.placeOf('t.u/99')]).toEqual([0, 1, 100]);
        expect(rows.total).toBe(151);
    });

    it('forgets rows that are no more', async () => {
        const elsewhere = table(150);
        const rows = await showing(elsewhere, 0, 149);
        elsewhere.rows.length = 20;
        await rows.refresh();
        expect([rows.total, rows.at(120), rows.placeOf('t.u/120')]).toEqual([20, undefined, undefined]);
    });

    it('goes on showing the old rows until the new ones are there', async () => {
        const elsewhere = table(5);
        const rows = await showing(elsewhere, 0, 5);
        elsewhere.held = [];
        const refreshed = rows.refresh();
        expect(rows.at(3)?.ref).toBe('t.u/3');
        elsewhere.held.forEach((release) => release());
        await refreshed;
        expect(rows.at(3)?.ref).toBe('t.u/3');
    });

    it('takes no answer to a question it has since asked anew', async () => {
        const elsewhere = table(5);
        const rows = await showing(elsewhere, 0, 5);
        elsewhere.held = [];
        const first = rows.refresh();
        elsewhere.rows = [item(9)];
        const late = elsewhere.held;
        elsewhere.held = null;
        await rows.refresh();
        late.forEach((release) => release());
        await first;
        expect([rows.total, rows.at(0)?.ref]).toEqual([1, 't.u/9']);
    });

    it('tells when rows could not be read', async () => {
        const rows = new RowWindow(TABLE, () => Promise.reject(new Error('gone')));
        const failures: unknown[] = [];
        rows.listen({ failed: (failure) => failures.push(failure) });
        rows.want(0, 40);
        await settled();
        expect(failures).toEqual([new Error('gone')]);
    });
});
