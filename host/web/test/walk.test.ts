import { describe, expect, it } from 'vitest';
import { Walk, type ReadPage } from '../src/views/walk';

function table(refs: string[]): { read: ReadPage; asked: number[] } {
    const asked: number[] = [];
    return {
        asked,
        read: (offset, limit) => {
            asked.push(offset);
            const items = refs.slice(offset, offset + limit).map((ref) => ({ ref, revision: 1, values: {} }));
            return Promise.resolve({ revision: 1, total: refs.length, items });
        },
    };
}

const named = (count: number) => Array.from({ length: count }, (_, at) => `t.item/${at}`);

describe('a walk', () => {
    it('steps to both sides and ends at the ends', async () => {
        const walk = new Walk(table(named(3)).read);
        expect(await walk.beside(null, 1)).toBe('t.item/0');
        expect(await walk.beside('t.item/0', 1)).toBe('t.item/1');
        expect(await walk.beside('t.item/0', -1)).toBeNull();
        expect(await walk.beside('t.item/2', 1)).toBeNull();
        expect(await walk.placeOf('t.item/2')).toBe(2);
        expect(walk.total).toBe(3);
    });

    it('reads no further than it must', async () => {
        const { read, asked } = table(named(1000));
        const walk = new Walk(read);
        expect(await walk.placeOf('t.item/250')).toBe(250);
        expect(asked).toEqual([0, 200]);
        expect(await walk.beside('t.item/399', 1)).toBe('t.item/400');
        expect(asked).toEqual([0, 200, 400]);
    });

    it('begins at the first from an item that is not in it', async () => {
        const walk = new Walk(table(named(2)).read);
        expect(await walk.placeOf('t.item/elsewhere')).toBeNull();
        expect(await walk.beside('t.item/elsewhere', 1)).toBe('t.item/0');
    });

    it('asks anew once it was told to forget, and not for what two ask at once', async () => {
        const refs = named(2);
        const { read, asked } = table(refs);
        const walk = new Walk(read);
        await Promise.all([walk.placeOf('t.item/0'), walk.placeOf('t.item/1')]);
        expect(asked).toEqual([0]);
        refs.unshift('t.item/new');
        walk.forget();
        expect(await walk.placeOf('t.item/1')).toBe(2);
    });

    it('ends where rows went away while it read', async () => {
        const walk = new Walk((offset) => Promise.resolve({ revision: 1, total: 5, items: offset === 0 ? [{ ref: 't.item/0', revision: 1, values: {} }] : [] }));
        expect(await walk.placeOf('t.item/4')).toBeNull();
        expect(walk.total).toBe(1);
    });
});
