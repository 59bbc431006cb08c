import type { Item } from '../client';
import type { Rows } from './grouped';

/** Which item stands in which row: those that are stored, and above them the one being written. */
export abstract class RowSpace {
    // Not initialised here: what is asked for is known to the one who extends this.
    protected declare rows: Rows;

    protected abstract get draft(): Item | null;

    get total(): number {
        return this.rows.total;
    }

    get ready(): boolean {
        return this.rows.ready;
    }

    get revision(): number {
        return this.rows.revision;
    }

    itemAt(row: number): Item | undefined {
        const { draft } = this;
        if (!draft) return this.rows.at(row);
        return row === 0 ? draft : this.rows.at(row - 1);
    }

    itemOf(ref: string): Item | undefined {
        const row = this.rowOf(ref);
        return row === undefined ? undefined : this.itemAt(row);
    }

    /** How many rows stand on the screen, one being written among them. */
    get length(): number {
        return this.rows.total + this.shift;
    }

    protected get shift(): number {
        return this.draft ? 1 : 0;
    }

    /** The items of some rows if all of them are here. */
    held(from: number, to: number): readonly Item[] | null {
        const items: Item[] = [];
        for (let row = from; row <= to; row++) {
            const item = this.itemAt(row);
            if (!item) return null;
            items.push(item);
        }
        return items;
    }

    async read(from: number, to: number): Promise<readonly Item[]> {
        const { draft } = this;
        if (!draft) return this.rows.read(from, to);
        const stored = to === 0 ? [] : await this.rows.read(Math.max(0, from - 1), to - 1);
        return from === 0 ? [draft, ...stored] : stored;
    }

    protected known(from: number, to: number): readonly Item[] {
        const items = Array.from({ length: to - from }, (_, row) => this.rows.at(from + row));
        return items.filter((item) => item !== undefined);
    }

    protected rowOf(ref: string): number | undefined {
        const { draft } = this;
        if (ref === '') return draft ? 0 : undefined;
        const place = this.rows.placeOf(ref);
        return place === undefined ? undefined : place + (draft ? 1 : 0);
    }
}
