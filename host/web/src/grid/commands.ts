import type { ViewCommand } from '../view';

/** What a grid can be told to do by key, palette or menu. */
export interface GridDeeds {
    /** Why nothing can be changed now; null where it can. */
    past(): string | null;
    newRow(): void;
    saveRow(): void;
    deleteRow(): void;
    filter(): void;
    condition(): void;
    bringIn(): void;
    inspect(): void;
    look(): void;
    /** Shows the row as a form or a page. */
    open(kind: 'form' | 'page'): void;
    /** Why the row has no page; null where it has one. */
    noText(): string | null;
}

export function gridCommands(deeds: GridDeeds): readonly ViewCommand[] {
    const blocked = () => deeds.past();
    return [
        { id: 'newRow', label: 'command.newRow', keys: ['Alt N'], blocked, run: () => deeds.newRow() },
        { id: 'saveRow', label: 'draft.save', keys: ['Ctrl Enter'], blocked, run: () => deeds.saveRow() },
        { id: 'deleteRow', label: 'command.deleteRow', keys: ['Ctrl Delete'], blocked, run: () => deeds.deleteRow() },
        { id: 'filter', label: 'command.filter', keys: ['Alt F'], run: () => deeds.filter() },
        { id: 'condition', label: 'command.condition', keys: ['Alt C'], run: () => deeds.condition() },
        { id: 'look', label: 'command.look', keys: ['Alt O'], run: () => deeds.look() },
        { id: 'import', label: 'command.import', keys: ['Alt I'], blocked, run: () => deeds.bringIn() },
        { id: 'history', label: 'command.history', keys: ['Alt H'], run: () => deeds.inspect() },
        { id: 'form', label: 'command.form', keys: ['Shift Space'], run: () => deeds.open('form') },
        { id: 'page', label: 'command.page', keys: [], blocked: () => deeds.noText(), run: () => deeds.open('page') },
        ...BY_THE_CELLS,
    ];
}

/** Told on the sheet of keys, done by the cells themselves. */
const BY_THE_CELLS: readonly ViewCommand[] = [
    { id: 'edit', label: 'command.edit', keys: ['Enter', 'F2'] },
    { id: 'commit', label: 'command.commit', keys: ['Enter', 'Tab'] },
    { id: 'putBack', label: 'command.putBack', keys: ['Esc'] },
    { id: 'openLink', label: 'command.openLink', keys: ['Alt Enter'] },
    { id: 'selectMore', label: 'command.selectMore', keys: ['Shift ↑↓←→'] },
    { id: 'selectAll', label: 'command.selectAll', keys: ['Ctrl A'] },
    { id: 'copyCells', label: 'command.copyCells', keys: ['Ctrl C', 'Ctrl X', 'Ctrl V'] },
    { id: 'fillDown', label: 'command.fillDown', keys: ['Ctrl D'] },
    { id: 'columnMenu', label: 'command.columnMenu', keys: ['Alt ↓'] },
    { id: 'moveColumn', label: 'command.moveColumn', keys: ['Ctrl ←→'] },
    { id: 'clear', label: 'command.clear', keys: ['Delete'] },
];
