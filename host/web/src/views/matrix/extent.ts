/** A stretch of lines or columns, the last excluded. */
export interface Stretch {
    readonly from: number;
    readonly to: number;
}

const AHEAD = 4;

/** The lines of one height that a window shows, and a few around it. */
export function linesIn(top: number, height: number, line: number, count: number): Stretch {
    const from = Math.max(0, Math.floor(top / line) - AHEAD);
    return { from: Math.min(from, count), to: Math.min(count, Math.ceil((top + height) / line) + AHEAD) };
}

/** The columns that a window shows, where each begins at its own place and the last entry is their end. */
export function columnsIn(left: number, width: number, starts: readonly number[]): Stretch {
    const count = Math.max(0, starts.length - 1);
    let from = 0;
    while (from < count && (starts[from + 1] ?? 0) <= left) from++;
    let to = from;
    while (to < count && (starts[to] ?? 0) < left + width) to++;
    return { from: Math.max(0, from - 1), to: Math.min(count, to + 1) };
}

/** Where each column begins, and where the last one ends. */
export function startsOf(widths: readonly number[]): readonly number[] {
    const starts = [0];
    widths.forEach((width, index) => starts.push((starts[index] ?? 0) + width));
    return starts;
}

export interface Measured {
    /** What the title takes in one line. */
    readonly title: number;
    /** Columns under one parent are alike in this. */
    readonly parent: string;
    /** What the parent's title takes in two lines. */
    readonly parentTitle: number;
}

/** No title is cut: columns are as wide as theirs, and together as wide as what they stand under. */
export function widthsOf(columns: readonly Measured[], least: number): readonly number[] {
    const under = new Map<string, number>();
    columns.forEach(({ parent }) => under.set(parent, (under.get(parent) ?? 0) + 1));
    return columns.map(({ title, parent, parentTitle }) => Math.ceil(Math.max(least, title, parentTitle / (under.get(parent) ?? 1))));
}

/** How far to scroll so that a stretch is in sight, as little as possible. */
export function reveal(scrolled: number, room: number, from: number, to: number): number {
    if (from < scrolled) return from;
    return to > scrolled + room ? to - room : scrolled;
}
