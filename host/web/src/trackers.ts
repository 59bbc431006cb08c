import { tableOf, type Table, type Tracker, type ViewSpec } from './client';
import { isMark, type MarkName } from './marks';
import type { ViewPlace } from './places';
import type { Subject } from './view';
import { inBoth } from './words';

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

/** The kinds that can show an item of any table, declared for it or not. */
const OF_ANY_TABLE = { form: 'form.of', page: 'page.of' } as const;

/** "item.form" names the form of the table "item"; what is declared for that kind goes for it too. */
function ownView(tracker: Tracker, id: string): ViewSpec | undefined {
    const [name = '', kind = ''] = id.split('.');
    const table = tracker.tables.find((each) => each.id === `${tracker.id}.${name}`);
    if (!table || (kind !== 'form' && kind !== 'page')) return undefined;
    const declared = tracker.views?.find((view) => view.table === table.id && view.kind === kind);
    const { sort } = tracker.views?.find((view) => view.table === table.id) ?? {};
    const label = { en: inBoth(OF_ANY_TABLE[kind], { table: table.label.en }).en, zh: inBoth(OF_ANY_TABLE[kind], { table: table.label.zh }).zh };
    return { ...(sort ? { sort } : {}), ...declared, id, kind, table: table.id, label };
}

/** Where one item is shown by a kind that can show any. */
export function placeOfItem(ref: string, kind: keyof typeof OF_ANY_TABLE): ViewPlace {
    const [tracker = '', table = ''] = tableOf(ref).split('.');
    return { kind: 'view', tracker, view: `${table}.${kind}`, filter: ref };
}

export function iconOf(tracker: Tracker): MarkName {
    return isMark(tracker.icon) ? tracker.icon : iconOfKind(tracker.views?.[0]?.kind);
}

/** What an address shows: the view it names, or the nearest there is. */
export function subjectOf(trackers: readonly Tracker[], place: ViewPlace): Subject | undefined {
    const tracker = trackers.find((each) => each.id === place.tracker) ?? trackers[0];
    const views = tracker ? viewsOf(tracker) : [];
    const view = views.find((each) => each.id === place.view) ?? (tracker && ownView(tracker, place.view)) ?? views[0];
    const table = tracker?.tables.find((each) => each.id === view?.table);
    return tracker && view && table && { tracker, table, view };
}

/** Where a table is shown: in the first view of it. */
export function placeOfTable(trackers: readonly Tracker[], table: Table): ViewPlace | undefined {
    const tracker = trackers.find((each) => each.tables.some((one) => one.id === table.id));
    const view = tracker && viewsOf(tracker).find((each) => each.table === table.id);
    return view && { kind: 'view', tracker: tracker.id, view: view.id, filter: '' };
}

/** Whether two subjects say the same, though read at different times. */
export function isSame(one: Subject | null, other: Subject): boolean {
    const said = ({ table, view }: Subject) => JSON.stringify([table, view]);
    return one !== null && said(one) === said(other);
}

const KIND_MARKS: Readonly<Record<string, MarkName>> = {
    grid: 'table',
    matrix: 'matrix',
    timeline: 'timeline',
    board: 'board',
    calendar: 'calendar',
    reader: 'file',
    page: 'file',
    history: 'history',
    form: 'form',
    links: 'link',
};

export function iconOfKind(kind: string | undefined): MarkName {
    return KIND_MARKS[kind ?? ''] ?? 'table';
}

/** A view's name in layouts and addresses. */
export function idOf(subject: Subject): string {
    return `${subject.tracker.id}/${subject.view.id}`;
}

export function placeOfId(id: string): ViewPlace {
    const [tracker = '', view = ''] = id.split('/');
    return { kind: 'view', tracker, view, filter: '' };
}

/** The very view of this name, or none. */
export function subjectOfId(trackers: readonly Tracker[], id: string): Subject | undefined {
    const subject = subjectOf(trackers, placeOfId(id));
    return subject && idOf(subject) === id ? subject : undefined;
}
