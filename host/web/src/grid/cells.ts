import type { Field, Item, Value } from '../client';
import { markElement } from '../marks';
import { isUnset, listOf, choiceLabel, plain, shown, valueType, type Reading } from '../values';
import { wordsBefore } from './differences';
import type { Edit } from './edits';

/** A cell as it stands: its value, or the old value struck and the new one until that is saved. */
export function renderCell(field: Field, item: Item, edit: Edit | undefined, reading: Reading): HTMLElement {
    const cell = element('div', 'wb-cell');
    if (!edit) {
        const before = wordsBefore(field, item, reading);
        if (before !== undefined) cell.classList.add('differs');
        if (before) cell.append(element('s', 'was', before));
        cell.append(...renderValue(field, item.values[field.id], reading));
        return cell;
    }
    const isTroubled = edit.trouble !== undefined && edit.trouble.kind !== 'waits';
    cell.classList.add(isTroubled ? 'troubled' : 'saving');
    if (!isUnset(edit.was)) cell.append(element('s', 'was', shown(field, edit.was, reading)));
    cell.append(element('b', 'now', shown(field, edit.value, reading)));
    if (edit.trouble) cell.append(markElement(isTroubled ? 'warning' : 'clock'));
    return cell;
}

export function renderValue(field: Field, value: Value | undefined, reading: Reading): HTMLElement[] {
    if (isUnset(value)) return [];
    switch (valueType(field)) {
        case 'choice':
            return [element('span', 'wb-chip', choiceLabel(field, plain(value), reading))];
        case 'choices':
            return listOf(value).map((id) => element('span', 'wb-chip', choiceLabel(field, id, reading)));
        case 'references':
            return listOf(value).map((ref) => element('span', 'wb-chip', reading.title(ref)));
        case 'boolean':
            return [truth(value === true), element('span', '', shown(field, value, reading))];
        case 'url':
            return [link(plain(value))];
        default:
            return [element('span', 'wb-value', shown(field, value, reading))];
    }
}

/** A press selects the cell as any other; with Ctrl it opens the address. */
function link(address: string): HTMLElement {
    if (!/^https?:\/\//i.test(address)) return element('span', 'wb-value', address);
    const anchor = document.createElement('a');
    anchor.className = 'wb-value';
    anchor.textContent = address;
    anchor.href = address;
    anchor.tabIndex = -1;
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
    anchor.addEventListener('click', (event) => {
        if (!event.ctrlKey && !event.metaKey) event.preventDefault();
    });
    return anchor;
}

function truth(value: boolean): HTMLElement {
    const mark = markElement(value ? 'tick' : 'cross');
    mark.classList.add(value ? 'wb-yes' : 'wb-no');
    return mark;
}

export function element(tag: string, className: string, text?: string): HTMLElement {
    const made = document.createElement(tag);
    if (className !== '') made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
}
