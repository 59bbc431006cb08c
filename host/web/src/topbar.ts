import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Perspective } from './desk';
import { mark, type MarkName } from './marks';
import { FollowsSettings, settings, t, type Theme } from './settings';

const THEME_MARKS: Readonly<Record<Theme, MarkName>> = { system: 'system', light: 'sun', dark: 'moon' };

export interface TopBarParts {
    /** The perspectives somebody saved, and which of them is shown. */
    readonly own: readonly Perspective[];
    readonly current: string;
    /** In whose name is written where the reader gave none. */
    readonly user: string;
    turnTo(id: string): void;
    save(): void;
    search(): void;
}

/** The workspace's name, the perspectives of its reader, the search, and what they chose for this browser. */
export class TopBar extends LitElement {
    static override properties = { parts: { attribute: false } };
    declare parts: TopBarParts | undefined;
    private editsActor = false;

    constructor() {
        super();
        new FollowsSettings(this);
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override render(): TemplateResult {
        return html`<span class="wb-logo">${mark('logo')}</span>
            <h1>${t('workspace.name')}</h1>
            ${this.perspectives()}
            <button class="wb-search" @click=${() => this.parts?.search()}>${mark('search')}<span>${t('search.all')}</span><kbd>Ctrl K</kbd></button>
            <span class="wb-gap"></span>
            <div class="wb-segments" role="group" aria-label=${t('language.switch')}>
                <button lang="zh-CN" aria-pressed=${String(settings.language === 'zh')} @click=${() => settings.setLanguage('zh')}>中</button>
                <button lang="en" aria-pressed=${String(settings.language === 'en')} @click=${() => settings.setLanguage('en')}>EN</button>
            </div>
            <button class="wb-theme" @click=${() => settings.nextTheme()} aria-label="${t('theme.switch')}: ${t(`theme.${settings.theme}`)}">
                ${mark(THEME_MARKS[settings.theme])}${t(`theme.${settings.theme}`)}
            </button>
            <button class="wb-me" aria-expanded=${String(this.editsActor)} aria-label=${t('actor.you')} @click=${() => this.toggleActor()}>
                ${mark('person')}<span>${settings.actor || this.parts?.user || t('actor.default')}</span>
            </button>
            ${this.editsActor ? this.actorForm() : nothing}`;
    }

    private perspectives(): TemplateResult {
        const { parts } = this;
        return html`<nav class="wb-perspectives" aria-label=${t('perspectives.title')}>
            ${parts?.own.map(
                ({ id, name }) =>
                    html`<button class="quiet" aria-current=${id === parts.current ? 'page' : 'false'} title=${name ?? ''} @click=${() => parts.turnTo(id)}>
                        <span>${name}</span>
                    </button>`,
            )}
            <button class="icon" title=${t('perspectives.save')} aria-label=${t('perspectives.save')} @click=${() => parts?.save()}>${mark('layout')}</button>
        </nav>`;
    }

    private actorForm(): TemplateResult {
        return html`<form class="wb-actor" @submit=${(event: Event) => this.saveActor(event)} @keydown=${(event: KeyboardEvent) => this.actorKey(event)}>
            <label for="actor">${t('actor.name')}</label>
            <input id="actor" class="field" autocomplete="name" .value=${settings.actor} />
            <p>${t('actor.why')}</p>
            <button class="primary">${t('actor.save')}</button>
        </form>`;
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

    private find(selector: string): HTMLElement {
        const part = this.querySelector<HTMLElement>(selector);
        if (!part) throw new Error(`the top bar has no ${selector}`);
        return part;
    }
}

customElements.define('wb-top', TopBar);
