import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../client';
import { mark } from '../../marks';
import { t, text } from '../../settings';
import type { OptionProblem } from './options';

export interface EmptyState {
    readonly isEmpty: boolean;
    readonly isRead: boolean;
    readonly failed: boolean;
    readonly problem: Problem | null;
    /** There are rows and columns, and the reader's choice leaves none of them. */
    readonly isFiltered: boolean;
    readonly isPast: boolean;
    readonly rows: string;
    readonly columns: string;
    readonly again: () => void;
    readonly clear: () => void;
    readonly backToNow: () => void;
}

/** Instead of a matrix: what will be here, or why it is not, and the one thing to do. */
export function emptyMatrix(state: EmptyState): TemplateResult | typeof nothing {
    if (state.failed) return teach(t('grid.failed'), text(state.problem?.message), t('grid.failed.retry'), state.again);
    if (!state.isEmpty || !state.isRead) return nothing;
    if (state.isFiltered) return teach(t('empty.filter'), t('empty.filter.what'), t('empty.filter.action'), state.clear);
    if (state.isPast) return teach(t('empty.past'), t('empty.past.what'), t('grid.asOf.back'), state.backToNow);
    return html`<section class="wb-empty">
        <h2>${t('empty.table')}</h2>
        <p>${t('matrix.empty', { rows: state.rows, columns: state.columns })}</p>
    </section>`;
}

function teach(title: string, what: string, action: string, run: () => void): TemplateResult {
    return html`<section class="wb-empty">
        <h2>${title}</h2>
        ${what === '' ? nothing : html`<p>${what}</p>`}
        <div class="wb-actions"><button class="primary" @click=${run}>${action}</button></div>
    </section>`;
}

/** The tracker declares this view wrongly: which option, and what to write there. */
export function wrongOptions({ option, given, wanted, of }: OptionProblem): TemplateResult {
    return html`<section class="wb-empty" role="alert">
        <h2>${t('options.wrong')}</h2>
        <p class="wb-problem">${mark('warning')}<strong>${t('options.wrong.at', { option, given: given === '' ? t('grid.cell.empty') : given })}</strong></p>
        <p>${t(`options.wanted.${wanted}`, { of })}</p>
    </section>`;
}
