import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Refusal, tableOf, type Commit, type Item, type Table } from '../client';
import type { Dispose } from '../feed';
import { inspectorHeader } from '../inspector';
import { mark } from '../marks';
import { FollowsSettings, t, text } from '../settings';
import '../styles/links.css';
import { TitleBook, titleIn } from '../titles';
import type { Given, View } from '../view';
import { incoming, outgoing, pointsAt, type Incoming, type Outgoing } from './links/neighbours';
import { Trail } from './links/trail';

const PAGE = 20;
const SETTLE_MILLIS = 100;

/** Items that point at the one shown, by one field: those read so far, of all. */
interface Pointing extends Incoming {
    readonly items: readonly Item[];
    readonly total: number;
}

/** What an item points to and what points to it; each of these can be gone to, and back. Follows the row the reader is on. */
export class LinksView extends LitElement implements View {
    private given: Given | null = null;
    private trail = Trail.from(null);
    private item: Item | null = null;
    private pointing: readonly Pointing[] = [];
    private state: 'reading' | 'read' | 'gone' | 'failed' = 'reading';
    private titles: TitleBook | null = null;
    private readings = 0;
    private disposals: Dispose[] = [];
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor() {
        super();
        new FollowsSettings(this);
        this.addEventListener('keydown', (event) => this.pressed(event));
    }

    open(given: Given): Dispose {
        this.given = given;
        const titles = new TitleBook(given.query, undefined);
        this.titles = titles;
        this.disposals = [
            titles.listen(() => this.requestUpdate()),
            given.frame.follow((ref) => this.follow(ref)),
            given.feed.listen({
                commit: (commit) => this.happened(commit),
                reload: () => void this.read(),
                connection: (connected) => connected && this.state === 'failed' && void this.read(),
            }),
        ];
        this.requestUpdate();
        return () => {
            this.readings++;
            clearTimeout(this.timer);
            this.disposals.forEach((dispose) => dispose());
        };
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    /** The reader went elsewhere in the view beside: a new walk begins there. */
    private follow(ref: string | null): void {
        if (ref === null || ref === this.trail.here) return;
        this.turn(this.trail.here === null ? Trail.from(ref) : this.trail.to(ref));
    }

    /** In a tab of its own it leads the views beside; in the inspector it stands beside another. */
    private walk(trail: Trail): void {
        this.turn(trail);
        if (!this.isInspector) this.given?.frame.selected(trail.here);
    }

    private get isInspector(): boolean {
        return this.closest('.wb-inspector') !== null;
    }

    private turn(trail: Trail): void {
        if (trail.here === this.trail.here) return;
        this.trail = trail;
        [this.item, this.pointing, this.state] = [null, [], 'reading'];
        this.requestUpdate();
        void this.read();
    }

    private async read(): Promise<void> {
        const { given, trail: { here } } = this;
        const table = here === null ? undefined : given?.query.table(tableOf(here));
        if (!given || here === null || !table) return;
        const reading = ++this.readings;
        try {
            const ways = incoming(table, given.query.tables());
            const [item, ...pointing] = await Promise.all([given.query.item(here), ...ways.map((way) => this.pointingBy(way, here, this.shownBy(way)))]);
            if (reading !== this.readings) return;
            [this.item, this.pointing, this.state] = [item, pointing.filter(({ total }) => total > 0), 'read'];
            this.titles?.learn(item);
        } catch (failure) {
            if (reading !== this.readings) return;
            this.state = failure instanceof Refusal && failure.status === 404 ? 'gone' : 'failed';
        }
        this.requestUpdate();
    }

    /** As many as are shown already, so that a change elsewhere takes none away. */
    private shownBy({ table, field }: Incoming): number {
        const known = this.pointing.find((each) => each.table.id === table.id && each.field.id === field.id);
        return Math.max(PAGE, known?.items.length ?? 0);
    }

    private async pointingBy(way: Incoming, ref: string, limit: number): Promise<Pointing> {
        const page = await this.pageOf(way, ref, 0, limit);
        return { ...way, items: page?.items ?? [], total: page?.total ?? 0 };
    }

    private pageOf({ table, field }: Incoming, ref: string, offset: number, limit: number) {
        return this.given?.query.items({ table: table.id, where: pointsAt(ref, field), sort: [{ field: table.title }], offset, limit });
    }

    private async more(pointing: Pointing): Promise<void> {
        const { here } = this.trail;
        const page = here === null ? undefined : await this.pageOf(pointing, here, pointing.items.length, PAGE);
        if (!page || this.trail.here !== here) return;
        const grown = { ...pointing, items: [...pointing.items, ...page.items], total: page.total };
        this.pointing = this.pointing.map((each) => (each === pointing ? grown : each));
        this.requestUpdate();
    }

    private happened(commit: Commit): void {
        this.titles?.follow(commit);
        const { here } = this.trail;
        const table = here === null ? undefined : this.given?.query.table(tableOf(here));
        if (!table || !this.given) return;
        const sources = new Set(incoming(table, this.given.query.tables()).map((way) => way.table.id));
        if (!commit.changes.some(({ ref }) => ref === here || sources.has(tableOf(ref)))) return;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.read(), SETTLE_MILLIS);
    }

    protected override render(): TemplateResult | typeof nothing {
        const { given } = this;
        if (!given) return nothing;
        const header = this.isInspector ? inspectorHeader('links', given.frame) : nothing;
        return html`${header}
            <div class="wb-panel-body" tabindex="0" role="region" aria-label=${t('links.title')}>${this.body(given)}</div>`;
    }

    private body(given: Given): TemplateResult {
        const { here } = this.trail;
        const table = here === null ? undefined : given.query.table(tableOf(here));
        if (here === null || !table) return html`<p class="wb-panel-none">${t('links.none')}</p>`;
        return html`<nav class="wb-links-way">
                ${this.step('links.back', 'back', this.trail.canGoBack, () => this.walk(this.trail.back()))}
                ${this.step('links.forward', 'forward', this.trail.canGoForward, () => this.walk(this.trail.forward()))}
                <span class="wb-gap"></span>
                <button class="quiet" @click=${() => given.frame.openItem(here)}>${mark('link')}${t('links.open')}</button>
            </nav>
            <h3 aria-live="polite">${this.titles?.titleOf(here) ?? here}</h3>
            <p class="wb-panel-sub">${text(table.label)}</p>
            ${this.neighbours(table)}`;
    }

    private step(label: 'links.back' | 'links.forward', name: 'back' | 'forward', can: boolean, go: () => void): TemplateResult {
        return html`<button class="icon" aria-label=${t(label)} title=${t(label)} ?disabled=${!can} @click=${go}>${mark(name)}</button>`;
    }

    private neighbours(table: Table): TemplateResult {
        switch (this.state) {
            case 'reading':
                return html`<p class="wb-panel-none" aria-busy="true"></p>`;
            case 'gone':
                return html`<p class="wb-panel-none">${t('links.gone')}</p>`;
            case 'failed':
                return html`<p class="wb-problem">${mark('warning')}<span>${t('links.failed')}</span></p>
                    <button @click=${() => void this.read()}>${t('grid.failed.retry')}</button>`;
            case 'read':
                return this.both(this.item ? outgoing(table, this.item) : []);
        }
    }

    private both(out: readonly Outgoing[]): TemplateResult {
        return html`<section aria-label=${t('links.to')}>
                <h4>${mark('arrowOut')}${t('links.to')}</h4>
                ${out.length === 0 ? html`<p class="wb-panel-none">${t('links.to.none')}</p>` : out.map((each) => this.pointsTo(each))}
            </section>
            <section aria-label=${t('links.from')}>
                <h4>${mark('arrowIn')}${t('links.from')}</h4>
                ${this.pointing.length === 0 ? html`<p class="wb-panel-none">${t('links.from.none')}</p>` : this.pointing.map((each) => this.pointedBy(each))}
            </section>`;
    }

    private pointsTo({ field, refs, address }: Outgoing): TemplateResult {
        return html`<h5>${text(field.label)}</h5>
            <ul class="wb-links" aria-label=${text(field.label)}>
                ${refs.map((ref) => this.link(ref, this.titles?.titleOf(ref) ?? ref))}
                ${address === null ? nothing : html`<li><a href=${address} target="_blank" rel="noreferrer">${address}</a></li>`}
            </ul>`;
    }

    private pointedBy(pointing: Pointing): TemplateResult {
        const { table, field, items, total } = pointing;
        const label = t('links.field', { table: text(table.label), field: text(field.label) });
        return html`<h5>${label}<span class="wb-links-count">${total.toLocaleString('en-US')}</span></h5>
            <ul class="wb-links" aria-label=${label}>
                ${items.map((item) => this.link(item.ref, this.given ? titleIn(item, this.given.query) : item.ref))}
            </ul>
            ${total > items.length ? html`<button class="quiet" @click=${() => void this.more(pointing)}>${t('links.more', { count: Math.min(PAGE, total - items.length) })}</button>` : nothing}`;
    }

    private link(ref: string, title: string): TemplateResult {
        return html`<li><button class="wb-link" @click=${() => this.walk(this.trail.to(ref))}>${title}</button></li>`;
    }

    /** Arrows go through the links; with Alt they go back and forward, as in a browser. */
    private pressed(event: KeyboardEvent): void {
        if (event.isComposing || event.ctrlKey || event.metaKey) return;
        const back = (event.altKey && event.key === 'ArrowLeft') || event.key === 'Backspace';
        if (back) this.walk(this.trail.back());
        else if (event.altKey && event.key === 'ArrowRight') this.walk(this.trail.forward());
        else if (!event.altKey && event.key === 'ArrowDown') this.move(1);
        else if (!event.altKey && event.key === 'ArrowUp') this.move(-1);
        else return;
        event.preventDefault();
    }

    private move(by: number): void {
        const links = [...this.querySelectorAll<HTMLElement>('.wb-links button, .wb-links a')];
        const at = links.findIndex((link) => link === document.activeElement);
        links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
    }
}

customElements.define('wb-links', LinksView);

export default LinksView;
