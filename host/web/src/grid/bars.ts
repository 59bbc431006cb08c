import { html, nothing, type TemplateResult } from 'lit';
import { exportAddress, type Problem } from '../client';
import { dayOf } from '../dates';
import { mark } from '../marks';
import { settings, t, text } from '../settings';
import type { Subject } from '../view';
import { listed, type WordKey } from '../words';
import { builder, type BuilderActions, type BuilderState } from './builder';
import { fieldsOf } from './columns';
import { lookPanel } from './lookpanel';
import type { Looks } from './looks';
import { placeBeside } from './place';

const FORMATS = ['xlsx', 'csv', 'md', 'jsonl'] as const;

type Shown = TemplateResult | typeof nothing;

export interface BarsState {
    readonly subject: Subject | null;
    readonly filter: string;
    readonly condition: string;
    readonly showsCondition: boolean;
    readonly choosesDate: boolean;
    readonly asOf: string | null;
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
    readonly chooseDate: () => void;
    readonly goTo: (day: string) => void;
    readonly leaveDate: () => void;
    readonly backToNow: () => void;
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
    const past = state.asOf !== null;
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
        ${past ? nothing : asOfControl(state, act)} ${lookMenu(state)}
        <span class="wb-gap"></span>
        <span class="wb-range-words" role="status">${state.range}</span>
        ${exportMenu(state)}
        <button ?disabled=${past} @click=${act.bringIn}>${mark('bringIn')}${t('import.action')}</button>
        <button ?disabled=${past} @click=${act.newRow}>${mark('plus')}${t('grid.newRow')}</button>
        <button ?disabled=${past || !state.hasRow} @click=${act.deleteRow}>${mark('bin')}${t('grid.deleteRow')}</button>
        <button @click=${act.inspect}>${mark('history')}${t('grid.history')}</button>
    </div>`;
}

/** The table as a file, as of the time that is shown. */
function exportMenu(state: BarsState): TemplateResult {
    const table = state.subject?.table.id ?? '';
    const id = `wb-export-${state.id}`;
    return html`<button popovertarget=${id}>${mark('takeOut')}${t('export.action')}</button>
        <div id=${id} class="wb-menu" popover @toggle=${placeMenu}>
            ${FORMATS.map(
                (format) => html`<a href=${exportAddress(table, format, settings.language, state.asOf ?? undefined)} download @click=${closeMenu}>${t(`export.${format}`)}</a>`,
            )}
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

function asOfControl(state: BarsState, act: BarsActions): TemplateResult {
    if (!state.choosesDate) {
        return html`<button title=${t('grid.asOf.choose')} @click=${act.chooseDate}>${mark('clock')}${t('grid.asOf')}</button>`;
    }
    return html`<form class="wb-as-of" @submit=${(event: Event) => dateGiven(event, act)}>
        <label for="as-of">${t('grid.asOf')}</label>
        <input
            id="as-of"
            class="field"
            type="date"
            required
            aria-label=${t('grid.asOf.choose')}
            max=${dayOf(new Date())}
            @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && act.leaveDate()}
        />
        <button class="primary">${t('grid.asOf.show')}</button>
    </form>`;
}

function dateGiven(event: Event, act: BarsActions): void {
    event.preventDefault();
    act.goTo((event.currentTarget as HTMLFormElement).querySelector('input')?.value ?? '');
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

export function pastBar(state: BarsState, act: BarsActions): Shown {
    if (state.asOf === null) return nothing;
    return html`<div class="wb-past" role="status">
        ${mark('clock')}<strong>${t('grid.asOf.at', { time: state.asOf })}</strong>
        <span class="wb-past-words">${t('grid.asOf.readOnly')}</span>
        <span class="wb-gap"></span>
        <button @click=${act.backToNow}>${t('grid.asOf.back')}<kbd>Esc</kbd></button>
    </div>`;
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
    if (state.asOf !== null) return teach('empty.past', t('empty.past.what'), 'grid.asOf.back', act.backToNow);
    const { table, view } = state.subject;
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
