import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { mark } from './marks';
import { FollowsSettings, t } from './settings';

const SHOWN_MILLIS = 8000;

/** Names what happened and offers to undo it; stays while the pointer or the focus is on it. */
export class Toast extends LitElement {
    private words: string | null = null;
    private undo: (() => void) | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor() {
        super();
        new FollowsSettings(this);
        ['pointerenter', 'focusin'].forEach((name) => this.addEventListener(name, () => clearTimeout(this.timer)));
        ['pointerleave', 'focusout'].forEach((name) => this.addEventListener(name, () => this.count()));
    }

    show(words: string, undo?: () => void): void {
        this.words = words;
        this.undo = undo;
        this.count();
        this.requestUpdate();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override render(): TemplateResult {
        return html`<div class="wb-toast" role="status" ?hidden=${this.words === null}>${this.words === null ? nothing : this.body()}</div>`;
    }

    private body(): TemplateResult {
        return html`<span>${this.words}</span>
            ${this.undo ? html`<button @click=${() => this.undone()}>${t('done.undo')}</button>` : nothing}
            <button class="icon" aria-label=${t('done.close')} @click=${() => this.close()}>${mark('cross')}</button>`;
    }

    private count(): void {
        clearTimeout(this.timer);
        if (this.words !== null) this.timer = setTimeout(() => this.close(), SHOWN_MILLIS);
    }

    private undone(): void {
        this.undo?.();
        this.close();
    }

    private close(): void {
        clearTimeout(this.timer);
        this.words = null;
        this.requestUpdate();
    }
}

customElements.define('wb-toast', Toast);
