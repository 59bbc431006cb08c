import type { LitElement } from 'lit';
import type { Frame } from '../view';

export interface TimeChoiceParts {
    frame(): Frame | undefined;
    /** Whether what is shown may be left now. */
    may(): boolean;
    /** Another time is to be shown. */
    turned(): void;
    /** The reader thought better of it. */
    stayed(): void;
}

/** Which time a view shows: now, or a past day the reader chose. */
export class TimeChoice {
    asOf: string | null = null;
    choosing = false;

    constructor(
        private readonly host: LitElement,
        private readonly parts: TimeChoiceParts,
    ) {}

    get isPast(): boolean {
        return this.asOf !== null;
    }

    choose(): void {
        this.choosing = true;
        this.host.requestUpdate();
        void this.host.updateComplete.then(() => this.host.querySelector<HTMLInputElement>('.wb-as-of input')?.focus());
    }

    leave(): void {
        this.choosing = false;
        this.host.requestUpdate();
        this.parts.stayed();
    }

    goTo(asOf: string | null): void {
        if (!this.parts.may()) return;
        [this.asOf, this.choosing] = [asOf, false];
        this.host.classList.toggle('past', asOf !== null);
        this.parts.frame()?.past(asOf);
        this.host.requestUpdate();
        this.parts.turned();
    }
}
