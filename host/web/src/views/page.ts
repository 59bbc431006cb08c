import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { Refusal, Unreachable, tableOf, type Item, type Problem } from '../client';
import type { Dispose } from '../feed';
import { mark } from '../marks';
import { grouped } from '../numbers';
import { languageOf } from '../reading';
import { itemPressed, safeMarkdown } from '../safe';
import { FollowsSettings, t, text } from '../settings';
import '../styles/page.css';
import { titleIn } from '../titles';
import { isUnset, plain } from '../values';
import type { Given, View } from '../view';
import { optionProblem } from './form/parts';
import { pageOptions, type PageOptions } from './page/options';
import './page/writing';
import type { Writing } from './page/writing';
import { Walk } from './walk';

/** One item as a page of Markdown, whose links lead to other items; written in place, stored when its writer says so. */
export class PageView extends LitElement implements View {
    private given: Given | null = null;
    private options: PageOptions | null = null;
    private problem: Problem | null = null;
    private walk: Walk | null = null;
    private ref: string | null = null;
    private item: Item | null = null;
    private place: number | null = null;
    private asOf: string | null = null;
    private failed = false;
    private writes = false;
    private disposals: Dispose[] = [];

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(given: Given): Dispose {
        this.given = given;
        const { view, table } = given.subject;
        const options = pageOptions(view, table);
        if ('code' in options) this.problem = options;
        else this.options = options;
        this.requestUpdate();
        if (this.options) this.begin(given);
        return () => this.disposals.forEach((dispose) => dispose());
    }

    private begin(given: Given): void {
        const { subject, query, frame, feed, filter, time } = given;
        const named = filter.startsWith(`${subject.table.id}/`);
        const { where, sort } = subject.view;
        const words = named || filter === '' ? undefined : filter;
        this.walk = new Walk((offset, limit) => query.items({ table: subject.table.id, where, sort, text: words, asOf: this.asOf ?? undefined, offset, limit }));
        const past = () => (this.asOf === null ? null : t('grid.past.note'));
        this.disposals = [
            time.listen(() => this.time(time.asOf)),
            frame.follow((ref) => ref !== null && tableOf(ref) === subject.table.id && this.show(ref)),
            feed.listen({
                commit: (commit) => this.asOf === null && commit.changes.some(({ ref }) => ref === this.ref) && void this.read(),
                reload: () => void this.read(),
                connection: (connected) => connected && this.failed && void this.read(),
            }),
            frame.commands([
                { id: 'before', label: 'form.before', keys: ['Alt ArrowUp', 'K'], run: () => void this.step(-1) },
                { id: 'after', label: 'form.after', keys: ['Alt ArrowDown', 'J'], run: () => void this.step(1) },
                { id: 'write', label: 'page.write', keys: ['E', 'F2'], blocked: past, run: () => this.write() },
                { id: 'saveText', label: 'page.save', keys: ['Ctrl Enter'] },
                { id: 'history', label: 'command.history', keys: ['Alt H'], run: () => frame.inspect() },
            ]),
        ];
        if (named) void this.arrive(filter);
        else if (this.ref === null) void this.step(1);
    }

    /** Who opened this very page goes on in it. */
    private async arrive(ref: string): Promise<void> {
        this.show(ref);
        await this.read();
        await this.updateComplete;
        this.querySelector<HTMLElement>('.wb-page-text')?.focus({ preventScroll: true });
    }

    private async step(by: 1 | -1): Promise<void> {
        if (this.mustStay()) return;
        try {
            const next = await this.walk?.beside(this.ref, by);
            if (next) this.show(next);
        } catch (failure) {
            this.unread(failure);
        }
    }

    private show(ref: string): void {
        if (this.ref === ref || this.mustStay()) return;
        [this.ref, this.item, this.place, this.writes] = [ref, null, null, false];
        this.given?.frame.selected(ref);
        void this.read();
        const { walk } = this;
        void walk?.placeOf(ref).then(
            (place) => {
                if (this.ref !== ref) return;
                this.place = place;
                if (walk.total !== null) this.given?.frame.counted(walk.total, false);
                this.requestUpdate();
            },
            (failure: unknown) => this.unread(failure),
        );
    }

    /** Words that are not stored keep the page where it is. */
    private mustStay(): boolean {
        return this.writes && (this.querySelector<Writing>('wb-writing')?.isDirty ?? false);
    }

    private async read(): Promise<void> {
        const { ref } = this;
        if (ref === null) return;
        try {
            const item = await this.given?.query.item(ref, this.asOf ?? undefined);
            if (this.ref === ref) [this.item, this.failed] = [item ?? null, false];
            this.requestUpdate();
        } catch (failure) {
            if (failure instanceof Refusal && failure.status === 404) this.item = null;
            else this.unread(failure);
            this.requestUpdate();
        }
    }

    private unread(failure: unknown): void {
        if (!(failure instanceof Unreachable)) throw failure;
        this.failed = true;
        this.requestUpdate();
    }

    /** Shows the page as it was at a date, an instant or a revision; null for now. */
    time(asOf: string | null): void {
        if (this.asOf === asOf || this.mustStay()) return;
        [this.asOf, this.writes] = [asOf, false];
        this.walk?.forget();
        void this.read();
        this.requestUpdate();
    }

    private write(): void {
        const { item, given, options } = this;
        if (!item || !given || !options || this.asOf !== null || this.writes) return;
        this.writes = true;
        this.requestUpdate();
        void this.updateComplete.then(() => {
            const done = () => {
                this.writes = false;
                this.requestUpdate();
                void this.read();
                void this.updateComplete.then(() => this.querySelector<HTMLElement>('.wb-page-text')?.focus());
            };
            this.querySelector<Writing>('wb-writing')?.open({ given, field: options.body, item, done });
        });
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override render(): TemplateResult | typeof nothing {
        const { given, options } = this;
        if (!given) return nothing;
        if (this.problem || !options) return this.problem ? optionProblem(given.subject.view, this.problem) : nothing;
        return html`${this.bar()}
            <div class="wb-page-room-own">${this.item ? this.sheet(this.item, given, options) : this.none()}</div>`;
    }

    private bar(): TemplateResult {
        const total = this.walk?.total ?? null;
        const where = this.place === null || total === null ? '' : t('form.place', { place: grouped(String(this.place + 1)), total: grouped(String(total)) });
        const isLast = this.place !== null && total !== null && this.place + 1 >= total;
        return html`<div class="wb-toolbar" role="toolbar" aria-label=${text(this.given?.subject.view.label)}>
            <button aria-label=${t('form.before')} ?disabled=${this.place === 0} @click=${() => void this.step(-1)}>${mark('up')}<kbd>K</kbd></button>
            <button aria-label=${t('form.after')} ?disabled=${isLast} @click=${() => void this.step(1)}>${mark('down')}<kbd>J</kbd></button>
            <span class="wb-form-place" role="status">${where}</span>
            <span class="wb-gap"></span>
            <button ?disabled=${!this.item || this.asOf !== null || this.writes} @click=${() => this.write()}>${mark('pencil')}${t('page.write')}<kbd>E</kbd></button>
            <button @click=${() => this.given?.frame.inspect()}>${mark('history')}${t('grid.history')}</button>
        </div>`;
    }

    private sheet(item: Item, given: Given, { body }: PageOptions): TemplateResult {
        const title = titleIn(item, given.query);
        const words = isUnset(item.values[body.id]) ? '' : plain(item.values[body.id]);
        return html`<article class="wb-page-text ${this.asOf === null ? '' : 'past'}" tabindex="0" aria-label=${title} @click=${(event: Event) => this.pressed(event)}>
            <header>
                <small>${text(given.subject.table.label)} · ${text(body.label)}</small>
                <h2 lang=${languageOf(title) || nothing}>${title}</h2>
            </header>
            ${
                this.writes
                    ? html`<wb-writing></wb-writing>`
                    : words === ''
                      ? html`<p class="wb-panel-none">${t('page.empty', { field: text(body.label) })}</p>`
                      : html`<div class="wb-prose" lang=${languageOf(words) || nothing}>${guard([words, t('page.picture')], () => safeMarkdown(words, { picture: t('page.picture') }))}</div>`
            }
        </article>`;
    }

    private none(): TemplateResult {
        const { asOf, failed, ref } = this;
        if (failed) return html`<p class="wb-problem" role="alert">${mark('warning')}<span>${t('grid.failed')}</span><button @click=${() => void this.read()}>${t('grid.failed.retry')}</button></p>`;
        if (ref === null) return html`<p class="wb-panel-none">${this.walk?.total === 0 ? t('empty.table') : t('history.none')}</p>`;
        return html`<p class="wb-panel-none">${asOf === null ? t('form.gone') : t('form.notYet')}</p>`;
    }

    private pressed(event: Event): void {
        const item = itemPressed(event);
        if (item === null || (event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey) return;
        event.preventDefault();
        this.given?.frame.openItem(item);
    }
}

customElements.define('wb-page-view', PageView);

export default PageView;
