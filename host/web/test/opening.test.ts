import { describe, expect, it } from 'vitest';
import { around, dayAt, type Scale } from '../src/views/timeline/scale';
import { seeing } from '../src/views/timeline/opening';

const TODAY = 20_000;
const scale: Scale = around(TODAY, 'quarter', 800);

/** The days that stand between the edges. */
const stretch = (shown: Scale) => [Math.ceil(dayAt(shown, 0)), Math.floor(dayAt(shown, shown.width))];
const sees = (shown: Scale, day: number) => day >= (stretch(shown)[0] ?? 0) && day <= (stretch(shown)[1] ?? 0);

describe('where a timeline opens', () => {
    it('has today in the middle where nothing is open, or all of it is near', () => {
        expect(seeing(scale, TODAY, [])).toEqual(scale);
        expect(seeing(scale, TODAY, [TODAY - 30, TODAY + 60])).toEqual(scale);
    });

    it('goes as far as it must to show most, with today still in sight', () => {
        const days = [TODAY + 150, TODAY + 160, TODAY + 170, TODAY - 140];
        const shown = seeing(scale, TODAY, days);
        expect(days.filter((day) => sees(shown, day))).toEqual([TODAY + 150, TODAY + 160, TODAY + 170]);
        expect(sees(shown, TODAY)).toBe(true);
        const late = [TODAY - 150, TODAY - 160, TODAY + 170];
        expect(late.filter((day) => sees(seeing(scale, TODAY, late), day))).toEqual([TODAY - 150, TODAY - 160]);
    });

    it('never leaves today for what is too far away', () => {
        const shown = seeing(scale, TODAY, [TODAY + 900, TODAY + 901, TODAY + 902]);
        expect(sees(shown, TODAY)).toBe(true);
    });

    it('leaves room at the right for the words of a mark', () => {
        const shown = seeing(scale, TODAY, [TODAY + 170]);
        expect((TODAY + 170 - shown.start) * 2.8).toBeLessThanOrEqual(800 - 120 + 0.01);
    });

    it('shows the same kind of stretch where it is narrower than its margins', () => {
        const narrow = around(TODAY, 'year', 100);
        expect(seeing(narrow, TODAY, [TODAY + 5])).toEqual(narrow);
    });
});
