import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../client';
import { mark } from '../marks';
import { settings, t, text } from '../settings';
import { FORMATS, type ExportFormat } from '../takeout';
import type { Subject } from '../view';
import { listed, type WordKey } from '../words';
import { builder, type BuilderActions, type BuilderState } from './builder';
import { fieldsOf } from './columns';
import { lookPanel } from './lookpanel';
import type { Looks } from './looks';
import { placeBeside } from './place';

type Shown = TemplateResult | typeof nothing;

export interface BarsState {
    readonly subject: Subject | null;
    readonly filter: string;
    readonly condition: string;
    readonly showsCondition: boolean;
    /** Whether nothing can be changed. */
    readonly isPast: boolean;
    /** Whether it shows what changed since a time. */
    readonly compares: boolean;
    readonly problem: Problem | null;
    readonly failed: boolean;
    readonly hasRow: boolean;
    readonly isEmpty: boolean;
    readonly isFiltered: boolean;
    readonly draft: string | null;
    /** Of this grid alone: several stand side by side. */
    readonly id: string;
    readonly looks: Looks | null;
    readonly builder: BuilderState | null;
    /** How much is selected, in words. */
    readonly range: string;
}

export interface BarsActions {
    readonly filterTyped: (event: InputEvent) => void;
    readonly filterKey: (event: KeyboardEvent) => void;
    readonly toggleCondition: () => void;
    readonly applyCondition: (condition: string) => void;
    readonly clearCondition: () => void;
    readonly clearFilters: () => void;
    readonly chooseTime: () => void;
    readonly backToNow: () => void;
    readonly takeOut: (format: ExportFormat) => void;
    readonly newRow: () => void;
    readonly deleteRow: () => void;
    readonly saveDraft: () => void;
    readonly discardDraft: () => void;
    readonly bringIn: () => void;
    readonly inspect: () => void;
    readonly again: () => void;
    readonly builder: BuilderActions;
}

export function toolbar(state: BarsState, act: BarsActions): TemplateResult {
    const past = state.isPast;
    return html`<div class="wb-toolbar" role="toolbar" aria-label=${text(state.subject?.view.label)}>
        <label class="wb-filter field">
            ${mark('search')}
            <input
                type="search"
                aria-label=${t('grid.filter')}
                placeholder=${t('grid.filter')}
                .value=${state.filter}
                @input=${act.filterTyped}
                @compositionend=${act.filterTyped}
                @keydown=${act.filterKey}
            />
        </label>
        <button aria-expanded=${String(state.showsCondition)} @click=${act.toggleCondition}>${mark('condition')}${t('grid.where')}</button>
        <button title=${t('grid.asOf.choose')} @click=${act.chooseTime}>${mark('clock')}${t('grid.asOf')}</button>
        ${lookMenu(state)}
        <span class="wb-gap"></span>
        <span class="wb-range-words" role="status">${state.range}</span>
        ${exportMenu(state, act)}
        <button ?disabled=${past} @click=${act.bringIn}>${mark('bringIn')}${t('import.action')}</button>
        <button ?disabled=${past} @click=${act.newRow}>${mark('plus')}${t('grid.newRow')}</button>
        <button ?disabled=${past || !state.hasRow} @click=${act.deleteRow}>${mark('bin')}${t('grid.deleteRow')}</button>
        <button @click=${act.inspect}>${mark('history')}${t('grid.history')}</button>
    </div>`;
}

/** What is on the screen, as a file. */
function exportMenu(state: BarsState, act: BarsActions): TemplateResult {
    const chosen = (event: Event, format: ExportFormat) => {
        closeMenu(event);
        act.takeOut(format);
    };
    const id = `wb-export-${state.id}`;
    return html`<button popovertarget=${id}>${mark('takeOut')}${t('export.action')}</button>
        <div id=${id} class="wb-menu" popover @toggle=${placeMenu}>
            ${FORMATS.map((format) => html`<button class="quiet" @click=${(event: Event) => chosen(event, format)}>${t(`export.${format}`)}</button>`)}
        </div>`;
}

function lookMenu(state: BarsState): Shown {
    if (!state.looks) return nothing;
    const id = `wb-look-${state.id}`;
    return html`<button popovertarget=${id} aria-haspopup="dialog">${mark('layout')}${t('look.action')}</button>
        <div id=${id} class="wb-menu wb-look" popover role="dialog" aria-label=${t('look.action')} @toggle=${placeMenu}>${lookPanel(state.looks.state, state.looks)}</div>`;
}

/** Below its button: what floats in the top layer knows nothing of where it was written. */
function placeMenu(event: Event): void {
    const menu = event.currentTarget as HTMLElement;
    const button = menu.previousElementSibling;
    if (button) placeBeside(menu, button);
}

function closeMenu(event: Event): void {
    (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
}

export function conditionBar(state: BarsState, act: BarsActions): Shown {
    if (!state.showsCondition) return nothing;
    const { problem } = state;
    const example = `${state.subject?.table.title ?? 'name'}.contains("18")`;
    return html`<form class="wb-condition" @submit=${(event: Event) => conditionGiven(event, act)}>
        <label for="condition-${state.id}">${t('grid.where')}</label>
        <input
            id="condition-${state.id}"
            class="field code"
            spellcheck="false"
            autocomplete="off"
            placeholder=${t('grid.where.example', { example })}
            aria-invalid=${String(problem !== null)}
            aria-describedby="condition-problem-${state.id}"
            .value=${state.condition}
        />
        <button class="primary">${t('grid.where.apply')}</button>
        <button type="button" @click=${act.clearCondition}>${t('grid.where.clear')}</button>
        ${
            problem
                ? html`<p id="condition-problem-${state.id}" class="wb-problem" role="alert">
                      ${mark('warning')}<span><strong>${text(problem.message)}</strong> ${text(problem.hint)}</span>
                  </p>`
                : nothing
        }
    </form>
    ${state.builder ? builder(state.builder, act.builder) : nothing}`;
}

function conditionGiven(event: Event, act: BarsActions): void {
    event.preventDefault();
    act.applyCondition((event.currentTarget as HTMLFormElement).querySelector('input')?.value ?? '');
}

export function draftBar(state: BarsState, act: BarsActions): Shown {
    if (state.draft === null) return nothing;
    return html`<div class="wb-draft" role="status">
        <span>${state.draft}</span>
        <span class="wb-gap"></span>
        <button class="primary" @click=${act.saveDraft}>${t('draft.save')}<kbd>Ctrl Enter</kbd></button>
        <button @click=${act.discardDraft}>${t('draft.discard')}</button>
    </div>`;
}

/** An empty grid says what will be here, and offers the one thing that fills it. */
export function empty(state: BarsState, act: BarsActions): Shown {
    if (state.failed) return teach('grid.failed', '', 'grid.failed.retry', act.again);
    if (!state.isEmpty || !state.subject) return nothing;
    if (state.isFiltered) return teach('empty.filter', t('empty.filter.what'), 'empty.filter.action', act.clearFilters);
    if (state.compares) return html`<section class="wb-empty"><h2>${t('empty.compared')}</h2><p>${t('empty.compared.what')}</p></section>`;
    if (state.isPast) return teach('empty.past', t('empty.past.what'), 'grid.asOf.back', act.backToNow);
    const { table, view } = state.subject;
    if (view.where) return teach('empty.view', t('empty.view.what', { table: text(table.label) }), 'grid.newRow', act.newRow);
    const names = fieldsOf(table, view).slice(0, 4).map((field) => text(field.label));
    const fields = listed(settings.language, names);
    const bringIn = html`<button @click=${act.bringIn}>${t('empty.table.import')}</button>`;
    return teach('empty.table', t('empty.table.what', { table: text(table.label), fields }), 'empty.table.action', act.newRow, bringIn);
}

function teach(title: WordKey, what: string, action: WordKey, run: () => void, other: Shown = nothing): TemplateResult {
    return html`<section class="wb-empty">
        <h2>${t(title)}</h2>
        ${what === '' ? nothing : html`<p>${what}</p>`}
        <div class="wb-actions"><button class="primary" @click=${run}>${t(action)}</button>${other}</div>
    </section>`;
}
