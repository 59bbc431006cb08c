import type { Sheet } from './sheet';

export interface ReorderParts {
    readonly sheet: Sheet;
    /** A column comes to the place where another stands: behind it from the left, before it from the right. */
    readonly moved: (id: string, to: number) => void;
    readonly menu: (header: HTMLElement, id: string) => void;
}

const OVER = 'wb-drop-before';

/** Headers that can be drawn to another place, by pointer or with Ctrl and the arrows, and that open their menu. */
export function reorderHeaders({ sheet, moved, menu }: ReorderParts): void {
    const container = sheet.getContainerNode();
    let dragged: string | null = null;
    const headerOf = (event: Event) => (event.target instanceof Element ? event.target.closest<HTMLElement>('.slick-header-column') : null);
    const idOf = (header: HTMLElement | null) => header?.dataset['id'] ?? null;
    const headers = () => [...container.querySelectorAll<HTMLElement>('.slick-header-column')];
    const clear = () => headers().forEach((header) => header.classList.remove(OVER));

    sheet.onRendered.subscribe(() => headers().forEach((header) => (header.draggable = true)));
    container.addEventListener('dragstart', (event) => {
        const header = headerOf(event);
        // The handle at its edge changes the width instead.
        const isHandle = header?.querySelector('.slick-resizable-handle:hover') !== null;
        dragged = idOf(header);
        if (!header || !dragged || isHandle) {
            event.preventDefault();
            return;
        }
        event.dataTransfer?.setData('text/x-weekbench-column', dragged);
    });
    container.addEventListener('dragover', (event) => {
        const header = headerOf(event);
        if (!dragged || !header) return;
        event.preventDefault();
        clear();
        header.classList.add(OVER);
    });
    container.addEventListener('drop', (event) => {
        const target = idOf(headerOf(event));
        clear();
        if (!dragged || target === null) return;
        event.preventDefault();
        if (target !== dragged) moved(dragged, headers().findIndex((header) => idOf(header) === target));
        dragged = null;
    });
    container.addEventListener('dragend', () => {
        dragged = null;
        clear();
    });
    container.addEventListener('contextmenu', (event) => {
        const header = headerOf(event);
        const id = idOf(header);
        if (!header || id === null) return;
        event.preventDefault();
        menu(header, id);
    });
    container.addEventListener('keydown', (event) => {
        const header = headerOf(event);
        const id = idOf(header);
        if (!header || id === null) return;
        const by = event.ctrlKey ? ({ ArrowLeft: -1, ArrowRight: 1 } as Record<string, number>)[event.key] : undefined;
        const opens = event.key === 'ContextMenu' || (event.altKey && event.key === 'ArrowDown');
        if (by === undefined && !opens) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (opens) menu(header, id);
        else {
            moved(id, headers().indexOf(header) + (by ?? 0));
            headers().find((each) => idOf(each) === id)?.focus();
        }
    });
}
