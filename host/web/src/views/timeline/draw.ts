import { nothing, svg, type SVGTemplateResult } from 'lit';
import { t } from '../../settings';
import { dateOf } from '../planning/days';
import { extent, type Figure } from './figure';
import { perDay, xOf, type Scale } from './scale';
import { shortDay, slipWords } from './speech';

/** As high as a row of the sheet. */
export const ROW = 28;

const MIDDLE = ROW / 2;
const DIAMOND = 'M0-6 6 0 0 6-6 0z';
const LABEL_GAP = 10;
const BAR = 10;
const FLAG = 84;

type Drawn = SVGTemplateResult | typeof nothing;

/** The marks of a row: shape first, so that they say the same on grey paper. */
export function figureMarks(figure: Figure, scale: Scale, canMove: boolean): SVGTemplateResult {
    const at = (day: number) => Math.round((xOf(scale, day) + perDay(scale) / 2) * 10) / 10;
    const away = outOfSight(figure, scale);
    if (away) return away;
    const { first, date, came, unsaved } = figure;
    const end = came ?? date;
    return svg`${bar(figure, scale, canMove && date === null)}
        ${first !== null && end !== null && first !== end ? slip(at(first), at(end), figure, at) : nothing}
        ${unsaved !== null && date !== null ? svg`<path class="wb-tl-unsaved" d="M${at(date)} ${MIDDLE}H${at(unsaved)}" />` : nothing}
        ${first !== null && first !== end ? svg`<path class="wb-tl-first" d=${DIAMOND} transform="translate(${at(first)} ${MIDDLE})" />` : nothing}
        ${came === null && date !== null ? promise(at(date), canMove) : nothing}
        ${came === null ? nothing : cameMark(at(came))}
        ${unsaved === null ? nothing : svg`<path class="wb-tl-unsaved wb-tl-to" d=${DIAMOND} transform="translate(${at(unsaved)} ${MIDDLE})" />`}
        ${label(figure, at)}`;
}

function bar({ bar: days }: Figure, scale: Scale, canMove: boolean): Drawn {
    if (!days) return nothing;
    const left = Math.max(-BAR, xOf(scale, days[0]));
    const right = Math.min(scale.width + BAR, xOf(scale, days[1] + 1));
    return svg`<rect class="wb-tl-bar ${canMove ? 'wb-tl-handle' : ''}" x=${left} y=${MIDDLE - BAR / 2} width=${Math.max(3, right - left)} height=${BAR} rx="2" />`;
}

function slip(first: number, end: number, figure: Figure, at: (day: number) => number): SVGTemplateResult {
    const kind = (figure.slip ?? 0) > 0 ? 'late' : 'early';
    return svg`<g class="wb-tl-slip ${kind}">
        <path d="M${first} ${MIDDLE}H${end}" />
        ${figure.ticks.map((day) => svg`<path class="wb-tl-tick" d="M${at(day)} ${MIDDLE - 5}v10" />`)}
    </g>`;
}

/** The target for a pointer is larger than the mark. */
function promise(x: number, canMove: boolean): SVGTemplateResult {
    return svg`<g class=${canMove ? 'wb-tl-handle' : ''} transform="translate(${x} ${MIDDLE})">
        <rect class="wb-tl-target" x="-12" y="-12" width="24" height="24" />
        <path class="wb-tl-date" d=${DIAMOND} />
    </g>`;
}

function cameMark(x: number): SVGTemplateResult {
    return svg`<g class="wb-tl-came" transform="translate(${x} ${MIDDLE})"><circle r="6.5" /><path d="m-3 0 2 2.300 4-4.500" /></g>`;
}

function label(figure: Figure, at: (day: number) => number): Drawn {
    const { slip: days, unsaved } = figure;
    const reach = extent(figure);
    if (!reach) return svg`<text class="wb-tl-note" x=${LABEL_GAP} y=${MIDDLE + 4}>${t('timeline.undated')}</text>`;
    const x = at(reach[1]) + LABEL_GAP;
    if (unsaved !== null) return svg`<text class="wb-tl-words" x=${x} y=${MIDDLE + 4}>${dateOf(unsaved)}</text>`;
    const words = slipWords(days);
    return words === '' ? nothing : svg`<text class="wb-tl-words ${(days ?? 0) > 0 ? 'late' : ''}" x=${x} y=${MIDDLE + 4}>${words}</text>`;
}

/** Where to look for what lies outside the stretch that is drawn. */
function outOfSight(figure: Figure, scale: Scale): SVGTemplateResult | null {
    const reach = extent(figure);
    if (!reach) return null;
    const [from, to] = [xOf(scale, reach[0]), xOf(scale, reach[1] + 1)];
    const mark = (x: number, anchor: string, words: string) => svg`<text class="wb-tl-note" x=${x} y=${MIDDLE + 4} text-anchor=${anchor}>${words}</text>`;
    if (to < 0) return mark(LABEL_GAP, 'start', `\u2039 ${dateOf(reach[1])}`);
    return from > scale.width ? mark(scale.width - LABEL_GAP, 'end', `${dateOf(reach[0])} \u203a`) : null;
}

/** From where something ends, down or up to what waits for it. */
export function elbowPath(from: { x: number; y: number }, to: { x: number; y: number }): string {
    const stop = to.x - 8;
    return stop > from.x + 4 ? `M${from.x} ${from.y}V${to.y}H${stop}` : `M${from.x} ${from.y}v${ROW / 2}H${to.x - 14}V${to.y}H${stop}`;
}

/** Beside the line, where the name of a stretch stands in the way. */
export function todayMark(today: number, scale: Scale, names: readonly number[]): Drawn {
    const x = xOf(scale, today) + perDay(scale) / 2;
    if (x < 0 || x > scale.width) return nothing;
    const near = names.find((name) => name > x - FLAG && name < x + FLAG / 2);
    const anchor = near === undefined ? 'middle' : near > x - 4 ? 'end' : 'start';
    return svg`<g class="wb-tl-today-flag" transform="translate(${x} 0)">
        <text x=${anchor === 'start' ? 4 : 0} y="13" text-anchor=${anchor}>${t('timeline.today', { date: shortDay(today) })}</text>
    </g>`;
}
