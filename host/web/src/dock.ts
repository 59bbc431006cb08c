import { createDockview, type DockviewApi, type DockviewGroupPanel, type IContentRenderer, type ITabRenderer, type SerializedDockview } from 'dockview';
import type { Dispose } from './feed';
import { DockActions } from './dockactions';
import { DockTab } from './docktab';
import type { MarkName } from './marks';

/** What a tab shows. Made when its tab is, shown when somebody first looks at it. */
export interface Docked {
    readonly element: HTMLElement;
    readonly mark: MarkName;
    title(): string;
    shown(): void;
    focus(): void;
    /** Lets the reader choose the time it shows. */
    chooseTime(): void;
    close(): void;
}

/** How views are arranged, as JSON; only this file reads it. */
export type Layout = Readonly<Record<string, unknown>>;
export type Settings = Readonly<Record<string, unknown>>;

export interface DockParts {
    make(id: string, settings: Settings): Docked;
    activated(id: string | null): void;
    /** Somebody arranged the views otherwise, or chose something in one. */
    rearranged(): void;
    /** Somebody wants to open another view. */
    open(): void;
}

const PANEL = 'view';

/** Views docked side by side and in tabs: the only file that knows dockview, of which it uses the free modules alone. */
export class Dock {
    private readonly api: DockviewApi;
    private readonly docked = new Map<string, Docked>();
    private readonly tabs = new Set<DockTab>();
    private filling = false;
    private arrangement = '';

    constructor(
        container: HTMLElement,
        private readonly parts: DockParts,
    ) {
        this.api = createDockview(container, {
            theme: { name: 'weekbench', className: 'wb-dock', dndPanelOverlay: 'group', tabAnimation: 'default' },
            createComponent: ({ id }) => this.content(id),
            createTabComponent: ({ id }) => this.tab(id),
            createRightHeaderActionComponent: (group) => this.actions(group),
            defaultTabComponent: PANEL,
            disableFloatingGroups: true,
            announcements: false,
            noPanelsOverlay: 'emptyGroup',
        });
        this.api.onDidActivePanelChange(() => !this.filling && this.parts.activated(this.active));
        this.api.onDidLayoutChange(() => this.changed());
        // Beside a view that takes the whole room the others are still there, without any width.
        this.api.onDidMaximizedGroupChange(({ group, isMaximized }) => this.api.groups.forEach((each) => (each.element.inert = isMaximized && each !== group)));
        this.api.onDidAddGroup((group) => (group.element.dataset['region'] = ''));
    }

    get active(): string | null {
        return this.api.activePanel?.id ?? null;
    }

    get ids(): readonly string[] {
        return this.api.panels.map((panel) => panel.id);
    }

    get groups(): number {
        return this.api.groups.length;
    }

    get isMaximised(): boolean {
        return this.api.hasMaximizedGroup();
    }

    layout(): Layout {
        return this.api.toJSON() as unknown as Layout;
    }

    /** Puts an arrangement in the place of the present one; says whether it could be read. */
    restore(layout: Layout): boolean {
        return this.fill(() => {
            try {
                this.api.fromJSON(layout as unknown as SerializedDockview);
                return this.ids.length > 0;
            } catch {
                this.api.clear();
                return false;
            }
        });
    }

    /** These in one row of tabs, in the place of what is there. */
    tabbed(ids: readonly string[], active: string | undefined): void {
        this.fill(() => {
            this.api.clear();
            ids.forEach((id) => this.api.addPanel({ id, component: PANEL, inactive: id !== active }));
            return true;
        });
    }

    private fill(work: () => boolean): boolean {
        this.filling = true;
        try {
            return work();
        } finally {
            this.filling = false;
            this.retitle();
            this.arrangement = arrangementOf(this.layout());
            this.parts.activated(this.active);
        }
    }

    show(id: string, where: 'here' | 'beside' = 'here'): void {
        const known = this.api.getPanel(id);
        if (known) known.api.setActive();
        else this.api.addPanel({ id, component: PANEL, ...(where === 'beside' ? { position: { direction: 'right' } } : {}) });
        if (!known) this.retitle();
    }

    close(id: string | null): void {
        const panel = id === null ? undefined : this.api.getPanel(id);
        if (panel) this.api.removePanel(panel);
    }

    closeOthers(id: string | null): void {
        this.api.panels.filter((panel) => panel.id !== id).forEach((panel) => this.api.removePanel(panel));
    }

    /** From tab to tab within the group. */
    turn(step: 1 | -1): void {
        const tabs = this.api.activeGroup?.panels ?? [];
        const at = tabs.findIndex((panel) => panel.id === this.active);
        const next = tabs[(at + step + tabs.length) % tabs.length];
        next?.api.setActive();
        if (next) this.docked.get(next.id)?.focus();
    }

    /** Gives the active view a group of its own. */
    split(direction: 'right' | 'bottom'): void {
        const panel = this.api.activePanel;
        const tabs = panel?.group.panels ?? [];
        const at = tabs.findIndex((each) => each === panel);
        const neighbour = tabs[at - 1] ?? tabs[at + 1];
        if (!panel || !neighbour) return;
        // What stays behind shows the tab beside, not its last one.
        neighbour.api.setActive();
        panel.api.moveTo({ group: panel.group, position: direction });
    }

    get canSplit(): boolean {
        return (this.api.activeGroup?.panels.length ?? 0) > 1;
    }

    /** Puts the active view among the tabs of the next group. */
    toNextGroup(): void {
        const panel = this.api.activePanel;
        const { groups } = this.api;
        const next = panel && groups[(groups.indexOf(panel.group) + 1) % groups.length];
        if (next && next !== panel.group) panel.api.moveTo({ group: next });
    }

    maximise(): void {
        const panel = this.api.activePanel;
        if (this.isMaximised) this.api.exitMaximizedGroup();
        else if (panel) this.api.maximizeGroup(panel);
    }

    /** What the reader chose in a view goes with the layout. */
    keep(id: string, settings: Settings): void {
        this.api.getPanel(id)?.update({ params: { settings } });
        if (!this.filling) this.parts.rearranged();
    }

    focus(id: string | null): void {
        if (id !== null) this.docked.get(id)?.focus();
    }

    /** Titles anew: the language or the trackers changed. */
    retitle(): void {
        this.api.panels.forEach((panel) => panel.api.setTitle(this.docked.get(panel.id)?.title() ?? panel.id));
        this.tabs.forEach((tab) => tab.retitle());
    }

    /** Calls back when groups came, went, or took the whole room. */
    listen(changed: () => void): Dispose {
        const registrations = [this.api.onDidMaximizedGroupChange(changed), this.api.onDidLayoutChange(changed)];
        return () => registrations.forEach((registration) => registration.dispose());
    }

    /** Sizes in proportion: another window's width is no other arrangement. */
    private changed(): void {
        if (this.filling || this.isMaximised) return;
        const arrangement = arrangementOf(this.layout());
        if (arrangement === this.arrangement) return;
        this.arrangement = arrangement;
        this.parts.rearranged();
    }

    private content(id: string): IContentRenderer {
        const element = document.createElement('div');
        element.className = 'wb-view';
        const scrolled = new Map<Element, readonly [number, number]>();
        const remember = ({ target }: Event) => target instanceof Element && scrolled.set(target, [target.scrollTop, target.scrollLeft]);
        element.addEventListener('scroll', remember, true);
        return {
            element,
            init: ({ params, api }) => {
                const docked = this.parts.make(id, (params['settings'] as Settings | undefined) ?? {});
                this.docked.set(id, docked);
                element.append(docked.element);
                api.setTitle(docked.title());
            },
            // What is taken out of the document forgets how far it was scrolled.
            onShow: () => {
                this.docked.get(id)?.shown();
                scrolled.forEach(([top, left], part) => part.scrollTo(left, top));
            },
            dispose: () => {
                this.docked.get(id)?.close();
                this.docked.delete(id);
            },
        };
    }

    private tab(id: string): ITabRenderer {
        const tab: DockTab = new DockTab(
            () => this.docked.get(id),
            () => this.close(id),
            () => this.tabs.delete(tab),
        );
        this.tabs.add(tab);
        return tab;
    }

    private actions(group: DockviewGroupPanel) {
        const here = (work: () => void) => () => {
            group.activePanel?.api.setActive();
            work();
        };
        const element = new DockActions({
            isMaximised: () => this.isMaximised,
            canSplit: () => group.panels.length > 1,
            open: here(() => this.parts.open()),
            chooseTime: here(() => this.docked.get(group.activePanel?.id ?? '')?.chooseTime()),
            split: here(() => this.split('right')),
            maximise: here(() => this.maximise()),
            listen: (changed) => this.listen(changed),
        });
        return { element, init: () => undefined, dispose: () => element.remove() };
    }
}

/** What is beside and behind what, and in which proportion, without pixels. */
function arrangementOf(layout: Layout): string {
    const { grid, panels } = layout as unknown as SerializedDockview;
    const shape = (node: { type: string; size?: number; data: unknown }, whole: number): unknown => {
        const share = Math.round(((node.size ?? 0) / Math.max(1, whole)) * 100);
        if (!Array.isArray(node.data)) return [share, (node.data as { views: string[] }).views];
        const parts = node.data as { type: string; size?: number; data: unknown }[];
        const sum = parts.reduce((total, part) => total + (part.size ?? 0), 0);
        return [share, parts.map((part) => shape(part, sum))];
    };
    return JSON.stringify([grid.orientation, shape(grid.root, grid.root.size ?? 1), Object.keys(panels).sort()]);
}

