import { describe, expect, it } from 'vitest';
import type { Table } from '../src/client';
import type { Plugin } from '../src/plugins';
import { facts } from '../src/views/plugins/facts';
import type { Language } from '../src/words';

const words = (en: string, zh: string) => ({ en, zh });

function plugin(more: Partial<Plugin> = {}): Plugin {
    return {
        id: 'campaigns',
        version: '0.1.0',
        label: words('Campaigns', '运营活动'),
        description: null,
        icon: '',
        tables: [words('Campaign', '活动'), words('Lead', '线索')],
        views: 3,
        rows: 1200,
        capabilities: [],
        may: { read: [], write: [], fetch: [] },
        ...more,
    };
}

const known = (id: string) => (id === 'partner-roadmap.item' ? ({ id, label: words('Roadmap item', '路线图条目') } as Table) : undefined);
const said = (one: Plugin, language: Language = 'en') => facts(one, known, language).map(({ name, words: text, isWide }) => `${name}: ${text}${isWide ? ' !' : ''}`);

describe('what is said about a plugin', () => {
    it('says in plain words that it keeps to itself', () => {
        expect(said(plugin())).toEqual([
            'Brings: 2 tables (Campaign and Lead) and 3 views',
            'Reads, changes: its own tables, nothing else',
            'Fetches from: nowhere: it does not go online',
            'Data: 1,200 rows',
        ]);
        expect(said(plugin(), 'zh')).toEqual(['带来: 2 张表（活动、线索）、3 个视图', '读取、修改: 只限自己的表', '联网: 不联网', '数据: 1,200 行']);
    });

    it('names tables of others by their labels and marks what goes beyond its own', () => {
        const may = { read: ['partner-roadmap.item', 'tickets.ticket'], write: ['tickets.ticket'], fetch: ['*.postgresql.org', 'endoflife.date'] };
        expect(said(plugin({ may, rows: 0 })).slice(1)).toEqual([
            'Reads: its own tables, Roadmap item (partner-roadmap.item), and tickets.ticket !',
            'Changes: its own tables and tickets.ticket !',
            'Fetches from: postgresql.org and all below it and endoflife.date',
        ]);
        expect(said(plugin({ may: { read: [], write: [], fetch: ['*'] } }))[2]).toBe('Fetches from: any address on the internet !');
    });

    it('says nothing of what there is none of', () => {
        expect(said(plugin({ tables: [], views: 0, rows: 0 }))).toEqual(['Reads, changes: its own tables, nothing else', 'Fetches from: nowhere: it does not go online']);
    });
});
