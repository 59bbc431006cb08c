import { element } from '../../grid/cells';
import type { Freshness } from './meaning';
import type { Mark } from './rowmarks';
import type { Meaning } from './statemarks';

/** One cell on the screen, made once and painted as whatever comes to stand there. */
export class PaintedCell {
    readonly root = element('div', 'wb-mx-cell');
    private readonly figure = document.createTextNode('');
    /** What it shows now: where, and of which reading. */
    shows = '';
    private meaning: Meaning | null = null;
    private left = 0;
    private width = 0;

    constructor() {
        this.root.setAttribute('role', 'gridcell');
        this.root.append(this.figure);
    }

    /** Shows nothing for now, and is found by nobody. */
    rest(): void {
        this.shows = '';
        this.root.id = '';
        this.root.hidden = true;
    }

    place(left: number, width: number, column: number): void {
        const { root } = this;
        root.hidden = false;
        if (left === this.left && width === this.width) return;
        [this.left, this.width] = [left, width];
        root.style.left = `${left}px`;
        root.style.width = `${width}px`;
        root.setAttribute('aria-colindex', String(column + 2));
    }

    state(meaning: Meaning, looks: CellLooks, label: string): void {
        const { root } = this;
        this.meaning = meaning;
        root.className = classes(meaning, looks);
        root.setAttribute('aria-label', label);
        this.figure.data = figureOf(meaning, looks.evidence);
    }

    /** What its row draws for it; nothing while it rests. */
    get mark(): Mark | null {
        const { meaning, left, width } = this;
        return this.shows === '' || meaning === null ? null : { meaning, left, width, hasFigure: this.figure.data !== '' };
    }

    count(yes: number | null, label: string, begins: boolean): void {
        this.meaning = null;
        this.root.className = `wb-mx-cell count${begins ? ' begins' : ''}`;
        this.root.setAttribute('aria-label', label);
        this.figure.data = yes === null ? '?' : String(yes);
    }
}

export interface CellLooks {
    readonly evidence: number;
    readonly freshness: Freshness;
    readonly conflict: boolean;
    /** First of those under one parent. */
    readonly begins: boolean;
    /** Submitted, and not answered yet. */
    readonly waits: boolean;
}

function classes(meaning: Meaning, { freshness, conflict, begins, waits }: CellLooks): string {
    const names = ['wb-mx-cell', `is-${meaning}`];
    if (freshness !== 'fresh') names.push(freshness);
    if (conflict) names.push('conflict');
    if (begins) names.push('begins');
    if (waits) names.push('waits');
    return names.join(' ');
}

/** Beside the mark: how many sources say so, or that none does. */
function figureOf(meaning: Meaning, evidence: number): string {
    if (meaning === 'unsupported') return '!';
    return meaning === 'unknown' || evidence === 0 ? '' : String(evidence);
}
