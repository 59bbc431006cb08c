const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]';

/** The first thing in it that takes the focus and can be seen. */
export function firstFocus(within: Element): HTMLElement | undefined {
    return [...within.querySelectorAll<HTMLElement>(FOCUSABLE)].find((each) => each.checkVisibility());
}

/** Into the next part of the window, or the one before; parts follow each other as they are read. */
export function nextRegion(root: Element, step: 1 | -1): void {
    const regions = [...root.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.checkVisibility() && !region.closest('[inert]'));
    const here = regions.findIndex((region) => region.contains(document.activeElement));
    for (let n = 1; n <= regions.length; n++) {
        const next = regions[(here + step * n + regions.length * 2) % regions.length];
        const target = next && (next.querySelector<HTMLElement>('[role="tab"][tabindex="0"]') ?? firstFocus(next));
        if (target) {
            target.focus();
            return;
        }
    }
}
