import { markElement, type MarkName } from '../marks';
import { t } from '../settings';
import type { WordKey } from '../words';
import { element } from './cells';
import { placeBeside } from './place';

/** One thing that can be done to a column. */
export interface ColumnAct {
    readonly label: WordKey;
    readonly mark: MarkName;
    readonly blocked?: boolean;
    run(): void;
}

/** The menu of a column header: opened by its button, the right button, or Alt and the down key. */
export class ColumnMenu {
    private menu: HTMLElement | null = null;
    private from: HTMLElement | null = null;

    constructor(private readonly layer: HTMLElement) {}

    open(header: HTMLElement, label: string, acts: readonly ColumnAct[]): void {
        this.close();
        const menu = element('div', 'wb-menu wb-column-menu');
        menu.setAttribute('role', 'menu');
        menu.setAttribute('aria-label', label);
        menu.popover = 'auto';
        menu.append(...acts.map((act) => this.entry(act)));
        menu.addEventListener('keydown', (event) => this.pressed(event));
        menu.addEventListener('toggle', (event) => event.newState === 'closed' && this.gone(menu));
        this.layer.append(menu);
        menu.showPopover();
        placeBeside(menu, header);
        [this.menu, this.from] = [menu, header];
        menu.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    }

    close(): void {
        this.menu?.hidePopover();
    }

    private gone(menu: HTMLElement): void {
        const hadFocus = menu.contains(document.activeElement) || document.activeElement === document.body;
        menu.remove();
        if (this.menu !== menu) return;
        this.menu = null;
        if (hadFocus) this.from?.focus();
    }

    private entry(act: ColumnAct): HTMLElement {
        const entry = element('button', '') as HTMLButtonElement;
        entry.setAttribute('role', 'menuitem');
        entry.tabIndex = -1;
        entry.disabled = act.blocked ?? false;
        entry.append(markElement(act.mark), element('span', '', t(act.label)));
        entry.addEventListener('click', () => {
            this.close();
            act.run();
        });
        return entry;
    }

    private pressed(event: KeyboardEvent): void {
        const entries = [...(this.menu?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
        const at = entries.indexOf(document.activeElement as HTMLElement);
        const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 + entries.length, Home: 0, End: entries.length - 1 };
        const next = to[event.key];
        event.stopPropagation();
        if (next === undefined) return;
        event.preventDefault();
        entries[next % entries.length]?.focus();
    }
}
