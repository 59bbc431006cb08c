import type { Client, Tracker } from './client';
import { commands, type Command } from './commands';
import { Desk } from './desk';
import { Dock, type Docked, type Settings as Kept } from './dock';
import type { Dispose, Feed } from './feed';
import { HostFiles } from './files';
import type { ViewPlace } from './places';
import { settings } from './settings';
import { idOf, placeOfId, subjectOf, subjectOfId, viewsOf } from './trackers';
import type { Files, Inspected, Query, Submit, Subject } from './view';
import { ViewPanel, type Bench } from './viewpanel';
import type { Moment } from './wire';
import { perspectiveCommands } from './windowcommands';

const LAST = 'weekbench.perspective';

export interface PerspectivesParts {
    readonly client: Client;
    readonly query: Query;
    readonly feed: Feed;
    readonly submit: Submit;
    /** All whose data can be read. */
    trackers(): readonly Tracker[];
    /** Those that are installed. */
    installed(): readonly Tracker[];
    /** Something the window tells of its views changed. */
    told(): void;
    say(words: string): void;
    bringIn(subject: Subject): void;
    inspect(what?: Inspected): void;
    openItem(ref: string): void;
    /** Lets the reader choose a view to open. */
    openView(): void;
    /** Shows a perspective, wherever one is. */
    turnTo(id: string): void;
}

/** The views that are open and how they are arranged: one dock, and a layout for each perspective. */
export class Perspectives implements Bench {
    readonly dock: Dock;
    readonly desk: Desk;
    readonly query: Query;
    readonly feed: Feed;
    readonly submit: Submit;
    readonly files: Files;
    private readonly panels = new Map<string, ViewPanel>();
    private readonly followers = new Set<(ref: string | null) => void>();
    private activeId: string | null = null;
    private numbered: Dispose = () => undefined;
    /** The perspective that is shown; empty before the first. */
    current = '';

    constructor(
        container: HTMLElement,
        private readonly parts: PerspectivesParts,
    ) {
        this.query = parts.query;
        this.feed = parts.feed;
        this.submit = parts.submit;
        this.files = new HostFiles(parts.client);
        this.desk = new Desk(parts.client);
        this.dock = new Dock(container, {
            make: (id, kept) => this.make(id, kept),
            activated: (id) => this.activated(id),
            rearranged: () => this.rearranged(),
            open: () => parts.openView(),
        });
    }

    get active(): ViewPanel | undefined {
        return this.activeId === null ? undefined : this.panels.get(this.activeId);
    }

    /** The address of what is shown. */
    get place(): ViewPlace | null {
        return this.activeId === null ? null : { ...placeOfId(this.activeId), filter: this.active?.filter ?? '' };
    }

    get subjectShown(): Subject | undefined {
        return this.activeId === null ? undefined : this.subject(this.activeId);
    }

    /** What an address names: where it already is, else in its tracker's own perspective. */
    arrive(place: ViewPlace): void {
        const subject = subjectOf(place.tracker === '' ? this.parts.installed() : this.parts.trackers(), place);
        if (!subject) return;
        const id = idOf(subject);
        const stays = place.view === '' ? this.current === subject.tracker.id : this.has(id);
        if (!stays) this.turnTo(this.current === '' ? this.lastWith(id, subject) : subject.tracker.id);
        if (place.view !== '' || this.dock.active === null) {
            this.dock.show(id);
            this.panels.get(id)?.narrow(place.filter);
        }
        this.parts.told();
    }

    /** Shows another arrangement; what was open in the present one is kept. */
    turnTo(id: string): void {
        if (this.current !== '' && this.current !== id && this.dock.ids.length > 0 && !this.dock.isMaximised) this.desk.remember(this.current, this.dock.layout());
        this.current = id;
        localStorage.setItem(LAST, id);
        const known = this.desk.of(id);
        if (!known || !this.dock.restore(known.layout)) this.reset();
        this.parts.told();
    }

    /** The arrangement a tracker brings: its views in one row of tabs. */
    reset(): void {
        const tracker = this.parts.trackers().find((each) => each.id === this.current) ?? this.parts.installed()[0];
        const views = tracker ? viewsOf(tracker).map((view) => `${tracker.id}/${view.id}`) : [];
        this.dock.tabbed(views, views[0]);
    }

    saveAs(name: string): void {
        this.current = this.desk.save(name, this.dock.layout());
        localStorage.setItem(LAST, this.current);
        this.renumber();
        this.parts.told();
    }

    rename(name: string): void {
        this.desk.rename(this.current, name);
        this.renumber();
        this.parts.told();
    }

    /** Leaves a perspective that somebody saved; gives the way back. */
    discard(): () => void {
        const gone = this.desk.of(this.current);
        this.desk.forget(this.current);
        const tracker = this.subjectShown?.tracker ?? this.parts.installed()[0];
        this.current = '';
        if (tracker) this.turnTo(tracker.id);
        this.renumber();
        return () => {
            if (!gone) return;
            this.desk.put(gone);
            this.turnTo(gone.id);
            this.renumber();
        };
    }

    async load(): Promise<void> {
        await this.desk.load(settings.actor);
        this.renumber();
    }

    /** Another person sits down: their arrangement takes the place of this one, if they have one. */
    async reload(): Promise<void> {
        await this.load();
        const known = this.desk.of(this.current);
        const { activeId } = this;
        if (known && this.dock.restore(known.layout) && activeId !== null) this.dock.show(activeId);
        this.parts.told();
    }

    /** Trackers came or went, or the language changed. */
    renew(): void {
        this.panels.forEach((panel) => panel.renew());
        this.retitle();
        this.renumber();
    }

    private renumber(): void {
        this.numbered();
        this.numbered = commands.addAll(perspectiveCommands(this, this.parts.installed(), (id) => this.parts.turnTo(id)));
    }

    retitle(): void {
        this.dock.retitle();
    }

    subject(id: string): Subject | undefined {
        return subjectOfId(this.parts.trackers(), id);
    }

    moments(table: string): Promise<readonly Moment[]> {
        return this.parts.client.moments(table);
    }

    told(): void {
        this.parts.told();
    }

    selected(ref: string | null): void {
        this.followers.forEach((follower) => follower(ref));
    }

    follow(listener: (ref: string | null) => void): Dispose {
        this.followers.add(listener);
        listener(this.active?.ref ?? null);
        return () => this.followers.delete(listener);
    }

    say(words: string): void {
        this.parts.say(words);
    }

    open(place: ViewPlace, where: 'here' | 'beside' = 'here'): void {
        const subject = subjectOf(this.parts.trackers(), place);
        if (!subject) return;
        this.dock.show(idOf(subject), where);
        this.panels.get(idOf(subject))?.narrow(place.filter);
    }

    openItem(ref: string): void {
        this.parts.openItem(ref);
    }

    bringIn(subject: Subject): void {
        this.parts.bringIn(subject);
    }

    inspect(what?: Inspected): void {
        this.parts.inspect(what);
    }

    keep(id: string, kept: Kept): void {
        this.dock.keep(id, kept);
    }

    register(list: readonly Command[]): Dispose {
        return commands.addAll(list);
    }

    private has(id: string): boolean {
        return this.dock.ids.includes(id);
    }

    /** On opening the page: the perspective of last time, if it has the view that is asked for. */
    private lastWith(id: string, subject: Subject): string {
        const last = localStorage.getItem(LAST) ?? '';
        const known = this.desk.of(last);
        const views = Object.keys((known?.layout['panels'] as object | undefined) ?? {});
        return known?.name !== undefined && views.includes(id) ? last : subject.tracker.id;
    }

    private make(id: string, kept: Kept): Docked {
        const panel = new ViewPanel(id, this, kept);
        this.panels.set(id, panel);
        return panel;
    }

    private activated(id: string | null): void {
        this.active?.activate(false);
        this.activeId = id;
        for (const known of [...this.panels.keys()]) if (!this.has(known)) this.panels.delete(known);
        const { active } = this;
        active?.activate(true);
        this.selected(active?.ref ?? null);
        this.parts.told();
    }

    private rearranged(): void {
        if (this.current !== '' && !this.dock.isMaximised) this.desk.keep(this.current, this.dock.layout());
        this.parts.told();
    }
}
