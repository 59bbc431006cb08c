import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { tableOf, type Comparison } from '../client';
import { dayOf, localTime } from '../dates';
import type { Dispose, Feed } from '../feed';
import { mark } from '../marks';
import { FollowsSettings, t } from '../settings';
import type { Query } from '../view';
import type { Moment, ViewSpec } from '../wire';
import type { ShownTime } from './shown';
import { millisOf, sinceBefore, stepped, stopsOf, type Stop } from './stops';
import { placeThumbs, track, type Thumb } from './track';

const SETTLE_MILLIS = 120;
const EARLIEST = '1970-01-01';
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity };

export interface PastParts {
    readonly view: ViewSpec;
    readonly time: ShownTime;
    readonly feed: Feed;
    /** Answers as of the time that is shown. */
    readonly query: Pick<Query, 'compare'>;
    moments(): Promise<readonly Moment[]>;
    /** Begins or ends a comparison. */
    compare(): void;
    /** The reader is done with it. */
    leave(): void;
}

/** Above a view: the time it is at, a track to another one, and what changed since a third. */
export class PastStrip extends LitElement {
    private parts: PastParts | null = null;
    private moments: readonly Moment[] = [];
    private comparison: Comparison | null = null;
    private now = Date.now();
    /** Where a thumb is while it is moved; the view follows when it comes to rest. */
    private moving: { readonly asOf: string | null; readonly since: string | null } | null = null;
    private settling: ReturnType<typeof setTimeout> | undefined;
    private counted = 0;
    private disposals: Dispose[] = [];

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(parts: PastParts): Dispose {
        this.parts = parts;
        this.disposals = [
            parts.time.listen(() => this.moved()),
            parts.feed.listen({
                commit: ({ changes }) => {
                    if (changes.some(({ ref }) => tableOf(ref) === parts.view.table)) void this.read();
                },
                reload: () => void this.read(),
            }),
        ];
        void this.read();
        return () => {
            clearTimeout(this.settling);
            this.disposals.forEach((dispose) => dispose());
        };
    }

    /** The date can be typed at once. */
    choose(): void {
        void this.updateComplete.then(() => this.querySelector<HTMLElement>('input')?.focus());
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private async read(): Promise<void> {
        this.moments = (await this.parts?.moments().catch(() => null)) ?? this.moments;
        this.now = Date.now();
        await this.count();
        this.requestUpdate();
    }

    private moved(): void {
        this.moving = null;
        this.requestUpdate();
        void this.count();
    }

    /** How much is different, without the rows. */
    private async count(): Promise<void> {
        const { parts } = this;
        const since = parts?.time.since ?? null;
        const asked = ++this.counted;
        if (since === null) this.comparison = null;
        if (!parts || since === null) return;
        const comparison = await parts.query.compare({ table: parts.view.table, from: since, where: parts.view.where, offset: 0, limit: 0 }).catch(() => null);
        if (asked !== this.counted) return;
        this.comparison = comparison;
        this.requestUpdate();
    }

    private get shown(): { readonly asOf: string | null; readonly since: string | null } {
        return this.moving ?? { asOf: this.parts?.time.asOf ?? null, since: this.parts?.time.since ?? null };
    }

    protected override render(): TemplateResult | typeof nothing {
        if (!this.parts) return nothing;
        const { asOf, since } = this.shown;
        const stops = stopsOf(this.moments, this.now);
        return html`<div class="wb-past ${asOf === null ? '' : 'past'}" role="group" aria-label=${t('past.title')}>
            ${mark('clock')}
            <span class="wb-past-time" role="status"
                ><strong>${asOf === null ? t('past.now') : t('grid.asOf.at', { time: timeText(asOf) })}</strong>
                ${asOf === null ? nothing : html`<span class="wb-past-words">${t('grid.asOf.readOnly')}</span>`}</span
            >
            ${track({
                moments: this.moments,
                stops,
                thumbs: this.thumbs(),
                moved: (thumb, stop) => this.move(thumb, stop.asOf),
                pressed: (thumb, event) => this.pressed(thumb, event, stops),
            })}
            ${this.date()} ${this.differences()}
            <button aria-pressed=${String(since !== null)} @click=${() => this.parts?.compare()}>${mark('compare')}${t('past.compare')}</button>
            ${
                asOf === null
                    ? html`<button class="icon" title=${t('past.leave')} aria-label=${t('past.leave')} @click=${() => this.parts?.leave()}>${mark('cross')}</button>`
                    : html`<button @click=${() => this.parts?.leave()}>${t('grid.asOf.back')}<kbd>Esc</kbd></button>`
            }
        </div>`;
    }

    protected override updated(): void {
        placeThumbs(this);
    }

    private thumbs(): readonly Thumb[] {
        const { asOf, since } = this.shown;
        const at = (time: string | null) => (time === null ? this.now : millisOf(time));
        const value = (time: string | null) => (time === null ? t('past.now') : timeText(time));
        const shown: Thumb = { name: 'asOf', at: asOf, millis: at(asOf), label: t('past.shown'), value: value(asOf) };
        if (since === null) return [shown];
        return [{ name: 'since', at: since, millis: at(since), label: t('past.since'), value: value(since) }, shown];
    }

    private date(): TemplateResult {
        const { asOf } = this.shown;
        const day = asOf === null ? '' : dayText(asOf);
        return html`<form class="wb-past-date" @submit=${(event: Event) => this.dateGiven(event)}>
            <input class="field" type="date" min=${EARLIEST} max=${dayOf(new Date(this.now))} aria-label=${t('grid.asOf.choose')} .value=${day} @change=${(event: Event) => this.dateGiven(event)} />
        </form>`;
    }

    private differences(): TemplateResult | typeof nothing {
        const { since } = this.shown;
        if (since === null) return nothing;
        const { added = 0, changed = 0, withdrawn = 0 } = this.comparison ?? {};
        const counts = t('past.counts', { added, changed, withdrawn });
        return html`<span class="wb-past-counts" role="status">${t('past.sinceTime', { time: timeText(since) })} ${this.comparison ? html`<b>${counts}</b>` : nothing}</span>`;
    }

    private dateGiven(event: Event): void {
        event.preventDefault();
        const input = this.querySelector('input');
        const time = this.parts?.time;
        if (input?.value && input.checkValidity()) time?.go(input.value, sinceBefore(time.since, input.value, this.now));
    }

    private pressed(thumb: Thumb['name'], event: KeyboardEvent, stops: readonly Stop[]): void {
        const by = STEPS[event.key];
        if (by === undefined || event.ctrlKey || event.altKey) return;
        event.preventDefault();
        this.move(thumb, stepped(stops, this.shown[thumb], by));
    }

    private move(thumb: Thumb['name'], to: string | null): void {
        const wished = { ...this.shown, [thumb]: to };
        const since = sinceBefore(wished.since, wished.asOf, this.now);
        if (thumb === 'since' && (to === null || since !== to)) return;
        const next = { ...wished, since };
        this.moving = next;
        this.requestUpdate();
        clearTimeout(this.settling);
        this.settling = setTimeout(() => {
            this.parts?.time.go(next.asOf, next.since);
            this.moving = null;
        }, SETTLE_MILLIS);
    }
}

/** Days and revisions as they are, an instant in the reader's own time. */
function timeText(asOf: string): string {
    return asOf.includes('T') ? localTime(asOf) : asOf;
}

function dayText(asOf: string): string {
    const millis = millisOf(asOf);
    if (!asOf.includes('T')) return Number.isNaN(millis) ? '' : asOf;
    return dayOf(new Date(millis));
}

customElements.define('wb-past', PastStrip);
