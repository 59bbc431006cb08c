import type { Field, Problem, Table, ViewSpec, Words } from '../client';
import { valueType } from '../values';
import { inBoth, listed } from '../words';

/**
 * Reads the options of a declared view strictly: what is wrong is said in the view, with the option
 * and what would be right, instead of being guessed around. The first problem found is the one told.
 */
export class Options {
    problem: Problem | null = null;

    constructor(
        private readonly given: Readonly<Record<string, unknown>>,
        private readonly within = 'options',
    ) {}

    static of(view: ViewSpec): Options {
        return new Options(view.options ?? {});
    }

    /** The field an option names, or the one it goes by where it names none. */
    field(name: string, table: Table, types: readonly string[], otherwise?: Field): Field | undefined {
        const id = this.given[name];
        if (id === undefined) return otherwise;
        const field = table.fields.find((each) => each.id === id && types.includes(valueType(each)));
        if (!field) this.wrong(name, id, fieldsOf(table, types));
        return field;
    }

    /** The same for an option that cannot be left out. */
    needed(name: string, table: Table, types: readonly string[]): Field | undefined {
        if (this.given[name] === undefined) this.wrong(name, undefined, fieldsOf(table, types));
        return this.field(name, table, types);
    }

    table(name: string, find: (id: string) => Table | undefined): Table | undefined {
        const id = this.given[name];
        const table = typeof id === 'string' ? find(id) : undefined;
        if (!table) this.wrong(name, id, inBoth('options.table'));
        return table;
    }

    /** Options within this one; undefined where it is left out. */
    part(name: string): Options | undefined {
        const value = this.given[name];
        if (value === undefined) return undefined;
        if (isObject(value)) return new Options(value, `${this.within}.${name}`);
        this.wrong(name, value, inBoth('options.object'));
        return undefined;
    }

    parts(name: string): readonly Options[] {
        const value = this.given[name];
        if (value === undefined) return [];
        if (Array.isArray(value) && value.every(isObject)) return value.map((each, at) => new Options(each, `${this.within}.${name}[${at}]`));
        this.wrong(name, value, inBoth('options.objects'));
        return [];
    }

    fields(name: string, table: Table): readonly Field[] {
        const ids = this.given[name];
        if (!Array.isArray(ids)) {
            this.wrong(name, ids, fieldsOf(table, null));
            return [];
        }
        return ids.flatMap((id) => {
            const field = table.fields.find((each) => each.id === id);
            if (!field) this.wrong(name, id, fieldsOf(table, null));
            return field ?? [];
        });
    }

    label(name: string): Words {
        const value = this.given[name];
        const isLabel = isObject(value) && typeof value['en'] === 'string' && typeof value['zh'] === 'string';
        if (!isLabel) this.wrong(name, value, inBoth('options.label'));
        return isLabel ? { en: String(value['en']), zh: String(value['zh']) } : { en: name, zh: name };
    }

    take(other: Options): void {
        this.problem ??= other.problem;
    }

    private wrong(name: string, value: unknown, hint: Words): void {
        const at = `${this.within}.${name}`;
        const stands = value === undefined ? null : JSON.stringify(value);
        const message = stands === null ? inBoth('options.missing', { at }) : inBoth('options.wrong', { at, value: stands });
        this.problem ??= { code: 'option', at, message, hint };
    }
}

function fieldsOf(table: Table, types: readonly string[] | null): Words {
    const ids = table.fields.filter((each) => types === null || types.includes(valueType(each))).map(({ id }) => id);
    if (ids.length === 0) return inBoth('options.noField', { table: table.id });
    const named = (language: 'en' | 'zh') => listed(language, ids);
    return {
        en: inBoth('options.fields', { table: table.id, fields: named('en') }).en,
        zh: inBoth('options.fields', { table: table.id, fields: named('zh') }).zh,
    };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
