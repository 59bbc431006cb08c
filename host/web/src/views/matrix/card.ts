import type { Item } from '../../client';
import { element } from '../../grid/cells';
import { placeBeside } from '../../grid/place';
import { isUnset, plain } from '../../values';
import type { Target } from './asks';
import type { MatrixOptions } from './options';
import { columnName, meaningWord, remarks } from './sentence';
import { mean, stateMark } from './statemarks';

const DWELL_MILLIS = 350;

/** What a cell says in full, beside it, once somebody stays there. Speech has the same from the cell itself. */
export class Card {
    private readonly root = element('div', 'wb-mx-card');
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(layer: HTMLElement) {
        this.root.setAttribute('aria-hidden', 'true');
        this.root.hidden = true;
        layer.append(this.root);
    }

    soon(show: () => Promise<void>): void {
        this.hide();
        this.timer = setTimeout(() => void show(), DWELL_MILLIS);
    }

    hide(): void {
        clearTimeout(this.timer);
        this.root.hidden = true;
    }

    show(anchor: HTMLElement, target: Target, since: string | null, options: MatrixOptions): void {
        const { row, column, held, item } = target;
        const mark = stateMark();
        mean(mark, held.meaning);
        const state = element('p', `wb-mx-card-state is-${held.meaning}`);
        state.append(mark, element('strong', '', meaningWord(held.meaning)));
        const parts = [element('small', '', `${row.group === '' ? '' : `${row.group} · `}${columnName(column)}`), element('h3', '', row.title), state];
        const said = remarks(held, since).join(' · ');
        if (said !== '') parts.push(element('p', 'wb-mx-card-note', said));
        parts.push(...[options.note, options.address].flatMap((field) => written(item, field?.id)));
        this.root.replaceChildren(...parts);
        this.root.hidden = false;
        placeBeside(this.root, anchor);
    }

    title(anchor: HTMLElement, small: string, title: string): void {
        this.root.replaceChildren(element('small', '', small), element('h3', '', title));
        this.root.hidden = false;
        placeBeside(this.root, anchor);
    }
}

function written(item: Item | null, field: string | undefined): HTMLElement[] {
    const value = item?.values[field ?? ''];
    return isUnset(value) ? [] : [element('p', '', plain(value))];
}
