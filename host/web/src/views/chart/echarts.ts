/** The only importer of ECharts: what the charts need of it, and nothing else. */
import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GraphicComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, VisualMapComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

use([BarChart, HeatmapChart, LineChart, ScatterChart]);
use([AriaComponent, GraphicComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, VisualMapComponent]);
use([LabelLayout, CanvasRenderer, SVGRenderer]);

export type Drawing = Parameters<ECharts['setOption']>[0];

const WIDTH = 1200;
const HEIGHT = 675;
const SHARPNESS = 2;

/** A picture on the page. Canvas alone: drawn as SVG it would write style attributes, which the page forbids. */
export class Picture {
    private readonly chart: ECharts;

    constructor(container: HTMLElement) {
        this.chart = init(container, null, { renderer: 'canvas' });
    }

    draw(drawing: Drawing): void {
        this.chart.setOption(drawing, { notMerge: true });
    }

    resize(): void {
        this.chart.resize();
    }

    /** Where a value stands, in pixels of the picture. */
    placeOf(x: number, y: number): readonly [number, number] {
        const [left = 0, top = 0] = this.chart.convertToPixel({ gridIndex: 0 }, [x, y]);
        return [left, top];
    }

    /** What stands at a pixel; null outside of the axes. */
    valueAt(left: number, top: number): readonly [number, number] | null {
        if (!this.chart.containPixel({ gridIndex: 0 }, [left, top])) return null;
        const [x = 0, y = 0] = this.chart.convertFromPixel({ gridIndex: 0 }, [left, top]);
        return [x, y];
    }

    close(): void {
        this.chart.dispose();
    }
}

/** The drawing as a file; larger than on the page, and drawn for it anew. */
export async function saved(drawing: Drawing, format: 'png' | 'svg'): Promise<Blob> {
    return format === 'svg' ? asSvg(drawing) : asPng(drawing);
}

function asSvg(drawing: Drawing): Blob {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
    try {
        chart.setOption(drawing);
        return new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' });
    } finally {
        chart.dispose();
    }
}

async function asPng(drawing: Drawing): Promise<Blob> {
    const chart = init(document.createElement('div'), null, { renderer: 'canvas', width: WIDTH, height: HEIGHT });
    try {
        chart.setOption(drawing);
        const canvas = chart.renderToCanvas({ pixelRatio: SHARPNESS });
        return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser made no PNG of the chart'))), 'image/png'));
    } finally {
        chart.dispose();
    }
}
