import { html, nothing, type TemplateResult } from 'lit';
import { mark } from '../marks';
import { settings, t, tCount, text } from '../settings';
import { listed } from '../words';
import type { NewRow } from './step';

export interface StepBarState {
    /** So many rows more than there are would be made; null where nothing is asked. */
    readonly rowsAsked: number | null;
    readonly sending: boolean;
    readonly offline: boolean;
    readonly total: number;
    readonly waiting: number;
    readonly refused: number;
    readonly asked: number;
    readonly stale: number;
    readonly rows: readonly NewRow[];
}

export interface StepBarActions {
    decideRows(make: boolean | null): void;
    send(): void;
    next(): void;
    putAllBack(): void;
    leaveOutRows(): void;
}

/** What became of a block of cells that is not saved, and what the reader can do about it. */
export function stepBar(state: StepBarState | null, act: StepBarActions): TemplateResult | typeof nothing {
    if (!state) return nothing;
    if (state.rowsAsked !== null) return rowsQuestion(state.rowsAsked, act);
    if (state.sending) return html`<div class="wb-step" role="status">${t('step.sending')}</div>`;
    return html`<div class="wb-step" role="status">
        ${mark('warning')}
        <span class="wb-step-words">${wordsOf(state)}</span>
        <span class="wb-gap"></span>
        ${actions(state, act)}
        ${rowProblems(state.rows, act)}
    </div>`;
}

function rowsQuestion(count: number, act: StepBarActions): TemplateResult {
    return html`<div class="wb-step" role="alertdialog" aria-label=${tCount('step.rows', count)}>
        ${mark('plus')}<span class="wb-step-words">${tCount('step.rows', count)}</span>
        <span class="wb-gap"></span>
        <button class="primary" autofocus @click=${() => act.decideRows(true)}>${tCount('step.rows.make', count)}</button>
        <button @click=${() => act.decideRows(false)}>${t('step.rows.leave')}</button>
        <button class="quiet" @click=${() => act.decideRows(null)}>${t('step.rows.nothing')}</button>
    </div>`;
}

function wordsOf(state: StepBarState): string {
    const parts = [
        state.refused > 0 ? tCount('step.refused', state.refused) : '',
        state.asked > 0 ? tCount('step.asked', state.asked) : '',
        state.stale > 0 ? tCount('step.stale', state.stale) : '',
        state.offline ? t('prompt.offline') : '',
        state.waiting > 0 ? tCount('step.waiting', state.waiting) : '',
    ].filter((part) => part !== '');
    return t('step.notSaved', { what: listed(settings.language, parts) });
}

function actions(state: StepBarState, act: StepBarActions): TemplateResult {
    const troubled = state.total - state.waiting;
    const send = troubled > 0 ? t('step.sendRest', { count: state.waiting }) : t('step.sendAll');
    const canSend = state.waiting + state.rows.filter(({ problems }) => !problems).length > 0;
    return html`${troubled > 0 ? html`<button class="primary" @click=${() => act.next()}>${t('step.next')}</button>` : nothing}
        ${canSend ? html`<button class=${troubled > 0 ? '' : 'primary'} @click=${() => act.send()}>${send}</button>` : nothing}
        <button @click=${() => act.putAllBack()}>${t('step.putAllBack')}</button>`;
}

/** Rows that are not there yet have no cell to be marked at. */
function rowProblems(rows: readonly NewRow[], act: StepBarActions): TemplateResult | typeof nothing {
    const troubled = rows.flatMap(({ problems }, index) => (problems ? [{ index, problems }] : []));
    if (troubled.length === 0) return nothing;
    return html`<ul class="wb-step-rows">
            ${troubled.slice(0, 5).map(
                ({ index, problems }) => html`<li><strong>${t('step.newRow', { number: index + 1 })}</strong> ${problems.map(({ message }) => text(message)).join(' ')}</li>`,
            )}
        </ul>
        <button @click=${() => act.leaveOutRows()}>${t('step.rows.without')}</button>`;
}
