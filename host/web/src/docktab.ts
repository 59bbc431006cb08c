import type { ITabRenderer, TabPartInitParameters } from 'dockview';
import type { Docked } from './dock';
import { markElement } from './marks';

/**
 * The tab of a view: its mark, its name and a cross. The cross takes no focus of its own, as a tab
 * may hold nothing that does: Delete on the tab and a command close, too.
 */
export class DockTab implements ITabRenderer {
    readonly element = document.createElement('div');
    private readonly label = document.createElement('span');

    constructor(
        private readonly docked: () => Docked | undefined,
        private readonly close: () => void,
        private readonly gone: () => void,
    ) {
        this.element.className = 'wb-tab';
    }

    init({ api }: TabPartInitParameters): void {
        const cross = document.createElement('span');
        cross.className = 'wb-tab-close';
        cross.setAttribute('aria-hidden', 'true');
        cross.append(markElement('cross'));
        cross.addEventListener('pointerdown', (event) => event.stopPropagation());
        cross.addEventListener('click', () => this.close());
        this.element.addEventListener('auxclick', (event) => event.button === 1 && this.close());
        this.element.append(markElement(this.docked()?.mark ?? 'table'), this.label, cross);
        this.retitle();
        api.onDidActiveChange(({ isActive }) => isActive && this.show());
    }

    /** Many tabs scroll; the one in front is never out of sight, also when those before it become as wide as their type. */
    private show(): void {
        const scroll = () => requestAnimationFrame(() => this.element.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
        scroll();
        void document.fonts.ready.then(scroll);
    }

    retitle(): void {
        this.label.textContent = this.docked()?.title() ?? '';
    }

    dispose(): void {
        this.gone();
    }
}
