/** Which rows of a list of equal rows stand on the screen, with some before and after. */
export interface Span {
    readonly from: number;
    readonly to: number;
}

const AROUND = 6;

export function spanOf(top: number, height: number, row: number, total: number): Span {
    if (row <= 0 || total <= 0) return { from: 0, to: 0 };
    const from = Math.max(0, Math.floor(top / row) - AROUND);
    const to = Math.min(total, Math.ceil((top + height) / row) + AROUND);
    return { from: Math.min(from, to), to };
}

/** How far the list must be scrolled for a row to be whole; as it is where the row is already. */
export function scrolledTo(place: number, top: number, height: number, row: number): number {
    const [start, end] = [place * row, (place + 1) * row];
    if (start < top) return start;
    return end > top + height ? end - height : top;
}
