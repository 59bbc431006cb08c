import type { Field, Item } from '../client';
import type { RowColours } from './colours';
import { headingOf } from './grouped';
import { GROUNDS } from './look';
import type { Sheet } from './sheet';

type ItemAt = (row: number) => Item | undefined;

/** Puts what came into the rows of a stretch that are drawn: those still empty are drawn anew. */
export function refill(sheet: Sheet, from: number, to: number): void {
    const cache = sheet.getRowCache();
    const drawn = Object.keys(cache).map(Number).filter((row) => row >= from && row < to);
    const isEmpty = (row: number) => cache[row]?.rowNode?.[0]?.classList.contains('loading') ?? true;
    sheet.invalidateRows(drawn.filter(isEmpty));
    drawn.filter((row) => !isEmpty(row)).forEach((row) => sheet.updateRow(row));
    sheet.updateRowCount();
    sheet.render();
}

/** Grounds come a moment after their rows; the cells stay as they are. */
export function recolour(sheet: Sheet, itemAt: ItemAt, colours: RowColours): void {
    for (const [row, { rowNode }] of Object.entries(sheet.getRowCache())) {
        const item = itemAt(Number(row));
        const ground = item && colours.of(item)?.ground;
        rowNode?.forEach((node) => GROUNDS.forEach((each) => node.classList.toggle(`ground-${each}`, each === ground)));
    }
}

/** The cells that say what other items are called; where those are many, titles come one by one. */
export function retitle(sheet: Sheet, itemAt: ItemAt, fields: readonly Field[]): void {
    const referring = fields.flatMap(({ type }, column) => (type.startsWith('reference') ? [column] : []));
    for (const row of Object.keys(sheet.getRowCache()).map(Number)) {
        if (headingOf(itemAt(row))) sheet.updateRow(row);
        else referring.forEach((column) => sheet.updateCell(row, column));
    }
}
