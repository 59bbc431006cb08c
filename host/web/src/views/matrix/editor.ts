import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Choice, Field, Value, Values } from '../../client';
import { placeBeside } from '../../grid/place';
import { FollowsSettings, t, text } from '../../settings';
import { isUnset, plain } from '../../values';
import type { Target } from './asks';
import { KEY_OF, meaningOf } from './meaning';
import type { MatrixOptions } from './options';
import { columnName } from './sentence';
import { mean, stateMark } from './statemarks';

export interface EditorActions {
    readonly anchor: () => HTMLElement | undefined;
    save(set: Values): void;
    cancel(): void;
}

/** What a cell is said to be: its state by one key, then note and evidence, saved together. */
export class CellEditor extends LitElement {
    private target: Target | null = null;
    private options: MatrixOptions | null = null;
    private actions: EditorActions | null = null;
    private set: Values = {};

    constructor() {
        super();
        new FollowsSettings(this);
        this.addEventListener('keydown', (event) => this.pressed(event));
    }

    get isOpen(): boolean {
        return this.target !== null;
    }

    /** Opens at a cell with what it says, or with what was typed there before. */
    open(target: Target, options: MatrixOptions, typed: Values, actions: EditorActions): void {
        [this.target, this.options, this.actions, this.hidden] = [target, options, actions, false];
        this.set = typed;
        this.requestUpdate();
        void this.updateComplete.then(() => {
            this.place();
            const first = options.state.id in typed ? this.querySelector<HTMLElement>('textarea, input:not([type=radio])') : null;
            (first ?? this.querySelector<HTMLElement>('input:checked, input'))?.focus({ preventScroll: true });
        });
    }

    close(): void {
        this.target = null;
        this.hidden = true;
        this.requestUpdate();
    }

    place(): void {
        const anchor = this.actions?.anchor();
        if (anchor && this.target) placeBeside(this, anchor);
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override updated(): void {
        this.setAttribute('role', 'dialog');
        this.setAttribute('aria-label', this.heading);
        this.place();
    }

    private get heading(): string {
        return this.target ? `${this.target.row.title} · ${columnName(this.target.column)}` : '';
    }

    protected override render(): TemplateResult | typeof nothing {
        const { target, options } = this;
        if (!target || !options) return nothing;
        return html`<header>${this.heading}</header>
            ${this.since(target)}
            <fieldset class="wb-mx-choices">
                <legend>${text(options.state.label)}</legend>
                ${(options.state.choices ?? []).map((choice) => this.choice(choice, options))}
            </fieldset>
            ${this.words(options.note)} ${this.line(options.address, 'url')} ${this.line(options.verified, 'date')}
            <footer>
                <button class="primary" @click=${() => this.save()}>${t('prompt.save')}<kbd>Enter</kbd></button>
                <button class="quiet" @click=${() => this.actions?.cancel()}>${t('matrix.edit.cancel')}<kbd>Esc</kbd></button>
            </footer>`;
    }

    private since({ held, column }: Target): TemplateResult | typeof nothing {
        return held.carried ? html`<p class="wb-hint">${t('matrix.edit.carried', { column: columnName(column) })}</p>` : nothing;
    }

    private choice(choice: Choice, options: MatrixOptions): TemplateResult {
        const meaning = meaningOf({ state: choice.id, evidence: 1 }, options);
        const mark = stateMark();
        mean(mark, meaning);
        return html`<label class="is-${meaning}">
            <input type="radio" name="state" .checked=${this.value(options.state) === choice.id} @change=${() => this.take(options.state, choice.id)} />
            ${mark}<span>${text(choice.label)}</span><kbd aria-hidden="true">${KEY_OF[meaning]}</kbd>
        </label>`;
    }

    private words(field: Field | null): TemplateResult | typeof nothing {
        if (!field) return nothing;
        return html`<label class="wb-mx-field"><span>${text(field.label)}</span>
            <textarea class="field" rows="2" .value=${this.typed(field)} @input=${(event: Event) => this.typedInto(field, event)}></textarea>
        </label>`;
    }

    private line(field: Field | null, type: 'url' | 'date'): TemplateResult | typeof nothing {
        if (!field) return nothing;
        return html`<label class="wb-mx-field"><span>${text(field.label)}</span>
            <input class="field" type=${type} .value=${this.typed(field)} @input=${(event: Event) => this.typedInto(field, event)} />
        </label>`;
    }

    private value(field: Field): Value {
        return field.id in this.set ? (this.set[field.id] ?? null) : (this.target?.item?.values[field.id] ?? null);
    }

    private typed(field: Field): string {
        const value = this.value(field);
        return isUnset(value) ? '' : plain(value);
    }

    private typedInto(field: Field, event: Event): void {
        const typed = (event.target as HTMLInputElement | HTMLTextAreaElement).value;
        this.take(field, typed === '' ? null : typed);
    }

    private take(field: Field, value: Value): void {
        this.set = { ...this.set, [field.id]: value };
        this.requestUpdate();
    }

    private save(): void {
        this.actions?.save(this.set);
    }

    private pressed(event: KeyboardEvent): void {
        if (event.isComposing) return;
        event.stopPropagation();
        const writes = event.target instanceof HTMLTextAreaElement || (event.target instanceof HTMLInputElement && event.target.type !== 'radio');
        const chosen = writes || event.ctrlKey || event.altKey || event.metaKey ? undefined : this.options && choiceOf(this.options, event.key);
        if (event.key === 'Escape') this.use(event, () => this.actions?.cancel());
        else if (event.key === 'Enter' && !event.shiftKey && !(event.target instanceof HTMLButtonElement)) this.use(event, () => this.save());
        else if (chosen && this.options) this.use(event, () => this.choose(chosen));
    }

    private choose(choice: Choice): void {
        if (!this.options) return;
        this.take(this.options.state, choice.id);
        void this.updateComplete.then(() => this.querySelector<HTMLElement>('input:checked')?.focus());
    }

    private use(event: KeyboardEvent, run: () => void): void {
        event.preventDefault();
        run();
    }
}

/** The choice that a key stands for. */
export function choiceOf(options: MatrixOptions, key: string): Choice | undefined {
    return options.state.choices?.find(({ id }) => KEY_OF[meaningOf({ state: id, evidence: 1 }, options)] === key.toLowerCase());
}

customElements.define('wb-mx-editor', CellEditor);
