import { LitElement, html, nothing, svg, type SVGTemplateResult } from 'lit';

/** Marks: shape first, colour second. One set, drawn on 24 × 24, so that every screen says the same. */
const shapes = {
    table: svg`<path d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14" />`,
    timeline: svg`<path d="M4 6h9M8 12h12M6 18h8" /><path d="M15.5 4.5 17 6l-1.5 1.5L14 6zM6 10.5 7.5 12 6 13.5 4.5 12z" />`,
    plus: svg`<path d="M12 5v14M5 12h14" />`,
    bin: svg`<path d="M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12M10.5 11v5M13.5 11v5" />`,
    clock: svg`<circle cx="12" cy="12" r="8" /><path d="M12 8v4l3 2" />`,
    search: svg`<circle cx="11" cy="11" r="6" /><path d="m15.5 15.5 4.5 4.5" />`,
    condition: svg`<path d="M4 6h16M7 12h10M10 18h4" />`,
    history: svg`<path d="M4.5 9A8 8 0 1 1 4 12.5M4 5v4.5h4.5M12 8v4.5l3 1.5" />`,
    cross: svg`<path d="m6 6 12 12M18 6 6 18" />`,
    tick: svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`,
    warning: svg`<path d="M12 4 21 19.5H3zM12 10v4.5M12 17v.2" />`,
    lock: svg`<path d="M6 11h12v8H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" />`,
    sun: svg`<circle cx="12" cy="12" r="4" /><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4" />`,
    moon: svg`<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z" />`,
    system: svg`<path d="M4 5h16v11H4zM9 20h6M12 16v4" />`,
    person: svg`<circle cx="12" cy="8.5" r="3.5" /><path d="M5 20c.8-4 3.500-6 7-6s6.200 2 7 6" />`,
    keyboard: svg`<path d="M3 7h18v10H3zM7 10.500h.1M10.500 10.500h.1M14 10.500h.1M17 10.500h.1M8 14h8" />`,
    down: svg`<path d="m7 10 5 5 5-5" />`,
    left: svg`<path d="m14 7-5 5 5 5" />`,
    right: svg`<path d="m10 7 5 5-5 5" />`,
    board: svg`<path d="M4 5h4.500v14H4zM10 5h4.500v9H10zM16 5h4.500v11H16z" />`,
    calendar: svg`<path d="M4 6h16v14H4zM4 10h16M8 3.500V7M16 3.500V7M8 14h.1M12 14h.1M16 14h.1" />`,
    up: svg`<path d="m7 14 5-5 5 5" />`,
    bringIn: svg`<path d="M12 4v10M8 10.5l4 4 4-4M5 18.5h14" />`,
    takeOut: svg`<path d="M12 15V5M8 8.5l4-4 4 4M5 18.5h14" />`,
    plugin: svg`<path d="M9 4v4M15 4v4M6 8h12v4a6 6 0 0 1-12 0zM12 18v3" />`,
    file: svg`<path d="M7 3.5h7l4 4v13H7zM14 3.5v4h4" />`,
    link: svg`<path d="M14 5h5v5M19 5l-8 8M17 14v5H5V7h5" />`,
    unlinked: svg`<path d="M4 4l16 16M8.500 8.500A6 6 0 0 0 6 13.500M12 7.500c2 0 3.800.9 5 2.400M9.500 13a3 3 0 0 1 1.500-1M12 17.500h.1" />`,
    layout: svg`<path d="M4 5h16v14H4zM4 9h16M13 9v10M16.5 12.5v4M14.500 14.500h4" />`,
    back: svg`<path d="M19 12H5M11 6l-6 6 6 6" />`,
    forward: svg`<path d="M5 12h14M13 6l6 6-6 6" />`,
    arrowOut: svg`<circle cx="6.5" cy="12" r="3" /><path d="M9.5 12H20M16 8l4 4-4 4" />`,
    arrowIn: svg`<circle cx="17.5" cy="12" r="3" /><path d="M4 12h10.5M10.5 8l4 4-4 4" />`,
    matrix: svg`<path d="M4 5h16v14H4zM4 9.7h16M4 14.3h16M9.3 5v14M14.7 5v14" />`,
    split: svg`<path d="M4 5h16v14H4zM12 5v14" />`,
    maximise: svg`<path d="M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7" />`,
    restore: svg`<path d="M20 10h-6V4M14 10l6-6M4 14h6v6M10 14l-6 6" />`,
    compare: svg`<path d="M4 6h7v12H4zM13 6h7v12h-7M6 10h3M6 13h3M15.500 10h2.500M15.500 13h2.500" />`,
    command: svg`<path d="M5 7l5 5-5 5M12 18h7" />`,
    form: svg`<path d="M4 5h16v14H4zM7.500 9h3M7.500 13h3M13 9h4M13 13h4M7.500 16.500h9.500" />`,
    star: svg`<path d="m12 4 2.500 5.200 5.700.800-4.100 4 1 5.700-5.100-2.700-5.100 2.700 1-5.700-4.100-4 5.700-.800z" />`,
    starred: svg`<path d="m12 4 2.500 5.200 5.700.800-4.100 4 1 5.700-5.100-2.700-5.100 2.700 1-5.700-4.100-4 5.700-.800z" fill="currentColor" />`,
    pencil: svg`<path d="m5 19 1-4L16 5l3 3L9 18zM14 7l3 3" />`,
    unread: svg`<circle cx="12" cy="12" r="5" fill="currentColor" />`,
    thread: svg`<path d="M5 5h14v10h-8l-4 4v-4H5zM8.500 9h7M8.500 12h4" />`,
    chart: svg`<path d="M4 19.5h16M7 16v-5M12 16V5M17 16V8.500" />`,
    news: svg`<path d="M4 5h12.500v12a2.500 2.500 0 0 0 2.500 2.500H6.500A2.500 2.500 0 0 1 4 17zM16.500 9H20v8a2 2 0 0 1-2 2.200M7.500 9h5.500M7.500 12.500h5.500M7.500 16h3.500" />`,
    coins: svg`<ellipse cx="12" cy="6.500" rx="7" ry="2.800" /><path d="M5 6.500V12c0 1.500 3.100 2.800 7 2.800s7-1.300 7-2.800V6.500M5 12v5.500c0 1.500 3.100 2.800 7 2.800s7-1.300 7-2.800V12" />`,
    ticket: svg`<path d="M4 7h16v3.200a1.800 1.800 0 0 0 0 3.600V17H4v-3.200a1.800 1.800 0 0 0 0-3.600zM14 7.500v2M14 11v2M14 14.500v2" />`,
    people: svg`<circle cx="9" cy="8.500" r="3" /><path d="M3.500 19c.5-3.500 2.500-5.500 5.500-5.500s5 2 5.500 5.500M15 6a3 3 0 0 1 0 5.500M16.500 13.800c2.200.6 3.600 2.400 4 5.200" />`,
    book: svg`<path d="M12 7c-2-1.500-4.500-2-7.500-2v13c3 0 5.500.5 7.500 2 2-1.500 4.500-2 7.500-2V5c-3 0-5.500.5-7.500 2zM12 7v13" />`,
    megaphone: svg`<path d="M4 10v4h3.500L15 18V6l-7.500 4zM18 9.500a3.500 3.500 0 0 1 0 5M8 14.500l1 4.500h2" />`,
    target: svg`<circle cx="12" cy="12" r="8" /><circle cx="12" cy="12" r="4" /><path d="M12 12h.1" />`,
    logo: svg`<path d="M6 7v7a2.500 2.500 0 0 0 5 0V7M13 17V7M18 7v7" />`,
} as const satisfies Record<string, SVGTemplateResult>;

export type MarkName = keyof typeof shapes;

export function mark(name: MarkName) {
    return html`<wb-mark name=${name}></wb-mark>`;
}

export function isMark(name: string | undefined): name is MarkName {
    return name !== undefined && Object.hasOwn(shapes, name);
}

/** A mark made by hand, for cells that Lit does not render. */
export function markElement(name: MarkName): HTMLElement {
    const element = document.createElement('wb-mark');
    element.setAttribute('name', name);
    return element;
}

/** Decoration for the eye: the words for speech stand beside it. */
class MarkElement extends LitElement {
    static override properties = { name: { type: String } };
    declare name: string;

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.setAttribute('aria-hidden', 'true');
    }

    protected override render() {
        if (!isMark(this.name)) return nothing;
        return html`<svg viewBox="0 0 24 24" focusable="false">${shapes[this.name]}</svg>`;
    }
}

customElements.define('wb-mark', MarkElement);
