/** What a pointer does on the sheet of a timeline: it takes a mark along, or the sheet. */
export interface PointerParts {
    /** The day a mark stands on that can be taken along; null where it cannot. */
    grab(ref: string): number | null;
    moved(ref: string, from: number, pixels: number): void;
    dropped(): void;
    pan(pixels: number): void;
    pressed(index: number): void;
}

const SLACK = 3;

interface Hold {
    readonly x: number;
    last: number;
    readonly ref: string | null;
    readonly from: number;
    started: boolean;
}

export class Pointer {
    private hold: Hold | null = null;

    constructor(private readonly parts: PointerParts) {}

    readonly down = (event: PointerEvent): void => {
        const target = event.target as Element;
        const row = target.closest<HTMLElement>('[data-index]');
        if (event.button !== 0 || !row) return;
        this.parts.pressed(Number(row.dataset['index']));
        if (!target.closest('.wb-tl-track')) return;
        const ref = target.closest('.wb-tl-handle') ? (row.dataset['ref'] ?? null) : null;
        const from = ref === null ? null : this.parts.grab(ref);
        if (ref !== null && from === null) return;
        this.hold = { x: event.clientX, last: event.clientX, ref, from: from ?? 0, started: false };
        (event.currentTarget as Element).setPointerCapture(event.pointerId);
    };

    readonly move = (event: PointerEvent): void => {
        const { hold } = this;
        if (!hold) return;
        if (!hold.started && Math.abs(event.clientX - hold.x) < SLACK) return;
        hold.started = true;
        if (hold.ref === null) this.parts.pan(hold.last - event.clientX);
        else this.parts.moved(hold.ref, hold.from, event.clientX - hold.x);
        hold.last = event.clientX;
    };

    readonly up = (): void => {
        const { hold } = this;
        this.hold = null;
        if (hold?.started && hold.ref !== null) this.parts.dropped();
    };

    /** Lets go of a mark without dropping it anywhere. */
    letGo(): void {
        this.hold = null;
    }
}
