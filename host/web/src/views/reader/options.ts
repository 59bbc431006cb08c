import type { Field, Problem, Table, ViewSpec } from '../../client';
import { Options } from '../options';

/** Who has read what: rows of a table of their own, one a person and story. */
export interface MarkOptions {
    readonly table: Table;
    readonly item: Field;
    readonly reader: Field;
    /** When it was read; not set: not read. */
    readonly read: Field;
    readonly star: Field | undefined;
    /** The source of the story, so that what is read can be counted by source. */
    readonly source: Field | undefined;
}

export interface ReaderOptions {
    readonly body: Field | undefined;
    readonly summary: Field | undefined;
    readonly date: Field | undefined;
    readonly address: Field | undefined;
    readonly author: Field | undefined;
    /** What it means for us, written while reading. */
    readonly note: Field | undefined;
    readonly story: Field | undefined;
    readonly source: Field | undefined;
    readonly sources: Table | undefined;
    /** Of the sources: what they stand under, and the language they write. */
    readonly group: Field | undefined;
    readonly language: Field | undefined;
    readonly marks: MarkOptions | undefined;
}

export function readerOptions(view: ViewSpec, table: Table, find: (id: string) => Table | undefined): ReaderOptions | Problem {
    const options = Options.of(view);
    const source = options.field('source', table, ['reference']);
    const sources = source ? find(source.to ?? '') : undefined;
    const read: ReaderOptions = {
        body: options.field('body', table, ['markdown', 'text']),
        summary: options.field('summary', table, ['text', 'markdown']),
        date: options.field('date', table, ['datetime', 'date']),
        address: options.field('address', table, ['url']),
        author: options.field('author', table, ['text', 'person']),
        note: options.field('note', table, ['markdown']),
        story: options.field('story', table, ['reference']),
        source,
        sources,
        group: sources && options.field('group', sources, ['choice', 'text']),
        language: sources && options.field('language', sources, ['text']),
        marks: marksOf(options, table, find),
    };
    return options.problem ?? read;
}

function marksOf(options: Options, table: Table, find: (id: string) => Table | undefined): MarkOptions | undefined {
    const part = options.part('marks');
    const marks = part?.table('table', find);
    if (!part || !marks) {
        if (part) options.take(part);
        return undefined;
    }
    const item = part.needed('item', marks, ['reference']);
    const reader = part.needed('reader', marks, ['person', 'text']);
    const read = part.needed('read', marks, ['datetime', 'date']);
    const found = { table: marks, star: part.field('star', marks, ['boolean']), source: part.field('source', marks, ['reference', 'text']) };
    options.take(part);
    return item?.to === table.id && reader && read ? { ...found, item, reader, read } : undefined;
}
