import type { Attachment, Client, Comparison, ComparisonQuestion, GroupQuestion, Groups, Hits, Item, Outcome, Page, Question, Referring, SortKey, Submission, Table, Tracker, Version, ViewSpec, Words } from './client';
import type { Command } from './commands';
import type { ExportFormat } from './takeout';
import type { Dispose, Feed } from './feed';
import type { Place, ViewPlace } from './places';
import type { Reports } from './reports';
import type { Language } from './words';

/** How a view asks; never anything that writes. */
export interface Query {
    items(question: Question, signal?: AbortSignal): Promise<Page>;
    groups(question: GroupQuestion, signal?: AbortSignal): Promise<Groups>;
    /** What is different between a moment and what is shown. */
    compare(question: ComparisonQuestion, signal?: AbortSignal): Promise<Comparison>;
    item(ref: string, asOf?: string): Promise<Item>;
    history(ref: string): Promise<readonly Version[]>;
    referring(ref: string, asOf?: string): Promise<readonly Referring[]>;
    search(text: string, limit: number): Promise<Hits>;
    table(id: string): Table | undefined;
    /** All whose items can be read, of every tracker. */
    tables(): readonly Table[];
    /** The pages trackers make when they are asked. */
    readonly reports: Pick<Reports, 'all' | 'make' | 'address'>;
}

/** The only way a view changes anything. `what` names it for the undo, in the reader's language. */
export type Submit = (submission: Submission, what?: () => string) => Promise<Outcome>;

/** Files that items refer to. Keeping one changes no item yet: what it gives is a value to submit. */
export interface Files {
    keep(file: Blob, name: string): Promise<Attachment>;
    /** Where it is downloaded from. */
    address(file: Attachment): string;
}

/** What a view shows: one of the views that a tracker declares. */
export interface Subject {
    readonly tracker: Tracker;
    readonly table: Table;
    readonly view: ViewSpec;
}

/** Who reads: language and name. A view follows at once when they change. */
export interface Reader {
    readonly language: Language;
    /** Empty for the person the host itself runs as. */
    readonly actor: string;
    /** Words in the reader's language. */
    text(words: Words | null | undefined): string;
    listen(changed: () => void): Dispose;
}

/**
 * The time a view is at. The reader chooses it, the frame keeps it: `query` answers as of it, `feed`
 * says `reload` when it changes, and `submit` refuses while it is past.
 */
export interface TimeShown {
    /** A day, an instant or a revision; null for now. */
    readonly asOf: string | null;
    /** The earlier moment that what is shown is compared with; null where it is not. */
    readonly since: string | null;
    listen(changed: () => void): Dispose;
}

/** What is on the screen of a table, for who takes it out as a file. */
export interface Shown {
    readonly columns?: readonly string[];
    readonly where?: string | undefined;
    readonly sort?: readonly SortKey[];
}

/** A command of one view; there while that view is the active one. */
export type ViewCommand = Pick<Command, 'id' | 'label' | 'keys' | 'run' | 'blocked'>;

/** What the inspector can tell of the item the reader is on. */
export type Inspected = 'history' | 'links';

/** The window around a view. Nothing here writes. */
export interface Frame {
    /** The item the reader is on: the inspector and the views beside follow. Null for none. */
    selected(ref: string | null): void;
    /** Hears of the item the reader is on, in this view or one beside. */
    follow(listener: (ref: string | null) => void): Dispose;
    /** How many rows are shown, for the status bar. */
    counted(total: number, filtered: boolean): void;
    /** What of the table is on the screen, where that is not what the view declares. */
    shows(shown: Shown): void;
    /** Lets the reader choose the time that is shown. */
    chooseTime(): void;
    /** Goes to a time: a day, an instant, a revision; null for now. */
    travel(asOf: string | null): void;
    /** Takes what is on the screen out as a file. */
    takeOut(format: ExportFormat): void;
    /** Says what could not be done and has no place of its own to say so. */
    say(words: string): void;
    /** Goes to another view, or opens it beside this one. */
    open(place: ViewPlace, where?: 'here' | 'beside'): void;
    /** Goes to where an item is shown. */
    openItem(ref: string): void;
    /** Lets the reader bring a file into the table shown. */
    bringIn(): void;
    /** Opens the inspector, on what it last showed or on this; closes it where it shows that. */
    inspect(what?: Inspected): void;
    /** Adds commands to palette, keys and cheat sheet. */
    commands(commands: readonly ViewCommand[]): Dispose;
    /** Keeps what the reader chose in this view, with the layout; given again as `settings`. */
    keep(settings: Settings): void;
}

/** What a reader chose in a view: JSON, small. */
export type Settings = Readonly<Record<string, unknown>>;

export interface Given {
    readonly subject: Subject;
    readonly query: Query;
    readonly feed: Feed;
    readonly submit: Submit;
    readonly files: Files;
    readonly reader: Reader;
    readonly frame: Frame;
    readonly time: TimeShown;
    /** What was kept of this view; empty for the first time. */
    readonly settings: Settings;
    /** Words its filter begins with; empty for none. */
    readonly filter: string;
}

/**
 * What a view of the host or of a plugin is: a custom element which, once given these, shows its
 * subject until the disposal it returned is called. docs/view-guide.md tells the rest.
 */
export interface View extends HTMLElement {
    open(given: Given): Dispose;
}

/** What a page of the host itself is given; unlike views, it may use every route. */
export interface PageGiven {
    readonly client: Client;
    readonly feed: Feed;
    table(id: string): Table | undefined;
    /** Where a table is shown. */
    placeOf(table: Table): ViewPlace | undefined;
    /** Where the data of a tracker is shown, also of one that is not installed. */
    placeOfTracker(id: string): ViewPlace | undefined;
    /** Trackers came or went; done when the window knows those there are now. */
    trackersChanged(): Promise<void>;
}

/** A page that shows no one table: plugins, search. */
export interface HostPage extends HTMLElement {
    open(given: PageGiven): Dispose;
    /** The reader came here by an address. */
    arrive?(place: Place): void;
}
