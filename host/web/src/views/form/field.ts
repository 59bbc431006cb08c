import type { EditorArguments } from 'slickgrid';
import type { Field, Item } from '../../client';
import type { Editing } from '../../grid/editing';
import { CellEditor } from '../../grid/editor';
import { fade } from '../../grid/fade';

export interface FieldParts {
    readonly editing: Editing;
    item(): Item | null;
    /** The focus goes on to the field after or before. */
    move(from: Field, by: 1 | -1): void;
}

/**
 * One field of a form. It reads as a cell of the grid does, and as soon as it has the focus the same
 * editor stands in it: so the first key, a list to choose from and an input method work as they do there.
 */
export class FormField {
    private editor: CellEditor | null = null;

    constructor(
        readonly field: Field,
        readonly cell: HTMLElement,
        private readonly parts: FieldParts,
    ) {
        cell.addEventListener('focusin', (event) => event.target === cell && this.enter());
        cell.addEventListener('focusout', (event) => this.left(event));
        cell.addEventListener('keydown', (event) => this.pressed(event));
        cell.addEventListener('dblclick', () => this.editor?.resume());
        this.draw();
    }

    get open(): CellEditor | null {
        return this.editor;
    }

    focus(): void {
        this.cell.scrollIntoView({ block: 'nearest' });
        if (this.editor) this.editor.focus();
        else this.cell.focus({ preventScroll: true });
    }

    draw(changedElsewhere = false): void {
        const item = this.parts.item();
        if (this.editor && item) this.editor.loadValue(item);
        else this.drawPlain(item);
        if (changedElsewhere) fade(this.cell);
    }

    /** Stores what was typed; false where it is no value of this field, and stays to be mended. */
    commit(): boolean {
        const { editor } = this;
        const item = this.parts.item();
        if (!editor || !item || !editor.isValueChanged()) {
            if (editor?.isTyping) editor.cancel();
            return true;
        }
        const { valid, msg } = editor.validate();
        if (!valid) {
            this.parts.editing.unread(item, this.field, String(msg));
            return false;
        }
        const state = editor.serializeValue();
        const hadFocus = this.cell.contains(document.activeElement);
        this.close();
        this.parts.editing.commit(item, this.field, state);
        this.drawPlain(this.parts.item());
        if (hadFocus) this.cell.focus({ preventScroll: true });
        return true;
    }

    close(): void {
        const { editor } = this;
        // Taking out what has the focus may tell of a lost focus; there is no editor to leave by then.
        this.editor = null;
        editor?.destroy();
    }

    private enter(): void {
        const item = this.parts.item();
        if (this.editor || !item) return;
        // The editor's own input is the stop for Tab now; going back must not end at its cell.
        this.cell.tabIndex = -1;
        this.cell.removeAttribute('aria-label');
        this.cell.removeAttribute('role');
        this.cell.replaceChildren();
        const column = { declared: this.field, host: this.parts.editing };
        const given = { container: this.cell, column, item, commitChanges: () => void this.commit() };
        this.editor = new CellEditor(given as unknown as EditorArguments);
        this.cell.classList.add('active');
    }

    private left(event: FocusEvent): void {
        const to = event.relatedTarget as Node | null;
        if (!this.editor || this.cell.contains(to)) return;
        // Where the window itself lost the focus, everything stays as it is for when it comes back.
        if (to === null && !document.hasFocus()) return;
        if (isPrompt(to)) return;
        if (this.commit()) this.leave();
    }

    private leave(): void {
        this.close();
        this.drawPlain(this.parts.item());
    }

    private pressed(event: KeyboardEvent): void {
        if (event.isComposing || event.key === 'Process' || !this.editor) return;
        const { isTyping } = this.editor;
        if (event.key === 'Enter' && isTyping && !event.ctrlKey) {
            event.preventDefault();
            if (this.commit()) this.parts.move(this.field, 1);
        } else if (event.key === 'Tab' && isTyping) {
            if (!this.commit()) event.preventDefault();
        } else if (!isTyping && (event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey) {
            event.preventDefault();
            this.parts.move(this.field, event.key === 'ArrowDown' ? 1 : -1);
        }
    }

    private drawPlain(item: Item | null): void {
        const { editing } = this.parts;
        this.cell.classList.remove('active');
        this.cell.tabIndex = 0;
        this.cell.setAttribute('role', 'group');
        if (!item) {
            this.cell.replaceChildren();
            return;
        }
        this.cell.setAttribute('aria-label', editing.sentence(this.field, item));
        this.cell.replaceChildren(editing.render(this.field, item));
    }
}

function isPrompt(node: Node | null): boolean {
    return node instanceof Element && node.closest('wb-prompt, .wb-picker') !== null;
}
