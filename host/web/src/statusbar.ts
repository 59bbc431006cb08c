import { html, nothing, type TemplateResult } from 'lit';
import type { CutStep, Status } from './client';
import { t, tCount } from './settings';
import { hashOf } from './places';
import type { Installed } from './plugins';
import type { Count } from './viewpanel';

export interface StatusState {
    readonly connected: boolean;
    /** Not connected because the host was started anew and knows this page no more. */
    readonly locked: boolean;
    readonly revision: number;
    readonly count: Count | null;
    readonly isPast: boolean;
    readonly status: Status | null;
    /** What somebody else just did. */
    readonly said: string;
    /** Undoes a step that a crash cut short. */
    readonly takeBack: (step: number, what: string) => void;
    readonly keys: () => void;
    /** Edits that wait for the connection. */
    readonly waiting: number;
    /** Whether the last answer was as new as what had happened; null before the first. */
    readonly caughtUp: boolean | null;
    readonly actor: string;
    readonly plugins: readonly Installed[] | null;
}

/** The lowest line of the window: connection, revision, rows, what others do. */
export function statusBar(state: StatusState): TemplateResult {
    const { connected, locked, revision, count, isPast, status, said, takeBack, keys } = state;
    return html`<footer class="wb-status" data-region>
        <span class="wb-connection ${connected ? 'live' : 'lost'}" role="status"><i></i>${t(connected ? 'status.connected' : locked ? 'status.locked' : 'status.lost')}</span>
        ${state.waiting > 0 ? html`<span class="wb-status-late wb-waiting">${tCount('status.waiting', state.waiting)}</span>` : nothing}
        <span class="wb-revision">${t('status.revision', { revision: revision.toLocaleString('en-US') })}</span>
        ${state.caughtUp === null ? nothing : html`<span class="wb-index">${t(state.caughtUp ? 'status.index.caughtUp' : 'status.index.behind')}</span>`}
        ${count ? html`<span class="wb-rows">${tCount('status.rows', count.total)}${count.filtered ? ` · ${t('status.filtered')}` : ''}</span>` : nothing}
        ${isPast ? html`<span class="wb-status-past">${t('grid.asOf.readOnly')}</span>` : nothing}
        ${status?.readOnly ? html`<span class="wb-status-late">${t('status.readOnly', { why: status.readOnly })}</span>` : nothing}
        ${status?.unfinished.map((step) => cutShort(step, takeBack))}
        <span class="wb-gap"></span>
        <span class="wb-said" role="status">${said}</span>
        ${pluginState(state)}
        <span class="wb-who">${state.actor || status?.actor || t('actor.default')}</span>
        <span>${status ? `Weekbench ${status.version}` : ''}</span>
        <button @click=${keys}><kbd>?</kbd>${t('status.keys')}</button>
    </footer>`;
}

function pluginState({ plugins }: StatusState): TemplateResult | typeof nothing {
    if (!plugins) return nothing;
    const there = plugins.filter(({ state }) => state !== 'removed');
    const troubled = there.filter(({ problem }) => problem !== null).length;
    return html`<a class="wb-status-plugins ${troubled > 0 ? 'wb-status-late' : ''}" href=${hashOf({ kind: 'plugins' })}
        >${troubled > 0 ? tCount('status.plugins.troubled', troubled) : tCount('status.plugins.fine', there.length)}</a
    >`;
}

function cutShort({ step, reason }: CutStep, takeBack: StatusState['takeBack']): TemplateResult {
    const what = reason || `#${step}`;
    return html`<button class="wb-status-late" @click=${() => takeBack(step, what)}>${t('status.cutShort', { what })}</button>`;
}
