import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Answers, Choice, Problem, Prompt, Value } from '../client';
import { localTime } from '../dates';
import { mark } from '../marks';
import { FollowsSettings, t, text } from '../settings';
import type { Edit, Trouble } from './edits';
import { placeBeside } from './place';

export interface PromptActions {
    readonly title: string;
    /** How many cells the question is about. */
    readonly cells?: number;
    readonly anchor: () => HTMLElement | null;
    show(value: Value): string;
    putBack(): void;
    keepTyping(): void;
    answer(answers: Answers): void;
    saveOnTop(): void;
    retry(): void;
}

/** What stands at a cell whose edit is not saved: why, and what the reader can do about it. */
export class CellPrompt extends LitElement {
    private edit: Edit | null = null;
    private actions: PromptActions | null = null;
    private answers: Record<string, Value> = {};

    constructor() {
        super();
        new FollowsSettings(this);
        this.addEventListener('keydown', (event) => this.pressed(event));
    }

    get shows(): Edit | null {
        return this.edit;
    }

    open(edit: Edit, actions: PromptActions, focus: boolean): void {
        this.edit = edit;
        this.actions = actions;
        this.answers = {};
        this.hidden = false;
        this.requestUpdate();
        void this.updateComplete.then(() => {
            this.place();
            if (focus) this.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
        });
    }

    close(): void {
        this.edit = null;
        this.hidden = true;
        this.requestUpdate();
    }

    place(): void {
        const anchor = this.actions?.anchor();
        this.hidden = !this.edit || !anchor;
        if (anchor && this.edit) placeBeside(this, anchor);
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override updated(): void {
        this.setAttribute('role', 'dialog');
        this.setAttribute('aria-label', this.actions?.title ?? '');
        if (this.edit) this.place();
    }

    protected override render(): TemplateResult | typeof nothing {
        const { edit } = this;
        if (!edit?.trouble || !this.actions) return nothing;
        return html`<header><span>${this.actions.title}</span></header>
            ${this.body(edit.trouble, edit)}`;
    }

    private body(trouble: Trouble, edit: Edit): TemplateResult {
        switch (trouble.kind) {
            case 'refused':
                return this.refused(trouble.problems);
            case 'asked':
                return html`${trouble.prompts.map((prompt) => this.question(prompt))}${this.askedActions(trouble.prompts, edit)}`;
            case 'stale':
                return this.stale(trouble, edit);
            case 'offline':
                return this.offline();
            case 'waits':
                return html`<footer>${this.putBackButton(edit)}</footer>`;
        }
    }

    private refused(problems: readonly Problem[]): TemplateResult {
        return html`${problems.map(
                (problem) => html`<p class="wb-problem" role="alert">${mark('warning')}<strong>${text(problem.message)}</strong></p>
                    ${problem.hint ? html`<p class="wb-hint">${text(problem.hint)}</p>` : nothing}`,
            )}
            <footer>
                <button class="primary" @click=${() => this.actions?.keepTyping()}>${t('prompt.keep')}<kbd>Enter</kbd></button>
                ${this.putBackButton()}
            </footer>`;
    }

    private question(prompt: Prompt): TemplateResult {
        const chosen = this.answers[prompt.code];
        return html`<p class="wb-question" id="question">${text(prompt.question)}</p>
            ${
                prompt.choices.length > 0
                    ? html`<div class="wb-choices" role="radiogroup" aria-label=${text(prompt.question)}>
                          ${prompt.choices.map((choice, index) => this.choice(prompt, choice, index, chosen))}
                      </div>`
                    : html`<input
                          class="field"
                          aria-label=${text(prompt.question)}
                          placeholder=${t('prompt.asked.words')}
                          @input=${(event: InputEvent) => this.answered(prompt, (event.target as HTMLInputElement).value)}
                      />`
            }`;
    }

    private choice(prompt: Prompt, choice: Choice, index: number, chosen: Value | undefined): TemplateResult {
        return html`<button
            class="wb-choice"
            role="radio"
            aria-checked=${String(chosen === choice.id)}
            @click=${() => this.answered(prompt, choice.id)}
        >
            ${text(choice.label)}<kbd>${index + 1}</kbd>
        </button>`;
    }

    private askedActions(prompts: readonly Prompt[], edit: Edit): TemplateResult {
        const complete = prompts.every((prompt) => (this.answers[prompt.code] ?? '') !== '');
        const cells = this.actions?.cells ?? 1;
        return html`${cells > 1 ? html`<p class="wb-hint">${t('prompt.asked.group', { count: cells })}</p>` : nothing}<footer>
            <button class="primary" ?disabled=${!complete} @click=${() => this.actions?.answer(this.answers)}>
                ${t('prompt.save')}<kbd>Enter</kbd>
            </button>
            ${this.putBackButton(edit)}
        </footer>`;
    }

    private stale(trouble: Extract<Trouble, { kind: 'stale' }>, edit: Edit): TemplateResult {
        const who = trouble.who ?? t('stale.someone');
        const time = trouble.time ? localTime(trouble.time) : '';
        return html`<p class="wb-problem" role="alert">${mark('warning')}<strong>${t('stale.title', { who })}</strong></p>
            <p class="wb-hint">${t('stale.sub')}</p>
            <div class="wb-both">
                <section>
                    <small>${t('stale.theirs', { who, time })}</small>
                    <strong>${this.actions?.show(trouble.theirs) || t('grid.cell.empty')}</strong>
                    <button @click=${() => this.actions?.putBack()}>${t('stale.keepTheirs')}<kbd>1</kbd></button>
                </section>
                <section class="mine">
                    <small>${t('stale.mine')}</small>
                    <strong>${this.actions?.show(edit.value) || t('grid.cell.empty')}</strong>
                    <button class="primary" @click=${() => this.actions?.saveOnTop()}>${t('stale.saveMine')}<kbd>2</kbd></button>
                </section>
            </div>`;
    }

    private offline(): TemplateResult {
        return html`<p class="wb-problem" role="alert">${mark('warning')}<strong>${t('prompt.offline')}</strong></p>
            <p class="wb-hint">${t('prompt.offline.hint')}</p>
            <footer>
                <button class="primary" @click=${() => this.actions?.retry()}>${t('prompt.retry')}<kbd>Enter</kbd></button>
                ${this.putBackButton()}
            </footer>`;
    }

    private putBackButton(edit?: Edit): TemplateResult {
        const was = edit ? this.actions?.show(edit.was) : '';
        if ((this.actions?.cells ?? 1) > 1) {
            return html`<button class="quiet" @click=${() => this.actions?.putBack()}>${t('prompt.later')}<kbd>Esc</kbd></button>`;
        }
        const label = was ? t('prompt.putBackTo', { value: was }) : t('prompt.putBack');
        return html`<button class="quiet" @click=${() => this.actions?.putBack()}>${label}<kbd>Esc</kbd></button>`;
    }

    private answered(prompt: Prompt, answer: string): void {
        this.answers = { ...this.answers, [prompt.code]: answer };
        this.requestUpdate();
    }

    private pressed(event: KeyboardEvent): void {
        if (event.isComposing) return;
        if (event.key === 'Escape') {
            this.use(event, () => this.actions?.putBack());
        } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement && event.target.matches('.quiet'))) {
            const primary = this.querySelector<HTMLButtonElement>('.primary:not(:disabled)');
            if (primary && this.edit?.trouble?.kind !== 'stale') this.use(event, () => primary.click());
        } else if (/^[1-9]$/.test(event.key) && !(event.target instanceof HTMLInputElement)) {
            this.use(event, () => this.numbered(Number(event.key)));
        }
        event.stopPropagation();
    }

    private numbered(number: number): void {
        const buttons = this.querySelectorAll<HTMLButtonElement>('.wb-choice, .wb-both button');
        buttons[number - 1]?.click();
        buttons[number - 1]?.focus();
    }

    private use(event: Event, run: () => void): void {
        event.preventDefault();
        run();
    }
}

customElements.define('wb-prompt', CellPrompt);
