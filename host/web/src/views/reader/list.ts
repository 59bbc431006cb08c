import type { Item } from '../../client';
import { RowWindow, type Load } from '../../model';
import type { Dispose } from '../../feed';

const AHEAD = 30;

/** Where to go as soon as the row there has come. */
interface Step {
    readonly from: number;
    readonly by: 1 | -1;
    fits(item: Item): boolean;
    reached(item: Item): void;
}

/** The stories that are listed. Made anew, those shown stay until the new ones are there. */
export class StoryList {
    private rows: RowWindow;
    private next: RowWindow | null = null;
    private step: Step | null = null;
    private span = { from: 0, to: AHEAD };

    constructor(
        private readonly table: string,
        load: Load,
        private readonly changed: () => void,
        private readonly failed: (failure: unknown) => void,
    ) {
        this.rows = this.follow(new RowWindow(table, load));
        this.rows.want(0, AHEAD);
    }

    get total(): number {
        return this.rows.total;
    }

    get ready(): boolean {
        return this.rows.ready;
    }

    at(place: number): Item | undefined {
        return this.rows.at(place);
    }

    placeOf(ref: string): number | undefined {
        return this.rows.placeOf(ref);
    }

    /** The stories at hand, for what is asked about all that is on the screen. */
    refs(from: number, to: number): readonly string[] {
        return Array.from({ length: Math.max(0, to - from) }, (_, at) => this.rows.at(from + at)?.ref).filter((ref) => ref !== undefined);
    }

    want(from: number, to: number): void {
        this.span = { from, to };
        this.rows.want(from - AHEAD, to + AHEAD);
    }

    /** Goes on to the next that fits, waiting for rows that are not here yet. */
    go(from: number, by: 1 | -1, fits: (item: Item) => boolean, reached: (item: Item) => void): void {
        this.step = { from, by, fits, reached };
        this.goOn();
    }

    /** The same question again, or another. */
    renew(load: Load): void {
        this.next?.close();
        const next = new RowWindow(this.table, load);
        this.next = next;
        const dispose: Dispose = next.listen({
            rows: () => {
                if (this.next !== next) return;
                dispose();
                this.next = null;
                this.rows.close();
                this.rows = this.follow(next);
                this.rows.want(this.span.from, this.span.to);
                this.came();
            },
            failed: (failure) => this.next === next && this.failed(failure),
        });
        next.want(this.span.from, this.span.to);
    }

    close(): void {
        this.step = null;
        this.next?.close();
        this.rows.close();
    }

    private follow(rows: RowWindow): RowWindow {
        rows.listen({ length: () => this.came(), rows: () => this.came(), failed: (failure) => this.failed(failure) });
        return rows;
    }

    private came(): void {
        this.changed();
        this.goOn();
    }

    private goOn(): void {
        const { step } = this;
        if (!step) return;
        for (let place = step.from; place >= 0 && place < this.total; place += step.by) {
            const item = this.rows.at(place);
            if (!item) {
                this.step = { ...step, from: place };
                this.rows.want(place - AHEAD, place + AHEAD);
                return;
            }
            if (step.fits(item)) {
                this.step = null;
                step.reached(item);
                return;
            }
        }
        this.step = null;
    }
}
