import type { View } from '../view';

/** A module that brings a view: it defines its custom element and gives the class. */
export interface ViewModule {
    readonly default: new () => View;
}

/** Each kind is a chunk of its own, fetched when the first view of it is opened. */
const KINDS: Readonly<Record<string, () => Promise<ViewModule>>> = {
    grid: () => import('./grid'),
    history: () => import('./history'),
    form: () => import('./form'),
    page: () => import('./page'),
    reader: () => import('./reader'),
    summary: () => import('./summary'),
    chart: () => import('./chart'),
    links: () => import('./links'),
    matrix: () => import('./matrix'),
    timeline: () => import('./timeline'),
    board: () => import('./board'),
    calendar: () => import('./calendar'),
};

/** An element that shows a kind of view; a grid can show any table, so it stands in for kinds still to come. */
export async function viewOf(kind: string): Promise<View> {
    const load = KINDS[kind] ?? KINDS['grid'];
    if (!load) throw new Error('there is no grid');
    const { default: Type } = await load();
    return new Type();
}
