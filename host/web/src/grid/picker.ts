import { markElement } from '../marks';
import { element } from './cells';
import { placeBeside } from './place';

export interface Option {
    readonly id: string;
    readonly label: string;
    readonly note?: string;
}

export interface PickerParts {
    readonly anchor: HTMLElement;
    readonly input: HTMLElement;
    readonly layer: HTMLElement;
    readonly label: string;
    readonly none: string;
    readonly searching: string;
    chosen(id: string): boolean;
    pick(id: string): void;
}

let count = 0;

/** A list under a cell. The focus stays in the cell's input, so typing and input methods go on. */
export class Picker {
    private readonly list = element('div', 'wb-picker');
    private readonly name = `wb-picker-${++count}`;
    private options: readonly Option[] = [];
    private at = -1;

    constructor(private readonly parts: PickerParts) {
        this.list.id = this.name;
        this.list.setAttribute('role', 'listbox');
        this.list.setAttribute('aria-label', parts.label);
        // The press must not take the focus out of the cell: that would end the edit before the pick.
        this.list.addEventListener('mousedown', (event) => event.preventDefault());
        this.list.addEventListener('click', (event) => this.clicked(event));
        parts.layer.append(this.list);
        parts.input.setAttribute('role', 'combobox');
        parts.input.setAttribute('aria-expanded', 'true');
        parts.input.setAttribute('aria-controls', this.name);
    }

    get highlighted(): Option | undefined {
        return this.options[this.at];
    }

    searching(): void {
        if (this.options.length === 0) this.list.replaceChildren(element('p', 'wb-picker-none', this.parts.searching));
        this.place();
    }

    show(options: readonly Option[], highlight: number): void {
        this.options = options;
        const rows = options.map((option, index) => this.row(option, index));
        this.list.replaceChildren(...(rows.length > 0 ? rows : [element('p', 'wb-picker-none', this.parts.none)]));
        this.place();
        this.highlight(options.length === 0 ? -1 : Math.max(0, highlight));
    }

    move(by: number): void {
        if (this.options.length === 0) return;
        this.highlight((this.at + by + this.options.length) % this.options.length);
    }

    close(): void {
        this.list.remove();
        const { input } = this.parts;
        ['role', 'aria-expanded', 'aria-controls', 'aria-activedescendant'].forEach((name) => input.removeAttribute(name));
    }

    private place(): void {
        placeBeside(this.list, this.parts.anchor);
    }

    private row(option: Option, index: number): HTMLElement {
        const row = element('div', 'wb-option');
        row.id = `${this.name}-${index}`;
        row.setAttribute('role', 'option');
        const chosen = this.parts.chosen(option.id);
        row.setAttribute('aria-selected', String(chosen));
        const tick = element('span', 'wb-option-tick');
        if (chosen) tick.append(markElement('tick'));
        row.append(tick, element('span', 'wb-option-label', option.label));
        if (option.note) row.append(element('span', 'wb-option-note', option.note));
        return row;
    }

    private highlight(index: number): void {
        this.list.children[this.at]?.classList.remove('at');
        this.at = index;
        const row = this.list.children[index];
        if (!row || index < 0) return;
        row.classList.add('at');
        row.scrollIntoView({ block: 'nearest' });
        this.parts.input.setAttribute('aria-activedescendant', row.id);
    }

    private clicked(event: Event): void {
        const row = event.target instanceof Element ? event.target.closest('.wb-option') : null;
        const option = row ? this.options[[...this.list.children].indexOf(row)] : undefined;
        if (option) this.parts.pick(option.id);
    }
}
