/** What a cell of a matrix can mean. Every one has a shape of its own, so that it survives a greyscale print. */
export const MEANINGS = ['yes', 'partial', 'no', 'planned', 'deprecated', 'unknown', 'not-applicable', 'unsupported'] as const;

export type Meaning = (typeof MEANINGS)[number];

/** Drawn on 24 × 24: what is filled, and what is drawn by line upon it. */
export interface Shape {
    readonly fill: string;
    readonly line: string;
}

const DISC = 'm12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17z';
const DASHED = 'm12 3.5a8.5 8.5 0 0 1 4.25 1.14m2.65 2.41a8.5 8.5 0 0 1 1.6 4.95m-1.14 4.25a8.5 8.5 0 0 1-4.45 3.74m-4.41.41a8.5 8.5 0 0 1-4.5-2.4m-2.26-3.8a8.5 8.5 0 0 1 .9-6.45m2.36-2.62a8.5 8.5 0 0 1 2.5-1.26';

/** In relative steps alone, so that a shape is put elsewhere by going there first. */
export const SHAPES: Readonly<Record<Meaning, Shape>> = {
    yes: { fill: DISC, line: 'm8 12.3 2.8 2.8 5.2-5.5' },
    partial: { fill: 'm12 3.5a8.5 8.5 0 0 0 0 17z', line: DISC },
    no: { fill: '', line: 'm6.5 6.5 11 11m0-11-11 11' },
    planned: { fill: '', line: `${DASHED}m2.5 3.63v4.5l3.2 2` },
    deprecated: { fill: '', line: `${DISC}m-5.8 14.3 11.6-11.6` },
    unknown: { fill: '', line: 'm8.5 9a3.5 3.5 0 1 1 5.2 3.05c-1.2.75-1.7 1.35-1.7 2.75m0 3.6v.2' },
    'not-applicable': { fill: '', line: 'm7.5 12h9' },
    unsupported: { fill: '', line: `${DASHED}m-1 8.43l2.5 2.5 4.5-4.8` },
};

export const SVG = 'http://www.w3.org/2000/svg';

/** A mark that can come to mean something else without being made anew. */
export function stateMark(): SVGSVGElement {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('class', 'wb-state');
    svg.setAttribute('aria-hidden', 'true');
    svg.append(path('fill'), path('line'));
    return svg;
}

export function mean(svg: SVGSVGElement, meaning: Meaning): void {
    if (svg.dataset['mean'] === meaning) return;
    svg.dataset['mean'] = meaning;
    const { fill, line } = SHAPES[meaning];
    svg.children[0]?.setAttribute('d', fill);
    svg.children[1]?.setAttribute('d', line);
}

function path(name: string): SVGPathElement {
    const part = document.createElementNS(SVG, 'path');
    part.setAttribute('class', name);
    return part;
}
