import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Value } from '../../client';
import type { Chooser } from '../../grid/chooser';
import { t, text } from '../../settings';
import { isUnset, parse, plain, typed, valueType, type Parsed, type Reading } from '../../values';

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Kinds of fields whose value is written, or chosen one of. The others are edited in a grid. */
export function isWritten({ type }: Field): boolean {
    return !['choices', 'references', 'file', 'computed', 'rollup', 'lookup'].includes(type);
}

export interface ControlParts {
    readonly reading: Reading;
    readonly chooser: Chooser | null;
    /** Where the control stands once it is drawn. */
    readonly form: HTMLElement;
    layer(): HTMLElement;
}

/** One field of a form: its control, and what was written there as a value. */
export class Control {
    private isOpen = false;

    constructor(
        readonly field: Field,
        private value: Value,
        private readonly parts: ControlParts,
    ) {}

    get typed(): string {
        return this.box?.value ?? '';
    }

    focus(): void {
        this.box?.focus();
    }

    /** Whether a key was for the list under it. */
    press(event: KeyboardEvent): boolean {
        const { chooser } = this.parts;
        if (!this.isOpen || !chooser) return false;
        if (event.key === 'Escape') {
            this.show(this.value);
            return true;
        }
        if (chooser.press(event)) return true;
        if (event.key !== 'Enter' && event.key !== 'Tab') return false;
        this.show(chooser.read('').value);
        return event.key === 'Enter';
    }

    read(now: Date): Parsed {
        const { box, field } = this;
        if (!box || field.type === 'reference') return { value: this.value, understood: true };
        if (field.type === 'choice') return { value: box.value === '' ? null : box.value, understood: true };
        if (field.type === 'boolean') return { value: box.value === '' ? null : box.value === 'true', understood: true };
        return parse(field, box.value, now);
    }

    render(problem: string | undefined): TemplateResult {
        const { field, id } = this;
        const needed = field.required ? html`<abbr title=${t('grid.cell.required')}>*</abbr>` : nothing;
        return html`<label for=${id}>${text(field.label)}${needed}</label>
            <div class="wb-form-control">
                ${field.type === 'choice' || field.type === 'boolean' ? this.list() : this.line(problem !== undefined)}
                ${problem === undefined ? nothing : html`<small id="${id}-problem" class="wb-form-problem" role="alert">${problem}</small>`}
            </div>`;
    }

    private get id(): string {
        return `form-${this.field.id}`;
    }

    private get box(): Box | null {
        return this.parts.form.querySelector<Box>(`#${this.id}`);
    }

    private list(): TemplateResult {
        const { field, value, parts } = this;
        const options =
            field.type === 'boolean'
                ? [['true', parts.reading.yes], ['false', parts.reading.no]]
                : (field.choices ?? []).map((choice) => [choice.id, text(choice.label)]);
        return html`<select id=${this.id} class="field">
            <option value="" ?selected=${isUnset(value)}>${t('grid.cell.empty')}</option>
            ${options.map(([key = '', label]) => html`<option value=${key} ?selected=${!isUnset(value) && plain(value) === key}>${label}</option>`)}
        </select>`;
    }

    private line(isInvalid: boolean): TemplateResult {
        const { field, id, value, parts } = this;
        const was = typed(field, value, parts.reading);
        const problem = isInvalid ? `${id}-problem` : nothing;
        if (field.type === 'markdown') {
            return html`<textarea id=${id} class="field" rows="3" .value=${was} aria-invalid=${String(isInvalid)} aria-describedby=${problem}></textarea>`;
        }
        return html`<input
            id=${id}
            class="field"
            autocomplete="off"
            placeholder=${valueType(field) === 'date' ? t('planning.date.hint') : nothing}
            .value=${was}
            aria-invalid=${String(isInvalid)}
            aria-describedby=${problem}
            @input=${() => this.find()}
            @blur=${() => this.left()}
        />`;
    }

    /** The list opens when something is typed. */
    private find(): void {
        const { box, parts } = this;
        if (!parts.chooser || !(box instanceof HTMLInputElement)) return;
        if (this.isOpen) {
            parts.chooser.filter(box.value);
            return;
        }
        this.isOpen = true;
        const done = () => this.show(parts.chooser?.read('').value ?? null);
        parts.chooser.open({ anchor: box, input: box, layer: parts.layer(), value: null, done });
    }

    /** Words that name nothing do not stay: what is chosen stands there again. */
    private left(): void {
        if (this.isOpen) this.show(this.typed.trim() === '' ? null : (this.parts.chooser?.read('').value ?? this.value));
        else if (this.parts.chooser && this.typed.trim() === '') this.value = null;
    }

    private show(value: Value): void {
        this.isOpen = false;
        this.parts.chooser?.close();
        this.value = value;
        if (this.box) this.box.value = typed(this.field, value, this.parts.reading);
    }
}
