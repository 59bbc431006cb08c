import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { API, Client, Refusal, tableOf, type Commit, type Status, type Table, type Tracker } from './client';
import { commands } from './commands';
import { Doings } from './doings';
import { CommitFeed, type Dispose } from './feed';
import { mark } from './marks';
import './importing';
import type { ImportDialog } from './importing';
import type { Report } from './imports';
import { hashOf, placeOf, type Place } from './places';
import { FollowsSettings, settings, t, tCount, text } from './settings';
import './toast';
import type { Toast } from './toast';
import './keys';
import type { KeySheet } from './keys';
import { statusBar } from './statusbar';
import './topbar';
import type { TopBar } from './topbar';
import { iconOf, isSame, placeOfTable, subjectOf, viewsOf } from './trackers';
import type { HostPage, PageGiven, Query, Subject, View, ViewEvents } from './view';
import { tagOf } from './views/kinds';
import type { HistoryView } from './views/history';
import './views/plugins';
import './views/search';
import type { SearchPage } from './views/search';

/** The table trackers are known by: what changes there changes what there is to show. */
const TRACKERS = 'weekbench.tracker';

/** The window around the views: trackers, tabs, inspector, status, and the one road of changes. */
export class Shell extends LitElement {
    private readonly client = new Client(API, settings);
    private readonly doings = new Doings(
        this.client,
        (words, undo) => this.toast().show(words, undo),
        () => void this.readStatus(),
    );
    private readonly tables = new Map<string, Table>();
    private trackers: readonly Tracker[] = [];
    private status: Status | null = null;
    private feed: CommitFeed | null = null;
    private subject: Subject | null = null;
    private shown: { element: HTMLElement; dispose: Dispose } | null = null;
    private inspector: { element: HistoryView; dispose: Dispose } | null = null;
    private inspecting = false;
    private selected: string | null = null;
    private count: ViewEvents['wb-count'] | null = null;
    private asOf: string | null = null;
    private filtered = '';
    private away: 'unreachable' | 'locked' | null = null;
    private said = '';
    private place: Place = placeOf(location.hash);

    private readonly query: Query = {
        items: (question, signal) => this.client.items(question, signal),
        item: (ref, asOf) => this.client.item(ref, asOf),
        history: (ref) => this.client.history(ref),
        table: (id) => this.tables.get(id),
    };

    constructor() {
        super();
        new FollowsSettings(this);
        this.on('wb-selected', ({ ref }) => this.select(ref));
        this.on('wb-count', (count) => this.remember({ count }));
        this.on('wb-as-of', ({ asOf }) => this.remember({ asOf }));
        this.on('wb-said', ({ words }) => this.toast().show(words));
        this.on('wb-inspect', () => this.inspect());
        this.on('wb-bring-in', () => this.bringIn());
        window.addEventListener('hashchange', () => this.route());
        window.addEventListener('keydown', (event) => commands.press(event));
        commands.addAll([
            { id: 'keys', label: 'command.keys', scope: 'everywhere', keys: ['?', 'F1'], run: () => this.sheetOfKeys().show() },
            { id: 'region', label: 'command.nextRegion', scope: 'everywhere', keys: ['F6'], run: () => this.nextRegion() },
            { id: 'undo', label: 'command.undo', scope: 'everywhere', keys: ['Ctrl Z'], run: () => void this.doings.undo() },
            { id: 'search', label: 'command.search', scope: 'everywhere', keys: ['Ctrl K'], run: () => (this.find('wb-top') as TopBar).search() },
            { id: 'language', label: 'command.language', scope: 'everywhere', keys: ['Alt L'], run: () => this.otherLanguage() },
            { id: 'theme', label: 'command.theme', scope: 'everywhere', keys: ['Alt M'], run: () => settings.nextTheme() },
        ]);
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
            [this.status, this.trackers] = await Promise.all([this.client.status(), this.client.trackers()]);
        } catch (failure) {
            this.away = isLocked(failure) ? 'locked' : 'unreachable';
            this.requestUpdate();
            return;
        }
        this.away = null;
        this.feed ??= this.follow(this.status.revision);
        this.learn();
    }

    private async readStatus(): Promise<void> {
        this.status = await this.client.status().catch(() => this.status);
        this.requestUpdate();
    }

    /** Trackers came or went: what is shown may have new columns, or be gone. */
    private async trackersChanged(): Promise<void> {
        const trackers = await this.client.trackers().catch(() => null);
        if (!trackers) return;
        this.trackers = trackers;
        this.learn();
    }

    private learn(): void {
        this.tables.clear();
        this.trackers.flatMap((tracker) => tracker.tables).forEach((table) => this.tables.set(table.id, table));
        this.route();
    }

    private follow(revision: number): CommitFeed {
        const feed = new CommitFeed(this.client.stream, revision);
        feed.listen({
            commit: (commit) => this.happened(commit),
            reload: (why) => void (why === 'restored' ? this.readAnew() : this.trackersChanged()),
            connection: (connected) => void this.connected(connected),
        });
        return feed;
    }

    /** A stream does not say why it broke off; a host that was started anew takes no token of before. */
    private async connected(connected: boolean): Promise<void> {
        if (connected) this.away = null;
        this.requestUpdate();
        if (connected) return;
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

    /** What the address names, or the nearest there is; without a tracker, the page to install one. */
    private route(): void {
        const named = placeOf(location.hash);
        this.place = this.trackers.length === 0 ? { kind: 'plugins' } : named;
        this.requestUpdate();
        void this.updateComplete.then(() => this.show(this.place));
    }

    private show(place: Place): void {
        if (!this.feed) return;
        if (place.kind === 'plugins') this.showPage('wb-plugins');
        else if (place.kind === 'search') (this.showPage('wb-search') as SearchPage).find(place.words);
        else this.showView(place);
    }

    private showPage(tag: string): HTMLElement {
        const { shown, feed } = this;
        if (shown?.element.localName === tag || !feed) return shown?.element ?? this;
        const page = this.put(tag) as HostPage;
        const given: PageGiven = {
            client: this.client,
            feed,
            table: (id) => this.tables.get(id),
            placeOf: (table) => placeOfTable(this.trackers, table),
            trackersChanged: () => void this.trackersChanged(),
        };
        this.shown = { element: page, dispose: page.open(given) };
        this.settle(null);
        return page;
    }

    private showView(place: Place & { kind: 'view' }): void {
        const next = subjectOf(this.trackers, place);
        const { feed, subject } = this;
        if (!feed || !next || (isSame(subject, next) && place.filter === this.filtered)) return;
        this.filtered = place.filter;
        const element = this.put(tagOf(next.view.kind)) as View;
        const given = { query: this.query, feed, submit: this.doings.submit, subject: next, filter: place.filter };
        this.shown = { element, dispose: element.open(given) };
        this.settle(next);
    }

    /** A fresh element in the place of what was shown. */
    private put(tag: string): HTMLElement {
        this.shown?.dispose();
        this.shown?.element.remove();
        const element = document.createElement(tag);
        this.find('.wb-view').append(element);
        return element;
    }

    private settle(subject: Subject | null): void {
        this.subject = subject;
        this.count = null;
        this.asOf = null;
        this.select(null);
        this.openInspector();
        this.requestUpdate();
    }

    private bringIn(): void {
        const table = this.subject?.table;
        if (!table) return;
        const done = (report: Report, name: string) => this.broughtIn(report, name);
        (this.find('wb-import') as ImportDialog).ask(this.client, table, done);
    }

    private broughtIn(report: Report, name: string): void {
        if (report.revision === null) return;
        this.doings.did(report.revision, () => t('import.done', { name, added: report.new, changed: report.changed }));
    }

    private select(ref: string | null): void {
        this.selected = ref;
        this.inspector?.element.show(ref);
    }

    private inspect(): void {
        this.inspecting = !this.inspecting;
        this.requestUpdate();
        void this.updateComplete.then(() => this.openInspector());
    }

    private openInspector(): void {
        this.inspector?.dispose();
        this.inspector?.element.remove();
        this.inspector = null;
        const { feed, subject } = this;
        if (!this.inspecting || !feed || !subject) return;
        const element = document.createElement('wb-history') as HistoryView;
        this.find('.wb-inspector').append(element);
        const given = { query: this.query, feed, submit: this.doings.submit, subject };
        this.inspector = { element, dispose: element.open(given) };
        element.show(this.selected);
    }

    protected override render(): TemplateResult {
        return html`<div class="wb-shell ${this.inspecting ? 'inspecting' : ''}">
            <wb-top class="wb-top" role="banner" data-region></wb-top>
            ${this.activityBar()}
            <main class="wb-main" data-region>
                ${this.tabs()}
                <div class="wb-view" role="tabpanel" aria-label=${text(this.subject?.view.label)}>${this.nothingToShow()}</div>
            </main>
            ${this.inspecting ? html`<aside class="wb-inspector" aria-label=${t('history.title')} data-region></aside>` : nothing}
            ${statusBar({
                connected: this.feed?.connected ?? false,
                locked: this.away === 'locked',
                revision: this.feed?.revision ?? 0,
                count: this.count,
                isPast: this.asOf !== null,
                status: this.status,
                takeBack: (step, what) => void this.doings.takeBack(step, () => what),
                said: this.said,
                keys: () => this.sheetOfKeys().show(),
            })}
            <wb-toast></wb-toast>
            <wb-keys></wb-keys>
            <wb-import></wb-import>
        </div>`;
    }

    private activityBar(): TemplateResult {
        return html`<nav class="wb-activity" aria-label=${t('activity.trackers')} data-region>
            ${this.trackers.map((tracker) => {
                const current = tracker.id === this.subject?.tracker.id;
                const icon = iconOf(tracker);
                return html`<a href="#/${tracker.id}" aria-current=${current ? 'page' : 'false'}>${mark(icon)}<span>${text(tracker.label)}</span></a>`;
            })}
            <a class="wb-activity-last" href=${hashOf({ kind: 'plugins' })} aria-current=${this.place.kind === 'plugins' ? 'page' : 'false'}
                >${mark('plugin')}<span>${t('plugins.title')}</span></a
            >
        </nav>`;
    }

    private tabs(): TemplateResult | typeof nothing {
        const { subject } = this;
        if (!subject) return nothing;
        return html`<nav class="wb-tabs" aria-label=${t('tabs.views')}>
            ${viewsOf(subject.tracker).map((view) => {
                const current = view.id === subject.view.id;
                return html`<a href="#/${subject.tracker.id}/${view.id}" aria-current=${current ? 'page' : 'false'}>${text(view.label)}</a>`;
            })}
        </nav>`;
    }

    private nothingToShow(): TemplateResult | typeof nothing {
        if (this.away === null || (this.away === 'locked' && this.shown)) return nothing;
        const locked = this.away === 'locked';
        return html`<section class="wb-empty">
            <h2>${t(locked ? 'locked.title' : 'unreachable.title')}</h2>
            <p>${t(locked ? 'locked.what' : 'unreachable.what')}</p>
            <button class="primary" @click=${() => void this.load()}>${t('unreachable.action')}</button>
        </section>`;
    }

    private otherLanguage(): void {
        settings.setLanguage(settings.language === 'zh' ? 'en' : 'zh');
    }

    /** F6: from part to part of the window, to the first thing in each that takes the focus. */
    private nextRegion(): void {
        const regions = [...this.querySelectorAll<HTMLElement>('[data-region]')];
        const here = regions.findIndex((region) => region.contains(document.activeElement));
        const next = regions[(here + 1) % regions.length];
        next?.querySelector<HTMLElement>('a[href], button:not(:disabled), input, [tabindex="0"]')?.focus();
    }

    private remember(what: { count?: ViewEvents['wb-count']; asOf?: string | null }): void {
        Object.assign(this, what);
        this.requestUpdate();
    }

    private on<K extends keyof ViewEvents>(name: K, run: (detail: ViewEvents[K]) => void): void {
        this.addEventListener(name, (event) => run((event as CustomEvent<ViewEvents[K]>).detail));
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
