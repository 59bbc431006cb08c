import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../client';
import { mark } from '../../marks';
import { grouped as thousands } from '../../numbers';
import { languageNamed, languageOf } from '../../reading';
import { t } from '../../settings';
import { isUnset, plain, shown, type Reading } from '../../values';
import type { ReaderOptions } from './options';
import { grouped, type Source, type SourceList } from './sources';
import type { Showing } from './stories';

type Shown = TemplateResult | typeof nothing;

export interface SourcesState {
    readonly list: SourceList | null;
    readonly source: string | null;
    readonly showing: Showing;
    readonly hasMarks: boolean;
    readonly hasStars: boolean;
}

export interface SourcesActions {
    readonly choose: (source: string | null) => void;
    readonly show: (showing: Showing) => void;
}

const MARKS = { all: 'table', unread: 'unread', starred: 'star' } as const;

/** What is shown, then the sources by what they stand under. */
export function sourcesPane(state: SourcesState, act: SourcesActions): TemplateResult {
    const { list } = state;
    const showings: readonly Showing[] = state.hasMarks ? (state.hasStars ? ['unread', 'starred', 'all'] : ['unread', 'all']) : ['all'];
    const counts = { all: list?.total ?? null, unread: list?.unread ?? null, starred: null };
    return html`<nav class="wb-sources" aria-label=${t('reader.sources')} @keydown=${walked}>
        <ul aria-label=${t('reader.showing')}>
            ${showings.map(
                (showing) => html`<li>
                    <button aria-pressed=${String(state.showing === showing)} @click=${() => act.show(showing)}>
                        ${mark(MARKS[showing])}<span>${t(`reader.${showing}`)}</span>${number(counts[showing])}
                    </button>
                </li>`,
            )}
        </ul>
        ${list && list.sources.length > 0 ? everySource(list, state, act) : nothing}
    </nav>`;
}

function everySource(list: SourceList, state: SourcesState, act: SourcesActions): TemplateResult {
    return html`<ul aria-label=${t('reader.sources')}>
            <li>
                <button aria-current=${state.source === null ? 'true' : nothing} @click=${() => act.choose(null)}>
                    <span>${t('reader.everySource')}</span>${number(list.total)}
                </button>
            </li>
        </ul>
        ${grouped(list.sources).map(
            ([group, sources]) => html`<h3>${group === '' ? t('reader.sources') : group}</h3>
                <ul aria-label=${group === '' ? t('reader.sources') : group}>
                    ${sources.map((source) => oneSource(source, state, act))}
                </ul>`,
        )}`;
}

function oneSource(source: Source, state: SourcesState, act: SourcesActions): TemplateResult {
    const { ref, title, unread, total } = source;
    const said = unread === null ? t('reader.count', { total }) : t('reader.counts', { unread, total });
    return html`<li>
        <button
            class=${total === 0 ? 'empty' : ''}
            aria-current=${state.source === ref ? 'true' : nothing}
            aria-label="${title}, ${said}"
            @click=${() => act.choose(ref)}
        >
            <span lang=${languageOf(title) || nothing}>${title}</span>
            <small>${unread === null ? nothing : html`<b class=${unread > 0 ? 'some' : ''}>${thousands(String(unread))}</b> / `}${thousands(String(total))}</small>
        </button>
    </li>`;
}

function number(count: number | null): Shown {
    return count === null ? nothing : html`<small>${thousands(String(count))}</small>`;
}

/** Up and down from source to source; Tab leaves them. */
function walked(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
    const at = all.indexOf(event.target as HTMLButtonElement);
    event.preventDefault();
    all[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

export interface RowState {
    readonly item: Item | undefined;
    readonly place: number;
    readonly total: number;
    readonly isChosen: boolean;
    readonly isRead: boolean | undefined;
    readonly isStarred: boolean;
    readonly offset: string;
}

/** One story of the list: its title, where it stands and when. */
export function storyRow(state: RowState, title: string, options: ReaderOptions, reading: Reading, choose: () => void): TemplateResult {
    const { item, isRead, isStarred } = state;
    const when = item ? day(item, options) : '';
    const source = item && options.source ? shown(options.source, item.values[options.source.id], reading) : '';
    const said = [isRead === false ? t('reader.isUnread') : '', isStarred ? t('reader.isStarred') : '', title, source, when].filter((part) => part !== '');
    return html`<div
        id="wb-story-${state.place}"
        data-ref=${item?.ref ?? nothing}
        class="wb-story ${isRead === false ? 'unread' : ''} ${item ? '' : 'loading'}"
        role="option"
        aria-selected=${String(state.isChosen)}
        aria-setsize=${state.total}
        aria-posinset=${state.place + 1}
        aria-label=${said.join(', ')}
        .style=${`top: ${state.offset}`}
        @click=${choose}
    >
        <span class="wb-story-marks">${isRead === false ? mark('unread') : nothing}${isStarred ? mark('starred') : nothing}</span>
        <strong lang=${languageOf(title) || nothing}>${title}</strong>
        <small><span>${when}</span><span>${source}</span></small>
    </div>`;
}

export function day(item: Item, { date }: ReaderOptions): string {
    const value = date ? item.values[date.id] : undefined;
    return isUnset(value) ? '' : plain(value).slice(0, 10);
}

/** What the source says it writes; else what the text looks like. */
export function languageFor(source: Item | null, options: ReaderOptions, words: string): string {
    const named = options.language && source ? languageNamed(plain(source.values[options.language.id])) : '';
    const seen = languageOf(words);
    // A source may quote in another language; what the letters say is surer than what it says of itself.
    return seen === 'zh-CN' || named === '' || named === 'null' ? seen : named;
}

export function nothingListed(showing: Showing, failed: boolean, isNarrowed: boolean, act: { again(): void; all(): void }): TemplateResult {
    if (failed) return html`<section class="wb-reader-none"><p>${t('grid.failed')}</p><button class="primary" @click=${() => act.again()}>${t('grid.failed.retry')}</button></section>`;
    const words = showing === 'unread' ? 'reader.noneUnread' : showing === 'starred' ? 'reader.noneStarred' : isNarrowed ? 'empty.filter' : 'reader.none';
    return html`<section class="wb-reader-none">
        <p>${t(words)}</p>
        ${showing === 'all' && !isNarrowed ? nothing : html`<button class="primary" @click=${() => act.all()}>${t('reader.showAll')}</button>`}
    </section>`;
}

