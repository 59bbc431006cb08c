import type { Field, Item } from '../client';
import { alignsRight, shown, type Reading } from '../values';
import { MINIMUM_WIDTH, widthsOf, type WorkbenchColumn } from './columns';
import { stretched } from './stretch';

/** How wide each column is. Widths only grow, so that no filter makes them jump; what the reader chose stays. */
export class ColumnLayout {
    private readonly widths = new Map<string, number>();
    private readonly wanted = new Map<string, number>();
    private readonly chosen = new Map<string, number>();
    private readonly given = new Map<string, number>();
    private readonly lengths = new Map<string, number>();

    constructor(private readonly reading: Reading) {}

    /** The widths the reader chose, here or before. */
    use(widths: Readonly<Record<string, number>>): void {
        this.chosen.clear();
        Object.entries(widths).forEach(([id, width]) => this.chosen.set(id, width));
    }

    has(widths: Readonly<Record<string, number>>): boolean {
        const entries = Object.entries(widths);
        return entries.length === this.chosen.size && entries.every(([id, width]) => this.chosen.get(id) === width);
    }

    apply(columns: readonly WorkbenchColumn[], items: readonly Item[], room: number): void {
        const needed = widthsOf(columns.map((column) => column.declared), items, this.reading);
        columns.forEach((column, index) => {
            const id = String(column.id);
            const { width = 0, wanted = 0 } = needed[index] ?? {};
            this.widths.set(id, Math.max(this.widths.get(id) ?? MINIMUM_WIDTH, width));
            this.wanted.set(id, Math.max(this.wanted.get(id) ?? 0, wanted));
            column.width = this.chosen.get(id) ?? this.widths.get(id) ?? MINIMUM_WIDTH;
        });
        const free = columns.filter((column) => !this.chosen.has(String(column.id)));
        stretched(free, columns, room, ({ declared }) => this.wanted.get(declared.id) ?? 0);
        columns.forEach((column) => this.given.set(String(column.id), column.width ?? MINIMUM_WIDTH));
    }

    /** Keeps what the reader dragged; all the widths that were chosen. */
    resized(columns: readonly { readonly id: number | string; readonly width?: number | undefined }[]): Readonly<Record<string, number>> {
        for (const { id, width = MINIMUM_WIDTH } of columns) {
            if (this.given.get(String(id)) !== width) this.chosen.set(String(id), width);
        }
        return Object.fromEntries(this.chosen);
    }

    /** Whether one of these rows has a longer number than any before: numbers are never cut. */
    hasLongerNumber(fields: readonly Field[], items: readonly Item[]): boolean {
        const longer = fields.filter(alignsRight).filter((field) => {
            const before = this.lengths.get(field.id) ?? 0;
            const now = items.reduce((most, item) => Math.max(most, shown(field, item.values[field.id], this.reading).length), 0);
            this.lengths.set(field.id, Math.max(before, now));
            return now > before;
        });
        return longer.length > 0;
    }
}
