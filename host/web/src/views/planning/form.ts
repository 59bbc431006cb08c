import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Unreachable, type Answers, type Field, type Outcome, type Problem, type Prompt, type Values } from '../../client';
import { chooserFor } from '../../grid/choosers';
import { placeBeside } from '../../grid/place';
import { mark } from '../../marks';
import { same } from '../../model';
import { FollowsSettings, t, text } from '../../settings';
import type { Reading } from '../../values';
import type { Query } from '../../view';
import { Control } from './control';
import { fieldAt } from './moves';
import { question } from './question';
import { unreadProblem } from '../../grid/unread';

export interface FormParts {
    readonly title: string;
    readonly fields: readonly Field[];
    readonly values: Values;
    /** What was refused before the form was opened, and is mended in it. */
    readonly problems: readonly Problem[];
    readonly query: Query;
    readonly reading: Reading;
    /** Saves even what is as it was: a new item has all of it. */
    readonly all: boolean;
    anchor(): Element | null;
    layer(): HTMLElement;
    save(set: Values, answers: Answers): Promise<Outcome>;
    saved(outcome: Extract<Outcome, { accepted: unknown }>): void;
    cancelled(): void;
}

/** The fields of one item, at the place where it stands: to add it, to change it, to fill in what it needs. */
export class ItemForm extends LitElement {
    private parts: FormParts | null = null;
    private controls: readonly Control[] = [];
    private problems = new Map<string, string>();
    private prompts: readonly Prompt[] = [];
    private answers: Record<string, string> = {};
    private isSaving = false;

    constructor() {
        super();
        new FollowsSettings(this);
        this.addEventListener('keydown', (event) => this.pressed(event));
    }

    get isOpen(): boolean {
        return this.parts !== null;
    }

    show(parts: FormParts): void {
        this.parts = parts;
        const { query, reading } = parts;
        this.controls = parts.fields.map(
            (field) =>
                new Control(field, parts.values[field.id] ?? null, {
                    reading,
                    chooser: field.type === 'reference' ? chooserFor(field, query, reading) : null,
                    form: this,
                    layer: () => parts.layer(),
                }),
        );
        this.prompts = [];
        this.answers = {};
        this.isSaving = false;
        this.blame(parts.problems);
        this.hidden = false;
        void this.updateComplete.then(() => {
            this.place();
            this.focusFirst();
        });
    }

    close(): void {
        this.parts = null;
        this.hidden = true;
        this.requestUpdate();
    }

    place(): void {
        const anchor = this.parts?.anchor();
        if (anchor) placeBeside(this, anchor);
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override updated(): void {
        this.setAttribute('role', 'dialog');
        this.setAttribute('aria-label', this.parts?.title ?? '');
        this.place();
    }

    protected override render(): TemplateResult | typeof nothing {
        if (!this.parts) return nothing;
        const general = this.problems.get('');
        return html`<header><span>${this.parts.title}</span></header>
            ${general === undefined ? nothing : html`<p class="wb-problem" role="alert">${mark('warning')}<strong>${general}</strong></p>`}
            <div class="wb-form-fields">${this.controls.map((control) => control.render(this.problems.get(control.field.id)))}</div>
            ${this.prompts.map((prompt) => question(prompt, this.answers[prompt.code], (answer) => this.answered(prompt, answer)))}
            <footer>
                <button class="primary" ?disabled=${this.isSaving} @click=${() => void this.save()}>${t('prompt.save')}<kbd>Enter</kbd></button>
                <button class="quiet" @click=${() => this.cancel()}>${t('draft.discard')}<kbd>Esc</kbd></button>
            </footer>`;
    }

    private answered(prompt: Prompt, answer: string): void {
        this.answers = { ...this.answers, [prompt.code]: answer };
        this.requestUpdate();
    }

    private focusFirst(): void {
        const wrong = this.controls.find((control) => this.problems.has(control.field.id));
        (wrong ?? this.controls[0])?.focus();
    }

    private cancel(): void {
        const { parts } = this;
        this.close();
        parts?.cancelled();
    }

    /** What can be read of the fields, or null while one of them cannot. */
    private read(parts: FormParts): Values | null {
        this.problems = new Map();
        const set: Record<string, Values[string]> = {};
        for (const control of this.controls) {
            const { value, understood } = control.read(new Date());
            const { id } = control.field;
            if (!understood) this.problems.set(id, text(unreadProblem(control.field, control.typed).message));
            else if (parts.all ? value !== null : !same(value, parts.values[id])) set[id] = value;
        }
        return this.problems.size === 0 ? set : null;
    }

    private async save(): Promise<void> {
        const { parts } = this;
        const set = parts && !this.isSaving ? this.read(parts) : null;
        this.requestUpdate();
        if (!parts || !set) return;
        this.isSaving = true;
        try {
            const outcome = await parts.save(set, this.answers);
            if (this.parts === parts) this.settle(parts, outcome);
        } catch (failure) {
            if (!(failure instanceof Unreachable)) throw failure;
            this.problems.set('', t('prompt.offline'));
        } finally {
            this.isSaving = false;
            this.requestUpdate();
        }
    }

    private settle(parts: FormParts, outcome: Outcome): void {
        if ('accepted' in outcome) {
            this.close();
            parts.saved(outcome);
        } else if ('asked' in outcome) {
            this.prompts = outcome.asked;
            void this.updateComplete.then(() => this.querySelector<HTMLElement>('.wb-choice, .wb-answer')?.focus());
        } else {
            this.blame(outcome.refused);
            void this.updateComplete.then(() => this.focusFirst());
        }
    }

    private blame(problems: readonly Problem[]): void {
        const has = (id: string) => this.controls.some((control) => control.field.id === id);
        this.problems = new Map(problems.map((problem) => [has(fieldAt(problem.at)) ? fieldAt(problem.at) : '', text(problem.message)]));
        this.requestUpdate();
    }

    private pressed(event: KeyboardEvent): void {
        event.stopPropagation();
        if (event.isComposing) return;
        const control = this.controls.find((each) => event.target instanceof HTMLElement && event.target.id === `form-${each.field.id}`);
        const inText = event.target instanceof HTMLTextAreaElement && !event.ctrlKey;
        if (control?.press(event)) event.preventDefault();
        else if (event.key === 'Escape') this.use(event, () => this.cancel());
        else if (event.key === 'Enter' && !inText && !(event.target instanceof HTMLButtonElement)) this.use(event, () => void this.save());
    }

    private use(event: Event, run: () => void): void {
        event.preventDefault();
        run();
    }
}

customElements.define('wb-item-form', ItemForm);
