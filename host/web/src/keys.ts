import { LitElement, html, type TemplateResult } from 'lit';
import { commands, type Command } from './commands';
import { mark } from './marks';
import { FollowsSettings, t } from './settings';

/** Every command and its keys, on one sheet. */
export class KeySheet extends LitElement {
    constructor() {
        super();
        new FollowsSettings(this);
    }

    show(): void {
        this.requestUpdate();
        void this.updateComplete.then(() => this.querySelector('dialog')?.showModal());
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override render(): TemplateResult {
        return html`<dialog class="wb-keys" aria-label=${t('keys.title')}>
            <header>
                <h2>${t('keys.title')}</h2>
                <button class="icon" aria-label=${t('keys.close')} @click=${() => this.querySelector('dialog')?.close()}>${mark('cross')}</button>
            </header>
            <div class="wb-keys-columns">${this.column('everywhere')}${this.column('grid')}</div>
        </dialog>`;
    }

    private column(scope: Command['scope']): TemplateResult {
        return html`<section>
            <h3>${t(`keys.${scope}`)}</h3>
            <dl>
                ${commands.list(scope).map(
                    (command) => html`<div>
                        <dt>${t(command.label)}</dt>
                        <dd>${command.keys.map((key) => key.split(' ').map((part) => html`<kbd>${part}</kbd>`))}</dd>
                    </div>`,
                )}
            </dl>
        </section>`;
    }
}

customElements.define('wb-keys', KeySheet);
