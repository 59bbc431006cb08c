/** What a cell of a matrix can mean. Every one has a shape of its own, so that it survives a greyscale print. */
export const MEANINGS = ['yes', 'partial', 'no', 'planned', 'deprecated', 'unknown', 'not-applicable', 'unsupported'] as const;

export type Meaning = (typeof MEANINGS)[number];

/** Drawn on 24 × 24: what is filled, and what is drawn by line upon it. */
interface Shape {
    readonly fill: string;
    readonly line: string;
}

const DISC = 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17z';
const DASHED = 'M12 3.5a8.5 8.5 0 0 1 4.25 1.14M18.9 7.05a8.5 8.5 0 0 1 1.6 4.95M19.36 16.25a8.5 8.5 0 0 1-4.45 3.74M10.5 20.4a8.5 8.5 0 0 1-4.5-2.4M3.74 14.2a8.5 8.5 0 0 1 .9-6.45M7 5.13a8.5 8.5 0 0 1 2.5-1.26';

const SHAPES: Readonly<Record<Meaning, Shape>> = {
    yes: { fill: DISC, line: 'm8 12.3 2.8 2.8L16 9.6' },
    partial: { fill: 'M12 3.5a8.5 8.5 0 0 0 0 17z', line: DISC },
    no: { fill: '', line: 'm6.5 6.5 11 11M17.5 6.5l-11 11' },
    planned: { fill: '', line: `${DASHED}M12 7.5V12l3.2 2` },
    deprecated: { fill: '', line: `${DISC}M6.2 17.8 17.8 6.2` },
    unknown: { fill: '', line: 'M8.5 9a3.5 3.5 0 1 1 5.2 3.05C12.5 12.8 12 13.4 12 14.8M12 18.4v.2' },
    'not-applicable': { fill: '', line: 'M7.5 12h9' },
    unsupported: { fill: '', line: `${DASHED}M8.5 12.3l2.5 2.5 4.5-4.8` },
};

const SVG = 'http://www.w3.org/2000/svg';

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
