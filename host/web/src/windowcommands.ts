import type { Tracker } from './client';
import type { Command } from './commands';
import type { Say } from './doings';
import type { NameDialog } from './naming';
import type { Perspectives } from './perspectives';
import { t } from './settings';
import { FORMATS } from './takeout';

const NUMBERS = 9;
const EXPORTS = { xlsx: 'command.xlsx', csv: 'command.csv', md: 'command.md', jsonl: 'command.jsonl' } as const;

/** Commands of the window: tabs, groups, perspectives. */
export function windowCommands(views: Perspectives, naming: NameDialog, say: Say): readonly Command[] {
    const { dock, desk } = views;
    const scope = 'keys.window';
    const open = () => (dock.active === null ? t('dock.none') : null);
    const splits = () => open() ?? (dock.canSplit ? null : t('dock.alone'));
    const own = () => (desk.of(views.current)?.name === undefined ? t('perspectives.notOwn') : null);
    const timeless = () => open() ?? (views.active?.travelling.canTravel ? null : t('history.unkept'));
    const saved = (name: string) => {
        views.saveAs(name);
        say(t('perspectives.saved', { name }));
    };
    return [
        { id: 'tab.next', label: 'command.nextTab', scope, keys: ['Alt PageDown'], blocked: open, run: () => dock.turn(1) },
        { id: 'tab.previous', label: 'command.previousTab', scope, keys: ['Alt PageUp'], blocked: open, run: () => dock.turn(-1) },
        { id: 'dock.right', label: 'command.splitRight', scope, keys: ['Ctrl \\'], blocked: splits, run: () => dock.split('right') },
        { id: 'dock.down', label: 'command.splitDown', scope, keys: ['Alt \\'], blocked: splits, run: () => dock.split('bottom') },
        { id: 'dock.move', label: 'command.moveOn', scope, keys: ['Alt Shift PageDown'], blocked: () => open() ?? (dock.groups > 1 ? null : t('dock.alone')), run: () => dock.toNextGroup() },
        { id: 'dock.maximise', label: 'command.maximise', scope, keys: ['Alt Enter'], blocked: open, run: () => dock.maximise() },
        { id: 'dock.close', label: 'command.close', scope, keys: ['Alt W'], blocked: open, run: () => dock.close(dock.active) },
        { id: 'dock.others', label: 'command.closeOthers', scope, keys: [], blocked: open, run: () => dock.closeOthers(dock.active) },
        { id: 'dock.reset', label: 'command.resetViews', scope, keys: [], run: () => views.reset() },
        { id: 'view.asOf', label: 'command.asOf', scope, keys: ['Alt T'], blocked: timeless, run: () => views.active?.chooseTime() },
        { id: 'view.compare', label: 'command.compare', scope, keys: ['Alt D'], blocked: timeless, run: () => views.active?.travelling.compare() },
        ...FORMATS.map((format) => ({ id: `view.${format}`, label: EXPORTS[format], scope, keys: [], blocked: open, run: () => views.active?.takeOut(format) }) as const),
        { id: 'perspective.save', label: 'command.savePerspective', scope, keys: [], blocked: open, run: () => naming.ask('', saved) },
        {
            id: 'perspective.rename',
            label: 'command.renamePerspective',
            scope,
            keys: [],
            blocked: own,
            run: () => naming.ask(desk.of(views.current)?.name ?? '', (name) => views.rename(name)),
        },
        {
            id: 'perspective.delete',
            label: 'command.deletePerspective',
            scope,
            keys: [],
            blocked: own,
            run: () => {
                const name = desk.of(views.current)?.name ?? '';
                say(t('perspectives.deleted', { name }), views.discard());
            },
        },
    ];
}

/** The perspectives by their number: the trackers' as they stand in the window, then those somebody saved. */
export function perspectiveCommands(views: Perspectives, trackers: readonly Tracker[], turnTo: (id: string) => void): readonly Command[] {
    const all = [
        ...trackers.map(({ id, label }) => ({ id, label })),
        ...views.desk.own.map(({ id, name = '' }) => ({ id, label: { en: name, zh: name } })),
    ];
    return all.map(({ id, label }, index) => ({
        id: `perspective ${id}`,
        label,
        scope: 'perspectives.title',
        keys: index < NUMBERS ? [`Alt ${index + 1}`] : [],
        run: () => turnTo(id),
    }));
}
