import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Refusal, type Problem } from '../client';
import type { Dispose } from '../feed';
import { mark } from '../marks';
import { hashOf } from '../places';
import { Plugins, type Available, type PluginLists } from '../plugins';
import { SampleWorkspace } from '../sample';
import { FollowsSettings, t, tCount, text } from '../settings';
import type { HostPage, PageGiven } from '../view';
import { inBoth } from '../words';

/** What is being done: a tracker installed, or the sample put in, with how far it is. */
type Doing = { readonly what: 'install'; readonly label: string } | { readonly what: 'fill'; readonly done: number; readonly total: number };

/** The first page of an empty home: which parts of the week are yours, or the sample to look around in. */
export class WelcomePage extends LitElement implements HostPage {
    private given: PageGiven | null = null;
    private lists: PluginLists | null = null;
    private readonly chosen = new Set<string>();
    private doing: Doing | null = null;
    private problem: Pick<Problem, 'message' | 'hint'> | null = null;

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(given: PageGiven): Dispose {
        this.given = given;
        void this.attempt(() => this.read());
        return given.feed.listen({
            plugins: () => this.doing === null && void this.attempt(() => this.read()),
            commit: ({ origin }) => {
                if (origin?.name === 'sample' && this.doing?.what === 'fill') this.to({ ...this.doing, done: this.doing.done + 1 });
            },
        });
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private async read(): Promise<void> {
        if (this.given) this.lists = await new Plugins(this.given.client).list();
        this.requestUpdate();
    }

    private async attempt(work: () => Promise<void>): Promise<void> {
        try {
            await work();
            this.problem = null;
        } catch (failure) {
            const offline = { message: inBoth('unreachable.title'), hint: inBoth('unreachable.what') };
            this.problem = failure instanceof Refusal ? (failure.problems[0] ?? offline) : offline;
        }
        this.to(null);
    }

    private to(doing: Doing | null): void {
        this.doing = doing;
        this.requestUpdate();
    }

    private get offers(): readonly Available[] {
        return this.lists?.available.filter(({ installed }) => installed === null) ?? [];
    }

    private choose(id: string, isChosen: boolean): void {
        if (isChosen) this.chosen.add(id);
        else this.chosen.delete(id);
        this.requestUpdate();
    }

    private install(): void {
        const wanted = this.offers.filter(({ id }) => this.chosen.has(id));
        void this.attempt(async () => {
            await this.bring(wanted);
            this.leave(wanted[0]?.id);
        });
    }

    /** All trackers there are, and what they bring to look at. */
    private fill(): void {
        const first = this.offers[0]?.id ?? this.lists?.installed[0]?.id;
        void this.attempt(async () => {
            if (!this.given) return;
            await this.bring(this.offers);
            const sample = new SampleWorkspace(this.given.client);
            const { commits } = await sample.size();
            this.to({ what: 'fill', done: 0, total: commits });
            await sample.fill();
            this.leave(first);
        });
    }

    private async bring(wanted: readonly Available[]): Promise<void> {
        if (!this.given) return;
        const plugins = new Plugins(this.given.client);
        for (const { id, label } of wanted) {
            this.to({ what: 'install', label: text(label) });
            await plugins.act(id, 'install');
            this.chosen.delete(id);
        }
        await this.given.trackersChanged();
    }

    private leave(tracker: string | undefined): void {
        if (tracker !== undefined) location.hash = hashOf({ kind: 'view', tracker, view: '', filter: '' });
    }

    protected override render(): TemplateResult {
        return html`<div class="wb-page wb-welcome" tabindex="0" role="region" aria-label=${t('welcome.title')}>
            <header>
                <h2>${t('welcome.title')}</h2>
                <p>${t('welcome.what')}</p>
            </header>
            ${this.trouble()} ${this.lists ? this.trackers() : nothing} ${this.doing ? this.progress(this.doing) : nothing} ${this.lists ? this.sample() : nothing}
        </div>`;
    }

    private trouble(): TemplateResult | typeof nothing {
        if (!this.problem) return nothing;
        return html`<p class="wb-problem" role="alert">${mark('warning')}<span><strong>${text(this.problem.message)}</strong> ${text(this.problem.hint)}</span></p>`;
    }

    private trackers(): TemplateResult {
        if (this.offers.length === 0) return html`<p class="wb-hint">${t('welcome.all')} <a href=${hashOf({ kind: 'plugins' })}>${t('plugins.title')}</a></p>`;
        return html`<form class="wb-parts" @submit=${(event: Event) => this.submitted(event)}>
            ${this.offers.map((offer) => this.offer(offer))}
            <footer>
                <button class="primary" ?disabled=${this.chosen.size === 0 || this.doing !== null}>${tCount('welcome.install', this.chosen.size)}</button>
                <span class="wb-hint">${t('welcome.later')}</span>
            </footer>
        </form>`;
    }

    private submitted(event: Event): void {
        event.preventDefault();
        this.install();
    }

    private offer({ id, label, description, capabilities }: Available): TemplateResult {
        return html`<label class="wb-part" data-plugin=${id}>
            <input
                type="checkbox"
                .checked=${this.chosen.has(id)}
                ?disabled=${this.doing !== null}
                @change=${(event: Event) => this.choose(id, (event.target as HTMLInputElement).checked)}
            />
            <span><strong>${text(label)}</strong> ${text(description)}</span>
            ${capabilities.length === 0 ? nothing : html`<small>${t('plugins.may')}${t('welcome.colon')}${capabilities.map(text).join(t('welcome.and'))}</small>`}
        </label>`;
    }

    private progress(doing: Doing): TemplateResult {
        if (doing.what === 'install') return html`<p class="wb-progress" role="status">${t('welcome.installing', { tracker: doing.label })}</p>`;
        const { done, total } = doing;
        return html`<div class="wb-progress" role="status">
            <label for="welcome-progress">${t('welcome.filling')}</label>
            <progress id="welcome-progress" max=${Math.max(1, total)} value=${done}></progress>
            <span>${done.toLocaleString('en-US')} / ${total.toLocaleString('en-US')}</span>
        </div>`;
    }

    private sample(): TemplateResult {
        return html`<section class="wb-sample">
            <h3>${t('welcome.sample')}</h3>
            <p>${t('welcome.sample.what')}</p>
            <button ?disabled=${this.doing !== null} @click=${() => this.fill()}>${t('welcome.sample.fill')}</button>
        </section>`;
    }
}

customElements.define('wb-welcome', WelcomePage);
