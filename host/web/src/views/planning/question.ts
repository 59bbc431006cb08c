import { html, type TemplateResult } from 'lit';
import type { Prompt } from '../../client';
import { t, text } from '../../settings';

/** A rule's question in a form: one of its choices, or the reader's own words. */
export function question(prompt: Prompt, chosen: string | undefined, answered: (answer: string) => void): TemplateResult {
    const asked = text(prompt.question);
    return html`<p class="wb-question">${asked}</p>
        ${
            prompt.choices.length === 0
                ? html`<input
                      class="field wb-answer"
                      aria-label=${asked}
                      placeholder=${t('prompt.asked.words')}
                      @input=${(event: Event) => answered((event.target as HTMLInputElement).value)}
                  />`
                : html`<div class="wb-choices" role="radiogroup" aria-label=${asked}>
                      ${prompt.choices.map(
                          (choice) => html`<button class="wb-choice" role="radio" aria-checked=${String(chosen === choice.id)} @click=${() => answered(choice.id)}>
                              ${text(choice.label)}
                          </button>`,
                      )}
                  </div>`
        }`;
}
