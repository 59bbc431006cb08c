import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../client';
import { mark } from '../../marks';
import { settings, t, text } from '../../settings';
import { isUnset, shown, type Reading } from '../../values';
import type { Card } from './columns';

export interface CardLook {
    readonly title: string;
    readonly column: string;
    readonly fields: readonly Field[];
    readonly reading: Reading;
    readonly isSelected: boolean;
    readonly isTroubled: boolean;
    readonly tab: boolean;
    picked(): void;
    edited(): void;
}

export function card({ item, values, unsaved }: Card, look: CardLook): TemplateResult {
    const filled = look.fields.filter((field) => !isUnset(values[field.id]));
    const value = (field: Field) => withUnit(field, shown(field, values[field.id], look.reading));
    const said = [look.title, look.column, ...filled.map((field) => t('grid.cell', { label: text(field.label), value: value(field) })), ...(unsaved ? [t('board.unsaved')] : [])];
    return html`<li
        class="wb-card ${unsaved ? 'unsaved' : ''} ${look.isTroubled ? 'troubled' : ''} ${look.isSelected ? 'selected' : ''}"
        data-ref=${item.ref}
        tabindex=${look.tab ? 0 : -1}
        aria-label=${said.join(settings.language === 'zh' ? '，' : ', ')}
        @focus=${() => look.picked()}
        @dblclick=${() => look.edited()}
    >
        <b>${look.title}${look.isTroubled ? mark('warning') : nothing}</b>
        ${
            filled.length === 0
                ? nothing
                : html`<dl>
                      ${filled.map((field) => html`<div><dt>${text(field.label)}</dt><dd>${value(field)}</dd></div>`)}
                  </dl>`
        }
    </li>`;
}

function withUnit(field: Field, value: string): string {
    const unit = typeof field.unit === 'object' ? text(field.unit) : field.unit;
    return unit === undefined ? value : `${value} ${unit}`;
}
