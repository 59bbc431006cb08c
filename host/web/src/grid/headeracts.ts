import type { Field } from '../client';
import { text } from '../settings';
import type { Given } from '../view';
import type { ColumnAct } from './columnmenu';
import { canGroup, moved, type Look } from './look';
import { reorderHeaders } from './reorder';
import type { Sheet } from './sheet';

export interface HeaderParts {
    readonly given: Given;
    readonly menu: (header: HTMLElement, label: string, acts: readonly ColumnAct[]) => void;
    readonly look: () => Look;
    readonly use: (change: Partial<Look>) => void;
}

/** The headers change the look: drawn to another place, or by their menu. */
export function arrangeBy({ given, menu, look, use }: HeaderParts, sheet: Sheet): void {
    reorderHeaders({
        sheet,
        moved: (id, to) => use({ columns: moved(look().columns, id, to) }),
        menu: (header, id) => {
            const field = given.subject.table.fields.find((each) => each.id === id);
            if (field) menu(header, text(field.label), columnActs(field, look(), use));
        },
    });
}

/** What can be done to one column from its header. */
export function columnActs(field: Field, look: Look, use: (change: Partial<Look>) => void): readonly ColumnAct[] {
    const { id } = field;
    const at = look.columns.indexOf(id);
    const last = look.columns.length - 1;
    const others = look.sort.filter((key) => key.field !== id);
    const move = (to: number) => use({ columns: moved(look.columns, id, to) });
    const isGroup = look.group === id;
    return [
        { label: 'column.ascending', mark: 'up', run: () => use({ sort: [{ field: id }] }) },
        { label: 'column.descending', mark: 'down', run: () => use({ sort: [{ field: id, descending: true }] }) },
        { label: 'column.then', mark: 'plus', blocked: look.sort.length === 0, run: () => use({ sort: [...others, { field: id }] }) },
        { label: isGroup ? 'column.ungroup' : 'column.group', mark: 'layout', blocked: !canGroup(field), run: () => use({ group: isGroup ? null : id }) },
        { label: 'column.freeze', mark: 'lock', blocked: at < 0 || at === last, run: () => use({ frozen: at + 1 }) },
        { label: 'column.unfreeze', mark: 'unlinked', blocked: look.frozen === 0, run: () => use({ frozen: 0 }) },
        { label: 'column.earlier', mark: 'left', blocked: at <= 0, run: () => move(at - 1) },
        { label: 'column.later', mark: 'right', blocked: at < 0 || at === last, run: () => move(at + 1) },
        { label: 'column.hide', mark: 'cross', blocked: at < 0 || last === 0, run: () => use({ columns: look.columns.filter((each) => each !== id) }) },
    ];
}
