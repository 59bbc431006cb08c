import type { Dispose } from '../feed';
import type { TimeShown } from '../view';

/** The time a view is at. Whoever asks by the frame's `query` is answered as of it. */
export class ShownTime implements TimeShown {
    private readonly listeners = new Set<() => void>();
    asOf: string | null = null;
    since: string | null = null;

    go(asOf: string | null, since: string | null = this.since): void {
        if (asOf === this.asOf && since === this.since) return;
        this.asOf = asOf;
        this.since = since;
        this.listeners.forEach((listener) => listener());
    }

    listen(listener: () => void): Dispose {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }
}
