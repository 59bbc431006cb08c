import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { tableOf, type Item } from '../../client';
import { localTime } from '../../dates';
import { mark } from '../../marks';
import { isWebAddress, languageOf } from '../../reading';
import { safeHtml, safeMarkdown } from '../../safe';
import { t, text } from '../../settings';
import { titleIn } from '../../titles';
import { isUnset, plain, shown, type Reading } from '../../values';
import type { Query } from '../../view';
import type { ReaderOptions } from './options';
import { day } from './panes';
import type { Thread } from './thread';

type Shown = TemplateResult | typeof nothing;

export interface ArticleState {
    readonly item: Item;
    readonly language: string;
    readonly isRead: boolean | undefined;
    readonly isStarred: boolean;
    readonly isPast: boolean;
    readonly writes: boolean;
}

export interface ArticleActions {
    readonly toggleRead: () => void;
    readonly toggleStar: () => void;
    readonly write: () => void;
    readonly pressed: (event: Event) => void;
}

export function article(state: ArticleState, options: ReaderOptions, query: Query, reading: Reading, act: ArticleActions): TemplateResult {
    const { item } = state;
    const title = titleIn(item, query);
    return html`<article class="wb-article" tabindex="0" aria-label=${title} @click=${act.pressed}>
        ${meta(state, options, reading, act)}
        <h2 lang=${languageOf(title) || state.language || nothing}>${title}</h2>
        ${body(state, options)} ${original(item, options)} ${note(state, options, act)}
    </article>`;
}

function meta({ item, isRead, isStarred, isPast }: ArticleState, options: ReaderOptions, reading: Reading, act: ArticleActions): TemplateResult {
    const said = [options.source, options.author].map((field) => (field ? shown(field, item.values[field.id], reading) : '')).filter((part) => part !== '');
    const when = options.date ? item.values[options.date.id] : undefined;
    return html`<p class="wb-article-meta">
        ${said.map((part) => html`<span>${part}</span>`)} ${isUnset(when) ? nothing : html`<time datetime=${plain(when)}>${options.date?.type === 'date' ? plain(when) : localTime(plain(when))}</time>`}
        <span class="wb-gap"></span>
        ${
            options.marks && !isPast
                ? html`${
                      options.marks.star
                          ? html`<button class="quiet" aria-pressed=${String(isStarred)} @click=${act.toggleStar}>${mark(isStarred ? 'starred' : 'star')}${t('reader.star')}<kbd>S</kbd></button>`
                          : nothing
                  }
                      <button class="quiet" aria-pressed=${String(isRead === true)} @click=${act.toggleRead}>${mark('tick')}${t('reader.isRead')}<kbd>M</kbd></button>`
                : nothing
        }
    </p>`;
}

/** The text; where a source gives none, its summary. */
function body({ item, language }: ArticleState, options: ReaderOptions): TemplateResult {
    const fields = [options.body, options.summary].filter((field) => field !== undefined);
    const words = fields.map((field) => item.values[field.id]).find((value) => !isUnset(value));
    if (words === undefined) return html`<p class="wb-panel-none">${t('reader.noText')}</p>`;
    return html`<div class="wb-prose" lang=${language || nothing}>${guard([words, t('page.picture')], () => fragmentOf(plain(words)))}</div>`;
}

function fragmentOf(words: string): DocumentFragment {
    const picture = { picture: t('page.picture') };
    return /<[a-z][^<>]*>/i.test(words) ? safeHtml(words, picture) : safeMarkdown(words, picture);
}

function original(item: Item, { address }: ReaderOptions): Shown {
    const link = address ? plain(item.values[address.id]) : '';
    if (!isWebAddress(link)) return nothing;
    return html`<p class="wb-original">
        <a href=${link} target="_blank" rel="noopener noreferrer">${mark('link')}<span>${t('reader.original')}</span></a><kbd>O</kbd><small>${link}</small>
    </p>`;
}

function note({ item, isPast, writes }: ArticleState, { note: field }: ReaderOptions, act: ArticleActions): Shown {
    if (!field) return nothing;
    const words = isUnset(item.values[field.id]) ? '' : plain(item.values[field.id]);
    return html`<section class="wb-article-note">
        <header>
            <h3>${text(field.label)}</h3>
            ${isPast || writes ? nothing : html`<button @click=${act.write}>${mark('pencil')}${t('page.write')}<kbd>E</kbd></button>`}
        </header>
        ${
            writes
                ? html`<wb-writing></wb-writing>`
                : words === ''
                  ? html`<p class="wb-panel-none">${t('reader.noNote')}</p>`
                  : html`<div class="wb-prose" lang=${languageOf(words) || nothing}>${guard([words], () => safeMarkdown(words, { picture: t('page.picture') }))}</div>`
        }
    </section>`;
}

export interface ThreadActions {
    readonly choose: (ref: string) => void;
    readonly open: (ref: string) => void;
}

/** What else is told of the same story, and what in other tables belongs to it. */
export function threadPane(thread: Thread | null, current: string, options: ReaderOptions, query: Query, reading: Reading, act: ThreadActions): TemplateResult {
    if (!thread) return html`<aside class="wb-thread" tabindex="0" aria-label=${t('reader.thread')}><h3>${t('reader.thread')}</h3><p class="wb-panel-none">${t('reader.noThread')}</p></aside>`;
    const { story, items, total, others } = thread;
    const tables = [...new Set(others.map(({ ref }) => tableOf(ref)))];
    return html`<aside class="wb-thread" tabindex="0" aria-label=${t('reader.thread')}>
        <h3>${t('reader.thread')}</h3>
        <button class="quiet wb-thread-story" @click=${() => act.open(story.ref)}>${titleIn(story, query)}</button>
        <ol>
            ${items.map(
                (item) => html`<li>
                    <button class="quiet" aria-current=${item.ref === current ? 'true' : nothing} @click=${() => act.choose(item.ref)}>
                        <time>${day(item, options)}</time>
                        <span>${titleIn(item, query)}<small>${options.source ? shown(options.source, item.values[options.source.id], reading) : ''}</small></span>
                    </button>
                </li>`,
            )}
        </ol>
        ${total > items.length ? html`<p class="wb-panel-none">${t('reader.more', { count: total - items.length })}</p>` : nothing}
        ${tables.map(
            (table) => html`<h3>${text(query.table(table)?.label)}</h3>
                <ol>
                    ${others.filter(({ ref }) => tableOf(ref) === table).map(
                        ({ ref, values }) => html`<li>
                            <button class="quiet" @click=${() => act.open(ref)}><span>${titleIn({ ref, values, revision: 0 }, query)}</span></button>
                        </li>`,
                    )}
                </ol>`,
        )}
    </aside>`;
}
