import { html, nothing, type TemplateResult } from 'lit';
import { mark, type MarkName } from '../../marks';
import { asOfControl, type TimeChoice } from '../../past/timechoice';
import { t } from '../../settings';
import type { WordKey } from '../../words';
import type { OptionTrouble } from './options';

export interface Bars {
    readonly label: string;
    readonly filter: string;
    readonly time: TimeChoice;
    /** What the kind of view adds. */
    readonly tools: TemplateResult;
    readonly add: string | null;
    filterTyped(event: InputEvent): void;
    filterKey(event: KeyboardEvent): void;
    newItem(event: Event): void;
    inspect(): void;
}

export function toolbar(bars: Bars): TemplateResult {
    const past = bars.time.isPast;
    return html`<div class="wb-toolbar" role="toolbar" aria-label=${bars.label}>
        <label class="wb-filter field">
            ${mark('search')}
            <input
                type="search"
                aria-label=${t('grid.filter')}
                placeholder=${t('grid.filter')}
                .value=${bars.filter}
                @input=${(event: InputEvent) => bars.filterTyped(event)}
                @compositionend=${(event: InputEvent) => bars.filterTyped(event)}
                @keydown=${(event: KeyboardEvent) => bars.filterKey(event)}
            />
        </label>
        ${bars.tools}
        <span class="wb-gap"></span>
        ${asOfControl(bars.time)}
        ${bars.add === null ? nothing : html`<button ?disabled=${past} @click=${(event: Event) => bars.newItem(event)}>${mark('plus')}${bars.add}</button>`}
        <button @click=${() => bars.inspect()}>${mark('history')}${t('grid.history')}</button>
    </div>`;
}

export function button(name: MarkName, label: WordKey, run: (event: Event) => void): TemplateResult {
    return html`<button @click=${run}>${mark(name)}${t(label)}</button>`;
}

/** One of a few, all of them in sight. */
export function segments<T extends string>(label: string, all: readonly T[], chosen: T, word: (one: T) => string, choose: (one: T) => void): TemplateResult {
    return html`<div class="wb-segments" role="group" aria-label=${label}>
        ${all.map((one) => html`<button aria-pressed=${String(one === chosen)} @click=${() => choose(one)}>${word(one)}</button>`)}
    </div>`;
}

/** Why a view shows nothing, and the one thing that helps. */
export function teach(title: string, what: string, action?: { readonly label: string; run(event: Event): void }): TemplateResult {
    return html`<section class="wb-empty">
        <h2>${title}</h2>
        ${what === '' ? nothing : html`<p>${what}</p>`}
        ${action ? html`<div class="wb-actions"><button class="primary" @click=${(event: Event) => action.run(event)}>${action.label}</button></div>` : nothing}
    </section>`;
}

/** Told to the author of the tracker: which option, what is wrong with it, what would be right. */
export function optionTrouble(view: string, { option, problem, given, wants }: OptionTrouble): TemplateResult {
    const what = t(`viewOptions.${problem}`, { option, given });
    return html`<section class="wb-empty wb-option-trouble" role="alert">
        <h2>${t('viewOptions.title', { view })}</h2>
        <p>${what}</p>
        <p>${t('viewOptions.wants')} <span class="code">${wants}</span></p>
    </section>`;
}

export function problemLine(message: string, hint: string): TemplateResult {
    return html`<p class="wb-problem wb-planning-problem" role="alert">${mark('warning')}<span><strong>${message}</strong> ${hint}</span></p>`;
}

