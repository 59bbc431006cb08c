import type { Dispose } from './feed';
import type { Place } from './places';
import type { HostPage, PageGiven } from './view';

/** Pages of the host, each fetched when somebody goes there. */
const PAGES = {
    plugins: { tag: 'wb-plugins', load: () => import('./views/plugins') },
    welcome: { tag: 'wb-welcome', load: () => import('./views/welcome') },
    search: { tag: 'wb-search', load: () => import('./views/search') },
} as const;

export type PagePlace = Exclude<Place, { kind: 'view' }>;

/** The room over the views where a page of the host is shown; the views below stay as they are. */
export class Pages {
    private shown: { readonly page: HostPage; readonly kind: string; readonly dispose: Dispose } | null = null;
    private wanted: PagePlace | null = null;

    constructor(
        private readonly room: HTMLElement,
        private readonly given: PageGiven,
    ) {}

    async show(place: PagePlace): Promise<void> {
        this.wanted = place;
        const { tag, load } = PAGES[place.kind];
        await load();
        if (this.wanted !== place) return;
        if (this.shown?.kind !== place.kind) {
            this.remove();
            const page = document.createElement(tag) as HostPage;
            this.room.append(page);
            this.shown = { page, kind: place.kind, dispose: page.open(this.given) };
        }
        this.shown.page.arrive?.(place);
    }

    leave(): void {
        this.wanted = null;
        this.remove();
    }

    private remove(): void {
        this.shown?.dispose();
        this.shown?.page.remove();
        this.shown = null;
    }
}
