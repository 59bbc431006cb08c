import type { Value } from '../client';
import { listOf } from '../values';
import { Picker, type Option } from './picker';

/** Where the options come from: at once for choices, from the host for references. */
export type Candidates = (typed: string) => readonly Option[] | Promise<readonly Option[]>;

export interface ChooserWords {
    readonly label: string;
    readonly none: string;
    readonly searching: string;
}

interface Opening {
    readonly anchor: HTMLElement;
    readonly input: HTMLInputElement | HTMLTextAreaElement;
    readonly layer: HTMLElement;
    readonly value: Value;
    done(): void;
}

/** Choosing one or several of a list by typing part of the name, by arrows, or by pointer. */
export class Chooser {
    private chosen: string[] = [];
    private opening: Opening | null = null;
    private picker: Picker | null = null;
    private asked = 0;
    private waiting = false;
    private commitWhenFound = false;
    private moved = false;
    private picked = false;

    constructor(
        private readonly candidates: Candidates,
        private readonly several: boolean,
        private readonly words: ChooserWords,
        private readonly convert: (id: string) => Value = (id) => id,
    ) {}

    open(opening: Opening): void {
        this.opening = opening;
        this.chosen = opening.value === false || opening.value === true ? [String(opening.value)] : [...listOf(opening.value)];
        this.picker = new Picker({
            ...this.words,
            anchor: opening.anchor,
            input: opening.input,
            layer: opening.layer,
            chosen: (id) => this.chosen.includes(id),
            pick: (id) => this.pick(id),
        });
        this.filter(opening.input.value);
    }

    clear(): void {
        this.chosen = [];
    }

    close(): void {
        this.asked++;
        this.picker?.close();
        this.picker = null;
    }

    filter(typed: string): void {
        const asked = ++this.asked;
        const found = this.candidates(typed.trim());
        if (!(found instanceof Promise)) {
            this.show(found);
            return;
        }
        this.waiting = true;
        this.picker?.searching();
        void found.then((options) => {
            if (asked !== this.asked) return;
            this.waiting = false;
            this.show(options);
            if (this.commitWhenFound) this.take();
        });
    }

    /** Whether the key was for the list. */
    press(event: KeyboardEvent): boolean {
        const typed = this.opening?.input.value.trim() ?? '';
        switch (event.key) {
            case 'ArrowDown':
            case 'ArrowUp':
                this.moved = true;
                this.picker?.move(event.key === 'ArrowDown' ? 1 : -1);
                return true;
            case ' ':
                if (!this.several || typed !== '') return false;
                this.toggleHighlighted();
                return true;
            case 'Backspace':
                if (!this.several || typed !== '') return false;
                this.chosen.pop();
                this.filter('');
                return true;
            case 'Enter':
            case 'Tab':
                return this.confirm(event.key, typed);
            default:
                return false;
        }
    }

    read(typed: string): { value: Value; understood: boolean } {
        if (this.several) return { value: this.chosen.length > 0 ? this.chosen : null, understood: typed.trim() === '' };
        const only = this.chosen[0];
        const understood = typed.trim() === '' || this.picked;
        return { value: only === undefined ? null : this.convert(only), understood };
    }

    private confirm(key: string, typed: string): boolean {
        if (this.waiting && typed !== '') {
            this.commitWhenFound = true;
            return true;
        }
        const option = this.picker?.highlighted;
        if (this.several) {
            if (typed === '' || !option) return false;
            this.toggleHighlighted();
            return key === 'Enter';
        }
        if (option && (key === 'Enter' || typed !== '' || this.moved)) this.choose(option.id);
        return false;
    }

    private take(): void {
        this.commitWhenFound = false;
        const option = this.picker?.highlighted;
        // With nothing found, what was typed is given as it stands, and told to be no value of the field.
        if (!option) this.opening?.done();
        else if (this.several) this.toggleHighlighted();
        else this.pick(option.id);
    }

    private pick(id: string): void {
        if (this.several) {
            this.toggle(id);
            return;
        }
        this.choose(id);
        this.opening?.done();
    }

    private choose(id: string): void {
        this.chosen = [id];
        this.picked = true;
    }

    private toggleHighlighted(): void {
        const option = this.picker?.highlighted;
        if (option) this.toggle(option.id);
    }

    private toggle(id: string): void {
        this.chosen = this.chosen.includes(id) ? this.chosen.filter((each) => each !== id) : [...this.chosen, id];
        if (this.opening) this.opening.input.value = '';
        this.filter('');
    }

    private show(options: readonly Option[]): void {
        this.picker?.show(options, options.findIndex((option) => this.chosen.includes(option.id)));
    }
}
