import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Table, Value } from '../client';
import { t, text } from '../settings';
import { parse, valueType } from '../values';
import { conditionOf, needsValue, operatorsOf, type Operator } from './conditions';

export interface BuilderState {
    readonly table: Table;
    readonly field: string;
    readonly operator: Operator | null;
    /** The items a reference can be compared with, by their titles. */
    readonly titles: readonly { readonly ref: string; readonly title: string }[];
}

export interface BuilderActions {
    /** Another field or operator was chosen. */
    choose(field: string, operator: Operator | null): void;
    /** One more condition that must hold. */
    add(condition: string): void;
}

/** A condition by choosing: field, comparison, value. What it comes to stands in the line beside it, to read and to change. */
export function builder(state: BuilderState, act: BuilderActions): TemplateResult {
    const field = state.table.fields.find(({ id }) => id === state.field) ?? state.table.fields[0];
    if (!field) return html``;
    const operators = operatorsOf(field);
    const operator = state.operator && operators.includes(state.operator) ? state.operator : operators[0];
    if (!operator) return html``;
    return html`<form class="wb-builder" @submit=${(event: Event) => built(event, field, operator, act)}>
        <select class="field" aria-label=${t('builder.field')} @change=${(event: Event) => act.choose(valueIn(event), null)}>
            ${state.table.fields.map((each) => html`<option value=${each.id} ?selected=${each === field}>${text(each.label)}</option>`)}
        </select>
        <select class="field" aria-label=${t('builder.operator')} @change=${(event: Event) => act.choose(field.id, valueIn(event) as Operator)}>
            ${operators.map((each) => html`<option value=${each} ?selected=${each === operator}>${t(`builder.${each}`)}</option>`)}
        </select>
        ${needsValue(operator) ? valueField(field, state) : nothing}
        <button>${t('builder.add')}</button>
    </form>`;
}

function valueField(field: Field, state: BuilderState): TemplateResult {
    const options = optionsOf(field, state);
    const label = t('builder.value');
    if (options) {
        return html`<select class="field" name="value" aria-label=${label}>
            ${options.map(([id, words]) => html`<option value=${id}>${words}</option>`)}
        </select>`;
    }
    const type = { date: 'date', month: 'month' }[valueType(field)] ?? 'text';
    return html`<input class="field" name="value" type=${type} required autocomplete="off" aria-label=${label} placeholder=${label} />`;
}

function optionsOf(field: Field, { titles }: BuilderState): readonly (readonly [string, string])[] | null {
    switch (valueType(field)) {
        case 'choice':
        case 'choices':
            return (field.choices ?? []).map(({ id, label }) => [id, text(label)]);
        case 'boolean':
            return [['true', t('value.yes')], ['false', t('value.no')]];
        case 'reference':
        case 'references':
            return titles.map(({ ref, title }) => [ref, title]);
        default:
            return null;
    }
}

function built(event: Event, field: Field, operator: Operator, act: BuilderActions): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = new FormData(form).get('value');
    const value = read(field, typeof given === 'string' ? given : '');
    const condition = conditionOf(field, operator, value);
    if (condition === null) form.querySelector<HTMLElement>('[name="value"]')?.focus();
    else act.add(condition);
}

/** As somebody would type it in a cell; what is chosen from a list is its id already. */
function read(field: Field, given: string): Value {
    const type = valueType(field);
    if (given === '' || type.startsWith('choice') || type.startsWith('reference')) return given;
    const { value, understood } = parse({ ...field, type }, given, new Date());
    return understood ? value : null;
}

function valueIn(event: Event): string {
    return (event.currentTarget as HTMLSelectElement).value;
}
