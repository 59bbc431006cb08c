import { html, type TemplateResult } from 'lit';
import { tCount } from '../../settings';
import { figureMarks, ROW } from './draw';
import type { Figure } from './figure';
import type { Row } from './lanes';
import type { Scale } from './scale';
import { sentence } from './speech';

export interface RowLook {
    readonly tab: boolean;
    /** 1, or 2 below the header of a lane. */
    readonly level: number;
}

export function laneRow(row: Extract<Row, { kind: 'lane' }>, { tab }: RowLook, fold: () => void): TemplateResult {
    const { lane, index, folded } = row;
    const count = tCount('timeline.items', lane.count);
    return html`<div
        class="wb-tl-row lane"
        role="row"
        aria-level="1"
        aria-rowindex=${index + 2}
        aria-expanded=${String(!folded)}
        aria-label="${lane.label} ${count}"
        data-index=${index}
        tabindex=${tab ? 0 : -1}
        .style="top: ${index * ROW}px"
        @dblclick=${fold}
    >
        <span class="wb-tl-name" role="rowheader"><i class="wb-tl-fold" aria-hidden="true"></i><b>${lane.label}</b></span>
        <span class="wb-tl-track" role="gridcell"><small>${count}</small></span>
    </div>`;
}

/** A row whose item is on its way. */
export function waitingRow({ index }: Row, { tab, level }: RowLook): TemplateResult {
    return html`<div class="wb-tl-row" role="row" aria-level=${level} aria-rowindex=${index + 2} data-index=${index} tabindex=${tab ? 0 : -1} .style="top: ${index * ROW}px">
        <span class="wb-tl-name" role="rowheader">…</span><span class="wb-tl-track" role="gridcell"></span>
    </div>`;
}

export interface ItemLook extends RowLook {
    readonly ref: string;
    readonly title: string;
    readonly figure: Figure;
    readonly scale: Scale;
    readonly isSelected: boolean;
    readonly isTroubled: boolean;
    readonly canMove: boolean;
    edited(): void;
}

export function itemRow({ index }: Row, look: ItemLook): TemplateResult {
    const { title, figure, scale } = look;
    const said = sentence(title, figure);
    return html`<div
        class="wb-tl-row ${look.isTroubled ? 'troubled' : ''}"
        role="row"
        aria-level=${look.level}
        aria-rowindex=${index + 2}
        aria-selected=${String(look.isSelected)}
        aria-label=${said}
        data-index=${index}
        data-ref=${look.ref}
        tabindex=${look.tab ? 0 : -1}
        .style="top: ${index * ROW}px"
        @dblclick=${() => look.edited()}
    >
        <span class="wb-tl-name" role="rowheader">${title}</span>
        <span class="wb-tl-track" role="gridcell" aria-label=${said}>
            <svg width=${scale.width} height=${ROW} aria-hidden="true">${figureMarks(figure, scale, look.canMove)}</svg>
        </span>
    </div>`;
}
