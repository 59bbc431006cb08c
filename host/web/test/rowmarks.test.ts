import { describe, expect, it } from 'vitest';
import { pathsOf } from '../src/views/matrix/rowmarks';
import { SHAPES } from '../src/views/matrix/statemarks';

describe('marks of a row', () => {
    it('are shapes in relative steps, which stay themselves wherever they begin', () => {
        const absolute = Object.values(SHAPES).flatMap(({ fill, line }) => [fill, line]).filter((steps) => /[A-Z]/.test(steps));
        expect(absolute).toEqual([]);
    });

    it('stand in the middle of their cells, or left of it beside a figure', () => {
        const paths = pathsOf([
            { meaning: 'no', left: 0, width: 48, hasFigure: false },
            { meaning: 'no', left: 48, width: 48, hasFigure: true },
        ]);
        // 16.5 and 59.5 pixels from the left, 4.5 from the top, in units of 15/24 of a pixel.
        expect([...paths]).toEqual([['line of-no', `M26.4 7.2${SHAPES.no.line}M95.2 7.2${SHAPES.no.line}`]]);
    });

    it('are filled before lines are drawn upon them', () => {
        const names = [...pathsOf([{ meaning: 'no', left: 0, width: 48, hasFigure: false }, { meaning: 'yes', left: 48, width: 48, hasFigure: true }]).keys()];
        expect(names).toEqual(['fill of-yes', 'line of-no', 'line of-yes']);
    });
});
