import type { Dispose, Feed } from './feed';
import type { Docked, Settings } from './dock';
import type { MarkName } from './marks';
import { firstFocus } from './focus';
import type { ViewPlace } from './places';
import type { Command } from './commands';
import { Travelling } from './past/travelling';
import { settings as reader, t, text } from './settings';
import { download, exportAddress, type ExportFormat } from './takeout';
import { iconOfKind, isSame } from './trackers';
import type { Files, Given, Inspected, Query, Shown, Subject, Submit, View } from './view';
import { viewFor } from './views/kinds';
import type { Moment } from './wire';

/** What all docked views share: the window they are in. */
export interface Bench {
    readonly query: Query;
    readonly feed: Feed;
    readonly submit: Submit;
    readonly files: Files;
    subject(id: string): Subject | undefined;
    /** When a table changed. */
    moments(table: string): Promise<readonly Moment[]>;
    /** What is told of a view changed: its count, its time. */
    told(): void;
    selected(ref: string | null): void;
    follow(listener: (ref: string | null) => void): Dispose;
    say(words: string): void;
    open(place: ViewPlace, where?: 'here' | 'beside'): void;
    openItem(ref: string): void;
    bringIn(subject: Subject): void;
    inspect(what?: Inspected): void;
    keep(id: string, settings: Settings): void;
    register(commands: readonly Command[]): Dispose;
}

export interface Count {
    readonly total: number;
    readonly filtered: boolean;
}

/** One view in its tab, by the contract of view.ts. It is opened when it is first looked at. */
export class ViewPanel implements Docked {
    readonly element = document.createElement('div');
    readonly travelling: Travelling;
    private onScreen: Shown = {};
    private view: View | null = null;
    private subject: Subject | undefined;
    private dispose: Dispose = () => undefined;
    private commands: readonly Command[] = [];
    private unregister: Dispose = () => undefined;
    private isActive = false;
    private wasShown = false;
    /** The kind of a view is fetched; what began before something else was asked for must not show up. */
    private openings = 0;
    private focused: HTMLElement | null = null;
    filter = '';
    count: Count | null = null;
    ref: string | null = null;

    constructor(
        readonly id: string,
        private readonly bench: Bench,
        private settings: Settings,
    ) {
        this.element.className = 'wb-docked';
        this.element.addEventListener('focusin', ({ target }) => {
            if (target instanceof HTMLElement && !target.closest('wb-past')) this.focused = target;
        });
        this.subject = bench.subject(id);
        this.travelling = new Travelling(this.element, {
            query: bench.query,
            feed: bench.feed,
            submit: bench.submit,
            subject: () => this.subject,
            moments: (table) => bench.moments(table),
            moved: () => bench.told(),
            focus: () => this.focus(),
        });
    }

    get asOf(): string | null {
        return this.travelling.time.asOf;
    }

    chooseTime(): void {
        this.travelling.choose();
    }

    get mark(): MarkName {
        return iconOfKind(this.subject?.view.kind);
    }

    title(): string {
        return this.subject ? text(this.subject.view.label) : this.id;
    }

    shown(): void {
        if (this.wasShown) return;
        this.wasShown = true;
        void this.open();
    }

    focus(): void {
        const before = this.focused?.checkVisibility() ? this.focused : null;
        (before ?? firstFocus(this.element))?.focus();
    }

    close(): void {
        this.end();
        this.wasShown = false;
    }

    /** What a view beside it is given: the inspector. */
    besides(): Given | null {
        return this.subject ? { ...this.given(this.subject), settings: {} } : null;
    }

    /** Its commands are there while it is the active view. */
    activate(isActive: boolean): void {
        this.isActive = isActive;
        this.unregister();
        this.unregister = isActive ? this.bench.register(this.commands) : () => undefined;
    }

    /** Shows what has these words; by another filter than before it begins anew. */
    narrow(filter: string): void {
        if (this.filter === filter) return;
        this.filter = filter;
        if (this.wasShown) void this.open();
    }

    /** Trackers came or went: what is shown may have new columns, or be gone. */
    renew(): void {
        const next = this.bench.subject(this.id);
        const same = next ? isSame(this.subject ?? null, next) : !this.subject;
        this.subject = next;
        if (!same && this.wasShown) void this.open();
    }

    /** What is on the screen, as a file. */
    takeOut(format: ExportFormat): void {
        if (this.subject) download(exportAddress(this.subject.view, this.onScreen, format, reader.language, this.asOf));
    }

    private end(): void {
        this.openings++;
        this.dispose();
        this.dispose = () => undefined;
        this.unregister();
        this.commands = [];
        this.view?.remove();
        this.view = null;
        this.count = this.ref = null;
        this.onScreen = {};
        this.travelling.end();
        this.element.replaceChildren();
    }

    private async open(): Promise<void> {
        this.end();
        const opening = ++this.openings;
        const { subject } = this;
        if (!subject) {
            this.element.append(missing());
            return;
        }
        const view = await viewFor(subject, (module) => this.bench.say(t('view.module.failed', { module })));
        if (opening !== this.openings) return;
        this.view = view;
        this.element.append(view);
        this.dispose = view.open(this.given(subject));
    }

    private given(subject: Subject): Given {
        const { bench, id, travelling } = this;
        const { query, feed, submit, time } = travelling;
        return {
            subject,
            query,
            feed,
            submit,
            files: bench.files,
            time,
            reader,
            settings: this.settings,
            filter: this.filter,
            frame: {
                selected: (ref) => {
                    this.ref = ref;
                    if (this.isActive) bench.selected(ref);
                },
                follow: (listener) => bench.follow(listener),
                counted: (total, filtered) => {
                    this.count = { total, filtered };
                    bench.told();
                },
                shows: (shown) => (this.onScreen = shown),
                chooseTime: () => travelling.choose(),
                travel: (asOf) => time.go(asOf),
                takeOut: (format) => this.takeOut(format),
                say: (words) => bench.say(words),
                open: (place, where) => bench.open(place, where),
                openItem: (ref) => bench.openItem(ref),
                bringIn: () => bench.bringIn(subject),
                inspect: (what) => bench.inspect(what),
                commands: (commands) => this.take(commands.map((command) => ({ ...command, id: `${id} ${command.id}`, scope: scopeOf(subject) }))),
                keep: (settings) => {
                    this.settings = settings;
                    bench.keep(id, settings);
                },
            },
        };
    }

    private take(commands: readonly Command[]): Dispose {
        this.commands = [...this.commands, ...commands];
        if (this.isActive) this.activate(true);
        return () => {
            this.commands = this.commands.filter((each) => !commands.includes(each));
            if (this.isActive) this.activate(true);
        };
    }
}

function scopeOf({ view }: Subject): Command['scope'] {
    return view.kind === 'grid' ? 'keys.grid' : view.label;
}

/** A layout outlives the tracker whose view it holds. */
function missing(): HTMLElement {
    const section = document.createElement('section');
    section.className = 'wb-empty';
    const title = document.createElement('h2');
    title.textContent = t('view.missing');
    const what = document.createElement('p');
    what.textContent = t('view.missing.what');
    const link = document.createElement('a');
    link.href = '#/+plugins';
    link.textContent = t('plugins.title');
    section.append(title, what, link);
    return section;
}
