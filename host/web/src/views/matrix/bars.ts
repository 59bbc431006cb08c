import { html, nothing, type TemplateResult } from 'lit';
import { placeBeside } from '../../grid/place';
import { mark } from '../../marks';
import { asOfControl, type TimeChoice } from '../../past/timechoice';
import { t } from '../../settings';
import type { Parent } from './model';
import { MEANINGS, mean, stateMark, type Meaning } from './statemarks';

type Shown = TemplateResult | typeof nothing;

export interface BarsState {
    /** A name of this matrix's own, for what floats. */
    readonly id: string;
    readonly label: string;
    readonly filterLabel: string;
    readonly words: string;
    readonly groups: readonly string[];
    readonly group: string;
    readonly groupLabel: string;
    readonly differences: boolean;
    readonly allFolded: boolean;
    readonly parents: readonly Parent[];
    readonly parentsLabel: string;
    readonly hidden: ReadonlySet<string>;
    readonly time: TimeChoice;
}

export interface BarsActions {
    readonly wordsTyped: (event: InputEvent) => void;
    readonly wordsKey: (event: KeyboardEvent) => void;
    readonly groupChosen: (group: string) => void;
    readonly toggleDifferences: () => void;
    readonly toggleFolds: () => void;
    readonly toggleParent: (ref: string) => void;
    readonly inspect: () => void;
}

export function toolbar(state: BarsState, act: BarsActions): TemplateResult {
    return html`<div class="wb-toolbar" role="toolbar" aria-label=${state.label}>
        <label class="wb-filter field">
            ${mark('search')}
            <input
                type="search"
                aria-label=${state.filterLabel}
                placeholder=${state.filterLabel}
                .value=${state.words}
                @input=${act.wordsTyped}
                @compositionend=${act.wordsTyped}
                @keydown=${act.wordsKey}
            />
        </label>
        ${groupControl(state, act)} ${parentsControl(state, act)}
        <button class="wb-toggle" aria-pressed=${String(state.differences)} @click=${act.toggleDifferences}>${t('matrix.differences')}</button>
        ${state.groups.length > 0 ? html`<button @click=${act.toggleFolds}>${t(state.allFolded ? 'matrix.unfold' : 'matrix.fold')}</button>` : nothing}
        ${asOfControl(state.time)}
        <span class="wb-gap"></span>
        <span class="wb-mx-rule">${t('matrix.unknownIsNotNo')}</span>
        <button @click=${act.inspect}>${mark('history')}${t('grid.history')}</button>
    </div>`;
}

function groupControl(state: BarsState, act: BarsActions): Shown {
    if (state.groups.length === 0) return nothing;
    return html`<select class="field" aria-label=${state.groupLabel} @change=${(event: Event) => act.groupChosen((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${state.group === ''}>${t('matrix.allGroups', { groups: state.groupLabel })}</option>
        ${state.groups.map((group) => html`<option value=${group} ?selected=${state.group === group}>${group}</option>`)}
    </select>`;
}

function parentsControl(state: BarsState, act: BarsActions): Shown {
    if (state.parents.length < 2) return nothing;
    const count = state.parents.length - state.parents.filter(({ ref }) => state.hidden.has(ref)).length;
    return html`<button popovertarget=${state.id}>${state.parentsLabel} ${t('matrix.ofAll', { count, all: state.parents.length })}${mark('down')}</button>
        <div id=${state.id} class="wb-menu wb-mx-parents" popover @toggle=${placeMenu}>
            ${state.parents.map(
                ({ ref, title }) => html`<label>
                    <input type="checkbox" .checked=${!state.hidden.has(ref)} @change=${() => act.toggleParent(ref)} />${title}
                </label>`,
            )}
        </div>`;
}

/** Below its button: what floats in the top layer knows nothing of where it was written. */
function placeMenu(event: Event): void {
    const menu = event.currentTarget as HTMLElement;
    const button = menu.previousElementSibling;
    if (button) placeBeside(menu, button);
}

/** Always in sight: what each mark says, and what is done to it by age and conflict. */
export function legend(): TemplateResult {
    return html`<ul class="wb-mx-legend" aria-label=${t('matrix.legend')}>
        ${MEANINGS.map((meaning) => html`<li class="is-${meaning}">${drawn(meaning)}${meaning === 'unsupported' ? '! ' : nothing}${t(`matrix.is.${meaning}`)}</li>`)}
        <li class="wb-mx-looks"><i class="wb-mx-cell is-yes ageing"></i>${t('matrix.ageing')}</li>
        <li><i class="wb-mx-cell is-yes stale"></i>${t('matrix.stale')}</li>
        <li><i class="wb-mx-cell conflict"></i>${t('matrix.conflict')}</li>
    </ul>`;
}

function drawn(meaning: Meaning): SVGSVGElement {
    const svg = stateMark();
    mean(svg, meaning);
    return svg;
}
