import type { Editor, EditorArguments, EditorValidationResult } from 'slickgrid';
import type { Field, Item, Value } from '../client';
import { parseDate } from '../dates';
import { parse, typed, type Reading } from '../values';
import { Calendar } from './calendar';
import { element } from './cells';
import { Chooser } from './chooser';

/** What an editor needs from the grid it stands in. */
export interface EditingHost {
    readonly reading: Reading;
    readonly layer: HTMLElement;
    render(field: Field, item: Item): HTMLElement;
    sentence(field: Field, item: Item): string;
    value(field: Field, item: Item): Value;
    /** Why this cell cannot be typed into, if so. */
    readOnly(field: Field, item: Item): string | null;
    note(cell: HTMLElement, message: string): void;
    escape(field: Field, item: Item): void;
    reopen(field: Field, item: Item): boolean;
    /** The row of the cell as a form, where there is one. */
    openForm?(): void;
    chooser(field: Field): Chooser | null;
    typing(isTyping: boolean): void;
    /** After SlickGrid handled a key: the cell it came to must be ready for the next one. */
    rearm(): void;
    /** Keys of a cell that is not typed into, meant for more than this cell; says whether it was one. */
    pressed?(event: KeyboardEvent): boolean;
}

export interface EditedColumn {
    readonly declared: Field;
    readonly host: EditingHost;
}

export interface EditState {
    readonly value: Value;
    /** What stood there when the typing began: somebody may have changed it since. */
    readonly was: Value;
    readonly revision: number;
}

const CARET_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Delete', 'Backspace']);

/**
 * The cell the cursor is on. It looks like any other cell, but an invisible input holds the focus,
 * so that the first key lands in it, also when an input method starts composing; only then does
 * the cell become a field. Opening a field on the key press instead would lose that first key.
 */
export class CellEditor implements Editor {
    private readonly root = element('div', 'wb-editor');
    private readonly display = element('div', 'wb-editor-display');
    private readonly input: HTMLInputElement | HTMLTextAreaElement;
    private readonly field: Field;
    private readonly host: EditingHost;
    private item: Item;
    private base: Omit<EditState, 'value'> | null = null;
    private chooser: Chooser | null = null;
    private calendar: Calendar | null = null;

    constructor(private readonly given: EditorArguments) {
        const column = given.column as unknown as EditedColumn;
        this.field = column.declared;
        this.host = column.host;
        this.item = given.item as Item;
        this.input = document.createElement(this.field.type === 'markdown' ? 'textarea' : 'input');
        if (this.input instanceof HTMLTextAreaElement) this.input.rows = 1;
        this.init();
    }

    init(): void {
        this.root.append(this.display, this.input);
        this.root.addEventListener('keydown', (event) => this.pressed(event));
        this.root.addEventListener('dblclick', () => this.resume());
        // What is shown lies over the input; pressing it must not take the focus out of the input.
        this.display.addEventListener('mousedown', (event) => event.preventDefault());
        this.input.addEventListener('compositionstart', () => this.begin());
        this.input.addEventListener('input', () => this.changed());
        this.input.setAttribute('autocomplete', 'off');
        this.input.spellcheck = false;
        this.given.container.append(this.root);
        this.loadValue(this.item);
        this.focus();
    }

    focus(): void {
        this.input.focus({ preventScroll: true });
    }

    destroy(): void {
        this.chooser?.close();
        this.calendar?.close();
        if (this.base) this.host.typing(false);
        this.root.remove();
    }

    get isTyping(): boolean {
        return this.base !== null;
    }

    loadValue(item: Item): void {
        this.item = item;
        if (this.base) return;
        this.display.replaceChildren(this.host.render(this.field, item));
        this.input.setAttribute('aria-label', this.host.sentence(this.field, item));
        const locked = this.host.readOnly(this.field, item) !== null;
        this.input.readOnly = locked;
        this.input.setAttribute('aria-readonly', String(locked));
    }

    serializeValue(): EditState {
        const { was, revision } = this.base ?? this.stored();
        return { value: this.base ? this.read().value : was, was, revision };
    }

    applyValue(): void {
        // The row keeps what is stored; the view holds the edit until the host has accepted it.
    }

    isValueChanged(): boolean {
        if (!this.base) return false;
        const read = this.read();
        return !read.understood || JSON.stringify(read.value) !== JSON.stringify(this.base.was);
    }

    validate(): EditorValidationResult {
        const valid = this.read().understood;
        return { valid, msg: valid ? null : this.input.value };
    }

    /** Puts back what stood here before. */
    cancel(): void {
        this.chooser?.close();
        this.calendar?.close();
        this.chooser = this.calendar = null;
        this.base = null;
        this.input.value = '';
        this.root.classList.remove('typing');
        this.root.querySelector('.was')?.remove();
        this.host.typing(false);
        this.loadValue(this.item);
        this.focus();
    }

    /** Goes on with what stands here, saved or not. */
    resume(): void {
        this.start(this.current());
    }

    private start(text: string): void {
        if (this.base) return;
        this.begin();
        if (!this.isTyping) return;
        this.input.value = text;
        this.chooser?.filter(text);
        this.calendar?.show(this.typedDay());
        this.input.setSelectionRange(text.length, text.length);
        this.sizeToText();
    }

    private clear(): void {
        if (!this.base) return;
        this.chooser?.clear();
        this.given.commitChanges();
    }

    private begin(): void {
        if (this.base) return;
        if (this.isLocked()) return;
        this.base = this.stored();
        this.root.classList.add('typing');
        const was = typed(this.field, this.base.was, this.host.reading);
        if (was !== '') this.root.insertBefore(element('s', 'was', was), this.input);
        this.host.typing(true);
        this.openChooser();
    }

    private isLocked(): boolean {
        const why = this.host.readOnly(this.field, this.item);
        if (why !== null) this.host.note(this.root, why);
        return why !== null;
    }

    private openChooser(): void {
        if (this.field.type === 'date') {
            const { layer } = this.host;
            const picked = (day: string) => {
                this.input.value = day;
                this.given.commitChanges();
            };
            this.calendar = new Calendar({ anchor: this.root, layer, picked }, this.typedDay());
        }
        this.chooser = this.host.chooser(this.field);
        this.chooser?.open({
            anchor: this.root,
            input: this.input,
            value: this.host.value(this.field, this.item),
            layer: this.host.layer,
            done: () => this.given.commitChanges(),
        });
    }

    private changed(): void {
        this.begin();
        this.chooser?.filter(this.input.value);
        this.calendar?.show(this.typedDay());
        this.sizeToText();
    }

    private typedDay(): string | null {
        return parseDate(this.input.value, new Date());
    }

    /** Weeks and months by key: the day they come to is what is typed. */
    private turnCalendar(key: string): boolean {
        const day = this.calendar?.press(key);
        if (day) this.input.value = day;
        return day !== null && day !== undefined;
    }

    private sizeToText(): void {
        if (!(this.input instanceof HTMLTextAreaElement)) return;
        this.input.style.height = 'auto';
        this.input.style.height = `${this.input.scrollHeight}px`;
    }

    private pressed(event: KeyboardEvent): void {
        // "Process": the input method has the key although its composition has not begun yet.
        const composing = event.isComposing || event.key === 'Process';
        if (composing) event.stopPropagation();
        else if (this.base) this.pressedWhileTyping(event);
        else this.pressedWhileReady(event);
        if (!composing) setTimeout(() => this.host.rearm());
    }

    private pressedWhileTyping(event: KeyboardEvent): void {
        const { key } = event;
        if (key === 'Escape') {
            this.consume(event);
            this.cancel();
        } else if (key === 'Enter' && (event.shiftKey || event.altKey)) {
            event.stopPropagation();
        } else if (this.chooser?.press(event) || this.turnCalendar(key)) {
            this.consume(event);
        } else if (CARET_KEYS.has(key) || event.ctrlKey || this.isInsideText(key)) {
            event.stopPropagation();
        }
    }

    private pressedWhileReady(event: KeyboardEvent): void {
        const { key } = event;
        const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
        if (this.host.pressed?.(event)) {
            this.consume(event);
        } else if (key === 'Escape') {
            this.consume(event);
            this.host.escape(this.field, this.item);
        } else if (key === 'Enter' && event.altKey) {
            this.consume(event);
            this.display.querySelector('a')?.dispatchEvent(new MouseEvent('click', { ctrlKey: true, cancelable: true }));
        } else if (key === ' ' && event.shiftKey) {
            this.consume(event);
            this.host.openForm?.();
        } else if (key === 'F2' || (key === 'Enter' && plain)) {
            this.consume(event);
            if (!this.host.reopen(this.field, this.item)) this.resume();
        } else if (key.length === 1 && plain && this.input.readOnly) {
            this.isLocked();
        } else if ((key === 'Delete' || key === 'Backspace') && plain) {
            this.consume(event);
            this.start('');
            if (key === 'Delete') this.clear();
        } else if (this.host.chooser(this.field) && ((key === ' ' && plain) || (event.altKey && key === 'ArrowDown'))) {
            this.consume(event);
            this.start('');
        } else if (event.altKey && key === 'ArrowDown' && this.field.type === 'date') {
            this.consume(event);
            this.resume();
        }
    }

    /** In a text of several lines the arrows move between them. */
    private isInsideText(key: string): boolean {
        return this.input instanceof HTMLTextAreaElement && (key === 'ArrowUp' || key === 'ArrowDown');
    }

    private consume(event: Event): void {
        event.preventDefault();
        event.stopPropagation();
    }

    private current(): string {
        if (this.host.chooser(this.field)) return '';
        return typed(this.field, this.host.value(this.field, this.item), this.host.reading);
    }

    private stored(): Omit<EditState, 'value'> {
        return { was: this.item.values[this.field.id] ?? null, revision: this.item.revision };
    }

    private read(): { value: Value; understood: boolean } {
        return this.chooser ? this.chooser.read(this.input.value) : parse(this.field, this.input.value, new Date());
    }
}
