import type { Field, Table, ViewSpec } from '../../client';
import { isMeaning } from './meaning';
import type { Meaning } from './statemarks';

/** How long a value may be relied on: days that a field of the column's parent gives, or as many for all. */
export interface FreshFor {
    readonly field: string | null;
    readonly days: number;
}

/** A matrix as its tracker declares it, with the fields it names. */
export interface MatrixOptions {
    /** Of the cells: what row and what column a cell belongs to, and what column it holds until. */
    readonly row: Field;
    readonly column: Field;
    readonly under: Field | null;
    readonly until: Field | null;
    readonly state: Field;
    readonly evidence: Field | null;
    readonly address: Field | null;
    readonly verified: Field | null;
    readonly note: Field | null;
    readonly conflict: Field | null;
    /** Of the rows. */
    readonly rows: Table;
    readonly group: Field | null;
    readonly weight: Field | null;
    /** Of the columns. */
    readonly columns: Table;
    readonly label: string;
    readonly order: string | null;
    readonly released: string | null;
    /** Of what columns stand under. */
    readonly parents: Table | null;
    readonly parentOrder: readonly string[];
    readonly freshFor: FreshFor | null;
    readonly marks: Readonly<Record<string, Meaning>>;
}

/** What is wrong with the options of a view: which one, and what it should be. */
export interface OptionProblem {
    readonly option: string;
    readonly given: string;
    readonly wanted: 'field' | 'reference' | 'choice' | 'words' | 'days' | 'marks';
    readonly of: string;
}

class Wrong extends Error {
    constructor(readonly problem: OptionProblem) {
        super(problem.option);
    }
}

/** Reads the options of a declared matrix, strictly: what is misspelled is told, not passed over. */
export function matrixOptions(view: ViewSpec, cells: Table, tableOf: (id: string) => Table | undefined): MatrixOptions | OptionProblem {
    try {
        return read(new Reader(view.options ?? {}, tableOf), cells);
    } catch (failure) {
        if (failure instanceof Wrong) return failure.problem;
        throw failure;
    }
}

export function isProblem(read: MatrixOptions | OptionProblem): read is OptionProblem {
    return 'wanted' in read;
}

function read(options: Reader, cells: Table): MatrixOptions {
    const row = options.reference('row', cells);
    const column = options.reference('column', cells);
    const under = options.has('under') ? options.reference('under', cells) : null;
    const [rows, columns] = [options.target('row', row), options.target('column', column)];
    const parents = under && options.target('under', under);
    const state = options.field('state', cells);
    if (state.type !== 'choice') throw options.wrong('state', 'choice', cells);
    if (under) options.named('under', columns);
    return {
        row, column, under, state, rows, columns, parents,
        until: options.optional('until', cells),
        evidence: options.optional('evidence', cells),
        address: options.optional('address', cells),
        verified: options.optional('verified', cells),
        note: options.optional('note', cells),
        conflict: options.optional('conflict', cells),
        group: options.optional('group', rows),
        weight: options.optional('weight', rows),
        label: options.optional('label', columns)?.id ?? columns.title,
        order: options.optional('order', columns)?.id ?? null,
        released: options.optional('released', columns)?.id ?? null,
        parentOrder: parents ? options.orderOf('underOrder', parents) : [],
        freshFor: options.freshFor('freshFor', parents ?? columns),
        marks: options.marks('marks', cells),
    };
}

class Reader {
    constructor(
        private readonly options: Readonly<Record<string, unknown>>,
        private readonly tableOf: (id: string) => Table | undefined,
    ) {}

    has(option: string): boolean {
        return this.options[option] !== undefined;
    }

    wrong(option: string, wanted: OptionProblem['wanted'], table: Table): Wrong {
        const given = this.options[option];
        return new Wrong({ option, given: given === undefined ? '' : JSON.stringify(given), wanted, of: table.id });
    }

    field(option: string, table: Table): Field {
        return this.named(option, table);
    }

    optional(option: string, table: Table): Field | null {
        return this.has(option) ? this.named(option, table) : null;
    }

    named(option: string, table: Table): Field {
        const field = table.fields.find(({ id }) => id === this.options[option]);
        if (!field) throw this.wrong(option, 'field', table);
        return field;
    }

    reference(option: string, table: Table): Field {
        const field = this.named(option, table);
        if (field.type !== 'reference') throw this.wrong(option, 'reference', table);
        return field;
    }

    target(option: string, field: Field): Table {
        const table = this.tableOf(field.to ?? '');
        if (!table) throw new Wrong({ option, given: field.to ?? '', wanted: 'reference', of: field.to ?? '' });
        return table;
    }

    /** Names of fields, a minus before one that descends. */
    orderOf(option: string, table: Table): readonly string[] {
        const given = this.options[option] ?? [];
        const isOrder = Array.isArray(given) && given.every((name) => table.fields.some(({ id }) => id === String(name).replace(/^-/, '')));
        if (!isOrder) throw this.wrong(option, 'words', table);
        return given.map(String);
    }

    freshFor(option: string, table: Table): FreshFor | null {
        if (!this.has(option)) return null;
        const { field, days } = this.options[option] as { field?: unknown; days?: unknown };
        const isField = field === undefined || table.fields.some(({ id }) => id === field);
        if (typeof days !== 'number' || !(days > 0) || !isField) throw this.wrong(option, 'days', table);
        return { field: typeof field === 'string' ? field : null, days };
    }

    marks(option: string, table: Table): Readonly<Record<string, Meaning>> {
        const given = (this.options[option] ?? {}) as Record<string, unknown>;
        if (!Object.values(given).every(isMeaning)) throw this.wrong(option, 'marks', table);
        return given as Record<string, Meaning>;
    }
}
