import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Client, Refusal, tableOf, type Commit, type CutStep, type Outcome, type Status, type Submission, type Table, type Tracker, type ViewSpec } from './client';
import { commands } from './commands';
import { CommitFeed, type Dispose } from './feed';
import { isMark, mark, type MarkName } from './marks';
import { FollowsSettings, settings, t, tCount, text, type Theme } from './settings';
import './toast';
import type { Toast } from './toast';
import './keys';
import type { KeySheet } from './keys';
import type { Query, Subject, View, ViewEvents } from './view';
import { tagOf } from './views/kinds';
import type { HistoryView } from './views/history';

const THEME_MARKS: Readonly<Record<Theme, MarkName>> = { system: 'system', light: 'sun', dark: 'moon' };

/** The window around the views: trackers, tabs, inspector, status, and the one road of changes. */
export class Shell extends LitElement {
    private readonly client = new Client('/api/v1', settings);
    private readonly tables = new Map<string, Table>();
    private trackers: readonly Tracker[] = [];
    private status: Status | null = null;
    private feed: CommitFeed | null = null;
    private subject: Subject | null = null;
    private view: { element: View; dispose: Dispose } | null = null;
    private inspector: { element: HistoryView; dispose: Dispose } | null = null;
    private inspecting = false;
    private selected: string | null = null;
    private count: ViewEvents['wb-count'] | null = null;
    private asOf: string | null = null;
    private away: 'unreachable' | 'locked' | null = null;
    private said = '';
    private readonly own = new Set<number>();
    private readonly underway = new Set<Promise<Outcome>>();
    private editsActor = false;
    private lastDone: { revision: number; what: () => string } | null = null;

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
        window.addEventListener('hashchange', () => this.route());
        window.addEventListener('keydown', (event) => commands.press(event));
        commands.addAll([
            { id: 'keys', label: 'command.keys', scope: 'everywhere', keys: ['?', 'F1'], run: () => this.sheetOfKeys().show() },
            { id: 'region', label: 'command.nextRegion', scope: 'everywhere', keys: ['F6'], run: () => this.nextRegion() },
            { id: 'undo', label: 'command.undo', scope: 'everywhere', keys: ['Ctrl Z'], run: () => void this.undo() },
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
        this.trackers.flatMap((tracker) => tracker.tables).forEach((table) => this.tables.set(table.id, table));
        this.feed ??= this.follow(this.status.revision);
        this.route();
    }

    private follow(revision: number): CommitFeed {
        const feed = new CommitFeed(this.client.stream, revision);
        feed.listen({
            commit: (commit) => this.happened(commit),
            reload: (why) => why === 'restored' && void this.readAnew(),
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
        this.lastDone = null;
        this.own.clear();
        this.tables.clear();
        await this.load();
        this.toast().show(t('said.restored'));
    }

    private happened(commit: Commit): void {
        this.requestUpdate();
        // The stream can be quicker than the answer that tells which commit is ours.
        void Promise.allSettled(this.underway).then(() => {
            if (this.own.has(commit.revision)) return;
            const table = this.tables.get(tableOf(commit.changes[0]?.ref ?? ''));
            if (!table) return;
            const count = tCount('status.rows', commit.changes.length);
            this.said = t('status.changedBy', { who: commit.actor, table: text(table.label), count });
            this.requestUpdate();
        });
    }

    /** The hash names what is shown: #/tracker/view. */
    private route(): void {
        const [, trackerId, viewId] = location.hash.split('/');
        const tracker = this.trackers.find((each) => each.id === trackerId) ?? this.trackers[0];
        const views = tracker ? viewsOf(tracker) : [];
        const view = views.find((each) => each.id === viewId) ?? views[0];
        const table = view && this.tables.get(view.table);
        this.requestUpdate();
        if (tracker && view && table) void this.updateComplete.then(() => this.show({ tracker, table, view }));
    }

    private show(subject: Subject): void {
        const { feed } = this;
        if (!feed || this.subject?.view === subject.view) return;
        this.view?.dispose();
        this.view?.element.remove();
        this.subject = subject;
        this.count = null;
        this.asOf = null;
        this.select(null);
        const element = document.createElement(tagOf(subject.view.kind)) as View;
        this.find('.wb-view').append(element);
        const given = { query: this.query, feed, submit: this.submit, subject };
        this.view = { element, dispose: element.open(given) };
        this.openInspector();
        this.requestUpdate();
    }

    private readonly submit = async (submission: Submission, what?: () => string): Promise<Outcome> => {
        const outcome = await this.ours(this.client.apply(submission));
        if ('accepted' in outcome && what) {
            const { revision } = outcome.accepted;
            this.lastDone = { revision, what };
            this.toast().show(what(), () => void this.undo());
        }
        return outcome;
    };

    private async ours(answer: Promise<Outcome>): Promise<Outcome> {
        this.underway.add(answer);
        try {
            const outcome = await answer;
            if ('accepted' in outcome) this.own.add(outcome.accepted.revision);
            return outcome;
        } finally {
            this.underway.delete(answer);
        }
    }

    private async undo(): Promise<void> {
        const done = this.lastDone;
        if (!done) return;
        this.lastDone = null;
        await this.takeBack(done.revision, done.what);
    }

    private async takeBack(revision: number, what: () => string): Promise<void> {
        const outcome = await this.ours(this.client.undo(revision)).catch(() => null);
        const why = outcome && 'refused' in outcome ? text(outcome.refused[0]?.message) : t('prompt.offline');
        const undone = outcome !== null && 'accepted' in outcome;
        this.toast().show(undone ? t('done.undone', { what: what() }) : t('done.notUndone', { why }));
        if (undone) this.status = await this.client.status();
        this.requestUpdate();
    }

    private cutShort(step: CutStep): TemplateResult {
        const what = step.reason || `#${step.step}`;
        return html`<button class="wb-status-late" @click=${() => void this.takeBack(step.step, () => what)}>${t('status.cutShort', { what })}</button>`;
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
        const given = { query: this.query, feed, submit: this.submit, subject };
        this.inspector = { element, dispose: element.open(given) };
        element.show(this.selected);
    }

    protected override render(): TemplateResult {
        return html`<div class="wb-shell ${this.inspecting ? 'inspecting' : ''}">
            ${this.topBar()} ${this.activityBar()}
            <main class="wb-main" data-region>
                ${this.tabs()}
                <div class="wb-view" role="tabpanel" aria-label=${text(this.subject?.view.label)}>${this.nothingToShow()}</div>
            </main>
            ${this.inspecting ? html`<aside class="wb-inspector" aria-label=${t('history.title')} data-region></aside>` : nothing}
            ${this.statusBar()}
            <wb-toast></wb-toast>
            <wb-keys></wb-keys>
        </div>`;
    }

    private topBar(): TemplateResult {
        return html`<header class="wb-top" data-region>
            <span class="wb-logo">${mark('logo')}</span>
            <h1>${t('workspace.name')}</h1>
            <span class="wb-gap"></span>
            <div class="wb-segments" role="group" aria-label=${t('language.switch')}>
                <button lang="zh-CN" aria-pressed=${String(settings.language === 'zh')} @click=${() => settings.setLanguage('zh')}>中</button>
                <button lang="en" aria-pressed=${String(settings.language === 'en')} @click=${() => settings.setLanguage('en')}>EN</button>
            </div>
            <button class="wb-theme" @click=${() => settings.nextTheme()} aria-label="${t('theme.switch')}: ${t(`theme.${settings.theme}`)}">
                ${mark(THEME_MARKS[settings.theme])}${t(`theme.${settings.theme}`)}
            </button>
            <button class="wb-me" aria-expanded=${String(this.editsActor)} aria-label=${t('actor.you')} @click=${() => this.toggleActor()}>
                ${mark('person')}<span>${settings.actor || t('actor.default')}</span>
            </button>
            ${this.editsActor ? this.actorForm() : nothing}
        </header>`;
    }

    private actorForm(): TemplateResult {
        return html`<form class="wb-actor" @submit=${(event: Event) => this.saveActor(event)} @keydown=${(event: KeyboardEvent) => this.actorKey(event)}>
            <label for="actor">${t('actor.name')}</label>
            <input id="actor" class="field" autocomplete="name" .value=${settings.actor} />
            <p>${t('actor.why')}</p>
            <button class="primary">${t('actor.save')}</button>
        </form>`;
    }

    private activityBar(): TemplateResult {
        return html`<nav class="wb-activity" aria-label=${t('activity.trackers')} data-region>
            ${this.trackers.map((tracker) => {
                const current = tracker === this.subject?.tracker;
                const icon = iconOf(tracker);
                return html`<a href="#/${tracker.id}" aria-current=${current ? 'page' : 'false'}>${mark(icon)}<span>${text(tracker.label)}</span></a>`;
            })}
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
        if (this.away === 'locked' && !this.view) return this.teach('locked.title', 'locked.what', 'unreachable.action');
        if (this.away === 'unreachable') return this.teach('unreachable.title', 'unreachable.what', 'unreachable.action');
        if (this.status && this.trackers.length === 0) return this.teach('empty.trackers', 'empty.trackers.what', 'empty.trackers.action');
        return nothing;
    }

    private teach(title: Parameters<typeof t>[0], what: Parameters<typeof t>[0], action: Parameters<typeof t>[0]): TemplateResult {
        return html`<section class="wb-empty">
            <h2>${t(title)}</h2>
            <p>${t(what)}</p>
            <button class="primary" @click=${() => void this.load()}>${t(action)}</button>
        </section>`;
    }

    private statusBar(): TemplateResult {
        const connected = this.feed?.connected ?? false;
        const { count, status } = this;
        return html`<footer class="wb-status" data-region>
            <span class="wb-connection ${connected ? 'live' : 'lost'}" role="status">
                <i></i>${t(connected ? 'status.connected' : this.away === 'locked' ? 'status.locked' : 'status.lost')}
            </span>
            <span class="wb-revision">${t('status.revision', { revision: (this.feed?.revision ?? 0).toLocaleString('en-US') })}</span>
            ${count ? html`<span class="wb-rows">${tCount('status.rows', count.total)}${count.filtered ? ` · ${t('status.filtered')}` : ''}</span>` : nothing}
            ${this.asOf === null ? nothing : html`<span class="wb-status-past">${t('grid.asOf.readOnly')}</span>`}
            ${status?.readOnly ? html`<span class="wb-status-late">${t('status.readOnly', { why: status.readOnly })}</span>` : nothing}
            ${status?.unfinished.map((step) => this.cutShort(step))}
            <span class="wb-gap"></span>
            <span class="wb-said" role="status">${this.said}</span>
            <span>${status ? `Weekbench ${status.version}` : ''}</span>
            <button @click=${() => this.sheetOfKeys().show()}><kbd>?</kbd>${t('status.keys')}</button>
        </footer>`;
    }

    private toggleActor(): void {
        this.editsActor = !this.editsActor;
        this.requestUpdate();
        if (this.editsActor) void this.updateComplete.then(() => this.find('#actor').focus());
    }

    private saveActor(event: Event): void {
        event.preventDefault();
        settings.setActor((this.find('#actor') as HTMLInputElement).value);
        this.toggleActor();
        this.find('.wb-me').focus();
    }

    private actorKey(event: KeyboardEvent): void {
        if (event.key !== 'Escape' || event.isComposing) return;
        this.toggleActor();
        this.find('.wb-me').focus();
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

/** The declared views, and a plain grid for each table that has none. */
function viewsOf(tracker: Tracker): readonly ViewSpec[] {
    const declared = tracker.views ?? [];
    const plain = tracker.tables
        .filter((table) => !declared.some((view) => view.table === table.id))
        .map((table) => ({ id: table.id.slice(table.id.indexOf('.') + 1), kind: 'grid', table: table.id, label: table.label }));
    const known = [...declared, ...plain];
    return viewCache.get(tracker) ?? (viewCache.set(tracker, known), known);
}

const viewCache = new WeakMap<Tracker, readonly ViewSpec[]>();

function iconOf(tracker: Tracker): MarkName {
    const icon = (tracker as { icon?: string }).icon;
    return isMark(icon) ? icon : 'table';
}

customElements.define('wb-shell', Shell);
