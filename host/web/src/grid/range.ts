/** A cell by its row and column on the screen. */
export interface At {
    readonly row: number;
    readonly column: number;
}

/** Cells from one corner to the other, both included. */
export interface Range {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
}

export interface Size {
    readonly rows: number;
    readonly columns: number;
}

export function between(one: At, other: At): Range {
    return {
        top: Math.min(one.row, other.row),
        left: Math.min(one.column, other.column),
        bottom: Math.max(one.row, other.row),
        right: Math.max(one.column, other.column),
    };
}

export function sizeOf(range: Range): Size {
    return { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 };
}

export function cellsIn(range: Range): number {
    const { rows, columns } = sizeOf(range);
    return rows * columns;
}

export function contains(range: Range, { row, column }: At): boolean {
    return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** Where a key leads; with Ctrl to the edge. Null where the key leads nowhere. */
export function towards(from: At, key: string, toEdge: boolean, size: Size, page: number): At | null {
    const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
    const steps: Readonly<Record<string, readonly [number, number]>> = {
        ArrowUp: [toEdge ? -lastRow : -1, 0],
        ArrowDown: [toEdge ? lastRow : 1, 0],
        ArrowLeft: [0, toEdge ? -lastColumn : -1],
        ArrowRight: [0, toEdge ? lastColumn : 1],
        PageUp: [-page, 0],
        PageDown: [page, 0],
        Home: [toEdge ? -lastRow : 0, -lastColumn],
        End: [toEdge ? lastRow : 0, lastColumn],
    };
    const step = steps[key];
    if (!step) return null;
    const held = (value: number, most: number) => Math.max(0, Math.min(most, value));
    return { row: held(from.row + step[0], lastRow), column: held(from.column + step[1], lastColumn) };
}

/** Where a block comes to stand: as often as it fits whole into the selection, else once from its corner. */
export function landing(block: Size, selected: Range): Range {
    const room = sizeOf(selected);
    const rows = room.rows % block.rows === 0 ? room.rows : block.rows;
    const columns = room.columns % block.columns === 0 ? room.columns : block.columns;
    return { ...selected, bottom: selected.top + rows - 1, right: selected.left + columns - 1 };
}

/** What the fill handle adds to a range when it is drawn to a cell: along one side only, the one it went further. */
export function drawn(range: Range, { row, column }: At): Range | null {
    const down = row > range.bottom ? row - range.bottom : Math.min(0, row - range.top);
    const right = column > range.right ? column - range.right : Math.min(0, column - range.left);
    if (down === 0 && right === 0) return null;
    if (Math.abs(down) >= Math.abs(right)) {
        return down > 0 ? { ...range, top: range.bottom + 1, bottom: row } : { ...range, top: row, bottom: range.top - 1 };
    }
    return right > 0 ? { ...range, left: range.right + 1, right: column } : { ...range, left: column, right: range.left - 1 };
}

export function around(one: Range, other: Range): Range {
    return {
        top: Math.min(one.top, other.top),
        left: Math.min(one.left, other.left),
        bottom: Math.max(one.bottom, other.bottom),
        right: Math.max(one.right, other.right),
    };
}
