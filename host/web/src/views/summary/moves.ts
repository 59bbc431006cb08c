import type { Layout } from './options';

export interface CellPlace {
    readonly line: string;
    readonly measure: string;
}

export interface Extent {
    readonly lines: readonly string[];
    readonly measures: readonly string[];
    readonly layout: Layout;
}

const PAGE = 12;

/** Where a key leads from a cell; undefined where it is not a key that leads anywhere. */
export function moved(from: CellPlace, key: string, isFar: boolean, extent: Extent): CellPlace | undefined {
    const step = STEPS[key];
    if (!step) return undefined;
    const [rows, columns] = extent.layout === 'down' ? [extent.lines, extent.measures] : [extent.measures, extent.lines];
    const [atRow, atColumn] = extent.layout === 'down' ? [from.line, from.measure] : [from.measure, from.line];
    const row = placed(rows, rows.indexOf(atRow) + (isFar ? step.far[0] : step.near[0]));
    const column = placed(columns, columns.indexOf(atColumn) + (isFar ? step.far[1] : step.near[1]));
    return extent.layout === 'down' ? { line: row, measure: column } : { line: column, measure: row };
}

function placed(names: readonly string[], index: number): string {
    return names[Math.min(names.length - 1, Math.max(0, index))] ?? '';
}

/** Rows and columns to go, alone and with Ctrl. */
const STEPS: Readonly<Record<string, { near: readonly [number, number]; far: readonly [number, number] }>> = {
    ArrowUp: { near: [-1, 0], far: [-Infinity, 0] },
    ArrowDown: { near: [1, 0], far: [Infinity, 0] },
    ArrowLeft: { near: [0, -1], far: [0, -Infinity] },
    ArrowRight: { near: [0, 1], far: [0, Infinity] },
    Home: { near: [0, -Infinity], far: [-Infinity, -Infinity] },
    End: { near: [0, Infinity], far: [Infinity, Infinity] },
    PageUp: { near: [-PAGE, 0], far: [-Infinity, 0] },
    PageDown: { near: [PAGE, 0], far: [Infinity, 0] },
};
