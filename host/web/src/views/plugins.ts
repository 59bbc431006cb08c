import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Refusal, type Problem } from '../client';
import type { Dispose } from '../feed';
import { Plugins, type Available, type Installed, type Plugin, type PluginAction, type PluginLists } from '../plugins';
import { FollowsSettings, t, text } from '../settings';
import { hashOf } from '../places';
import type { HostPage, PageGiven } from '../view';
import { inBoth, type WordKey } from '../words';
import { alongOf, card, leaving, newerOf, stateOf, trouble } from './plugins/card';
import '../styles/plugins.css';

type Part = TemplateResult | typeof nothing;
type Trouble = Pick<Problem, 'message' | 'hint'>;

/** What is installed, how it is, and what else there is: the first page of a home without trackers. */
export class PluginsPage extends LitElement implements HostPage {
    private given: PageGiven | null = null;
    private plugins: Plugins | null = null;
    private lists: PluginLists | null = null;
    private problem: Trouble | null = null;
    /** What was refused of one plugin: said at it. */
    private readonly refused = new Map<string, Trouble>();
    /** The plugin something is being done to. */
    private busy: string | null = null;
    /** The one to be removed, once that was confirmed. */
    private leaving: string | null = null;

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(given: PageGiven): Dispose {
        this.given = given;
        this.plugins = new Plugins(given.client);
        void this.read();
        return given.feed.listen({ reload: () => void this.read(), plugins: () => void this.read() });
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private async read(): Promise<void> {
        await this.attempt(async (plugins) => {
            this.lists = await plugins.list();
        });
    }

    private async attempt(work: (plugins: Plugins) => Promise<void>): Promise<void> {
        if (!this.plugins) return;
        try {
            await work(this.plugins);
            this.problem = null;
        } catch (failure) {
            const offline = { message: inBoth('unreachable.title'), hint: inBoth('unreachable.what') };
            this.problem = failure instanceof Refusal ? (failure.problems[0] ?? offline) : offline;
        }
        this.requestUpdate();
    }

    private async act(plugin: Plugin, action: PluginAction): Promise<void> {
        this.busy = plugin.id;
        this.leaving = null;
        this.refused.delete(plugin.id);
        this.requestUpdate();
        await this.attempt((plugins) => plugins.act(plugin.id, action).then(() => undefined));
        if (this.problem) this.refused.set(plugin.id, this.problem);
        this.problem = null;
        await this.settled();
    }

    private async upload(input: HTMLInputElement): Promise<void> {
        const file = input.files?.[0];
        input.value = '';
        if (!file) return;
        this.busy = file.name;
        this.requestUpdate();
        await this.attempt((plugins) => plugins.upload(file).then(() => undefined));
        await this.settled();
    }

    private async settled(): Promise<void> {
        this.busy = null;
        const { problem } = this;
        await this.read();
        this.problem ??= problem;
        await this.given?.trackersChanged();
        this.requestUpdate();
    }

    protected override render(): TemplateResult {
        return html`<div class="wb-page" tabindex="0" role="region" aria-label=${t('plugins.title')}>
            <header>
                <h2>${this.lists?.installed.every(({ state }) => state === 'removed') ? t('empty.trackers') : t('plugins.title')}</h2>
                <p>${t('plugins.what')}</p>
            </header>
            ${this.problem ? trouble(this.problem) : nothing}
            ${this.lists === null ? nothing : html`${this.installed(this.lists)} ${this.available(this.lists)} ${this.left(this.lists)}`}
            ${this.fromFile()}
        </div>`;
    }

    /** Those in trouble first: they wait for somebody. */
    private installed({ installed: listed, available }: PluginLists): TemplateResult | typeof nothing {
        const installed = listed.filter(({ state }) => state !== 'removed');
        if (installed.length === 0) return nothing;
        const inOrder = [...installed.filter(({ problem }) => problem), ...installed.filter(({ problem }) => !problem)];
        return this.section(
            'plugins.installed',
            inOrder.map((plugin) => this.one(plugin, stateOf(plugin, available), this.actionsOf(plugin, available), this.below(plugin))),
        );
    }

    private available({ available }: PluginLists): TemplateResult | typeof nothing {
        const left = new Set(this.lists?.installed.map(({ id }) => id));
        const others = available.filter(({ id, installed }) => installed === null && !left.has(id));
        const isAllHere = available.length > 0 && available.every(({ installed }) => installed !== null);
        if (others.length === 0) return !isAllHere ? nothing : this.section('plugins.available', [html`<p>${t('plugins.available.none')}</p>`]);
        const nameOf = (id: string) => text(available.find((each) => each.id === id)?.label) || id;
        return this.section(
            'plugins.available',
            others.map((plugin) => this.one(plugin, nothing, this.button(plugin, 'install', true), alongOf(plugin, nameOf))),
        );
    }

    /** Trackers that went: what they brought can still be read. */
    private left({ installed, available }: PluginLists): TemplateResult | typeof nothing {
        const left = installed.filter(({ id, state }) => state === 'removed' && this.given?.placeOfTracker(id));
        if (left.length === 0) return nothing;
        const cards = left.map((plugin) => {
            const place = this.given?.placeOfTracker(plugin.id);
            const open = place ? html`<a href=${hashOf(place)}>${t('plugins.left.open')}</a>` : nothing;
            const again = available.some(({ id }) => id === plugin.id) ? this.button(plugin, 'install', false) : nothing;
            return this.one(plugin, nothing, html`${open} ${again}`);
        });
        return this.section('plugins.left', [html`<p>${t('plugins.left.what')}</p>`, ...cards]);
    }

    private section(title: WordKey, parts: readonly TemplateResult[]): TemplateResult {
        return html`<section>
            <h3>${t(title)}</h3>
            ${parts}
        </section>`;
    }

    private one(plugin: Plugin, state: Part, actions: Part, below: Part = nothing): TemplateResult {
        return card(plugin, state, {
            isBusy: this.busy === plugin.id,
            refused: this.refused.get(plugin.id),
            actions,
            below,
            table: (id) => this.given?.table(id),
        });
    }

    private below(plugin: Installed): Part {
        const { problem } = plugin;
        const isLeaving = this.leaving === plugin.id;
        return html`${problem ? trouble(problem) : nothing} ${problem ? html`<p class="wb-note-line">${t('plugins.trouble.what')}</p>` : nothing}
        ${plugin.restart ? html`<p class="wb-note-line">${t('plugins.restart')}</p>` : nothing}
        ${isLeaving ? leaving(plugin, this.button(plugin, 'remove', true), () => this.leave(null)) : nothing}`;
    }

    private actionsOf(plugin: Installed, available: readonly Available[]): Part {
        if (this.leaving === plugin.id) return nothing;
        return html`${newerOf(plugin, available) ? this.button(plugin, 'update', true) : nothing}
            ${plugin.state === 'failed' ? this.button(plugin, 'rollback', false) : nothing}
            <button ?disabled=${this.busy !== null} @click=${() => this.leave(plugin.id)}>${t('plugins.remove')}…</button>`;
    }

    private leave(id: string | null): void {
        this.leaving = id;
        this.requestUpdate();
    }

    private button(plugin: Plugin, action: PluginAction, primary: boolean): TemplateResult {
        const busy = this.busy === plugin.id;
        return html`<button class=${primary ? 'primary' : ''} ?disabled=${this.busy !== null} @click=${() => void this.act(plugin, action)}>
            ${busy ? t('plugins.busy') : t(`plugins.${action}`)}
        </button>`;
    }

    private fromFile(): TemplateResult {
        return html`<section>
            <h3>${t('plugins.file')}</h3>
            <p>${t('plugins.file.what')}</p>
            <label class="wb-file"
                >${t('plugins.file.choose')}<input
                    type="file"
                    accept=".zip"
                    ?disabled=${this.busy !== null}
                    @change=${(event: Event) => void this.upload(event.target as HTMLInputElement)}
            /></label>
        </section>`;
    }
}


customElements.define('wb-plugins', PluginsPage);
