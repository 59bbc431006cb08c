import { html, nothing, type TemplateResult } from 'lit';
import { mark } from './marks';
import { t, tCount } from './settings';

/** What is true while the host cannot be reached: what stays, what waits, what one can do. */
export function lostBar(waiting: number, retry: () => void, giveBack: () => void): TemplateResult {
    return html`<div class="wb-lost" role="status">
        ${mark('unlinked')}<strong>${t(waiting > 0 ? 'lost.unanswered' : 'lost.title')}</strong>
        <span>${t('lost.what')}</span>
        ${waiting > 0 ? html`<span class="wb-chip">${tCount('status.waiting', waiting)}</span>` : nothing}
        <span class="wb-gap"></span>
        ${
            waiting > 0
                ? html`<button @click=${retry}>${t('lost.retry')}</button> <button class="quiet" @click=${giveBack}>${t('lost.giveBack')}</button>`
                : nothing
        }
    </div>`;
}
