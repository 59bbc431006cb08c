import { SHAPES, SVG, type Meaning } from './statemarks';

/** How large shapes are drawn, and how large they stand in a cell (`--matrix-mark`). */
const DRAWN = 24;
const SIZE = 15;
const LINE = 25;
/** A mark with a figure beside it stands so far left of the middle; alone it stands in the middle. */
const BESIDE_FIGURE = 12.5;

/** A mark in a row: what it means, the cell it stands in, and whether a figure stands beside it. */
export interface Mark {
    readonly meaning: Meaning;
    readonly left: number;
    readonly width: number;
    readonly hasFigure: boolean;
}

/**
 * All marks of a row as one picture with a path for each meaning. A picture for each cell, which is
 * what it looks like, made the browser keep two thousand of them and look at all for every frame.
 */
export class RowMarks {
    readonly root = document.createElementNS(SVG, 'svg');
    private readonly scaled = document.createElementNS(SVG, 'g');
    private readonly paths = new Map<string, SVGPathElement>();

    constructor() {
        this.root.setAttribute('class', 'wb-mx-marks');
        this.root.setAttribute('aria-hidden', 'true');
        this.scaled.setAttribute('transform', `scale(${SIZE / DRAWN})`);
        this.root.append(this.scaled);
    }

    show(marks: readonly Mark[]): void {
        const drawn = pathsOf(marks);
        this.paths.forEach((path, name) => drawn.has(name) || path.setAttribute('d', ''));
        drawn.forEach((steps, name) => this.pathOf(name).setAttribute('d', steps));
    }

    private pathOf(name: string): SVGPathElement {
        const known = this.paths.get(name);
        if (known) return known;
        const path = document.createElementNS(SVG, 'path');
        path.setAttribute('class', name);
        this.paths.set(name, path);
        this.scaled.append(path);
        return path;
    }
}

/** The steps of each path by its class; what is filled goes before the lines upon it. */
export function pathsOf(marks: readonly Mark[]): ReadonlyMap<string, string> {
    const paths = new Map<string, string>();
    for (const part of ['fill', 'line'] as const) {
        for (const { meaning, left, width, hasFigure } of marks) {
            const steps = SHAPES[meaning][part];
            if (steps === '') continue;
            const [x, y] = [left + width / 2 - (hasFigure ? BESIDE_FIGURE : SIZE / 2), (LINE - 1 - SIZE) / 2];
            const name = `${part} of-${meaning}`;
            paths.set(name, `${paths.get(name) ?? ''}M${grid(x)} ${grid(y)}${steps}`);
        }
    }
    return paths;
}

/** In the units shapes are drawn in. */
function grid(pixels: number): number {
    return Math.round((pixels * DRAWN * 100) / SIZE) / 100;
}
