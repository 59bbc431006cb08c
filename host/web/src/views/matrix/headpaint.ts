import { element } from '../../grid/cells';
import { t } from '../../settings';
import { percent, type Column, type Coverage } from './model';

export interface Heading {
    readonly columns: readonly Column[];
    readonly coverage: readonly Coverage[];
    readonly starts: readonly number[];
    readonly corner: string;
    readonly shown: string;
}

const FIGURES = ['known', 'evidenced', 'fresh'] as const;

/** What stands above a matrix: parents, columns, and how far each column can be relied on. */
export function paintHeading(head: HTMLElement, heading: Heading): void {
    const hasParents = heading.columns.some(({ parent }) => parent !== null);
    const rows = [
        ...(hasParents ? [parentsRow(heading)] : []),
        columnsRow(heading, hasParents ? heading.shown : heading.corner),
        ...FIGURES.map((figure) => coverageRow(heading, figure)),
    ];
    rows.forEach((row, index) => row.setAttribute('aria-rowindex', String(index + 1)));
    head.replaceChildren(...rows);
}

/** How many lines stand above the first row. */
export function headingLines(columns: readonly Column[]): number {
    return FIGURES.length + (columns.some(({ parent }) => parent !== null) ? 2 : 1);
}

function parentsRow({ columns, starts, corner }: Heading): HTMLElement {
    const row = rowOf('parents', corner, 'columnheader');
    for (let from = 0; from < columns.length; ) {
        const parent = columns[from]?.parent;
        let to = from + 1;
        while (to < columns.length && columns[to]?.parent?.ref === parent?.ref) to++;
        const cell = placed('columnheader', starts, from, to);
        cell.classList.add('begins');
        cell.setAttribute('aria-colspan', String(to - from));
        cell.append(element('span', 'wb-mx-parent', parent?.title ?? ''));
        row.append(cell);
        from = to;
    }
    return row;
}

function columnsRow(heading: Heading, corner: string): HTMLElement {
    const row = rowOf('columns', corner, 'columnheader');
    row.append(...heading.columns.map((column, at) => {
        const cell = placed('columnheader', heading.starts, at, at + 1, begins(heading, at));
        cell.textContent = column.title;
        return cell;
    }));
    return row;
}

function coverageRow(heading: Heading, figure: (typeof FIGURES)[number]): HTMLElement {
    const row = rowOf('coverage', t(`matrix.${figure}`), 'rowheader');
    row.append(...heading.coverage.map((coverage, at) => {
        const cell = placed('gridcell', heading.starts, at, at + 1, begins(heading, at));
        cell.textContent = percent(coverage[figure], coverage.rows);
        return cell;
    }));
    return row;
}

function begins({ columns }: Heading, at: number): boolean {
    return columns[at]?.parent?.ref !== columns[at - 1]?.parent?.ref;
}

function rowOf(name: string, first: string, role: string): HTMLElement {
    const row = element('div', `wb-mx-row ${name}`);
    row.setAttribute('role', 'row');
    const head = element('div', 'wb-mx-head-cell', first);
    head.setAttribute('role', role);
    head.setAttribute('aria-colindex', '1');
    row.append(head);
    return row;
}

function placed(role: string, starts: readonly number[], from: number, to: number, isFirst = false): HTMLElement {
    const cell = element('div', isFirst ? 'wb-mx-cell begins' : 'wb-mx-cell');
    cell.setAttribute('role', role);
    cell.setAttribute('aria-colindex', String(from + 2));
    cell.style.left = `${starts[from] ?? 0}px`;
    cell.style.width = `${(starts[to] ?? 0) - (starts[from] ?? 0)}px`;
    return cell;
}
