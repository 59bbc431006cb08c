import type { Table, Words } from '../../client';
import type { Plugin } from '../../plugins';
import { listed, say, sayCount, type Language } from '../../words';

/** A line of what is said about a plugin before anybody decides about it. */
export interface Fact {
    readonly name: string;
    readonly words: string;
    /** Whether it is worth a second look. */
    readonly isWide?: boolean;
}

/** What it brings, may read, change and fetch, and what there is of it: in plain words, and whole. */
export function facts(plugin: Plugin, table: (id: string) => Table | undefined, language: Language): readonly Fact[] {
    const { read, write, fetch } = plugin.may;
    const named = (ids: readonly string[]) => ids.map((id) => nameOf(id, table(id)?.label, language));
    const reads = [...new Set([...read, ...write])];
    const rows = plugin.rows ?? 0;
    const touched: readonly Fact[] =
        reads.length === write.length
            ? [{ name: say(language, 'plugins.both'), words: withOwn(named(write), language), isWide: write.length > 0 }]
            : [
                  { name: say(language, 'plugins.reads'), words: withOwn(named(reads), language), isWide: true },
                  { name: say(language, 'plugins.writes'), words: withOwn(named(write), language), isWide: write.length > 0 },
              ];
    return [
        ...(plugin.tables.length > 0 || plugin.views > 0 ? [{ name: say(language, 'plugins.brings'), words: brings(plugin, language) }] : []),
        ...touched,
        { name: say(language, 'plugins.fetches'), words: fetches(fetch, language), isWide: fetch.includes('*') },
        ...(rows > 0 ? [{ name: say(language, 'plugins.data'), words: sayCount(language, 'plugins.rows', rows) }] : []),
    ];
}

/** "3 tables (Partner, Item and Promise) and 13 views". */
function brings({ tables, views }: Plugin, language: Language): string {
    const names = listed(language, tables.map((label) => label[language]));
    return listed(language, [
        ...(tables.length > 0 ? [say(language, 'plugins.named', { what: sayCount(language, 'plugins.tables', tables.length), names })] : []),
        ...(views > 0 ? [sayCount(language, 'plugins.views', views)] : []),
    ]);
}

function withOwn(others: readonly string[], language: Language): string {
    return others.length === 0 ? say(language, 'plugins.own.only') : listed(language, [say(language, 'plugins.own'), ...others]);
}

function nameOf(id: string, label: Words | undefined, language: Language): string {
    return label ? say(language, 'plugins.named', { what: label[language], names: id }) : id;
}

function fetches(hosts: readonly string[], language: Language): string {
    if (hosts.length === 0) return say(language, 'plugins.fetches.nothing');
    if (hosts.includes('*')) return say(language, 'plugins.fetches.any');
    return listed(
        language,
        hosts.map((host) => (host.startsWith('*.') ? say(language, 'plugins.fetches.below', { host: host.slice(2) }) : host)),
    );
}
