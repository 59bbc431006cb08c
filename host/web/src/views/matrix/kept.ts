import type { Settings } from '../../view';

/** What a reader chose in a matrix; kept with the layout, so what is read may be of an older version. */
export class Kept {
    readonly folded: ReadonlySet<string>;
    readonly hidden: ReadonlySet<string>;
    readonly group: string;
    readonly differences: boolean;

    constructor(settings: Settings) {
        this.folded = new Set(listOf(settings['folded']));
        this.hidden = new Set(listOf(settings['hidden']));
        this.group = typeof settings['group'] === 'string' ? settings['group'] : '';
        this.differences = settings['differences'] === true;
    }

    get settings(): Settings {
        const { folded, hidden, group, differences } = this;
        return { folded: [...folded], hidden: [...hidden], group, differences };
    }

    toggleFolded(group: string): Kept {
        return this.with({ folded: toggled(this.folded, group) });
    }

    /** Folds all groups, or where they are unfolds them. */
    foldAll(groups: readonly string[]): Kept {
        const areFolded = groups.every((group) => this.folded.has(group));
        return this.with({ folded: areFolded ? [] : groups });
    }

    toggleHidden(parent: string): Kept {
        return this.with({ hidden: toggled(this.hidden, parent) });
    }

    toggleDifferences(): Kept {
        return this.with({ differences: !this.differences });
    }

    inGroup(group: string): Kept {
        return this.with({ group });
    }

    /** Nothing is left out any more. */
    all(): Kept {
        return new Kept({ folded: [...this.folded] });
    }

    private with(changed: Settings): Kept {
        return new Kept({ ...this.settings, ...changed });
    }
}

function listOf(value: unknown): readonly string[] {
    return Array.isArray(value) ? value.map(String) : [];
}

function toggled(set: ReadonlySet<string>, name: string): readonly string[] {
    return set.has(name) ? [...set].filter((each) => each !== name) : [...set, name];
}
