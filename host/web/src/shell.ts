import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { activityBar } from './activitybar';
import { Asking } from './asking';
import { API, Client, Refusal, tableOf, type Commit, type Status, type Table, type Tracker } from './client';
import { commands } from './commands';
import { Doings } from './doings';
import { everywhere } from './everywhere';
import { CommitFeed, type Dispose } from './feed';
import { nextRegion } from './focus';
import './importing';
import type { ImportDialog } from './importing';
import type { Report } from './imports';
import './keys';
import type { KeySheet } from './keys';
import './naming';
import type { NameDialog } from './naming';
import { offers } from './offers';
import './palette';
import type { Palette } from './palette';
import { Perspectives } from './perspectives';
import { lostBar } from './lostbar';
import { Pages } from './pages';
import { hashOf, placeOf, type Place } from './places';
import { Plugins, type Installed } from './plugins';
import { FollowsSettings, settings, t, tCount, text } from './settings';
import { statusBar } from './statusbar';
import './toast';
import type { Toast } from './toast';
import './topbar';
import { placeOfTable } from './trackers';
import type { Inspected, PageGiven, Subject } from './view';
import { viewOf } from './views/kinds';
import { windowCommands } from './windowcommands';

/** The table trackers are known by: what changes there changes what there is to show. */
const TRACKERS = 'weekbench.tracker';

/** The window around the views: trackers, perspectives, inspector, status, and the one road of changes. */
export class Shell extends LitElement {
    private readonly client = new Client(API, settings);
    private readonly doings = new Doings(
        this.client,
        (words, undo) => this.toast().show(words, undo),
        () => void this.readStatus(),
        () => this.requestUpdate(),
    );
    private readonly tables = new Map<string, Table>();
    private trackers: readonly Tracker[] = [];
    private status: Status | null = null;
    private plugins: readonly Installed[] | null = null;
    private feed: CommitFeed | null = null;
    private views: Perspectives | null = null;
    private pages: Pages | null = null;
    private inspector: { readonly element: HTMLElement; readonly dispose: Dispose } | null = null;
    private inspecting: Inspected | null = null;
    private away: 'unreachable' | 'locked' | null = null;
    private wasConnected = false;
    private said = '';
    private actor = settings.actor;
    private place: Place = placeOf(location.hash);

    private readonly query = new Asking(this.client, {
        seen: () => this.feed?.revision,
        table: (id) => this.tables.get(id),
        tables: () => [...this.tables.values()],
        changed: () => this.requestUpdate(),
    });

    constructor() {
        super();
        new FollowsSettings(this);
        window.addEventListener('hashchange', () => this.route());
        window.addEventListener('keydown', (event) => commands.press(event));
        window.addEventListener('beforeunload', (event) => this.doings.waiting > 0 && event.preventDefault());
        settings.listen(() => void this.readerChanged());
        const parts = {
            palette: (only?: 'views') => this.showPalette(only),
            keys: () => this.sheetOfKeys().show(),
            region: (step: 1 | -1) => nextRegion(this, step),
            undo: () => void this.doings.undo(),
            links: () => this.inspect('links'),
            go: (place: Place) => this.go(place),
        };
        commands.addAll(everywhere(parts));
    }

    override connectedCallback(): void {
        super.connectedCallback();
        void this.load();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private async load(): Promise<void> {
        try {
            [this.status, this.trackers] = await Promise.all([this.client.status(), this.client.trackers(), this.readPlugins()]);
        } catch (failure) {
            this.away = isLocked(failure) ? 'locked' : 'unreachable';
            this.requestUpdate();
            return;
        }
        this.away = null;
        this.feed ??= this.follow(this.status.revision);
        await this.updateComplete;
        if (!this.views) {
            this.pages = new Pages(this.find('.wb-page-room'), this.pageGiven(this.feed));
            this.views = this.arrange(this.feed);
            await this.views.load();
        }
        this.learn();
    }

    private arrange(feed: CommitFeed): Perspectives {
        const views = new Perspectives(this.find('.wb-dock-room'), {
            client: this.client,
            query: this.query,
            feed,
            submit: this.doings.submit,
            trackers: () => this.trackers,
            installed: () => this.installed,
            told: () => this.told(),
            say: (words) => this.toast().show(words),
            bringIn: (subject) => this.bringIn(subject),
            inspect: (what) => this.inspect(what),
            openItem: (ref) => void this.openItem(ref),
            openView: () => this.showPalette('views'),
            turnTo: (id) => this.turnTo(id),
        });
        commands.addAll(windowCommands(views, this.find('wb-naming') as NameDialog, (words, undo) => this.toast().show(words, undo)));
        return views;
    }

    private async readStatus(): Promise<void> {
        this.status = await this.client.status().catch(() => this.status);
        this.requestUpdate();
    }

    private async readPlugins(): Promise<void> {
        const lists = await new Plugins(this.client).list().catch(() => null);
        this.plugins = lists?.installed ?? this.plugins;
    }

    /** Not those that were removed: their data is reached from the page of plugins. */
    private get installed(): readonly Tracker[] {
        const removed = new Set(this.plugins?.filter(({ state }) => state === 'removed').map(({ id }) => id));
        return this.trackers.filter(({ id }) => !removed.has(id));
    }

    /** Trackers came or went: what is shown may have new columns, or be gone. */
    private async trackersChanged(): Promise<void> {
        const [trackers] = await Promise.all([this.client.trackers().catch(() => null), this.readPlugins()]);
        if (!trackers) return;
        this.trackers = trackers;
        this.learn();
    }

    private learn(): void {
        this.tables.clear();
        this.trackers.flatMap((tracker) => tracker.tables).forEach((table) => this.tables.set(table.id, table));
        this.views?.renew();
        this.route();
    }

    private async readerChanged(): Promise<void> {
        this.views?.retitle();
        if (settings.actor === this.actor || !this.views) return;
        this.actor = settings.actor;
        void this.readStatus();
        await this.views.reload();
    }

    private follow(revision: number): CommitFeed {
        const feed = new CommitFeed(this.client.stream, revision);
        feed.listen({
            commit: (commit) => this.happened(commit),
            reload: (why) => void (why === 'restored' ? this.readAnew() : this.trackersChanged()),
            connection: (connected) => void this.connected(connected),
            plugins: () => void this.trackersChanged(),
        });
        return feed;
    }

    /** A stream does not say why it broke off; a host that was started anew takes no token of before. */
    private async connected(connected: boolean): Promise<void> {
        this.requestUpdate();
        if (connected) {
            this.away = null;
            this.wasConnected = true;
            this.doings.send();
            return;
        }
        const locked = await this.client.status().then(() => false, isLocked);
        if (locked) this.away = 'locked';
        this.requestUpdate();
    }

    /** Trackers and views too: what answers now may be another home. */
    private async readAnew(): Promise<void> {
        this.doings.forget();
        await this.load();
        this.toast().show(t('said.restored'));
    }

    private happened(commit: Commit): void {
        this.requestUpdate();
        if (commit.changes.some((change) => tableOf(change.ref) === TRACKERS)) void this.trackersChanged();
        void this.doings.isOwn(commit.revision).then((own) => {
            const table = this.tables.get(tableOf(commit.changes[0]?.ref ?? ''));
            if (own || !table) return;
            const count = tCount('status.rows', commit.changes.length);
            this.said = t('status.changedBy', { who: commit.actor, table: text(table.label), count });
            this.requestUpdate();
        });
    }

    private go(place: Place): void {
        location.hash = hashOf(place);
    }

    /** What the address names, or the nearest there is; without a tracker, the page to choose some. */
    private route(): void {
        if (!this.feed) return;
        const named = placeOf(location.hash);
        const isThere = named.kind !== 'view' || this.trackers.some(({ id }) => id === named.tracker);
        this.place = this.installed.length === 0 && !isThere ? { kind: 'welcome' } : named;
        // By its address it stays, also when the first of the trackers chosen has come.
        if (this.place.kind === 'welcome') history.replaceState(null, '', hashOf(this.place));
        if (this.place.kind === 'view') {
            this.pages?.leave();
            this.views?.arrive(this.place);
        } else {
            void this.pages?.show(this.place);
        }
        this.requestUpdate();
    }

    private pageGiven(feed: CommitFeed): PageGiven {
        return {
            client: this.client,
            feed,
            table: (id) => this.tables.get(id),
            placeOf: (table) => placeOfTable(this.trackers, table),
            placeOfTracker: (id) => (this.trackers.some((each) => each.id === id) ? { kind: 'view', tracker: id, view: '', filter: '' } : undefined),
            trackersChanged: () => this.trackersChanged(),
        };
    }

    /** The address follows what is looked at. */
    private told(): void {
        const place = this.views?.place;
        if (place && this.place.kind === 'view') {
            this.place = place;
            history.replaceState(null, '', hashOf(place));
        }
        this.requestUpdate();
    }

    private async openItem(ref: string): Promise<void> {
        const table = this.tables.get(tableOf(ref));
        const place = table && placeOfTable(this.trackers, table);
        const item = place && (await this.client.item(ref).catch(() => null));
        const title = item?.values[table?.title ?? ''];
        if (place) this.go({ ...place, filter: typeof title === 'string' ? title : '' });
    }

    private bringIn({ table }: Subject): void {
        const done = (report: Report, name: string) => this.broughtIn(report, name);
        (this.find('wb-import') as ImportDialog).ask(this.client, table, done);
    }

    private broughtIn(report: Report, name: string): void {
        if (report.revision === null) return;
        this.doings.did(report.revision, () => t('import.done', { name, added: report.new, changed: report.changed }));
    }

    private showPalette(only: 'commands' | 'views' | null = null): void {
        const parts = offers({
            trackers: () => this.installed,
            perspectives: this.views,
            go: (place) => this.go(place),
            search: (words, limit) => this.client.search(words, limit),
        });
        (this.find('wb-palette') as Palette).show(parts, only);
    }

    private inspect(what: Inspected = this.inspecting ?? 'history'): void {
        this.inspecting = this.inspecting === what ? null : what;
        this.requestUpdate();
        void this.updateComplete.then(() => this.openInspector());
    }

    private async openInspector(): Promise<void> {
        this.inspector?.dispose();
        this.inspector?.element.remove();
        this.inspector = null;
        const what = this.inspecting;
        const given = this.views?.active?.besides();
        if (what === null || !given) return;
        const element = await viewOf(what);
        if (this.inspecting !== what) return;
        this.find('.wb-inspector').append(element);
        this.inspector = { element, dispose: element.open(given) };
    }

    protected override render(): TemplateResult {
        const active = this.views?.active;
        const covered = this.place.kind !== 'view';
        const { views } = this;
        const top = {
            own: views?.desk.own ?? [],
            current: covered ? '' : (views?.current ?? ''),
            user: this.status?.actor ?? '',
            turnTo: (id: string) => this.turnTo(id),
            save: () => commands.run('perspective.save'),
            search: () => this.showPalette(),
        };
        return html`<div class="wb-shell ${this.inspecting ? 'inspecting' : ''}">
            <wb-top class="wb-top" role="banner" data-region .parts=${top}></wb-top>
            ${activityBar({
                trackers: this.installed,
                tracker: covered ? undefined : views?.subjectShown?.tracker.id,
                isPlugins: this.place.kind === 'plugins',
                go: (tracker) => this.go({ kind: 'view', tracker, view: '', filter: '' }),
            })}
            <main class="wb-main">
                ${this.lost()}
                <div class="wb-dock-room" ?inert=${covered}></div>
                <div class="wb-page-room" ?hidden=${!covered} data-region></div>
                ${this.nothingToShow()}
            </main>
            ${this.inspecting ? html`<aside class="wb-inspector" aria-label=${t('inspector.title')} data-region></aside>` : nothing}
            ${statusBar({
                connected: this.feed?.connected ?? false,
                locked: this.away === 'locked',
                revision: this.feed?.revision ?? 0,
                count: covered ? null : (active?.count ?? null),
                isPast: !covered && active !== undefined && active.asOf !== null,
                status: this.status,
                takeBack: (step, what) => void this.doings.takeBack(step, () => what),
                said: this.said,
                keys: () => this.sheetOfKeys().show(),
                waiting: this.doings.waiting,
                caughtUp: this.query.caughtUp,
                actor: settings.actor,
                plugins: this.plugins,
            })}
            <wb-toast></wb-toast>
            <wb-keys></wb-keys>
            <wb-palette></wb-palette>
            <wb-naming></wb-naming>
            <wb-import></wb-import>
        </div>`;
    }

    /** Tells of a lost connection where one is looking; leaving the page would lose what waits. */
    private lost(): TemplateResult | typeof nothing {
        const { waiting } = this.doings;
        const isLost = this.wasConnected && !this.feed?.connected && this.away === null;
        return isLost || waiting > 0 ? lostBar(waiting, () => this.doings.send(), () => this.doings.giveBack()) : nothing;
    }

    private turnTo(id: string): void {
        this.views?.turnTo(id);
        const place = this.views?.place;
        if (place) this.go(place);
    }

    private nothingToShow(): TemplateResult | typeof nothing {
        if (this.away === null || (this.away === 'locked' && this.views)) return nothing;
        const locked = this.away === 'locked';
        return html`<section class="wb-empty">
            <h2>${t(locked ? 'locked.title' : 'unreachable.title')}</h2>
            <p>${t(locked ? 'locked.what' : 'unreachable.what')}</p>
            <button class="primary" @click=${() => void this.load()}>${t('unreachable.action')}</button>
        </section>`;
    }

    private toast(): Toast {
        return this.find('wb-toast') as Toast;
    }

    private sheetOfKeys(): KeySheet {
        return this.find('wb-keys') as KeySheet;
    }

    private find(selector: string): HTMLElement {
        const part = this.querySelector<HTMLElement>(selector);
        if (!part) throw new Error(`the shell has no ${selector}`);
        return part;
    }
}

function isLocked(failure: unknown): boolean {
    return failure instanceof Refusal && failure.status === 401;
}

customElements.define('wb-shell', Shell);
