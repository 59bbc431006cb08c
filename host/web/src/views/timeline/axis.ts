import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { t } from '../../settings';
import { elbowPath, ROW, todayMark } from './draw';
import { elbows, type Stop } from './figure';
import { perDay, ticks, xOf, type Scale, type Tick } from './scale';
import { tickName } from './speech';

export const AXIS = 36;

const NAME_ROOM = 64;

export function axis(scale: Scale, today: number): TemplateResult {
    const { major, minor } = ticks(scale);
    return html`<svg class="wb-tl-axis" width=${scale.width} height=${AXIS} aria-hidden="true">
        ${minor.filter((tick) => tick.x >= -1).map((tick) => svg`<path class="wb-tl-line" d="M${tick.x} 18V36" /><text class="minor" x=${tick.x + 4} y="31">${tickName(tick, false)}</text>`)}
        ${major.map((tick, index) => majorName(tick, major[index + 1]))} ${todayMark(today, scale, major.map(({ x }) => x))}
    </svg>`;
}

/** The name of a stretch that began before the left edge stands at the edge, as long as there is room. */
function majorName(tick: Tick, next: Tick | undefined): SVGTemplateResult | typeof nothing {
    const x = Math.max(0, tick.x);
    if (next && next.x - x < NAME_ROOM && x > tick.x) return nothing;
    return svg`<text class="major" x=${x + 4} y="13">${tickName(tick, true)}</text>`;
}

/** What lies behind all rows: the lines of the axis, today, and what waits for what. */
export function backdrop(scale: Scale, height: number, today: number, stops: readonly Stop[]): TemplateResult {
    const { major, minor } = ticks(scale);
    const at = (stop: Stop) => ({ x: xOf(scale, stop.end ?? 0) + perDay(scale) / 2, y: stop.index * ROW + ROW / 2 });
    const now = xOf(scale, today) + perDay(scale) / 2;
    return html`<svg class="wb-tl-lines" width=${scale.width} height=${height} aria-hidden="true">
        ${minor.map((tick) => svg`<path class="wb-tl-line" d="M${tick.x} 0V${height}" />`)}
        ${major.map((tick) => svg`<path class="wb-tl-line major" d="M${tick.x} 0V${height}" />`)}
        ${elbows(stops).map(({ from, to }) => svg`<path class="wb-tl-elbow" d=${elbowPath(at(from), at(to))} /><path class="wb-tl-arrow" d="M${at(to).x - 8} ${at(to).y - 3}l5 3-5 3z" />`)}
        <path class="wb-tl-today" d="M${now} 0V${height}" />
    </svg>`;
}

/** The marks and their words, always in sight. */
export function legend(has: { date: boolean; first: boolean; came: boolean; bar: boolean }): TemplateResult {
    const one = (drawn: SVGTemplateResult, words: string) => html`<span><svg width="16" height="14" viewBox="-8 -7 16 14" aria-hidden="true">${drawn}</svg>${words}</span>`;
    const diamond = 'M0-5 5 0 0 5-5 0z';
    return html`<div class="wb-tl-legend">
        ${has.bar ? one(svg`<rect class="wb-tl-bar" x="-7" y="-4" width="14" height="8" rx="2" />`, t('timeline.legend.bar')) : nothing}
        ${has.first ? one(svg`<path class="wb-tl-first" d=${diamond} />`, t('timeline.legend.first')) : nothing}
        ${has.date ? one(svg`<path class="wb-tl-date" d=${diamond} />`, t('timeline.legend.date')) : nothing}
        ${has.came ? one(svg`<g class="wb-tl-came"><circle r="6" /><path d="m-3 0 2 2.300 4-4.500" /></g>`, t('timeline.legend.came')) : nothing}
        ${has.first ? one(svg`<g class="wb-tl-slip late"><path d="M-8 0H8" /><path class="wb-tl-tick" d="M0-5v10" /></g>`, t('timeline.legend.slip')) : nothing}
    </div>`;
}
