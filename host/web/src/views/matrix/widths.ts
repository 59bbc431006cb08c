import { widthsOf } from './extent';
import type { Column } from './model';

/** Room at both sides, and the rules between columns. */
const INSET = 20;
const ink = document.createElement('canvas').getContext('2d');

/** How wide columns must be for their titles and for what they stand under, in the type of an element. */
export function measuredWidths(columns: readonly Column[], least: number, of: HTMLElement): readonly number[] {
    const style = getComputedStyle(of);
    const font = (weight: number) => `${weight} ${style.fontSize} ${style.fontFamily}`;
    const measured = columns.map(({ title, parent }) => ({
        title: widthOf(title, font(400)) + INSET,
        parent: parent?.ref ?? '',
        parentTitle: parent ? inTwoLines(parent.title, font(600)) + INSET : 0,
    }));
    return widthsOf(measured, least);
}

/** The narrowest that a title needs where it may break once between two words. */
function inTwoLines(title: string, font: string): number {
    const words = title.split(' ');
    const breaks = words.map((_, at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')]);
    return Math.min(...breaks.map((lines) => Math.max(...lines.map((line) => widthOf(line, font)))));
}

function widthOf(text: string, font: string): number {
    if (!ink) return 0;
    ink.font = font;
    return ink.measureText(text).width;
}
