const FADING = 'wb-changed';

/** Shows for a moment where somebody else changed a value. */
export function fade(cell: HTMLElement | null): void {
    if (!cell) return;
    cell.classList.remove(FADING);
    // Asking for the layout between makes the second change in a row start its fade again.
    cell.getBoundingClientRect();
    cell.classList.add(FADING);
    cell.addEventListener('animationend', () => cell.classList.remove(FADING), { once: true });
}
