import { tableOf } from '../client';
import type { Dispose, Feed } from '../feed';
import { settings, t, text } from '../settings';
import type { Query, Subject, TimeShown } from '../view';
import type { Difference } from '../wire';
import { listed } from '../words';

const PAGE = 1000;
const MOST_PAGES = 10;

export interface MarkingParts {
    /** Answers as of the time that is shown. */
    readonly query: Pick<Query, 'compare'>;
    readonly feed: Feed;
    readonly time: TimeShown;
    subject(): Subject | undefined;
}

/**
 * Marks what became of items while two times are compared, in any view: each element that stands
 * for an item says so by its `data-ref`. Views that draw elements as they are scrolled need not know.
 */
export class DifferenceMarks {
    private differences: ReadonlyMap<string, Difference> = new Map();
    private asked = 0;
    private isRead = false;
    private readonly drawn: MutationObserver;
    private stop: Dispose = () => undefined;

    constructor(
        private readonly room: HTMLElement,
        private readonly parts: MarkingParts,
    ) {
        this.drawn = new MutationObserver(() => this.mark());
    }

    /** The view is at another time, or compared with another one. */
    turned(): void {
        this.stop();
        this.stop = () => undefined;
        this.isRead = false;
        if (this.parts.time.since === null) {
            this.asked++;
            this.take([]);
            this.drawn.disconnect();
            return;
        }
        this.drawn.observe(this.room, { subtree: true, childList: true, attributeFilter: ['data-ref'] });
        this.stop = this.parts.feed.listen({
            commit: ({ changes }) => {
                const table = this.parts.subject()?.table.id;
                if (changes.some(({ ref }) => tableOf(ref) === table)) this.readAgain();
            },
            reload: () => this.readAgain(),
        });
        this.mark();
    }

    private readAgain(): void {
        if (this.isRead) void this.read();
    }

    private async read(): Promise<void> {
        const { query, time } = this.parts;
        const subject = this.parts.subject();
        if (!subject || time.since === null) return;
        this.isRead = true;
        const asked = ++this.asked;
        const found: Difference[] = [];
        for (let page = 0; page < MOST_PAGES; page++) {
            const question = { table: subject.table.id, from: time.since, where: subject.view.where, offset: found.length, limit: PAGE };
            const comparison = await query.compare(question).catch(() => null);
            if (asked !== this.asked) return;
            found.push(...(comparison?.items ?? []));
            if (!comparison || comparison.items.length < PAGE) break;
        }
        this.take(found);
    }

    private take(differences: readonly Difference[]): void {
        this.differences = new Map(differences.map((each) => [each.ref, each]));
        this.mark();
    }

    private mark(): void {
        const elements = this.room.querySelectorAll<HTMLElement>('[data-ref], [data-difference]');
        // A view that names no items, as the grid, which shows the differences itself, costs no question.
        if (elements.length > 0 && !this.isRead) void this.read();
        for (const element of elements) {
            const difference = this.differences.get(element.dataset['ref'] ?? '');
            if (difference) {
                element.dataset['difference'] = difference.kind;
                element.setAttribute('aria-description', this.words(difference));
            } else {
                delete element.dataset['difference'];
                element.removeAttribute('aria-description');
            }
        }
    }

    /** What became of it, and where it is different. */
    private words({ kind, before }: Difference): string {
        const fields = this.parts.subject()?.table.fields.filter(({ id }) => id in before) ?? [];
        const names = listed(settings.language, fields.map(({ label }) => text(label)));
        return names === '' ? t(`compare.${kind}`) : t('compare.changedIn', { names });
    }
}
