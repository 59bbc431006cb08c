import type { Page } from '../client';

const STEP = 200;

/** Further than this nobody steps from item to item; a filter brings the rest within reach. */
export const WALKED = 10_000;

export type ReadPage = (offset: number, limit: number) => Promise<Page>;

/**
 * The items of a question in their order, to step through them one by one. Only their names are
 * kept, and only as far as was needed to find where one stands.
 */
export class Walk {
    private refs: string[] = [];
    private count: number | null = null;
    private reading: Promise<void> | null = null;

    constructor(private readonly read: ReadPage) {}

    /** How many there are; null before the first answer. */
    get total(): number | null {
        return this.count;
    }

    /** The place of an item, the first being 0; null where it is not among those that can be reached. */
    async placeOf(ref: string): Promise<number | null> {
        while (!this.refs.includes(ref)) {
            if (this.isRead) return null;
            await this.readOn();
        }
        return this.refs.indexOf(ref);
    }

    async at(place: number): Promise<string | null> {
        if (place < 0) return null;
        while (place >= this.refs.length && !this.isRead) await this.readOn();
        return this.refs[place] ?? null;
    }

    /** The one before or after; from nowhere, the first. */
    async beside(ref: string | null, by: 1 | -1): Promise<string | null> {
        const place = ref === null ? null : await this.placeOf(ref);
        return this.at(place === null ? 0 : place + by);
    }

    /** Something came, went or moved: what was read is no longer sure. */
    forget(): void {
        this.refs = [];
        this.count = null;
        this.reading = null;
    }

    private get isRead(): boolean {
        return this.count !== null && this.refs.length >= Math.min(this.count, WALKED);
    }

    private readOn(): Promise<void> {
        this.reading ??= this.readPage();
        return this.reading;
    }

    private async readPage(): Promise<void> {
        const { refs } = this;
        const page = await this.read(refs.length, STEP);
        if (this.refs !== refs) return;
        this.reading = null;
        // A page that came empty ends it, whatever the count says: rows may have gone meanwhile.
        this.count = page.items.length === 0 ? refs.length : page.total;
        refs.push(...page.items.map(({ ref }) => ref));
    }
}
