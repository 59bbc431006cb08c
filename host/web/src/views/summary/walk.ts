import type { LitElement } from 'lit';
import type { Frame } from '../../view';
import type { SummaryEditing, Spot } from './editing';
import { moved, type CellPlace } from './moves';
import type { Summary } from './model';
import type { Layout, Measure } from './options';

export interface WalkParts {
    readonly editing: SummaryEditing;
    readonly frame: Frame;
    readonly measures: readonly Measure[];
    summary(): Summary | null;
    layout(): Layout;
    /** The reader came to another cell. */
    came(spot: Spot): void;
    /** The reader wants the rows behind a figure. */
    behind(spot: Spot): void;
}

/** Where the reader is in the table, by keys, by pointer and by focus; only that cell holds an input. */
export class Walk {
    at: CellPlace | null = null;

    constructor(
        private readonly host: LitElement,
        private readonly parts: WalkParts,
    ) {}

    get spot(): Spot | null {
        return this.at && this.spotOf(this.at);
    }

    spotOf(place: CellPlace): Spot | null {
        const line = this.parts.summary()?.lines.find((each) => each.key === place.line);
        const measure = this.parts.measures.find((each) => each.id === place.measure);
        return line && measure ? { line, measure } : null;
    }

    /** Begins where the newest figures are. */
    begin(summary: Summary): void {
        const periods = summary.lines.filter((line) => line.kind === 'period');
        const line = periods.findLast(({ standing, item }) => standing !== 'ahead' && item !== null) ?? periods.at(-1);
        const measure = this.parts.measures[0];
        if (!this.spot) this.at = line && measure ? { line: line.key, measure: measure.id } : null;
    }

    placeOf(ref: string, field: string): CellPlace | null {
        const line = this.parts.summary()?.lines.find((each) => each.kind === 'period' && this.parts.editing.itemOf(each).ref === ref);
        const measure = this.parts.measures.find(({ how }) => how.kind === 'written' && how.field.id === field);
        return line && measure ? { line: line.key, measure: measure.id } : null;
    }

    cellOf(place: CellPlace): HTMLElement | null {
        return this.host.querySelector<HTMLElement>(`td[data-at="${CSS.escape(`${place.line}|${place.measure}`)}"]`);
    }

    isAt(place: CellPlace): boolean {
        return place.line === this.at?.line && place.measure === this.at.measure;
    }

    /** What was typed in the cell before is taken first; where it is no value the reader stays there. */
    async moveTo(place: CellPlace): Promise<void> {
        const { spot, parts } = this;
        if (spot && !parts.editing.commit(spot)) return;
        this.at = place;
        const next = this.spot;
        if (!next) return;
        parts.frame.selected(next.line.kind === 'period' ? (next.line.item?.ref ?? null) : null);
        parts.came(next);
        this.host.requestUpdate();
        await this.host.updateComplete;
        const cell = this.cellOf(place);
        if (!cell || !this.isAt(place)) return;
        parts.editing.enter(next, cell);
        cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        this.host.requestUpdate();
    }

    async goTo(ref: string, field: string): Promise<void> {
        const place = this.placeOf(ref, field);
        if (place && this.isAt(place) && this.parts.editing.isIn) this.parts.editing.focus();
        else if (place) await this.moveTo(place);
    }

    show(): void {
        if (this.at) this.cellOf(this.at)?.scrollIntoView({ block: 'center', inline: 'nearest' });
    }

    readonly pressed = (event: KeyboardEvent): void => {
        const [{ at, parts }, summary] = [this, this.parts.summary()];
        if (event.defaultPrevented || event.isComposing || !at || !summary) return;
        const extent = { lines: summary.lines.map((line) => line.key), measures: parts.measures.map((measure) => measure.id), layout: parts.layout() };
        const place = moved(at, parts.editing.isTyping ? whileTyping(event) : event.key, event.ctrlKey, extent);
        if (!place) return;
        event.preventDefault();
        void this.moveTo(place);
    };

    readonly focused = ({ target }: FocusEvent): void => {
        if (target instanceof HTMLElement && target.matches('td')) void this.moveTo(placeIn(target));
    };

    readonly pointed = (event: MouseEvent): void => {
        const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('td[data-at]') : null;
        if (!cell || cell.querySelector('.wb-editor.typing')) return;
        event.preventDefault();
        void this.moveTo(placeIn(cell));
    };

    readonly doubled = (event: MouseEvent): void => {
        const { spot, parts } = this;
        if (!spot || !(event.target instanceof HTMLElement) || !event.target.closest('td[data-at]')) return;
        event.stopPropagation();
        if (!spot.measure.edits || spot.line.kind === 'total') parts.behind(spot);
        else parts.editing.resume();
    };

    /** Leaving the table by pointer takes what was typed, as leaving a cell does. */
    readonly left = (event: FocusEvent): void => {
        const to = event.relatedTarget;
        const [room, layer] = [this.host.querySelector('.wb-periods-room'), this.host.querySelector('.wb-layer')];
        const { spot } = this;
        if (spot && to instanceof Node && !room?.contains(to) && !layer?.contains(to)) this.parts.editing.commit(spot);
    };
}

/** What was typed is taken: down with Enter, on with Tab. */
function whileTyping({ key, shiftKey }: KeyboardEvent): string {
    if (key === 'Enter') return 'ArrowDown';
    return key === 'Tab' ? (shiftKey ? 'ArrowLeft' : 'ArrowRight') : key;
}

function placeIn(cell: HTMLElement): CellPlace {
    const [line = '', measure = ''] = cell.dataset['at']?.split('|') ?? [];
    return { line, measure };
}
