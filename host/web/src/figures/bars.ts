import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from '../dates';
import { mark } from '../marks';
import { t, text } from '../settings';
import type { Misdeclared } from './declared';
import type { TimeChoice } from './timechoice';

type Part = TemplateResult | typeof nothing;

export function asOfControl(time: TimeChoice): Part {
    if (time.isPast) return nothing;
    if (!time.choosing) return html`<button title=${t('grid.asOf.choose')} @click=${() => time.choose()}>${mark('clock')}${t('grid.asOf')}</button>`;
    return html`<form class="wb-as-of" @submit=${(event: Event) => dateGiven(event, time)}>
        <span>${t('grid.asOf')}</span>
        <input
            class="field"
            type="date"
            required
            aria-label=${t('grid.asOf.choose')}
            max=${dayOf(new Date())}
            @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && time.leave()}
        />
        <button class="primary">${t('grid.asOf.show')}</button>
    </form>`;
}

function dateGiven(event: Event, time: TimeChoice): void {
    event.preventDefault();
    const day = (event.currentTarget as HTMLFormElement).querySelector('input')?.value ?? '';
    if (day !== '') time.goTo(day);
}

export function pastBar(time: TimeChoice): Part {
    if (time.asOf === null) return nothing;
    return html`<div class="wb-past" role="status">
        ${mark('clock')}<strong>${t('grid.asOf.at', { time: time.asOf })}</strong>
        <span class="wb-past-words">${t('grid.asOf.readOnly')}</span>
        <span class="wb-gap"></span>
        <button @click=${() => time.goTo(null)}>${t('grid.asOf.back')}<kbd>Esc</kbd></button>
    </div>`;
}

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
