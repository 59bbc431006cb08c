import { LitElement, html, type TemplateResult } from 'lit';
import { FollowsSettings, t } from './settings';

/** Asks for a name. */
export class NameDialog extends LitElement {
    private given: (name: string) => void = () => undefined;
    private name = '';

    constructor() {
        super();
        new FollowsSettings(this);
    }

    ask(name: string, given: (name: string) => void): void {
        this.name = name;
        this.given = given;
        this.requestUpdate();
        void this.updateComplete.then(() => {
            this.querySelector('dialog')?.showModal();
            this.querySelector('input')?.select();
        });
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override render(): TemplateResult {
        return html`<dialog class="wb-naming" aria-label=${t('perspectives.name')}>
            <form @submit=${(event: Event) => this.submitted(event)}>
                <label for="wb-name">${t('perspectives.name')}</label>
                <input id="wb-name" class="field" required maxlength="60" autocomplete="off" .value=${this.name} />
                <footer>
                    <button class="primary">${t('perspectives.save.do')}</button>
                    <button type="button" @click=${() => this.querySelector('dialog')?.close()}>${t('perspectives.cancel')}</button>
                </footer>
            </form>
        </dialog>`;
    }

    private submitted(event: Event): void {
        event.preventDefault();
        const name = this.querySelector('input')?.value.trim() ?? '';
        if (name === '') return;
        this.querySelector('dialog')?.close();
        this.given(name);
    }
}

customElements.define('wb-naming', NameDialog);
