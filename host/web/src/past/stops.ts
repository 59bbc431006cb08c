import type { Moment } from '../wire';

/** A place on the track: a moment when the table changed, or now (null), the last of all. */
export interface Stop {
    readonly asOf: string | null;
    readonly millis: number;
}

/** The latest change shows what now shows, so now stands for it. */
export function stopsOf(moments: readonly Moment[], now: number): readonly Stop[] {
    const past = moments.slice(0, -1).map(({ time }) => ({ asOf: time, millis: Date.parse(time) }));
    return [...past, { asOf: null, millis: Math.max(now, past.at(-1)?.millis ?? 0) }];
}

/** When a moment is: a day is its end, as the host reads it. Not a number for a revision. */
export function millisOf(asOf: string): number {
    return Date.parse(/^\d{4}-\d\d-\d\d$/.test(asOf) ? `${asOf}T23:59:59.999Z` : asOf);
}

/** The stop that shows what this time shows: the last one not after it. */
export function stopAt(stops: readonly Stop[], asOf: string | null): number {
    if (asOf === null) return stops.length - 1;
    const millis = millisOf(asOf);
    const after = stops.findIndex((stop) => stop.asOf === null || stop.millis > millis);
    return Math.max(0, (after < 0 ? stops.length : after) - 1);
}

/** From a time by so many stops, counted from the one that shows the same. */
export function stepped(stops: readonly Stop[], asOf: string | null, by: number): string | null {
    const next = Math.min(stops.length - 1, Math.max(0, stopAt(stops, asOf) + by));
    return stops[next]?.asOf ?? null;
}

/** Where a time stands on the track, 0 to 1. */
export function shareOf(stops: readonly Stop[], millis: number): number {
    const [first, last] = [stops[0]?.millis ?? 0, stops.at(-1)?.millis ?? 0];
    return last <= first ? 1 : Math.min(1, Math.max(0, (millis - first) / (last - first)));
}

/** The stop nearest to a place on the track. */
export function stopNear(stops: readonly Stop[], share: number): Stop | undefined {
    const distance = ({ millis }: Stop) => Math.abs(shareOf(stops, millis) - share);
    return [...stops].sort((one, other) => distance(one) - distance(other))[0];
}

/** A comparison goes backwards: what is not before the time shown gives way to a week before it. */
export function sinceBefore(since: string | null, asOf: string | null, now: number): string | null {
    const shown = asOf === null ? now : millisOf(asOf);
    return since === null || !(millisOf(since) >= shown) ? since : weekBefore(asOf, now);
}

const WEEK = 7 * 24 * 3600 * 1000;

/** What a comparison begins with: a week before what is shown. */
export function weekBefore(asOf: string | null, now: number): string {
    const shown = asOf === null ? now : millisOf(asOf);
    return new Date((Number.isNaN(shown) ? now : shown) - WEEK).toISOString();
}
