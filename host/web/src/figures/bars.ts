import { html, nothing, type TemplateResult } from 'lit';
import { t, text } from '../settings';
import type { Misdeclared } from './declared';

/** What is wrong with the declaration, and what to do about it. */
export function misdeclared(problem: Misdeclared, tracker: string): TemplateResult {
    return html`<section class="wb-empty" role="alert">
        <h2>${t('declared.wrong')}</h2>
        <p>${text(problem.message)}</p>
        <p>${t('declared.mend', { tracker })}</p>
    </section>`;
}

export function empty(title: string, what: string, action: TemplateResult): TemplateResult {
    return html`<section class="wb-empty">
        <h2>${title}</h2>
        ${what === '' ? nothing : html`<p>${what}</p>`}
        <div class="wb-actions">${action}</div>
    </section>`;
}
