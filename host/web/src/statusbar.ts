import { html, nothing, type TemplateResult } from 'lit';
import type { CutStep, Status } from './client';
import { t, tCount } from './settings';
import type { ViewEvents } from './view';

export interface StatusState {
    readonly connected: boolean;
    /** Not connected because the host was started anew and knows this page no more. */
    readonly locked: boolean;
    readonly revision: number;
    readonly count: ViewEvents['wb-count'] | null;
    readonly isPast: boolean;
    readonly status: Status | null;
    /** What somebody else just did. */
    readonly said: string;
    /** Undoes a step that a crash cut short. */
    readonly takeBack: (step: number, what: string) => void;
    readonly keys: () => void;
}

/** The lowest line of the window: connection, revision, rows, what others do. */
export function statusBar({ connected, locked, revision, count, isPast, status, said, takeBack, keys }: StatusState): TemplateResult {
    return html`<footer class="wb-status" data-region>
        <span class="wb-connection ${connected ? 'live' : 'lost'}" role="status"><i></i>${t(connected ? 'status.connected' : locked ? 'status.locked' : 'status.lost')}</span>
        <span class="wb-revision">${t('status.revision', { revision: revision.toLocaleString('en-US') })}</span>
        ${count ? html`<span class="wb-rows">${tCount('status.rows', count.total)}${count.filtered ? ` · ${t('status.filtered')}` : ''}</span>` : nothing}
        ${isPast ? html`<span class="wb-status-past">${t('grid.asOf.readOnly')}</span>` : nothing}
        ${status?.readOnly ? html`<span class="wb-status-late">${t('status.readOnly', { why: status.readOnly })}</span>` : nothing}
        ${status?.unfinished.map((step) => cutShort(step, takeBack))}
        <span class="wb-gap"></span>
        <span class="wb-said" role="status">${said}</span>
        <span>${status ? `Weekbench ${status.version}` : ''}</span>
        <button @click=${keys}><kbd>?</kbd>${t('status.keys')}</button>
    </footer>`;
}

function cutShort({ step, reason }: CutStep, takeBack: StatusState['takeBack']): TemplateResult {
    const what = reason || `#${step}`;
    return html`<button class="wb-status-late" @click=${() => takeBack(step, what)}>${t('status.cutShort', { what })}</button>`;
}
