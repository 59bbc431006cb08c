import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { mark, type MarkName } from './marks';
import { hashOf, placeOf } from './places';
import { FollowsSettings, settings, t, type Theme } from './settings';

const THEME_MARKS: Readonly<Record<Theme, MarkName>> = { system: 'system', light: 'sun', dark: 'moon' };

/** The workspace's name, the search through everything, and what this reader chose for this browser. */
export class TopBar extends LitElement {
    private editsActor = false;

    constructor() {
        super();
        new FollowsSettings(this);
        // The field shows what the page was searched for, also where one came there by a link.
        window.addEventListener('hashchange', () => this.requestUpdate());
    }

    /** Puts the focus into the search. */
    search(): void {
        this.find('.wb-search input').focus();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override render(): TemplateResult {
        return html`<span class="wb-logo">${mark('logo')}</span>
            <h1>${t('workspace.name')}</h1>
            <span class="wb-gap"></span>
            <form class="wb-search field" role="search" @submit=${(event: Event) => this.searched(event)}>
                ${mark('search')}
                <input type="search" aria-label=${t('search.all')} placeholder=${t('search.all')} .value=${searchedWords()} />
                <kbd>Ctrl K</kbd>
            </form>
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
            ${this.editsActor ? this.actorForm() : nothing}`;
    }

    private actorForm(): TemplateResult {
        return html`<form class="wb-actor" @submit=${(event: Event) => this.saveActor(event)} @keydown=${(event: KeyboardEvent) => this.actorKey(event)}>
            <label for="actor">${t('actor.name')}</label>
            <input id="actor" class="field" autocomplete="name" .value=${settings.actor} />
            <p>${t('actor.why')}</p>
            <button class="primary">${t('actor.save')}</button>
        </form>`;
    }

    private searched(event: Event): void {
        event.preventDefault();
        const words = (this.find('.wb-search input') as HTMLInputElement).value.trim();
        if (words !== '') location.hash = hashOf({ kind: 'search', words });
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

function searchedWords(): string {
    const place = placeOf(location.hash);
    return place.kind === 'search' ? place.words : '';
}

customElements.define('wb-top', TopBar);
