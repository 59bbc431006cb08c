import { html, nothing, type TemplateResult } from 'lit';
import type { Problem, Table } from '../../client';
import { isMark, mark } from '../../marks';
import type { Available, Installed, Plugin } from '../../plugins';
import { settings, t, tCount, text } from '../../settings';
import { listed } from '../../words';
import { facts } from './facts';

type Part = TemplateResult | typeof nothing;

export interface CardParts {
    readonly isBusy: boolean;
    /** What went wrong when something was asked of it here. */
    readonly refused: Pick<Problem, 'message' | 'hint'> | undefined;
    readonly actions: Part;
    readonly below?: Part;
    table(id: string): Table | undefined;
}

/** One plugin: what it is, how it is, what it may do, and what can be done with it. */
export function card(plugin: Plugin, state: Part, parts: CardParts): TemplateResult {
    const name = text(plugin.label);
    return html`<article class="wb-plugin" aria-busy=${String(parts.isBusy)} aria-label=${name} data-plugin=${plugin.id}>
        ${mark(isMark(plugin.icon) ? plugin.icon : 'plugin')}
        <header>
            <h4>${name} <small>${plugin.version}</small></h4>
            ${state}
            <footer>${parts.actions}</footer>
        </header>
        ${plugin.description ? html`<p>${text(plugin.description)}</p>` : nothing} ${parts.refused ? trouble(parts.refused) : nothing}
        <dl>
            ${facts(plugin, (id) => parts.table(id), settings.language).map(({ name: what, words, isWide }) => html`<dt>${what}</dt><dd class=${isWide ? 'wide' : ''}>${words}</dd>`)}
        </dl>
        ${parts.below ?? nothing}
    </article>`;
}

/** How an installed one is; what is wrong with it and what to do stand at it, whatever the others do. */
export function stateOf(plugin: Installed, available: readonly Available[]): TemplateResult {
    const key = plugin.state === 'started' && plugin.problem ? 'troubled' : plugin.state;
    const isFine = plugin.state === 'started' && !plugin.problem;
    const newer = newerOf(plugin, available);
    return html`<span class="wb-plugin-state ${isFine ? 'fine' : 'late'}">${mark(isFine ? 'tick' : 'warning')}${t(`plugins.state.${key}`)}</span>
        ${newer ? html`<span class="wb-plugin-state">${t('plugins.newer', { version: newer.version })}</span>` : nothing}`;
}

export function newerOf({ id, version }: Plugin, available: readonly Available[]): Available | undefined {
    return available.find((offer) => offer.id === id && offer.version !== version);
}

export function trouble({ message, hint }: Pick<Problem, 'message' | 'hint'>): TemplateResult {
    return html`<p class="wb-problem" role="alert">${mark('warning')}<span><strong>${text(message)}</strong> ${text(hint)}</span></p>`;
}

export function alongOf({ along }: Available, names: (id: string) => string): Part {
    if (along.length === 0) return nothing;
    return html`<p class="wb-note-line">${t('plugins.along', { names: listed(settings.language, along.map(names)) })}</p>`;
}

/** What removing takes away and what it leaves, before it is done. */
export function leaving(plugin: Installed, remove: Part, keep: () => void): TemplateResult {
    const stays = { rows: tCount('plugins.rows', plugin.rows ?? 0), tables: tCount('plugins.tables', plugin.tables.length) };
    return html`<div class="wb-plugin-leaving" role="group" aria-label=${t('plugins.remove')}>
        <p>${t('plugins.remove.goes', { views: tCount('plugins.views', plugin.views) })}</p>
        <p>${t('plugins.remove.stays', stays)}</p>
        <footer>${remove} <button class="quiet" @click=${keep}>${t('plugins.keep')}</button></footer>
    </div>`;
}
