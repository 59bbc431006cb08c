import type { Words } from './client';
import type { Dispose } from './feed';
import type { WordKey } from './words';

/** Something a person can do: by key, from the palette, and read on the sheet of keys. */
export interface Command {
    readonly id: string;
    /** A plugin's view brings its own words. */
    readonly label: WordKey | Words;
    /** The heading it stands under: 'everywhere', 'window', or what a view is called. */
    readonly scope: WordKey | Words;
    /** The tracker whose view brings it; absent for the host's own. */
    readonly from?: Words;
    /** As shown: "Alt L", "Ctrl Z", "F6". */
    readonly keys: readonly string[];
    /** Why it cannot be done now, in the reader's language; null where it can. */
    blocked?(): string | null;
    /** Absent: told on the sheet, done by the view itself. Single characters act only outside editors. */
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

    list(): readonly Command[] {
        return [...this.known.values()];
    }

    run(id: string): void {
        const command = this.known.get(id);
        if (!command?.blocked?.()) command?.run?.();
    }

    /** Runs the command of a key press; says whether there was one. */
    press(event: KeyboardEvent): boolean {
        if (event.isComposing || event.defaultPrevented) return false;
        const pressed = nameOf(event);
        const fits = (command: Command) => command.run && command.keys.includes(pressed);
        const command = [...this.known.values()].reverse().find(fits);
        if (!command?.run || (pressed.length === 1 && isTyping(event.target))) return false;
        event.preventDefault();
        if (!command.blocked?.()) command.run();
        return true;
    }
}

export function nameOf(event: KeyboardEvent): string {
    const parts: string[] = [];
    if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
    if (event.altKey) parts.push('Alt');
    // With Alt some keyboards write another character than the one on the key.
    const key = event.altKey ? (/^(?:Key|Digit)(\w)$/.exec(event.code)?.[1] ?? event.key) : event.key;
    if (event.shiftKey && key.length > 1) parts.push('Shift');
    parts.push(key.length === 1 ? key.toUpperCase() : key);
    return parts.join(' ');
}

function isTyping(target: EventTarget | null): boolean {
    return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
}

export const commands = new Commands();
