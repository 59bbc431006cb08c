import type { Item, Page } from '../../client';

export type LoadSlice = (offset: number, limit: number, signal: AbortSignal) => Promise<Page>;

const PAGE = 1000;

/** The first rows of one question, as many as are shown; read anew as a whole when something happened. */
export class Slice {
    items: readonly Item[] = [];
    total = 0;
    ready = false;
    private request: AbortController | null = null;

    constructor(
        private load: LoadSlice,
        public limit: number,
    ) {}

    /** Another question; what is shown stays until its answer comes. */
    ask(load: LoadSlice): Promise<void> {
        this.load = load;
        return this.refresh();
    }

    /** Answers in the order they were asked for; an answer that was overtaken counts for nothing. */
    async refresh(): Promise<void> {
        this.request?.abort();
        const request = new AbortController();
        this.request = request;
        const items: Item[] = [];
        let total = Infinity;
        while (items.length < Math.min(this.limit, total)) {
            const page = await this.load(items.length, Math.min(PAGE, this.limit - items.length), request.signal);
            if (this.request !== request) return;
            total = page.total;
            items.push(...page.items);
            if (page.items.length === 0) break;
        }
        [this.items, this.total, this.ready] = [items, total === Infinity ? 0 : total, true];
    }

    close(): void {
        this.request?.abort();
        this.request = null;
    }
}
