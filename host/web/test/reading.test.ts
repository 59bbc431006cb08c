import { describe, expect, it } from 'vitest';
import { isWebAddress, itemNamed, languageNamed, languageOf } from '../src/reading';
import { placeOfItem, subjectOf } from '../src/trackers';

describe('the language of a fragment', () => {
    it('is told by its letters', () => {
        expect(['PostgreSQL 18.6 发布', 'New release of PostgreSQL', '2026-08-13', '支持 CREATE INDEX CONCURRENTLY'].map(languageOf)).toEqual(['zh-CN', 'en', '', 'zh-CN']);
        expect(languageOf('A long English text about logical replication that names one 项 only')).toBe('en');
    });

    it('is taken from a name only where it is one', () => {
        expect(['EN', 'zh_CN', 'pt-br', 'English text', ''].map(languageNamed)).toEqual(['EN', 'zh-CN', 'pt-br', '', '']);
    });
});

describe('a link', () => {
    it('names an item, or leads elsewhere', () => {
        expect(['partner-roadmap.item/rc1', 'https://a.b/c', 'partner-roadmap/item', 'a.b/c/d', 'javascript:a.b/c'].map(itemNamed)).toEqual([
            'partner-roadmap.item/rc1', null, null, null, null,
        ]);
        expect(['https://a', 'HTTP://a', 'ftp://a', 'javascript:alert(1)'].map(isWebAddress)).toEqual([true, true, false, false]);
    });
});

describe('the form of any table', () => {
    const label = (en: string) => ({ en, zh: en });
    const item = { id: 't.item', label: label('Item'), key: ['name'], title: 'name', fields: [{ id: 'name', type: 'text', label: label('Name') }] };
    const grid = { id: 'all', kind: 'grid', table: 't.item', label: label('All'), sort: [{ field: 'name' }] };

    it('is there without being declared, in the order of its first view', () => {
        const tracker = { id: 't', version: '1', label: label('T'), tables: [item], views: [grid] };
        const view = subjectOf([tracker], placeOfItem('t.item/a', 'form'))?.view;
        expect(view).toMatchObject({ id: 'item.form', kind: 'form', table: 't.item', label: { en: 'Item: form', zh: 'Item 表单' }, sort: [{ field: 'name' }] });
    });

    it('follows what is declared for it', () => {
        const declared = { id: 'sheet', kind: 'form', table: 't.item', label: label('Sheet'), options: { groups: [] } };
        const tracker = { id: 't', version: '1', label: label('T'), tables: [item], views: [grid, declared] };
        expect(subjectOf([tracker], placeOfItem('t.item/a', 'form'))?.view).toMatchObject({ id: 'item.form', options: { groups: [] } });
    });

    it('is of no table that is not there', () => {
        const tracker = { id: 't', version: '1', label: label('T'), tables: [item], views: [grid] };
        expect(subjectOf([tracker], placeOfItem('t.gone/a', 'form'))?.view.id).toBe('all');
    });
});
