import type { Client, Item, Outcome, Page, Question, Submission, Table, Tracker, Version, ViewSpec } from './client';
import type { Dispose, Feed } from './feed';
import type { Place } from './places';

/** How a view asks; never anything that writes. */
export interface Query {
    items(question: Question, signal?: AbortSignal): Promise<Page>;
    item(ref: string, asOf?: string): Promise<Item>;
    history(ref: string): Promise<readonly Version[]>;
    table(id: string): Table | undefined;
}

/** The only way a view changes anything. `what` names it for the undo, in the reader's language. */
export type Submit = (submission: Submission, what?: () => string) => Promise<Outcome>;

export interface Subject {
    readonly tracker: Tracker;
    readonly table: Table;
    readonly view: ViewSpec;
}

export interface Given {
    readonly query: Query;
    readonly feed: Feed;
    readonly submit: Submit;
    readonly subject: Subject;
    /** Words its filter begins with; empty for none. */
    readonly filter?: string;
}

/** What a page of the host itself is given; unlike views, it may use every route. */
export interface PageGiven {
    readonly client: Client;
    readonly feed: Feed;
    table(id: string): Table | undefined;
    /** Where a table is shown. */
    placeOf(table: Table): (Place & { kind: 'view' }) | undefined;
    /** Trackers came or went. */
    trackersChanged(): void;
}

/** A page that shows no one table: plugins, search. */
export interface HostPage extends HTMLElement {
    open(given: PageGiven): Dispose;
}

/**
 * What a view of the host or of a plugin is: a custom element which, once given these, shows its
 * subject until the disposal it returned is called.
 */
export interface View extends HTMLElement {
    open(given: Given): Dispose;
}

/** What a view tells the shell: bubbling events of these names. */
export interface ViewEvents {
    /** The row the reader is on, for the inspector to follow. */
    'wb-selected': { readonly ref: string | null };
    'wb-count': { readonly total: number; readonly filtered: boolean };
    'wb-as-of': { readonly asOf: string | null };
    /** Something a view did could not be done, and has no place of its own to say so. */
    'wb-said': { readonly words: string };
    /** The reader wants to bring a file into the table shown. */
    'wb-bring-in': { readonly asked: true };
    /** The reader wants the inspector opened or closed. */
    'wb-inspect': { readonly toggle: boolean };
}

export function tell<K extends keyof ViewEvents>(from: HTMLElement, name: K, detail: ViewEvents[K]): void {
    from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
