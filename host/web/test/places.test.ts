import { describe, expect, it } from 'vitest';
import { hashOf, placeOf, type Place } from '../src/places';

describe('places', () => {
    it.each<[string, Place]>([
        ['', { kind: 'view', tracker: '', view: '', filter: '' }],
        ['#/partner-roadmap', { kind: 'view', tracker: 'partner-roadmap', view: '', filter: '' }],
        ['#/partner-roadmap/open', { kind: 'view', tracker: 'partner-roadmap', view: 'open', filter: '' }],
        ['#/partner-roadmap/open/%E5%90%91%E9%87%8F', { kind: 'view', tracker: 'partner-roadmap', view: 'open', filter: '向量' }],
        ['#/+plugins', { kind: 'plugins' }],
        ['#/+search/100%25%20a%2Fb', { kind: 'search', words: '100% a/b' }],
        ['#/plugins', { kind: 'view', tracker: 'plugins', view: '', filter: '' }],
    ])('%s leads somewhere and back', (hash, place) => {
        expect(placeOf(hash)).toEqual(place);
        expect(placeOf(hashOf(place))).toEqual(place);
    });

    it('takes an address that is not well formed by its letters', () => {
        expect(placeOf('#/+search/50%')).toEqual({ kind: 'search', words: '50%' });
    });
});
