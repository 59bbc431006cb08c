import type { Item, Page, Question } from '../client';
import type { Dispose } from '../feed';
import { allOf, quoted } from '../where';
import type { Colour } from './look';

/** A condition takes so many characters, and so many rows come to a screen. */
const MOST_CHARACTERS = 1700;
const SETTLE_MILLIS = 60;
const OUTDATED = -1;

type Ask = (question: Question) => Promise<Page>;

/**
 * Which rows a colour's condition holds for. The host decides, since it has the grammar: the rows on
 * the screen are asked for by their titles, a screenful in one question for each colour.
 */
export class RowColours {
    private colours: readonly Colour[] = [];
    private readonly judged = new Map<string, { readonly revision: number; readonly colour: Colour | null }>();
    private readonly listeners = new Set<() => void>();
    private waiting = new Map<string, Item>();
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(
        private readonly table: string,
        private readonly title: string,
        private readonly ask: Ask,
    ) {}

    use(colours: readonly Colour[]): void {
        this.colours = colours;
        this.judged.clear();
    }

    /** Everything is judged anew when it is looked at; until then it keeps its colour. */
    outdate(): void {
        this.judged.forEach(({ colour }, ref) => this.judged.set(ref, { revision: OUTDATED, colour }));
    }

    listen(listener: () => void): Dispose {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    of(item: Item): Colour | null {
        if (this.colours.length === 0 || item.ref === '' || item.ref.startsWith('~')) return null;
        const known = this.judged.get(item.ref);
        if (known?.revision !== item.revision) this.want(item);
        return known?.colour ?? null;
    }

    close(): void {
        clearTimeout(this.timer);
        this.listeners.clear();
    }

    private want(item: Item): void {
        this.waiting.set(item.ref, item);
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.judge().catch(() => undefined), SETTLE_MILLIS);
    }

    private async judge(): Promise<void> {
        const items = [...this.waiting.values()];
        this.waiting.clear();
        const { colours } = this;
        for (const some of this.portions(items)) {
            const found = await Promise.all(colours.map((colour) => this.matching(colour, some)));
            if (colours !== this.colours) return;
            const differing = some.filter((item) => this.put(item, colours.find((_colour, index) => found[index]?.has(item.ref)) ?? null));
            if (differing.length > 0) this.listeners.forEach((each) => each());
        }
    }

    private put(item: Item, colour: Colour | null): boolean {
        const before = this.judged.get(item.ref)?.colour ?? null;
        this.judged.set(item.ref, { revision: item.revision, colour });
        return before !== colour;
    }

    /** A condition that cannot be asked colours nothing. */
    private async matching(colour: Colour, items: readonly Item[]): Promise<ReadonlySet<string>> {
        const titles = items.map((item) => quoted(this.titleIn(item)));
        const where = allOf(`${this.title} in [${titles.join(', ')}]`, colour.where);
        const page = await this.ask({ table: this.table, where, offset: 0, limit: 1000 }).catch(() => null);
        return new Set(page?.items.map(({ ref }) => ref));
    }

    private portions(items: readonly Item[]): readonly (readonly Item[])[] {
        const longest = Math.max(0, ...this.colours.map(({ where }) => where.length));
        const portions: Item[][] = [[]];
        let room = MOST_CHARACTERS - longest;
        for (const item of items) {
            const needed = this.titleIn(item).length * 1.2 + 6;
            if (needed > room) {
                portions.push([]);
                room = MOST_CHARACTERS - longest;
            }
            portions.at(-1)?.push(item);
            room -= needed;
        }
        return portions.filter((portion) => portion.length > 0);
    }

    private titleIn(item: Item): string {
        const title = item.values[this.title];
        return typeof title === 'string' ? title : '';
    }
}
