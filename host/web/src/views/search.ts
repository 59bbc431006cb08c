import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Refusal, tableOf, type Fragment, type Highlights, type Hit, type Hits, type Problem } from '../client';
import type { Dispose } from '../feed';
import { mark } from '../marks';
import { hashOf, type Place } from '../places';
import { FollowsSettings, t, tCount, text } from '../settings';
import type { HostPage, PageGiven } from '../view';

const SHOWN = 100;

/** Where the words of the search stand, in whatever table. Follows what others write. */
export class SearchPage extends LitElement implements HostPage {
    private given: PageGiven | null = null;
    private words = '';
    private hits: Hits | null = null;
    private problem: Problem | null = null;
    private asked = 0;

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(given: PageGiven): Dispose {
        this.given = given;
        return given.feed.listen({ commit: () => void this.read(), reload: () => void this.read() });
    }

    arrive(place: Place): void {
        if (place.kind === 'search') this.find(place.words);
    }

    private find(words: string): void {
        if (words === this.words) return;
        this.words = words;
        this.hits = null;
        void this.read();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private async read(): Promise<void> {
        const asked = ++this.asked;
        try {
            const hits = await this.given?.client.search(this.words, SHOWN);
            if (asked === this.asked) [this.hits, this.problem] = [hits ?? null, null];
        } catch (failure) {
            if (asked === this.asked && failure instanceof Refusal) this.problem = failure.problems[0] ?? null;
        }
        this.requestUpdate();
    }

    protected override render(): TemplateResult {
        return html`<div class="wb-page" tabindex="0" role="region" aria-label=${t('search.results')}>
            <header>
                <h2>${t('search.for', { words: this.words })}</h2>
                <p role="status">${this.summary()}</p>
            </header>
            ${this.problem ? html`<p class="wb-problem" role="alert">${mark('warning')}<span><strong>${text(this.problem.message)}</strong> ${text(this.problem.hint)}</span></p>` : nothing}
            <ol class="wb-hits">
                ${this.hits?.hits.map((hit) => this.hit(hit))}
            </ol>
        </div>`;
    }

    private summary(): string {
        if (this.problem) return '';
        if (!this.hits) return t('edit.searching');
        if (this.hits.total === 0) return t('search.none');
        const shown = this.hits.hits.length;
        const count = tCount('status.rows', this.hits.total);
        return shown < this.hits.total ? t('search.first', { count, shown }) : count;
    }

    private hit(hit: Hit): TemplateResult | typeof nothing {
        const table = this.given?.table(tableOf(hit.ref));
        if (!table) return nothing;
        const place = this.given?.placeOf(table);
        const titled = hit.highlights[table.title];
        const title = titled ? marked(titled) : hit.title;
        return html`<li>
            <h3>${place ? html`<a href=${hashOf({ ...place, filter: hit.title })}>${title}</a>` : title}</h3>
            <p class="wb-hit-where">${text(table.label)}</p>
            ${fragments(hit.highlights, table.title).map(
                ([field, parts]) => html`<p><span class="wb-hit-field">${text(table.fields.find((each) => each.id === field)?.label)}</span> ${marked(parts)}</p>`,
            )}
        </li>`;
    }
}

/** What stands in the title is told there. */
function fragments(highlights: Highlights, title: string): [string, readonly Fragment[]][] {
    return Object.entries(highlights).filter(([field]) => field !== title);
}

function marked(parts: readonly Fragment[]): TemplateResult {
    return html`${parts.map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text))}`;
}

customElements.define('wb-search', SearchPage);
