import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Field, Item, Table, Words } from '../client';
import type { Dispose } from '../feed';
import { mark } from '../marks';
import { FollowsSettings, t, tCount, text } from '../settings';
import { titleIn } from '../titles';
import { shown, type Reading } from '../values';
import type { Given } from '../view';

const PAGE = 50;

/** What a figure comes from. */
export interface Behind {
    /** Which figure: its period and its measure. */
    readonly title: string;
    readonly value: string;
    readonly definition: Words | null;
    /** How it is worked out, with its numbers; empty where rows are added up. */
    readonly working: string;
    readonly table: Table | null;
    readonly where: string | undefined;
    readonly field: Field | null;
    readonly asOf: string | null;
}

/** The rows behind a figure, beside it: each leads to where it is written. */
export class BehindPanel extends LitElement {
    private given: Given | null = null;
    private reading: Reading | null = null;
    private shows: Behind | null = null;
    private items: readonly Item[] = [];
    private total = 0;
    private failed = false;
    private asked = 0;
    private close: Dispose = () => undefined;

    constructor() {
        super();
        new FollowsSettings(this);
        this.addEventListener('keydown', (event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            this.close();
        });
    }

    begin(given: Given, reading: Reading, close: Dispose): void {
        [this.given, this.reading, this.close] = [given, reading, close];
    }

    show(behind: Behind | null): void {
        const same = behind?.table === this.shows?.table && behind?.where === this.shows?.where && behind?.asOf === this.shows?.asOf;
        this.shows = behind;
        this.hidden = behind === null;
        if (!same) [this.items, this.total] = [[], 0];
        this.requestUpdate();
        if (behind?.table) void this.read(Math.max(PAGE, same ? this.items.length : 0));
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private async read(limit: number): Promise<void> {
        const { shows, given } = this;
        const asked = ++this.asked;
        if (!shows?.table || !given) return;
        const page = await given.query.items({ table: shows.table.id, where: shows.where, asOf: shows.asOf ?? undefined, offset: 0, limit }).catch(() => null);
        if (asked !== this.asked) return;
        this.failed = page === null;
        if (page) [this.items, this.total] = [page.items, page.total];
        this.requestUpdate();
    }

    protected override render(): TemplateResult | typeof nothing {
        const { shows } = this;
        if (!shows) return nothing;
        return html`<header class="wb-panel-header">
                <h2>${t('behind.title')}</h2>
                <button class="icon" aria-label=${t('behind.close')} @click=${() => this.close()}>${mark('cross')}</button>
            </header>
            <div class="wb-panel-body" tabindex="0" role="region" aria-label=${t('behind.title')}>
                <h3>${shows.title}</h3>
                <p class="wb-behind-value">${shows.value === '' ? t('grid.cell.empty') : shows.value}</p>
                ${shows.definition ? html`<p class="wb-panel-sub">${t('behind.definition', { words: text(shows.definition) })}</p>` : nothing}
                ${shows.working === '' ? nothing : html`<p class="wb-behind-working">${shows.working}</p>`} ${this.rows(shows)}
            </div>`;
    }

    private rows(shows: Behind): TemplateResult | typeof nothing {
        if (!shows.table) return nothing;
        if (this.failed) return html`<p class="wb-problem" role="alert">${mark('warning')}${t('grid.failed')}</p>`;
        return html`<h4>${text(shows.table.label)} · ${tCount('status.rows', this.total)}</h4>
            <ul class="wb-behind-rows">
                ${this.items.map((item) => this.row(item, shows.field))}
            </ul>
            ${
                this.items.length < this.total
                    ? html`<button @click=${() => void this.read(this.items.length + PAGE)}>${t('behind.more', { count: this.total - this.items.length })}</button>`
                    : nothing
            }`;
    }

    private row(item: Item, field: Field | null): TemplateResult {
        const { given, reading } = this;
        if (!given || !reading) throw new Error('the rows behind a figure are shown before it was given where to read');
        const value = field ? shown(field, item.values[field.id], reading) : '';
        return html`<li>
            <button class="quiet" @click=${() => given.frame.openItem(item.ref)}>
                <span class="wb-behind-name">${titleIn(item, given.query)}</span>${value === '' ? nothing : html`<span class="wb-behind-figure">${value}</span>`}
            </button>
        </li>`;
    }
}

customElements.define('wb-behind', BehindPanel);
