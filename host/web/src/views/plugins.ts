import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Refusal, type Problem } from '../client';
import type { Dispose } from '../feed';
import { mark } from '../marks';
import { Plugins, type Available, type Installed, type Plugin, type PluginAction, type PluginLists } from '../plugins';
import { FollowsSettings, t, text } from '../settings';
import { hashOf } from '../places';
import type { HostPage, PageGiven } from '../view';
import { inBoth } from '../words';

/** What is installed, how it is, and what else there is: the first page of a home without trackers. */
export class PluginsPage extends LitElement implements HostPage {
    private given: PageGiven | null = null;
    private plugins: Plugins | null = null;
    private lists: PluginLists | null = null;
    private problem: Pick<Problem, 'message' | 'hint'> | null = null;
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
        this.requestUpdate();
        await this.attempt((plugins) => plugins.act(plugin.id, action).then(() => undefined));
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
                <p>${t('empty.trackers.what')}</p>
            </header>
            ${this.trouble()}
            ${this.lists === null ? nothing : html`${this.installed(this.lists)} ${this.available(this.lists)} ${this.left(this.lists)}`}
            ${this.fromFile()}
        </div>`;
    }

    private trouble(): TemplateResult | typeof nothing {
        if (!this.problem) return nothing;
        return html`<p class="wb-problem" role="alert">
            ${mark('warning')}<span><strong>${text(this.problem.message)}</strong> ${text(this.problem.hint)}</span>
        </p>`;
    }

    private installed({ installed: listed, available }: PluginLists): TemplateResult | typeof nothing {
        const installed = listed.filter(({ state }) => state !== 'removed');
        if (installed.length === 0) return nothing;
        return html`<section>
            <h3>${t('plugins.installed')}</h3>
            ${installed.map((plugin) => this.one(plugin, this.state(plugin), this.actionsOf(plugin, available)))}
        </section>`;
    }

    private available({ available }: PluginLists): TemplateResult | typeof nothing {
        const left = new Set(this.lists?.installed.map(({ id }) => id));
        const others = available.filter(({ id, installed }) => installed === null && !left.has(id));
        if (others.length === 0) return nothing;
        const install = (plugin: Available) => this.button(plugin, 'install', true);
        return html`<section>
            <h3>${t('plugins.available')}</h3>
            ${others.map((plugin) => this.one(plugin, nothing, install(plugin)))}
        </section>`;
    }

    /** Trackers that went: what they brought can still be read. */
    private left({ installed, available }: PluginLists): TemplateResult | typeof nothing {
        const left = installed.filter(({ id, state }) => state === 'removed' && this.given?.placeOfTracker(id));
        if (left.length === 0) return nothing;
        return html`<section>
            <h3>${t('plugins.left')}</h3>
            <p>${t('plugins.left.what')}</p>
            ${left.map((plugin) => {
                const place = this.given?.placeOfTracker(plugin.id);
                const open = place ? html`<a href=${hashOf(place)}>${t('plugins.left.open')}</a>` : nothing;
                const again = available.some(({ id }) => id === plugin.id) ? this.button(plugin, 'install', false) : nothing;
                return this.one(plugin, nothing, html`${open} ${again}`);
            })}
        </section>`;
    }

    private one(plugin: Plugin, state: TemplateResult | typeof nothing, actions: TemplateResult): TemplateResult {
        return html`<article class="wb-plugin" aria-busy=${String(this.busy === plugin.id)} data-plugin=${plugin.id}>
            <h4>${text(plugin.label)} <small>${plugin.version}</small></h4>
            <p>${text(plugin.description)}</p>
            ${
                plugin.capabilities.length === 0
                    ? nothing
                    : html`<ul aria-label=${t('plugins.may')}>
                          ${plugin.capabilities.map((words) => html`<li>${text(words)}</li>`)}
                      </ul>`
            }
            ${state}
            <footer>${actions}</footer>
        </article>`;
    }

    private state(plugin: Installed): TemplateResult | typeof nothing {
        if (plugin.problem) {
            return html`<p class="wb-problem">
                ${mark('warning')}<span><strong>${text(plugin.problem.message)}</strong> ${text(plugin.problem.hint)}</span>
            </p>`;
        }
        return plugin.restart ? html`<p class="wb-note-line">${t('plugins.restart')}</p>` : nothing;
    }

    private actionsOf(plugin: Installed, available: readonly Available[]): TemplateResult {
        const offered = available.find((each) => each.id === plugin.id);
        const newer = offered !== undefined && offered.version !== plugin.version;
        if (this.leaving === plugin.id) {
            return html`<span>${t('plugins.remove.sure')}</span> ${this.button(plugin, 'remove', true)}
                <button @click=${() => this.leave(null)}>${t('plugins.keep')}</button>`;
        }
        return html`${newer ? this.button(plugin, 'update', true) : nothing} ${plugin.state === 'failed' ? this.button(plugin, 'rollback', false) : nothing}
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
