import type { Attachment, Field, Item } from '../../client';
import { element } from '../../grid/cells';
import type { Editing } from '../../grid/editing';
import { markElement } from '../../marks';
import { t, text } from '../../settings';
import { sizeOf } from '../../numbers';
import type { Files } from '../../view';

export interface FileParts {
    readonly editing: Editing;
    readonly files: Files;
    item(): Item | null;
    /** Why it cannot be changed now; null where it can. */
    locked(): string | null;
    say(words: string): void;
}

/** A file that is kept with an item: taken in, given out again, taken away. */
export class FileField {
    readonly open = null;
    private isKeeping = false;

    constructor(
        readonly field: Field,
        readonly cell: HTMLElement,
        private readonly parts: FileParts,
    ) {
        cell.classList.add('wb-form-file');
        cell.addEventListener('dragover', (event) => event.preventDefault());
        cell.addEventListener('drop', (event) => this.dropped(event));
        this.draw();
    }

    focus(): void {
        this.cell.querySelector<HTMLElement>('input, a, button')?.focus();
    }

    commit(): boolean {
        return true;
    }

    close(): void {
        // Nothing is typed here.
    }

    draw(): void {
        const item = this.parts.item();
        if (!item) {
            this.cell.replaceChildren();
            return;
        }
        const file = this.parts.editing.value(this.field, item) as Attachment | null;
        const parts = file ? [this.link(file), element('small', 'wb-form-size', sizeOf(file.size))] : [element('span', 'wb-form-unset', t('grid.cell.empty'))];
        if (this.parts.locked() === null) {
            parts.push(this.chooser(file));
            if (file) parts.push(this.remover(file));
        }
        this.cell.replaceChildren(...parts);
    }

    private link(file: Attachment): HTMLElement {
        const link = element('a', 'wb-value', file.name) as HTMLAnchorElement;
        link.href = this.parts.files.address(file);
        link.download = file.name;
        link.prepend(markElement('file'));
        return link;
    }

    private chooser(file: Attachment | null): HTMLElement {
        const label = element('label', 'wb-file', t(this.isKeeping ? 'form.file.keeping' : file ? 'form.file.replace' : 'form.file.choose'));
        const input = document.createElement('input');
        input.type = 'file';
        input.disabled = this.isKeeping;
        input.setAttribute('aria-label', `${text(this.field.label)}: ${t(file ? 'form.file.replace' : 'form.file.choose')}`);
        input.addEventListener('change', () => void this.keep(input.files?.[0]));
        label.append(input);
        return label;
    }

    private remover(file: Attachment): HTMLElement {
        const button = element('button', 'icon') as HTMLButtonElement;
        button.type = 'button';
        button.append(markElement('cross'));
        button.setAttribute('aria-label', t('form.file.remove', { name: file.name }));
        button.addEventListener('click', () => this.put(null));
        return button;
    }

    private dropped(event: DragEvent): void {
        event.preventDefault();
        if (this.parts.locked() === null) void this.keep(event.dataTransfer?.files[0]);
    }

    private async keep(file: File | undefined): Promise<void> {
        if (!file) return;
        this.isKeeping = true;
        this.draw();
        try {
            this.put(await this.parts.files.keep(file, file.name));
        } catch (failure) {
            this.parts.say(t('form.file.failed', { name: file.name, why: failure instanceof Error ? failure.message : '' }));
        } finally {
            this.isKeeping = false;
            this.draw();
        }
    }

    private put(value: Attachment | null): void {
        const item = this.parts.item();
        if (!item) return;
        const was = item.values[this.field.id] ?? null;
        this.parts.editing.commit(item, this.field, { value, was, revision: item.revision });
    }
}
