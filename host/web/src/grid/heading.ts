import type { Field } from '../client';
import { markElement } from '../marks';
import { t, tCount, text } from '../settings';
import { shown, type Reading } from '../values';
import { element, renderValue } from './cells';
import type { Heading } from './grouped';

/** A group's line: in the first column what its rows share and how many they are, under the numbers their sums. */
export function renderHeading(item: Heading, field: Field, isFirst: boolean, reading: Reading): HTMLElement {
    const cell = element('div', 'wb-cell');
    if (!isFirst) {
        cell.append(...renderValue(field, item.values[field.id], reading));
        return cell;
    }
    const { isFolded, count } = item.heading;
    const fold = element('span', 'wb-fold');
    fold.append(markElement(isFolded ? 'right' : 'down'));
    cell.append(fold, element('strong', 'wb-group-label', labelOf(item, reading)), element('span', 'wb-group-count', count.toLocaleString('en-US')));
    return cell;
}

/** A group read aloud: what it is, how many rows, open or folded, and the sum of this column. */
export function headingSentence(item: Heading, field: Field, reading: Reading): string {
    const { heading } = item;
    const said = [`${text(heading.field.label)}: ${labelOf(item, reading)}`, tCount('status.rows', heading.count), t(heading.isFolded ? 'group.folded' : 'group.open')];
    const sum = shown(field, item.values[field.id], reading);
    if (sum !== '') said.push(t('grid.cell', { label: text(field.label), value: sum }));
    return said.join(', ');
}

export function labelOf({ heading }: Heading, reading: Reading): string {
    return shown(heading.field, heading.value, reading) || t('group.none', { field: text(heading.field.label) });
}
