import { html, type TemplateResult } from 'lit';
import { mark } from './marks';
import { t } from './settings';
import type { Frame, Inspected } from './view';

const SHOWN: readonly Inspected[] = ['history', 'links'];

/** What stands above each thing the inspector tells: the way to the others, and out. */
export function inspectorHeader(current: Inspected, frame: Frame): TemplateResult {
    return html`<header class="wb-panel-header">
        <div class="wb-segments" role="group" aria-label=${t('inspector.title')}>
            ${SHOWN.map(
                (what) => html`<button aria-pressed=${String(what === current)} @click=${() => what === current || frame.inspect(what)}>${t(`${what}.title`)}</button>`,
            )}
        </div>
        <button class="icon" aria-label=${t('inspector.close')} @click=${() => frame.inspect(current)}>${mark('cross')}</button>
    </header>`;
}
