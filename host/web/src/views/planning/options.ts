import type { Field, Table } from '../../client';
import { valueType } from '../../values';

/** What is wrong with the options a tracker declares for a view: told to whoever wrote them. */
export interface OptionTrouble {
    readonly option: string;
    readonly problem: 'missing' | 'noField' | 'wrongType' | 'oneOf' | 'shape';
    readonly given: string;
    readonly wants: string;
}

export type Troubled = { readonly trouble: OptionTrouble };

type Free = Readonly<Record<string, unknown>>;

/** Reads options strictly. The first that cannot be read is kept; what is read after it counts for nothing. */
export class OptionReader {
    trouble: OptionTrouble | null = null;

    constructor(
        private readonly options: Free,
        private readonly table: Table,
        known: readonly string[],
        private readonly path = '',
    ) {
        const unknown = Object.keys(options).find((name) => !known.includes(name));
        if (unknown !== undefined) this.blame(unknown, 'oneOf', unknown, known.join(', '));
    }

    has(name: string): boolean {
        return this.options[name] !== undefined;
    }

    /** A field of the table that holds values of one of these types. */
    field(name: string, types: readonly string[]): Field | undefined {
        const given = this.options[name];
        if (given === undefined) return undefined;
        return this.fieldNamed(name, given, types);
    }

    needed(name: string, types: readonly string[]): Field {
        const field = this.field(name, types);
        if (!field && !this.trouble) this.blame(name, 'missing', '', fieldsOf(this.table, types));
        return field ?? nowhere;
    }

    fields(name: string, types: readonly string[] | null = null): readonly Field[] | undefined {
        const given = this.options[name];
        if (given === undefined) return undefined;
        if (Array.isArray(given)) return given.flatMap((each) => this.fieldNamed(name, each, types) ?? []);
        this.blame(name, 'shape', JSON.stringify(given), '["…"]');
        return undefined;
    }

    oneOf<T extends string>(name: string, values: readonly T[], otherwise: T): T {
        const given = this.options[name] ?? otherwise;
        const known = values.find((value) => value === given);
        if (known === undefined) this.blame(name, 'oneOf', JSON.stringify(given), values.join(', '));
        return known ?? otherwise;
    }

    text(name: string): string | undefined {
        const given = this.options[name];
        if (given === undefined || typeof given === 'string') return given;
        this.blame(name, 'shape', JSON.stringify(given), '"…"');
        return undefined;
    }

    object(name: string): Free | undefined {
        const given = this.options[name];
        if (given === undefined || (typeof given === 'object' && given !== null && !Array.isArray(given))) return given as Free | undefined;
        this.blame(name, 'shape', JSON.stringify(given), '{…}');
        return undefined;
    }

    /** Some of these names. */
    names(name: string, known: readonly string[]): readonly string[] {
        const given = this.options[name] ?? [];
        const names = Array.isArray(given) ? given.map(String) : null;
        const stranger = names?.find((each) => !known.includes(each));
        if (!names) this.blame(name, 'shape', JSON.stringify(given), '["…"]');
        else if (stranger !== undefined) this.blame(name, 'oneOf', stranger, known.join(', '));
        return names ?? [];
    }

    /** Whole numbers by name. */
    numbers(name: string, names: readonly string[]): ReadonlyMap<string, number> {
        const entries = Object.entries(this.object(name) ?? {});
        for (const [key, value] of entries) {
            if (!names.includes(key)) this.blame(`${name}.${key}`, 'oneOf', key, names.join(', '));
            else if (!Number.isInteger(value) || Number(value) < 1) this.blame(`${name}.${key}`, 'shape', JSON.stringify(value), '1, 2, 3 …');
        }
        return new Map(entries.map(([key, value]) => [key, Number(value)]));
    }

    blame(name: string, problem: OptionTrouble['problem'], given: string, wants: string): void {
        this.trouble ??= { option: this.path + name, problem, given, wants };
    }

    private fieldNamed(name: string, given: unknown, types: readonly string[] | null): Field | undefined {
        const field = this.table.fields.find((each) => each.id === given);
        if (!field) this.blame(name, 'noField', String(given), fieldsOf(this.table, types));
        else if (types && !types.includes(valueType(field))) this.blame(name, 'wrongType', field.id, fieldsOf(this.table, types));
        else return field;
        return undefined;
    }
}

function fieldsOf(table: Table, types: readonly string[] | null): string {
    return table.fields
        .filter((field) => !types || types.includes(valueType(field)))
        .map((field) => field.id)
        .join(', ');
}

/** Stands in for a field after a trouble was found; nothing is shown of it. */
const nowhere: Field = { id: '', type: 'text', label: { en: '', zh: '' } };
