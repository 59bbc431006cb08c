import type { Field, Table, ViewSpec } from '../../client';
import { DATED } from '../planning/days';
import { OptionReader, type Troubled } from '../planning/options';
import { ZOOMS, type Zoom } from './scale';

/** A table that has a row for each time a date was moved. */
export interface MovesTable {
    readonly table: string;
    /** Its reference to the item. */
    readonly item: string;
    readonly date: string;
    readonly where: string | undefined;
}

export interface TimelineOptions {
    readonly lane: Field | undefined;
    readonly date: Field | undefined;
    readonly first: Field | undefined;
    readonly came: Field | undefined;
    readonly from: Field | undefined;
    readonly to: Field | undefined;
    readonly waitsFor: Field | undefined;
    readonly moves: MovesTable | undefined;
    readonly zoom: Zoom;
    /** A view of the same rows as a list. */
    readonly list: string | undefined;
}

const NAMES = ['lane', 'date', 'first', 'came', 'from', 'to', 'waitsFor', 'moves', 'zoom', 'list'];
const LANES = ['reference', 'choice', 'text', 'person'];

export function timelineOptions(view: ViewSpec, table: Table): TimelineOptions | Troubled {
    const read = new OptionReader(view.options ?? {}, table, NAMES);
    const isBar = read.has('from') || read.has('to');
    const options: TimelineOptions = {
        lane: read.field('lane', LANES),
        date: isBar ? read.field('date', DATED) : read.needed('date', DATED),
        first: read.field('first', DATED),
        came: read.field('came', DATED),
        from: isBar ? read.needed('from', DATED) : undefined,
        to: isBar ? read.needed('to', DATED) : undefined,
        waitsFor: read.field('waitsFor', ['reference', 'references']),
        moves: movesTable(read, table),
        zoom: read.oneOf('zoom', ZOOMS, 'quarter'),
        list: read.text('list'),
    };
    return read.trouble ? { trouble: read.trouble } : options;
}

function movesTable(read: OptionReader, table: Table): MovesTable | undefined {
    const given = read.object('moves');
    if (!given) return undefined;
    const inner = new OptionReader(given, table, ['table', 'item', 'date', 'where'], 'moves.');
    const [name, item, date] = ['table', 'item', 'date'].map((each) => inner.text(each));
    if (name === undefined || item === undefined || date === undefined) inner.blame('table', 'missing', '', 'table, item, date');
    if (inner.trouble) read.trouble ??= inner.trouble;
    const tracker = table.id.slice(0, table.id.indexOf('.'));
    return { table: name?.includes('.') ? name : `${tracker}.${name ?? ''}`, item: item ?? '', date: date ?? '', where: inner.text('where') };
}
