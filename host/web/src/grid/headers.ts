import type { Sheet } from './sheet';

/** Headers by keyboard: one tab stop, arrows between them, Enter sorts, down goes to the rows. */
export function labelHeaders(sheet: Sheet, toRows: () => void): void {
    const container = sheet.getContainerNode();
    container.addEventListener('keydown', (event) => {
        const header = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.slick-header-column') : null;
        if (!header) return;
        const all = [...container.querySelectorAll<HTMLElement>('.slick-header-column')];
        const to = (by: number) => all[all.indexOf(header) + by]?.focus();
        const moves: Record<string, () => void> = {
            ArrowRight: () => to(1),
            ArrowLeft: () => to(-1),
            ArrowDown: toRows,
            Enter: () => press(header, event.shiftKey),
            ' ': () => press(header, event.shiftKey),
        };
        const move = moves[event.key];
        if (!move) return;
        event.preventDefault();
        event.stopPropagation();
        move();
    });
    sheet.onRendered.subscribe(() => describe(sheet));
    sheet.onSort.subscribe(() => describe(sheet));
}

/** With Shift the order gets one more column. */
function press(header: HTMLElement, shiftKey: boolean): void {
    header.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }));
}

function describe(sheet: Sheet): void {
    const sorted = new Map(sheet.getSortColumns().map((each) => [String(each.columnId), each.sortAsc]));
    sheet.getContainerNode().querySelectorAll<HTMLElement>('.slick-header-column').forEach((header, index) => {
        const ascending = sorted.get(header.dataset['id'] ?? '');
        const order = ascending === undefined ? 'none' : ascending ? 'ascending' : 'descending';
        header.setAttribute('aria-sort', order);
        header.setAttribute('aria-colindex', String(index + 1));
        header.tabIndex = index === 0 ? 0 : -1;
    });
}
