import type { Table, Tracker, ViewSpec } from './client';
import { isMark, type MarkName } from './marks';
import type { Place } from './places';
import type { Subject } from './view';

const viewCache = new WeakMap<Tracker, readonly ViewSpec[]>();

/** The declared views, and a plain grid for each table that has none. */
export function viewsOf(tracker: Tracker): readonly ViewSpec[] {
    const declared = tracker.views ?? [];
    const plain = tracker.tables
        .filter((table) => !declared.some((view) => view.table === table.id))
        .map((table) => ({ id: table.id.slice(table.id.indexOf('.') + 1), kind: 'grid', table: table.id, label: table.label }));
    const known = [...declared, ...plain];
    return viewCache.get(tracker) ?? (viewCache.set(tracker, known), known);
}

export function iconOf(tracker: Tracker): MarkName {
    const icon = (tracker as { icon?: string }).icon;
    return isMark(icon) ? icon : 'table';
}

/** What an address shows: the view it names, or the nearest there is. */
export function subjectOf(trackers: readonly Tracker[], place: Place & { kind: 'view' }): Subject | undefined {
    const tracker = trackers.find((each) => each.id === place.tracker) ?? trackers[0];
    const views = tracker ? viewsOf(tracker) : [];
    const view = views.find((each) => each.id === place.view) ?? views[0];
    const table = tracker?.tables.find((each) => each.id === view?.table);
    return tracker && view && table && { tracker, table, view };
}

/** Where a table is shown: in the first view of it. */
export function placeOfTable(trackers: readonly Tracker[], table: Table): (Place & { kind: 'view' }) | undefined {
    const tracker = trackers.find((each) => each.tables.some((one) => one.id === table.id));
    const view = tracker && viewsOf(tracker).find((each) => each.table === table.id);
    return view && { kind: 'view', tracker: tracker.id, view: view.id, filter: '' };
}

/** Whether two subjects say the same, though read at different times. */
export function isSame(one: Subject | null, other: Subject): boolean {
    const said = ({ table, view }: Subject) => JSON.stringify([table, view]);
    return one !== null && said(one) === said(other);
}
