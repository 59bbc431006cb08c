import { describe, expect, it } from 'vitest';
import type { Field, Table } from '../src/client';
import { incoming, outgoing, pointsAt } from '../src/views/links/neighbours';
import { Trail } from '../src/views/links/trail';

const label = { en: 'x', zh: '某' };
const field = (id: string, type: string, to?: string): Field => ({ id, type, label, ...(to === undefined ? {} : { to }) });
const table = (id: string, ...fields: Field[]): Table => ({ id, label, key: ['name'], title: 'name', fields });

const PARTNER = table('road.partner', field('name', 'text'), field('home', 'url'), field('kin', 'references', 'road.partner'), field('parent', 'reference', 'road.partner'));
const TABLES = [table('deals.deal', field('with', 'references', 'road.partner')), PARTNER, table('road.item', field('partner', 'reference', 'road.partner'), field('waits', 'reference', 'road.item'))];

describe('neighbours', () => {
    it('are what an item points to, and the addresses it names', () => {
        const values = { name: 'a', home: 'https://example.org/', kin: ['road.partner/b', 'road.partner/c'], parent: null };
        const said = outgoing(PARTNER, { ref: 'road.partner/a', revision: 1, values }).map(({ field: { id }, refs, address }) => [id, refs, address]);
        expect(said).toEqual([['home', [], 'https://example.org/'], ['kin', ['road.partner/b', 'road.partner/c'], null]]);
    });

    it('take no other scheme for an address', () => {
        expect(outgoing(PARTNER, { ref: 'road.partner/a', revision: 1, values: { home: 'javascript:alert(1)' } })).toEqual([]);
    });

    it('are what can point at it, in every tracker, its own first', () => {
        expect(incoming(PARTNER, TABLES).map((way) => `${way.table.id}.${way.field.id}`)).toEqual(['road.partner.kin', 'road.partner.parent', 'road.item.partner', 'deals.deal.with']);
    });

    it('are asked for by one condition', () => {
        expect([field('partner', 'reference'), field('kin', 'references')].map((each) => pointsAt('road.partner/a', each))).toEqual(['partner == "road.partner/a"', '"road.partner/a" in kin']);
    });
});

describe('a trail', () => {
    it('goes back and forward, and forgets what lay ahead of a step aside', () => {
        const walked = Trail.from('a').to('b').to('c');
        expect([walked.back().here, walked.back().back().here, walked.back().back().back().here]).toEqual(['b', 'a', 'a']);
        expect(walked.back().forward().here).toBe('c');
        const aside = walked.back().to('d');
        expect([aside.here, aside.canGoForward, aside.back().here]).toEqual(['d', false, 'b']);
    });

    it('stays where it is when told to go there', () => expect(Trail.from('a').to('a').canGoBack).toBe(false));

    it('is nowhere at first', () => expect([Trail.from(null).here, Trail.from(null).canGoBack]).toEqual([null, false]));
});
