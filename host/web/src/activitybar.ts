import { html, type TemplateResult } from 'lit';
import type { Tracker } from './client';
import { mark } from './marks';
import { hashOf } from './places';
import { t, text } from './settings';
import { iconOf } from './trackers';

export interface ActivityState {
    readonly trackers: readonly Tracker[];
    /** Of the view that is looked at. */
    readonly tracker: string | undefined;
    readonly isPlugins: boolean;
    readonly go: (tracker: string) => void;
}

/** The trackers, and at the end the page to have more. */
export function activityBar({ trackers, tracker: shown, isPlugins, go }: ActivityState): TemplateResult {
    // The address may already name a view of the tracker in another perspective; a click always means its own.
    const clicked = (event: Event, id: string) => {
        event.preventDefault();
        go(id);
    };
    return html`<nav class="wb-activity" aria-label=${t('activity.trackers')} data-region>
        ${trackers.map(
            (tracker) =>
                html`<a href="#/${tracker.id}" aria-current=${tracker.id === shown ? 'page' : 'false'} @click=${(event: Event) => clicked(event, tracker.id)}
                    >${mark(iconOf(tracker))}<span>${text(tracker.label)}</span></a
                >`,
        )}
        <a class="wb-activity-last" href=${hashOf({ kind: 'plugins' })} aria-current=${isPlugins ? 'page' : 'false'}>${mark('plugin')}<span>${t('plugins.title')}</span></a>
    </nav>`;
}
