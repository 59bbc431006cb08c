import type { Dispose } from './feed';
import type { WordKey } from './words';

/** Something a person can do by key, and later from the palette. */
export interface Command {
    readonly id: string;
    readonly label: WordKey;
    readonly scope: 'everywhere' | 'grid';
    /** As shown: "Alt L", "Ctrl Z", "F6". Empty: told in the sheet, done by the grid itself. */
    readonly keys: readonly string[];
    /** Single characters act only outside editors. */
    run?(): void;
}

export class Commands {
    private readonly known = new Map<string, Command>();

    add(command: Command): Dispose {
        this.known.set(command.id, command);
        return () => {
            if (this.known.get(command.id) === command) this.known.delete(command.id);
        };
    }

    addAll(commands: readonly Command[]): Dispose {
        const disposals = commands.map((command) => this.add(command));
        return () => disposals.forEach((dispose) => dispose());
    }

    list(scope: Command['scope']): readonly Command[] {
        return [...this.known.values()].filter((command) => command.scope === scope);
    }

    /** Runs the command of a key press; says whether there was one. */
    press(event: KeyboardEvent): boolean {
        if (event.isComposing || event.defaultPrevented) return false;
        const pressed = nameOf(event);
        const fits = (command: Command) => command.run && command.keys.includes(pressed);
        const command = [...this.known.values()].reverse().find(fits);
        if (!command?.run || (pressed.length === 1 && isTyping(event.target))) return false;
        event.preventDefault();
        command.run();
        return true;
    }
}

export function nameOf(event: KeyboardEvent): string {
    const parts: string[] = [];
    if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
    if (event.altKey) parts.push('Alt');
    const key = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
    if (event.shiftKey && key.length > 1) parts.push('Shift');
    parts.push(key.length === 1 ? key.toUpperCase() : key);
    return parts.join(' ');
}

function isTyping(target: EventTarget | null): boolean {
    return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
}

export const commands = new Commands();
