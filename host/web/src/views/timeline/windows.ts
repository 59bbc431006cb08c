import type { Item, Page, Question } from '../../client';
import { RowWindow } from '../../model';
import type { Lane, Row } from './lanes';

export interface WindowsParts {
    readonly table: string;
    /** The question of all lanes, as it stands now. */
    question(): Omit<Question, 'offset' | 'limit'>;
    ask(question: Question, signal: AbortSignal): Promise<Page>;
    /** The condition of one lane; undefined where there are no lanes. */
    laneWhere(lane: Lane): string | undefined;
    both(where: string | undefined, lane: string | undefined): string | undefined;
    changed(): void;
    failed(failure: unknown): void;
}

/** The rows of each lane, of which only those somebody looks at are held. */
export class LaneWindows {
    private readonly windows = new Map<string, RowWindow>();

    constructor(private readonly parts: WindowsParts) {}

    /** Which lanes there are now; their rows are read anew, what is shown stays until then. */
    async keep(lanes: readonly Lane[]): Promise<void> {
        for (const [id, window] of this.windows) {
            if (lanes.some((lane) => lane.id === id)) continue;
            window.close();
            this.windows.delete(id);
        }
        await Promise.all([...this.windows.values()].map((window) => window.refresh()));
    }

    item(row: Row | undefined): Item | undefined {
        return row?.kind === 'item' ? this.windows.get(row.lane.id)?.at(row.place) : undefined;
    }

    find(ref: string): { readonly lane: string; readonly place: number; readonly item: Item } | undefined {
        for (const [lane, window] of this.windows) {
            const place = window.placeOf(ref);
            const item = place === undefined ? undefined : window.at(place);
            if (place !== undefined && item) return { lane, place, item };
        }
        return undefined;
    }

    /** Asks for the rows that are on the screen. */
    want(rows: readonly Row[]): void {
        const places = new Map<Lane, number[]>();
        for (const row of rows) {
            if (row.kind === 'item') places.set(row.lane, [...(places.get(row.lane) ?? []), row.place]);
        }
        for (const [lane, wanted] of places) this.of(lane).want(Math.min(...wanted), Math.max(...wanted));
    }

    close(): void {
        this.windows.forEach((window) => window.close());
        this.windows.clear();
    }

    private of(lane: Lane): RowWindow {
        const known = this.windows.get(lane.id);
        if (known) return known;
        const { parts } = this;
        const window = new RowWindow(parts.table, (offset, limit, signal) => {
            const question = parts.question();
            return parts.ask({ ...question, where: parts.both(question.where, parts.laneWhere(lane)), offset, limit }, signal);
        });
        window.listen({ length: () => parts.changed(), rows: () => parts.changed(), failed: (failure) => parts.failed(failure) });
        this.windows.set(lane.id, window);
        return window;
    }
}
