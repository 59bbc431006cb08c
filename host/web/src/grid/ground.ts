import type { Item } from '../client';
import type { RowColours } from './colours';
import { differenceOf } from './differences';
import { headingOf } from './grouped';

/** The class of what a row stands on: the line over a group, what became of it, or its colour by rule. */
export function groundOf(item: Item, colours: RowColours): string | undefined {
    if (headingOf(item)) return 'group';
    const difference = differenceOf(item);
    if (difference) return difference.kind;
    const colour = colours.of(item);
    return colour ? `ground-${colour.ground}` : undefined;
}

/** As SlickGrid wants it; the row being written has no name yet. */
export function metadataOf(item: Item | undefined, colours: RowColours): { readonly cssClasses: string } | null {
    const ground = item?.ref === '' ? 'draft' : item && groundOf(item, colours);
    return ground ? { cssClasses: ground } : null;
}
