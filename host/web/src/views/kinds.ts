import { API } from '../client';
import type { Subject, View } from '../view';

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
    report: () => import('./report'),
};

/**
 * An element that shows a view: what its plugin brings for it, else that of its kind.
 *
 * @param failed told that a plugin's own could not be had, and its kind stands in
 */
export async function viewFor({ tracker, view }: Subject, failed: (module: string) => void): Promise<View> {
    if (view.module === undefined) return viewOf(view.kind);
    try {
        const address = `${API}/plugins/${tracker.id}/web/${view.module}?version=${tracker.version}`;
        const { default: Type } = (await import(/* @vite-ignore */ address)) as ViewModule;
        return new Type();
    } catch {
        failed(view.module);
        return viewOf(view.kind);
    }
}

/** An element that shows a kind of view; a grid can show any table, so it stands in for kinds still to come. */
export async function viewOf(kind: string): Promise<View> {
    const load = KINDS[kind] ?? KINDS['grid'];
    if (!load) throw new Error('there is no grid');
    const { default: Type } = await load();
    return new Type();
}
