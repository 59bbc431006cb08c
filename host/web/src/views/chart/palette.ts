/** The tokens as ECharts needs them: colours it can read. Read anew when the theme changes. */
export interface Palette {
    readonly canvas: string;
    readonly text: string;
    readonly text2: string;
    readonly text3: string;
    readonly line: string;
    readonly lineStrong: string;
    readonly accent: string;
    readonly family: string;
    /** A grey between the canvas (0) and the text (1). */
    grey(share: number): string;
}

type Rgb = readonly [number, number, number];

export function paletteOf(host: HTMLElement): Palette {
    const probe = document.createElement('span');
    probe.hidden = true;
    host.append(probe);
    const colour = (token: string): string => {
        probe.style.color = `var(--${token})`;
        return getComputedStyle(probe).color;
    };
    const [canvas, text] = [colour('canvas'), colour('text')];
    const palette: Palette = {
        canvas,
        text,
        text2: colour('text-2'),
        text3: colour('text-3'),
        line: colour('line'),
        lineStrong: colour('line-strong'),
        accent: colour('accent'),
        family: getComputedStyle(document.body).fontFamily,
        grey: (share) => mixed(rgb(canvas), rgb(text), share),
    };
    probe.remove();
    return palette;
}

export function mixed(from: Rgb, to: Rgb, share: number): string {
    const parts = from.map((each, index) => Math.round(each + ((to[index] ?? each) - each) * share));
    return `rgb(${parts.join(', ')})`;
}

export function rgb(colour: string): Rgb {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue];
}
