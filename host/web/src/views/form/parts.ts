import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Item, Problem, Table, ViewSpec } from '../../client';
import type { Draft } from '../../grid/draft';
import { mark } from '../../marks';
import { grouped } from '../../numbers';
import { t, text } from '../../settings';
import { alignsRight, isDerived, isUnset, valueType } from '../../values';
import type { FieldGroup } from './groups';

type Shown = TemplateResult | typeof nothing;

export interface FormActions {
    readonly before: () => void;
    readonly after: () => void;
    readonly create: () => void;
    readonly save: () => void;
    readonly discard: () => void;
    readonly inspect: () => void;
    readonly again: () => void;
}

export interface FormBarState {
    readonly place: number | null;
    readonly total: number | null;
    readonly isPast: boolean;
    readonly isDrafting: boolean;
}

export function formBar(state: FormBarState, act: FormActions): TemplateResult {
    const { place, total, isPast, isDrafting } = state;
    const isFirst = isDrafting || place === 0;
    const isLast = isDrafting || (place !== null && total !== null && place + 1 >= total);
    const where = place === null || total === null ? '' : t('form.place', { place: grouped(String(place + 1)), total: grouped(String(total)) });
    return html`<div class="wb-toolbar" role="toolbar" aria-label=${t('form.title')}>
        <button aria-label=${t('form.before')} ?disabled=${isFirst} @click=${act.before}>${mark('up')}<kbd>Alt ↑</kbd></button>
        <button aria-label=${t('form.after')} ?disabled=${isLast} @click=${act.after}>${mark('down')}<kbd>Alt ↓</kbd></button>
        <span class="wb-form-place" role="status">${where}</span>
        <span class="wb-gap"></span>
        <button ?disabled=${isPast || isDrafting} @click=${act.create}>${mark('plus')}${t('grid.newRow')}</button>
        <button @click=${act.inspect}>${mark('history')}${t('grid.history')}</button>
    </div>`;
}

export function fieldGroups(groups: readonly FieldGroup[], table: Table, item: Item | null, draft: Draft | null): readonly TemplateResult[] {
    return groups.map(
        ({ label, fields }) => html`<section class="wb-form-group">
            <h3>${text(label)}</h3>
            <div class="wb-form-fields">${fields.map((field) => fieldPlace(field, isNeeded(field, table, draft), isUnset(item?.values[field.id])))}</div>
        </section>`,
    );
}

function isNeeded(field: Field, table: Table, draft: Draft | null): boolean {
    return field.required === true || (draft !== null && table.key.includes(field.id));
}

function fieldPlace(field: Field, needed: boolean, unset: boolean): TemplateResult {
    const kinds = [`type-${valueType(field)}`, alignsRight(field) ? 'right' : '', isDerived(field) ? 'derived' : ''].join(' ').trim();
    const unit = unitOf(field);
    return html`<div class="wb-form-field ${field.type === 'markdown' ? 'wide' : ''}">
        <div class="wb-form-label">
            <span>${text(field.label)}</span>
            ${unit === '' ? nothing : html`<span class="wb-header-unit">${unit}</span>`}
            ${needed ? html`<span class="wb-form-needed ${unset ? 'missing' : ''}">${unset ? mark('warning') : nothing}${t('grid.cell.required')}</span>` : nothing}
        </div>
        <div class="wb-form-cell ${kinds}" data-field=${field.id}></div>
        ${field.description ? html`<p class="wb-form-note">${text(field.description)}</p>` : nothing}
        ${field.requiredWhen ? html`<p class="wb-form-note">${t('form.neededWhen')} <code>${field.requiredWhen}</code></p>` : nothing}
    </div>`;
}

function unitOf(field: Field): string {
    if (field.unit) return typeof field.unit === 'string' ? field.unit : text(field.unit);
    return valueType(field) === 'money' ? (field.currency ?? '') : '';
}

export function draftStrip(state: string, act: Pick<FormActions, 'save' | 'discard'>): TemplateResult {
    return html`<div class="wb-draft" role="status">
        <span>${state}</span>
        <span class="wb-gap"></span>
        <button class="primary" @click=${act.save}>${t('draft.save')}<kbd>Ctrl Enter</kbd></button>
        <button @click=${act.discard}>${t('draft.discard')}</button>
    </div>`;
}

export function goneNotice(asOf: string | null, act: Pick<FormActions, 'inspect'>): TemplateResult {
    return html`<p class="wb-problem" role="alert">
        ${mark('warning')}<span>${t(asOf === null ? 'form.gone' : 'form.notYet')}</span>
        <button @click=${act.inspect}>${t('grid.history')}</button>
    </p>`;
}

export function nothingChosen(failed: boolean, act: Pick<FormActions, 'again' | 'create'>, isGone: boolean): Shown {
    if (isGone) return nothing;
    return html`<section class="wb-form-none">
        <p>${t(failed ? 'grid.failed' : 'form.none')}</p>
        ${
            failed
                ? html`<button class="primary" @click=${act.again}>${t('grid.failed.retry')}</button>`
                : html`<button class="primary" @click=${act.create}>${mark('plus')}${t('grid.newRow')}</button>`
        }
    </section>`;
}

/** A view whose options are wrong says so where it would stand. */
export function optionProblem(view: ViewSpec, problem: Problem): TemplateResult {
    return html`<section class="wb-empty" role="alert">
        <h2>${t('options.title', { view: text(view.label) })}</h2>
        <p class="wb-problem">${mark('warning')}<span>${text(problem.message)}</span></p>
        <p>${text(problem.hint)}</p>
    </section>`;
}
