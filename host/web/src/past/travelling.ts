import type { Dispose, Feed } from '../feed';
import type { Query, Subject, Submit } from '../view';
import type { Moment } from '../wire';
import { AskingAt, FeedAt, submitAt } from './asked';
import { DifferenceMarks } from './marking';
import { ShownTime } from './shown';
import { weekBefore } from './stops';
import { PastStrip } from './strip';

export interface TravellingParts {
    readonly query: Query;
    readonly feed: Feed;
    readonly submit: Submit;
    subject(): Subject | undefined;
    /** When a table changed. */
    moments(table: string): Promise<readonly Moment[]>;
    /** The view is at another time. */
    moved(): void;
    /** Puts the focus back into the view. */
    focus(): void;
}

/** Puts a view back to other times, whatever its kind, and shows the strip where the reader chooses them. */
export class Travelling {
    readonly time = new ShownTime();
    readonly query: Query;
    readonly feed: Feed;
    readonly submit: Submit;
    private readonly marks: DifferenceMarks;
    private strip: PastStrip | null = null;
    private closeStrip: Dispose = () => undefined;

    /**
     * @param room the view is in; the strip comes above it
     */
    constructor(
        private readonly room: HTMLElement,
        private readonly parts: TravellingParts,
    ) {
        this.query = new AskingAt(parts.query, this.time);
        this.feed = new FeedAt(parts.feed, this.time);
        this.submit = submitAt(parts.submit, this.time);
        this.marks = new DifferenceMarks(room, { query: this.query, feed: parts.feed, time: this.time, subject: () => parts.subject() });
        this.time.listen(() => this.moved());
        room.addEventListener('keydown', (event) => this.escaped(event));
    }

    /** Whether what is shown keeps its past. */
    get canTravel(): boolean {
        const subject = this.parts.subject();
        return subject !== undefined && subject.table.history !== false;
    }

    /** The track of times, with the date to be typed. */
    choose(): void {
        if (!this.canTravel) return;
        this.open();
        this.strip?.choose();
    }

    /** Tells what changed within a week, or stops doing so. */
    compare(): void {
        const { asOf, since } = this.time;
        if (this.canTravel) this.time.go(asOf, since === null ? weekBefore(asOf, Date.now()) : null);
    }

    /** Back to now, without a comparison and without the track. */
    leave(): void {
        this.end();
        this.parts.focus();
    }

    end(): void {
        this.time.go(null, null);
        this.closeStrip();
        this.closeStrip = () => undefined;
        this.strip?.remove();
        this.strip = null;
    }

    private open(): void {
        const subject = this.parts.subject();
        if (this.strip || !subject) return;
        const strip = new PastStrip();
        this.room.prepend(strip);
        this.strip = strip;
        this.closeStrip = strip.open({
            view: subject.view,
            time: this.time,
            feed: this.parts.feed,
            query: this.query,
            moments: () => this.parts.moments(subject.table.id),
            compare: () => this.compare(),
            leave: () => this.leave(),
        });
    }

    private moved(): void {
        const isNow = this.time.asOf === null && this.time.since === null;
        this.room.classList.toggle('past', this.time.asOf !== null);
        if (!isNow) this.open();
        else if (this.strip && !this.strip.contains(document.activeElement)) this.end();
        this.marks.turned();
        this.parts.moved();
    }

    /** Leads out: first to now, then away from the track. */
    private escaped(event: KeyboardEvent): void {
        if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
        const isOnTrack = event.target instanceof Node && this.strip?.contains(event.target) === true;
        if (this.time.asOf !== null) this.time.go(null);
        else if (isOnTrack) this.leave();
        else return;
        event.preventDefault();
    }
}
