import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Words } from './client';
import type { Dispose } from './feed';
import { say, sayCount, type Counted, type Language, type WordKey } from './words';

export type Theme = 'system' | 'light' | 'dark';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** What the reader chose for this browser: language, theme, name. Every open part follows at once. */
class Settings {
    private readonly listeners = new Set<() => void>();
    language: Language = chosenLanguage();
    theme: Theme = (localStorage.getItem('weekbench.theme') as Theme | null) ?? 'system';
    actor: string = localStorage.getItem('weekbench.actor') ?? '';

    constructor() {
        this.show();
    }

    setLanguage(language: Language): void {
        this.language = language;
        this.keep('language', language);
    }

    setActor(actor: string): void {
        this.actor = actor.trim();
        this.keep('actor', this.actor);
    }

    nextTheme(): void {
        this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length] ?? 'system';
        this.keep('theme', this.theme);
    }

    text(words: Words | null | undefined): string {
        return words?.[this.language] ?? words?.en ?? '';
    }

    listen(listener: () => void): Dispose {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    private keep(name: string, value: string): void {
        localStorage.setItem(`weekbench.${name}`, value);
        this.show();
        this.listeners.forEach((listener) => listener());
    }

    private show(): void {
        const root = document.documentElement;
        root.lang = this.language === 'zh' ? 'zh-CN' : 'en';
        if (this.theme === 'system') delete root.dataset['theme'];
        else root.dataset['theme'] = this.theme;
    }
}

function chosenLanguage(): Language {
    const kept = localStorage.getItem('weekbench.language');
    if (kept === 'en' || kept === 'zh') return kept;
    return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

export const settings = new Settings();

export function t(key: WordKey, parameters?: Readonly<Record<string, string | number>>): string {
    return say(settings.language, key, parameters);
}

export function tCount(key: Counted, count: number): string {
    return sayCount(settings.language, key, count);
}

export function text(words: Words | null | undefined): string {
    return settings.text(words);
}

/** Words of the host by their key, a plugin's own as they are. */
export function named(label: WordKey | Words): string {
    return typeof label === 'string' ? t(label) : text(label);
}

/** Renders its host anew whenever the reader chooses another language, theme or name. */
export class FollowsSettings implements ReactiveController {
    private dispose: Dispose | undefined;

    constructor(private readonly host: ReactiveControllerHost) {
        host.addController(this);
    }

    hostConnected(): void {
        this.dispose = settings.listen(() => this.host.requestUpdate());
    }

    hostDisconnected(): void {
        this.dispose?.();
    }
}
