import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Fragment, Hit, Hits } from './client';
import { mark, type MarkName } from './marks';
import { fits, marked, wordsOf } from './match';
import { FollowsSettings, t } from './settings';
import type { WordKey } from './words';

const SEARCH_WAIT_MILLIS = 150;
const HITS = 8;
const CONTEXTS = 2;

/** What the palette offers, in the reader's language. */
export interface Offer {
    readonly label: string;
    /** The same in the other language: who thinks in it finds it, too. */
    readonly alias: string;
    /** Where it comes from. */
    readonly note: string;
    readonly mark: MarkName;
    readonly keys: readonly string[];
    /** Why it cannot be done now; null where it can. */
    readonly blocked: string | null;
    run(): void;
}

export interface PaletteParts {
    commands(): readonly Offer[];
    views(): readonly Offer[];
    search(words: string, limit: number): Promise<Hits>;
    /** Where an item stands, and how to go there. */
    offerOf(hit: Hit): Offer | undefined;
    all(words: string): void;
}

interface Line extends Omit<Offer, 'label' | 'alias'> {
    readonly label: readonly Fragment[];
    /** Where else the words stand. */
    readonly context: readonly (readonly Fragment[])[];
}

interface Part {
    readonly title: WordKey;
    readonly lines: readonly Line[];
}

/** Every command, every view and every item, found by typing. */
export class Palette extends LitElement {
    private parts: PaletteParts | null = null;
    private typed = '';
    private only: 'commands' | 'views' | null = null;
    private hits: Hits | null = null;
    private at = 0;
    private asked = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor() {
        super();
        new FollowsSettings(this);
    }

    show(parts: PaletteParts, only: 'commands' | 'views' | null = null): void {
        this.parts = parts;
        this.only = only;
        this.type('');
        void this.updateComplete.then(() => {
            const dialog = this.dialog();
            if (!dialog?.open) dialog?.showModal();
            this.querySelector('input')?.focus();
        });
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private type(typed: string): void {
        this.typed = typed;
        this.at = 0;
        this.hits = null;
        this.asked++;
        clearTimeout(this.timer);
        if (this.words.length > 0 && !this.isNarrowed) this.timer = setTimeout(() => void this.search(), SEARCH_WAIT_MILLIS);
        this.requestUpdate();
    }

    private async search(): Promise<void> {
        const asked = ++this.asked;
        const hits = await this.parts?.search(this.typed.trim(), HITS).catch(() => null);
        if (asked !== this.asked) return;
        this.hits = hits ?? null;
        this.requestUpdate();
    }

    private get isNarrowed(): boolean {
        return this.only !== null || this.typed.startsWith('>');
    }

    private get words(): readonly string[] {
        return wordsOf(this.typed.replace(/^>/, ''));
    }

    private found(): readonly Part[] {
        const { parts, words } = this;
        if (!parts) return [];
        const lines = (offers: readonly Offer[]) => offers.filter(({ label, alias }) => fits(words, label, alias)).map((offer) => lineOf(offer, words));
        const commands: Part = { title: 'palette.commands', lines: this.only === 'views' ? [] : lines(parts.commands()) };
        const views: Part = { title: 'palette.views', lines: this.only === 'commands' || this.typed.startsWith('>') ? [] : lines(parts.views()) };
        return [commands, views, { title: 'palette.items' as const, lines: this.items() }].filter((part) => part.lines.length > 0);
    }

    private items(): readonly Line[] {
        const { parts, hits } = this;
        const words = this.typed.trim();
        if (!parts || words === '' || this.isNarrowed) return [];
        const found = (hits?.hits ?? []).flatMap((hit) => {
            const offer = parts.offerOf(hit);
            const title = offer && marked(offer.label, this.words);
            const context = Object.values(hit.highlights).filter((fragments) => textOf(fragments) !== offer?.label);
            return offer && title ? [{ ...offer, label: title, context }] : [];
        });
        // Where nothing has the words there are no results to be led to.
        if (hits?.total === 0) return found;
        const all = { label: [{ text: t('palette.all', { words }), hit: false }], context: [], note: '', mark: 'search' as const, keys: [], blocked: null, run: () => parts.all(words) };
        return [...found, all];
    }

    protected override render(): TemplateResult {
        const parts = this.found();
        const lines = parts.flatMap((part) => part.lines);
        this.at = Math.max(0, Math.min(this.at, lines.length - 1));
        const first = (part: Part) => parts.slice(0, parts.indexOf(part)).reduce((sum, each) => sum + each.lines.length, 0);
        return html`<dialog class="wb-palette" aria-label=${t('palette.title')} @click=${(event: MouseEvent) => event.target === event.currentTarget && this.dialog()?.close()}>
            <label class="wb-palette-field">
                ${mark('search')}
                <input
                    role="combobox"
                    aria-label=${t('palette.title')}
                    aria-expanded="true"
                    aria-controls="wb-palette-list"
                    aria-activedescendant=${lines.length > 0 ? `wb-palette-${this.at}` : nothing}
                    aria-autocomplete="list"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=${t(this.only === 'views' ? 'dock.open' : 'search.all')}
                    .value=${this.typed}
                    @input=${(event: Event) => this.type((event.target as HTMLInputElement).value)}
                    @keydown=${(event: KeyboardEvent) => this.key(event, lines)}
                />
            </label>
            <div class="wb-palette-list" id="wb-palette-list" role="listbox" tabindex="-1" aria-label=${t('palette.title')}>
                ${parts.map(
                    (part) => html`<div role="group" aria-label=${t(part.title)}>
                        <h3 role="presentation">${t(part.title)}</h3>
                        ${part.lines.map((line, index) => this.line(line, first(part) + index))}
                    </div>`,
                )}
            </div>
            ${lines.length === 0 ? html`<p class="wb-palette-none" role="status">${t('palette.none')}</p>` : nothing}
            <footer>
                <span><kbd>↑</kbd><kbd>↓</kbd> ${t('palette.move')}</span><span><kbd>Enter</kbd> ${t('palette.run')}</span
                ><span><kbd>&gt;</kbd> ${t('palette.onlyCommands')}</span>
            </footer>
        </dialog>`;
    }

    private line(line: Line, index: number): TemplateResult {
        const at = index === this.at;
        return html`<div
            id="wb-palette-${index}"
            class="wb-palette-line ${at ? 'at' : ''} ${line.blocked === null ? '' : 'blocked'}"
            role="option"
            aria-selected=${String(at)}
            aria-disabled=${String(line.blocked !== null)}
            @pointermove=${() => this.go(index)}
            @click=${() => this.run(line)}
        >
            ${mark(line.mark)}
            <span class="wb-palette-label">${fragments(line.label)}${line.context.slice(0, CONTEXTS).map((each) => html`<small>${fragments(each)}</small>`)}</span>
            <span class="wb-palette-note">${line.blocked ?? line.note}</span>
            ${line.keys.slice(0, 1).map((key) => key.split(' ').map((part) => html`<kbd>${part}</kbd>`))}
        </div>`;
    }

    private key(event: KeyboardEvent, lines: readonly Line[]): void {
        if (event.isComposing) return;
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
        const line = lines[this.at];
        if (step !== undefined) this.go(Math.max(0, Math.min(lines.length - 1, this.at + step)), true);
        else if (event.key === 'Enter' && line) this.run(line);
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    private go(index: number, scroll = false): void {
        if (this.at === index) return;
        this.at = index;
        this.requestUpdate();
        if (scroll) void this.updateComplete.then(() => this.querySelector('.wb-palette-line.at')?.scrollIntoView({ block: 'nearest' }));
    }

    private run(line: Line): void {
        if (line.blocked !== null) return;
        this.dialog()?.close();
        line.run();
    }

    private dialog(): HTMLDialogElement | null {
        return this.querySelector('dialog');
    }
}

function lineOf(offer: Offer, words: readonly string[]): Line {
    return { ...offer, label: marked(offer.label, words), context: [] };
}

function fragments(parts: readonly Fragment[]): TemplateResult {
    return html`${parts.map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text))}`;
}

function textOf(parts: readonly Fragment[]): string {
    return parts.map((part) => part.text).join('');
}

customElements.define('wb-palette', Palette);
