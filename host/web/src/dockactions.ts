import { LitElement, html, type TemplateResult } from 'lit';
import type { Dispose } from './feed';
import { mark, type MarkName } from './marks';
import { FollowsSettings, t } from './settings';
import type { WordKey } from './words';

export interface DockActionsParts {
    readonly isMaximised: () => boolean;
    readonly canSplit: () => boolean;
    open(): void;
    /** Lets the reader choose the time that the view in front shows. */
    chooseTime(): void;
    split(): void;
    maximise(): void;
    /** Calls back when any of these may be otherwise. */
    listen(changed: () => void): Dispose;
}

/** What stands to the right of a group's tabs: open another view, split, maximise. */
export class DockActions extends LitElement {
    private dispose: Dispose = () => undefined;

    constructor(private readonly parts: DockActionsParts) {
        super();
        new FollowsSettings(this);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.dispose = this.parts.listen(() => this.requestUpdate());
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.dispose();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override render(): TemplateResult {
        const { parts } = this;
        const isMaximised = parts.isMaximised();
        return html`${button('plus', 'dock.open', () => parts.open())} ${button('clock', 'dock.time', () => parts.chooseTime())} ${button('split', 'dock.split', () => parts.split(), !parts.canSplit())}
        ${button(isMaximised ? 'restore' : 'maximise', isMaximised ? 'dock.restore' : 'dock.maximise', () => parts.maximise())}`;
    }
}

function button(name: MarkName, words: WordKey, run: () => void, disabled = false): TemplateResult {
    return html`<button class="icon" title=${t(words)} aria-label=${t(words)} ?disabled=${disabled} @click=${run}>${mark(name)}</button>`;
}

customElements.define('wb-dock-actions', DockActions);
