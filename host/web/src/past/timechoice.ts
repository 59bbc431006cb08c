import { html, type LitElement, type TemplateResult } from 'lit';
import type { Dispose } from '../feed';
import { mark } from '../marks';
import { t } from '../settings';
import type { Frame, TimeShown } from '../view';

export interface TimeChoiceParts {
    frame(): Frame | undefined;
    /** Another time is to be shown. */
    turned(): void;
}

/** Which time a view shows: now, or a past one the reader chose on the track above it. */
export class TimeChoice {
    asOf: string | null = null;

    constructor(
        private readonly host: LitElement,
        private readonly parts: TimeChoiceParts,
    ) {}

    get isPast(): boolean {
        return this.asOf !== null;
    }

    follow(time: TimeShown): Dispose {
        return time.listen(() => {
            if (this.asOf === time.asOf) return;
            this.asOf = time.asOf;
            this.host.classList.toggle('past', this.isPast);
            this.host.requestUpdate();
            this.parts.turned();
        });
    }

    choose(): void {
        this.parts.frame()?.chooseTime();
    }

    goTo(asOf: string | null): void {
        this.parts.frame()?.travel(asOf);
    }
}

/** Leads to the track of times. */
export function asOfControl(time: TimeChoice): TemplateResult {
    return html`<button title=${t('grid.asOf.choose')} @click=${() => time.choose()}>${mark('clock')}${t('grid.asOf')}</button>`;
}
