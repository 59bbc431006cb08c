import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Field, Item } from '../../client';
import { Edits, type Edit } from '../../grid/edits';
import '../../grid/prompt';
import type { CellPrompt } from '../../grid/prompt';
import { FollowsSettings, t, text } from '../../settings';
import { safeMarkdown } from '../../safe';
import { titleIn } from '../../titles';
import { plain } from '../../values';
import type { Given } from '../../view';

export interface WritingParts {
    readonly given: Given;
    readonly field: Field;
    readonly item: Item;
    /** Written or left; the reader goes on. */
    done(): void;
}

/** A text being written, with what it will look like beside it. Nothing is stored before its writer says so. */
export class Writing extends LitElement {
    private parts: WritingParts | null = null;
    private edits: Edits | null = null;
    private words = '';
    private was = '';
    private asks = false;
    private isSaving = false;

    constructor() {
        super();
        new FollowsSettings(this);
    }

    /** Whether leaving now would lose words. */
    get isDirty(): boolean {
        return this.parts !== null && this.words !== this.was;
    }

    open(parts: WritingParts): void {
        const { given, item, field } = parts;
        this.parts = parts;
        this.was = this.words = plainText(item.values[field.id]);
        const title = titleIn(item, given.query);
        const named = () => t('page.written', { title, field: text(field.label) });
        this.edits = new Edits(given.query, given.submit, () => named, () => undefined);
        this.edits.listen((edit, done) => this.answered(edit, done));
        this.requestUpdate();
        void this.updateComplete.then(() => {
            this.area.value = this.words;
            this.area.focus();
            this.preview();
        });
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override render(): TemplateResult | typeof nothing {
        if (!this.parts) return nothing;
        return html`<div class="wb-writing" @keydown=${(event: KeyboardEvent) => this.pressed(event)}>
            <textarea
                class="field code"
                aria-label=${text(this.parts.field.label)}
                spellcheck="false"
                maxlength="100000"
                @input=${() => this.typed()}
                @compositionend=${() => this.typed()}
            ></textarea>
            <div class="wb-prose" tabindex="0" role="region" aria-label=${t('page.preview')}></div>
            <footer>${this.asks ? this.leaving() : this.saving()}</footer>
            <div class="wb-layer"><wb-prompt hidden></wb-prompt></div>
        </div>`;
    }

    private saving(): TemplateResult {
        return html`<button class="primary" ?disabled=${this.isSaving} @click=${() => this.save()}>${t('prompt.save')}<kbd>Ctrl Enter</kbd></button>
            <button class="quiet" @click=${() => this.leave()}>${t('page.leave')}<kbd>Esc</kbd></button>
            <span class="wb-hint">${t('page.links')}</span>`;
    }

    private leaving(): TemplateResult {
        return html`<strong role="alert">${t('page.lose')}</strong>
            <button class="primary wb-stay" @click=${() => this.stay()}>${t('page.stay')}<kbd>Esc</kbd></button>
            <button @click=${() => this.close()}>${t('page.throwAway')}</button>`;
    }

    private typed(): void {
        this.words = this.area.value;
        this.preview();
    }

    private preview(): void {
        this.querySelector('.wb-prose')?.replaceChildren(safeMarkdown(this.words, { picture: t('page.picture') }));
    }

    private pressed(event: KeyboardEvent): void {
        if (event.isComposing || event.key === 'Process') return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            event.stopPropagation();
            this.save();
        } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            if (this.asks) this.stay();
            else this.leave();
        }
    }

    private save(): void {
        const { parts } = this;
        if (!parts || this.isSaving) return;
        if (!this.isDirty) {
            this.close();
            return;
        }
        this.isSaving = true;
        this.asks = false;
        this.requestUpdate();
        const value = this.words.trim() === '' ? null : this.words;
        const { item, field } = parts;
        void this.edits?.save({ ref: item.ref, field, was: item.values[field.id] ?? null, value, revision: item.revision });
    }

    private answered(edit: Edit, done: boolean): void {
        if (done) {
            this.close();
            return;
        }
        if (!edit.trouble) return;
        this.isSaving = false;
        this.requestUpdate();
        const { edits } = this;
        const isStale = edit.trouble.kind === 'stale';
        this.prompt.open(edit, {
            title: this.parts ? `${titleIn(this.parts.item, this.parts.given.query)} · ${text(edit.field.label)}` : '',
            anchor: () => this.querySelector('textarea'),
            show: (value) => shortened(plainText(value)),
            putBack: () => (isStale ? this.close() : this.backToTyping()),
            keepTyping: () => this.backToTyping(),
            answer: (answers) => void edits?.save(edit, answers),
            saveOnTop: () => void edits?.saveOnTop(edit),
            retry: () => void edits?.save(edit),
        }, true);
    }

    private backToTyping(): void {
        this.prompt.close();
        this.area.focus();
    }

    private leave(): void {
        if (!this.isDirty) {
            this.close();
            return;
        }
        this.asks = true;
        this.requestUpdate();
        void this.updateComplete.then(() => this.querySelector<HTMLElement>('.wb-stay')?.focus());
    }

    private stay(): void {
        this.asks = false;
        this.requestUpdate();
        this.area.focus();
    }

    private close(): void {
        const { parts } = this;
        this.parts = null;
        parts?.done();
    }

    private get area(): HTMLTextAreaElement {
        const area = this.querySelector('textarea');
        if (!area) throw new Error('nothing is being written');
        return area;
    }

    private get prompt(): CellPrompt {
        const prompt = this.querySelector<CellPrompt>('wb-prompt');
        if (!prompt) throw new Error('nothing is being written');
        return prompt;
    }
}

function plainText(value: Item['values'][string] | undefined): string {
    return value === null || value === undefined ? '' : plain(value);
}

/** As much of a long text as one needs to tell it from another. */
function shortened(words: string): string {
    return words.length <= 280 ? words : `${words.slice(0, 280)}…`;
}

customElements.define('wb-writing', Writing);
