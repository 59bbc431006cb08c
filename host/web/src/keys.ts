import { LitElement, html, type TemplateResult } from 'lit';
import { commands, type Command } from './commands';
import { mark } from './marks';
import { FollowsSettings, named, t } from './settings';

/** Every command that has a key, under the heading it belongs to. */
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
        const listed = commands.list().filter((command) => command.keys.length > 0);
        const scopes = [...new Set(listed.map((command) => named(command.scope)))];
        return html`<dialog class="wb-keys" aria-label=${t('keys.title')}>
            <header>
                <h2>${t('keys.title')}</h2>
                <button class="icon" aria-label=${t('keys.close')} @click=${() => this.querySelector('dialog')?.close()}>${mark('cross')}</button>
            </header>
            <div class="wb-keys-columns">
                ${scopes.map((scope) => this.column(scope, listed.filter((command) => named(command.scope) === scope)))}
            </div>
        </dialog>`;
    }

    private column(scope: string, listed: readonly Command[]): TemplateResult {
        return html`<section>
            <h3>${scope}</h3>
            <dl>
                ${listed.map(
                    (command) => html`<div>
                        <dt>${named(command.label)}</dt>
                        <dd>${command.keys.map((key) => key.split(' ').map((part) => html`<kbd>${part}</kbd>`))}</dd>
                    </div>`,
                )}
            </dl>
        </section>`;
    }
}

customElements.define('wb-keys', KeySheet);
