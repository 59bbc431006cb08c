import { html, svg, type TemplateResult } from 'lit';
import type { Moment } from '../wire';
import { shareOf, stopAt, stopNear, type Stop } from './stops';

const WIDTH = 1000;

export interface Thumb {
    readonly name: 'asOf' | 'since';
    readonly at: string | null;
    /** Where it stands in time. */
    readonly millis: number;
    readonly label: string;
    /** What it says to who cannot see it. */
    readonly value: string;
}

export interface TrackParts {
    readonly moments: readonly Moment[];
    readonly stops: readonly Stop[];
    /** The later one last: it lies on top. */
    readonly thumbs: readonly Thumb[];
    moved(thumb: Thumb['name'], stop: Stop): void;
    pressed(thumb: Thumb['name'], event: KeyboardEvent): void;
}

/** A line of time with a tick for each change of the table, and what is shown as thumbs on it. */
export function track(parts: TrackParts): TemplateResult {
    const { moments, stops, thumbs } = parts;
    const shares = thumbs.map(({ millis }) => shareOf(stops, millis));
    const ticks = moments.map(({ time }) => `M${shareOf(stops, Date.parse(time)) * WIDTH} 2V14`).join('');
    return html`<div class="wb-track" @pointerdown=${(event: PointerEvent) => grab(event, parts)}>
        <svg viewBox="0 0 ${WIDTH} 16" preserveAspectRatio="none" aria-hidden="true">${svg`<path class="wb-track-ticks" d=${ticks} />`}</svg>
        ${thumbs.length > 1 ? html`<i class="wb-track-between" data-left=${percent(Math.min(...shares))} data-right=${percent(1 - Math.max(...shares))}></i>` : html``}
        ${thumbs.map(
            (thumb, index) => html`<span
                class="wb-thumb ${thumb.name}"
                role="slider"
                tabindex="0"
                aria-label=${thumb.label}
                aria-valuemin="0"
                aria-valuemax=${stops.length - 1}
                aria-valuenow=${stopAt(stops, thumb.at)}
                aria-valuetext=${thumb.value}
                data-left=${percent(shares[index] ?? 1)}
                @keydown=${(event: KeyboardEvent) => parts.pressed(thumb.name, event)}
            ></span>`,
        )}
    </div>`;
}

/** Puts the thumbs where they belong; as an attribute a style would need a hole in the content security policy. */
export function placeThumbs(within: HTMLElement): void {
    within.querySelectorAll<HTMLElement>('[data-left]').forEach(({ style, dataset }) => {
        style.left = dataset['left'] ?? '';
        style.right = dataset['right'] ?? '';
    });
}

function percent(share: number): string {
    return `${(share * 100).toFixed(2)}%`;
}

/** The nearest thumb goes along until the pointer lets go. */
function grab(event: PointerEvent, parts: TrackParts): void {
    const line = event.currentTarget as HTMLElement;
    const { left, width } = line.getBoundingClientRect();
    const share = ({ clientX }: PointerEvent) => Math.min(1, Math.max(0, (clientX - left) / Math.max(1, width)));
    const distance = (thumb: Thumb) => Math.abs(shareOf(parts.stops, thumb.millis) - share(event));
    const thumb = [...parts.thumbs].reverse().sort((one, other) => distance(one) - distance(other))[0];
    if (!thumb) return;
    const move = (moved: PointerEvent) => {
        const stop = stopNear(parts.stops, share(moved));
        if (stop) parts.moved(thumb.name, stop);
    };
    event.preventDefault();
    line.setPointerCapture(event.pointerId);
    line.querySelector<HTMLElement>(`.wb-thumb.${thumb.name}`)?.focus();
    const released = new AbortController();
    line.addEventListener('pointermove', move, { signal: released.signal });
    for (const end of ['pointerup', 'pointercancel']) line.addEventListener(end, () => released.abort(), { signal: released.signal });
    move(event);
}
