import type { Field, Table, ViewSpec, Words } from '../client';
import { inBoth, listed, type WordKey } from '../words';

/** What is wrong with the options of a view, and where. */
export interface Misdeclared {
    readonly option: string;
    readonly message: Words;
}

export type Declared<T> = { readonly options: T } | { readonly problem: Misdeclared };

class Wrong extends Error {
    constructor(readonly problem: Misdeclared) {
        super(problem.message.en);
    }
}

/** The options of a view as its kind reads them, or the first thing that is wrong with them. */
export function declared<T>(view: ViewSpec, read: (options: Options) => T): Declared<T> {
    try {
        return { options: read(new Options('options', view.options ?? {})) };
    } catch (failure) {
        if (failure instanceof Wrong) return { problem: failure.problem };
        throw failure;
    }
}

type Parameters = Readonly<Record<string, string>>;

/** Reads what somebody wrote into tracker.json, and says where it is not what it should be. */
export class Options {
    constructor(
        readonly at: string,
        private readonly values: Readonly<Record<string, unknown>>,
    ) {}

    has(name: string): boolean {
        return this.values[name] !== undefined;
    }

    /** A misspelt option must not go unnoticed. */
    only(...names: readonly string[]): void {
        const unknown = Object.keys(this.values).find((name) => !names.includes(name));
        if (unknown !== undefined) this.wrong(unknown, 'declared.unknown', { known: listed('en', names) });
    }

    text(name: string): string {
        const value = this.values[name];
        if (value === undefined) this.wrong(name, 'declared.missing');
        if (typeof value !== 'string' || value === '') this.wrong(name, 'declared.notText');
        return value;
    }

    optional(name: string): string | undefined {
        return this.has(name) ? this.text(name) : undefined;
    }

    oneOf<T extends string>(name: string, known: readonly T[], otherwise?: T): T {
        if (!this.has(name) && otherwise !== undefined) return otherwise;
        const value = this.text(name);
        const found = known.find((each) => each === value);
        if (found === undefined) this.wrong(name, 'declared.notOne', { value, known: listed('en', known) });
        return found;
    }

    count(name: string, otherwise: number): number {
        const value = this.values[name] ?? otherwise;
        if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) this.wrong(name, 'declared.notCount');
        return value;
    }

    flag(name: string): boolean {
        const value = this.values[name] ?? false;
        if (typeof value !== 'boolean') this.wrong(name, 'declared.notFlag');
        return value;
    }

    words(name: string): Words | null {
        const value = this.values[name];
        if (value === undefined) return null;
        const { en, zh } = value as Partial<Words>;
        if (typeof en !== 'string' || typeof zh !== 'string') this.wrong(name, 'declared.notWords');
        return { en, zh };
    }

    /** The members of a list of objects. */
    list(name: string): readonly Options[] {
        const value = this.values[name];
        if (!Array.isArray(value) || value.length === 0) this.wrong(name, 'declared.notList');
        return value.map((each: unknown, index) => this.inner(`${name}[${index}]`, each));
    }

    object(name: string): Options {
        return this.inner(name, this.values[name]);
    }

    texts(name: string): readonly string[] {
        const value = this.values[name];
        if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) this.wrong(name, 'declared.notList');
        return value;
    }

    /** The field of a table that an option names. */
    field(name: string, table: Table): Field {
        const id = this.text(name);
        const field = table.fields.find((each) => each.id === id);
        if (!field) this.wrong(name, 'declared.notField', { value: id, table: table.id });
        return field;
    }

    wrong(name: string, key: WordKey, parameters: Parameters = {}): never {
        const option = `${this.at}.${name}`;
        throw new Wrong({ option, message: inBoth(key, { option, ...parameters }) });
    }

    private inner(name: string, value: unknown): Options {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) this.wrong(name, 'declared.notObject');
        return new Options(`${this.at}.${name}`, value as Readonly<Record<string, unknown>>);
    }
}
