/** Which card it is: an item, and of several dates of it which. */
export interface CardData {
    readonly ref: string;
    readonly field: string;
}

/** Taking a card along with a pointer, from where it lies to another place. */
export interface CarryParts {
    /** What can be carried, and where it can be put down. */
    readonly card: string;
    readonly place: string;
    /** Whether it may go; says so itself where it may not. */
    lifted(card: CardData): boolean;
    over(place: HTMLElement | null): void;
    dropped(card: CardData, place: HTMLElement, taken: HTMLElement | null): void;
}

const SLACK = 4;
const EDGE = 32;
const SCROLL = 12;

interface Held {
    readonly card: HTMLElement;
    /** What it was when it was taken up: the element may show another by the time it is put down. */
    readonly data: CardData;
    /** The place under the pointer when it was taken up. */
    readonly taken: HTMLElement | null;
    readonly x: number;
    readonly y: number;
    ghost: HTMLElement | null;
}

export class Carry {
    private held: Held | null = null;

    constructor(private readonly parts: CarryParts) {}

    get isCarrying(): boolean {
        return Boolean(this.held?.ghost);
    }

    readonly down = (event: PointerEvent): void => {
        const target = event.target as Element;
        const card = target.closest<HTMLElement>(this.parts.card);
        if (event.button !== 0 || !card) return;
        this.held = { card, data: { ref: card.dataset['ref'] ?? '', field: card.dataset['field'] ?? '' }, taken: this.placeAt(event), x: event.clientX, y: event.clientY, ghost: null };
        // Listening to the window: the pointer leaves the card at once.
        window.addEventListener('pointermove', this.move);
        window.addEventListener('pointerup', this.up);
        window.addEventListener('pointercancel', this.cancel);
    };

    /** Puts it back; says whether something was carried. */
    letGo(): boolean {
        const { held } = this;
        this.end();
        return Boolean(held?.ghost);
    }

    private readonly cancel = (): void => void this.letGo();

    private readonly move = (event: PointerEvent): void => {
        const { held } = this;
        if (!held) return;
        if (!held.ghost) {
            if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK) return;
            if (!this.parts.lifted(held.data)) {
                this.end();
                return;
            }
            held.ghost = ghostOf(held.card);
        }
        held.ghost.style.transform = `translate(${event.clientX - held.x}px, ${event.clientY - held.y}px)`;
        scrollAtEdge(held.card, event);
        this.parts.over(this.placeAt(event));
    };

    private readonly up = (event: PointerEvent): void => {
        const { held } = this;
        const place = this.placeAt(event);
        const carried = Boolean(held?.ghost);
        this.end();
        if (held && carried && place) this.parts.dropped(held.data, place, held.taken);
    };

    private placeAt({ clientX, clientY }: PointerEvent): HTMLElement | null {
        const under = document.elementsFromPoint(clientX, clientY).find((each) => !each.closest('.wb-ghost'));
        return under?.closest<HTMLElement>(this.parts.place) ?? null;
    }

    private end(): void {
        this.held?.ghost?.remove();
        this.held = null;
        this.parts.over(null);
        window.removeEventListener('pointermove', this.move);
        window.removeEventListener('pointerup', this.up);
        window.removeEventListener('pointercancel', this.cancel);
    }
}

function ghostOf(card: HTMLElement): HTMLElement {
    const at = card.getBoundingClientRect();
    const ghost = card.cloneNode(true) as HTMLElement;
    ghost.classList.add('wb-ghost');
    ghost.removeAttribute('data-ref');
    ghost.setAttribute('aria-hidden', 'true');
    Object.assign(ghost.style, { left: `${at.left}px`, top: `${at.top}px`, width: `${at.width}px`, height: `${at.height}px` });
    card.parentElement?.append(ghost);
    return ghost;
}

function scrollAtEdge(card: HTMLElement, event: PointerEvent): void {
    const room = card.closest<HTMLElement>('[data-scroll]');
    if (!room) return;
    const edge = room.getBoundingClientRect();
    if (event.clientX > edge.right - EDGE) room.scrollLeft += SCROLL;
    else if (event.clientX < edge.left + EDGE) room.scrollLeft -= SCROLL;
    if (event.clientY > edge.bottom - EDGE) room.scrollTop += SCROLL;
    else if (event.clientY < edge.top + EDGE) room.scrollTop -= SCROLL;
}
