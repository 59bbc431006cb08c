const GAP = 2;
const MARGIN = 8;

/** Puts a floating part under its anchor, or above where there is no room below, inside the window. */
export function placeBeside(floating: HTMLElement, anchor: Element): void {
    const at = anchor.getBoundingClientRect();
    const size = floating.getBoundingClientRect();
    const below = at.bottom + GAP;
    const above = at.top - GAP - size.height;
    const fitsBelow = below + size.height <= window.innerHeight - MARGIN || above < MARGIN;
    const left = Math.min(at.left, window.innerWidth - MARGIN - size.width);
    floating.style.left = `${Math.max(MARGIN, left)}px`;
    floating.style.top = `${fitsBelow ? below : above}px`;
}
