import type { Command } from './commands';
import type { Place } from './places';
import { settings } from './settings';

export interface EverywhereParts {
    palette(only?: 'views'): void;
    keys(): void;
    region(step: 1 | -1): void;
    undo(): void;
    links(): void;
    go(place: Place): void;
}

/** Commands that are there wherever one is. */
export function everywhere(parts: EverywhereParts): readonly Command[] {
    const scope = 'keys.everywhere';
    return [
        { id: 'palette', label: 'command.search', scope, keys: ['Ctrl K'], run: () => parts.palette() },
        { id: 'keys', label: 'command.keys', scope, keys: ['?', 'F1'], run: () => parts.keys() },
        { id: 'region', label: 'command.nextRegion', scope, keys: ['F6'], run: () => parts.region(1) },
        { id: 'regionBefore', label: 'command.previousRegion', scope, keys: ['Shift F6'], run: () => parts.region(-1) },
        { id: 'undo', label: 'command.undo', scope, keys: ['Ctrl Z'], run: () => parts.undo() },
        { id: 'language', label: 'command.language', scope, keys: ['Alt L'], run: () => settings.setLanguage(settings.language === 'zh' ? 'en' : 'zh') },
        { id: 'theme', label: 'command.theme', scope, keys: ['Alt M'], run: () => settings.nextTheme() },
        { id: 'plugins', label: 'command.plugins', scope, keys: [], run: () => parts.go({ kind: 'plugins' }) },
        { id: 'welcome', label: 'command.welcome', scope, keys: [], run: () => parts.go({ kind: 'welcome' }) },
        { id: 'links', label: 'command.links', scope, keys: ['Alt K'], run: () => parts.links() },
        { id: 'view', label: 'command.openView', scope: 'keys.window', keys: ['Ctrl O'], run: () => parts.palette('views') },
    ];
}
