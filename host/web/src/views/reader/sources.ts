import type { Field, GroupQuestion, Item, Words } from '../../client';
import { choiceLabel, isUnset, plain, type Reading } from '../../values';
import type { Query } from '../../view';
import type { Marks } from './marks';
import type { ReaderOptions } from './options';

const MOST = 500;

export interface Source {
    readonly ref: string;
    readonly title: string;
    readonly group: string;
    readonly total: number;
    /** Null where nobody counts what is read. */
    readonly unread: number | null;
}

/** The stories to be counted. */
export interface Counted {
    readonly query: Query;
    readonly table: string;
    readonly where: string | undefined;
    readonly asOf: string | undefined;
}

export interface SourceList {
    readonly sources: readonly Source[];
    readonly total: number;
    readonly unread: number | null;
}

/** Sources by what they stand under, in the order of its choices. */
export function grouped(sources: readonly Source[]): readonly (readonly [string, readonly Source[]])[] {
    const groups = new Map<string, Source[]>();
    sources.forEach((source) => groups.set(source.group, [...(groups.get(source.group) ?? []), source]));
    return [...groups];
}

/** The sources with how much there is of each and how much of it is not read: counted by the host, nothing is fetched for it. */
export async function readSources({ query, table, where, asOf }: Counted, options: ReaderOptions, marks: Marks | null, reading: Reading): Promise<SourceList> {
    const { source, sources, marks: kept } = options;
    const by = source ? [source.id] : [];
    const counts = await query.groups({ table, by, where, asOf });
    const read = marks && kept && asOf === undefined ? await query.groups(readBy(kept.table.id, kept.source, marks)) : null;
    const readOf = (ref: string) => (kept?.source ? count(read?.groups ?? [], kept.source, ref) : null);
    const readAll = read ? read.groups.reduce((sum, group) => sum + group.count, 0) : null;
    const total = counts.groups.reduce((sum, group) => sum + group.count, 0);
    const unread = readAll === null ? null : Math.max(0, total - readAll);
    if (!source || !sources) return { sources: [], total, unread };
    const page = await query.items({ table: sources.id, sort: [{ field: sources.title }], asOf, offset: 0, limit: MOST });
    const listed = page.items.map((item): Source => {
        const all = count(counts.groups, source, item.ref);
        const seen = read ? readOf(item.ref) : null;
        return { ref: item.ref, title: plain(item.values[sources.title]), group: groupOf(item, options.group, reading), total: all, unread: seen === null ? null : Math.max(0, all - seen) };
    });
    return { sources: inOrder(listed, options.group, reading), total, unread };
}

function readBy(table: string, source: Field | undefined, marks: Marks): GroupQuestion {
    return { table, by: source ? [source.id] : [], where: marks.read };
}

function count(groups: readonly { readonly by: Readonly<Record<string, unknown>>; readonly count: number }[], field: Field, ref: string): number {
    return groups.find((group) => group.by[field.id] === ref)?.count ?? 0;
}

function groupOf(item: Item, field: Field | undefined, reading: Reading): string {
    const value = field ? item.values[field.id] : undefined;
    if (!field || isUnset(value)) return '';
    return field.type === 'choice' ? choiceLabel(field, plain(value), reading) : plain(value);
}

function inOrder(sources: readonly Source[], field: Field | undefined, reading: Reading): readonly Source[] {
    const labels = (field?.choices ?? []).map(({ label }: { label: Words }) => reading.text(label));
    const place = ({ group }: Source) => (labels.includes(group) ? labels.indexOf(group) : labels.length);
    return [...sources].sort((one, other) => place(one) - place(other));
}
