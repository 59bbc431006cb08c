import { html, type TemplateResult } from 'lit';
import type { ReportInput } from '../../reports';
import { t, text } from '../../settings';

/** What a report can be told at one of its inputs, and what it is told now. */
export interface Telling {
    readonly value: string;
    readonly choices: readonly { readonly ref: string; readonly title: string }[];
    readonly tell: (value: string) => void;
}

/** The place where one thing is said. */
export function told(input: ReportInput, telling: Telling): TemplateResult {
    const label = text(input.label);
    switch (input.kind) {
        case 'item':
            return html`<label class="wb-report-input"><span>${label}</span>${oneOf(telling)}</label>`;
        case 'items':
            return someOf(label, telling);
        case 'moment':
            return html`<label class="wb-report-input"><span>${label}</span><input class="field" type="date" .value=${telling.value} @change=${(event: Event) => telling.tell((event.target as HTMLInputElement).value)} /></label>`;
        case 'flag':
            return html`<label class="wb-report-input"><input type="checkbox" .checked=${telling.value === 'true'} @change=${(event: Event) => telling.tell((event.target as HTMLInputElement).checked ? 'true' : '')} /><span>${label}</span></label>`;
    }
}

function oneOf({ value, choices, tell }: Telling): TemplateResult {
    return html`<select class="field" @change=${(event: Event) => tell((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${value === ''}>${t('report.none')}</option>
        ${choices.map(({ ref, title }) => html`<option value=${ref} ?selected=${value === ref || ref.endsWith(`/${value}`)}>${title}</option>`)}
    </select>`;
}

/** In the order they were chosen: what is chosen first is held against the others. */
function someOf(label: string, { value, choices, tell }: Telling): TemplateResult {
    const chosen = value === '' ? [] : value.split(',');
    const toggle = (ref: string) => tell((chosen.includes(ref) ? chosen.filter((one) => one !== ref) : [...chosen, ref]).join(','));
    const names = chosen.map((ref) => choices.find((one) => one.ref === ref)?.title ?? ref);
    return html`<details class="wb-report-input wb-report-some">
        <summary>${label}: ${names.length > 0 ? names.join(' / ') : t('report.none')}</summary>
        <div class="wb-report-choices">
            ${choices.map(({ ref, title }) => html`<label><input type="checkbox" .checked=${chosen.includes(ref)} @change=${() => toggle(ref)} />${title}</label>`)}
        </div>
    </details>`;
}
