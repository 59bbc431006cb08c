import type { Group, Item, Question, Values, Value } from '../../client';
import { isUnset, listOf, plain, shown, type Reading } from '../../values';
import type { Query } from '../../view';
import type { Stated } from './meaning';
import { Matrix, type Column, type Parent, type Row } from './model';
import type { MatrixOptions } from './options';

const PAGE = 1000;

/** Reads a matrix: rows and columns whole, the cells packed, a parent's at a time. */
export class MatrixReader {
    constructor(
        private readonly query: Query,
        private readonly options: MatrixOptions,
        private readonly cells: string,
        private readonly where: string | undefined,
        private readonly reading: Reading,
    ) {}

    async read(asOf: string | null, today: string): Promise<Matrix> {
        const [rows, columns] = await Promise.all([this.rows(asOf), this.columns(asOf)]);
        const matrix = new Matrix(rows, columns, this.options, today);
        const { under } = this.options;
        const parents = new Set(columns.map(({ parent }) => parent?.ref));
        const parts = under ? [...parents].map((ref) => `${under.id} == ${JSON.stringify(ref)}`) : [undefined];
        await Promise.all(parts.map(async (part) => matrix.put(...(await this.stated(part, asOf)))));
        return matrix;
    }

    /** The cell itself, with all its values. */
    async cell(row: string, column: string, asOf: string | null): Promise<Item | null> {
        const where = `${this.options.row.id} == ${JSON.stringify(row)} && ${this.options.column.id} == ${JSON.stringify(column)}`;
        const page = await this.query.items({ table: this.cells, where, asOf: asOf ?? undefined, offset: 0, limit: 1 });
        return page.items[0] ?? null;
    }

    /** What a cell states, from all its values. */
    statedBy({ values }: Item): Stated | null {
        const { row, column, until, state, evidence, verified, conflict } = this.options;
        const text = (field: { id: string } | null): string | null => textOf(values[field?.id ?? '']);
        const [ofRow, ofColumn] = [text(row), text(column)];
        if (ofRow === null || ofColumn === null) return null;
        const number = (field: { id: string } | null) => numberOf(values[field?.id ?? '']) ?? 0;
        return { row: ofRow, column: ofColumn, until: text(until), state: text(state), evidence: number(evidence), verified: text(verified), conflicts: number(conflict) };
    }

    private async rows(asOf: string | null): Promise<readonly Row[]> {
        const { rows, group, weight } = this.options;
        const items = await this.all({ table: rows.id, sort: [{ field: rows.title }] }, asOf);
        return items.map(({ ref, values }) => ({
            ref,
            title: this.say(rows, rows.title, values) || ref,
            group: group ? this.say(rows, group.id, values) : '',
            weight: weight ? numberOf(values[weight.id]) : null,
        }));
    }

    private async columns(asOf: string | null): Promise<readonly Column[]> {
        const { columns, parents, parentOrder, order } = this.options;
        const sort = order === null ? [{ field: columns.title }] : [{ field: order }];
        const [items, above] = await Promise.all([
            this.all({ table: columns.id, sort }, asOf),
            parents ? this.all({ table: parents.id, sort: sortOf(parentOrder) }, asOf) : [],
        ]);
        if (!parents) return items.map((item) => this.column(item, null));
        return above.flatMap((item) => {
            const parent: Parent = { ref: item.ref, title: this.say(parents, parents.title, item.values) || item.ref, freshForDays: this.freshFor(item) };
            return items.filter(({ values }) => values[this.options.under?.id ?? ''] === item.ref).map((each) => this.column(each, parent));
        });
    }

    private column(item: Item, parent: Parent | null): Column {
        const { columns, label, order, released } = this.options;
        return {
            ref: item.ref,
            title: this.say(columns, label, item.values) || item.ref,
            parent,
            freshForDays: parent ? parent.freshForDays : this.freshFor(item),
            order: order === null ? null : (item.values[order] ?? null),
            released: textOf(item.values[released ?? '']),
        };
    }

    private freshFor({ values }: Item): number | null {
        const { freshFor } = this.options;
        return freshFor && (numberOf(values[freshFor.field ?? '']) ?? freshFor.days);
    }

    /** Groups of one are cells without all they do not show: a tenth of what their items weigh. */
    private async stated(part: string | undefined, asOf: string | null): Promise<readonly Stated[]> {
        const { row, column, until, state, evidence, verified, conflict } = this.options;
        const by = [row, column, state, until, verified].flatMap((field) => (field ? [field.id] : []));
        const sum = [evidence, conflict].flatMap((field) => (field ? [field.id] : []));
        const where = [this.where, part].filter((each) => each !== undefined && each !== '').map((each) => `(${each ?? ''})`).join(' && ');
        const { groups } = await this.query.groups({ table: this.cells, by, sum, where, asOf: asOf ?? undefined });
        return groups.flatMap((group) => this.statedBy(asItem(group)) ?? []);
    }

    private async all(question: Pick<Question, 'table' | 'sort'>, asOf: string | null): Promise<readonly Item[]> {
        const items: Item[] = [];
        for (;;) {
            const page = await this.query.items({ ...question, asOf: asOf ?? undefined, offset: items.length, limit: PAGE });
            items.push(...page.items);
            if (page.items.length === 0 || items.length >= page.total) return items;
        }
    }

    private say(table: MatrixOptions['rows'], id: string, values: Values): string {
        const field = table.fields.find((each) => each.id === id);
        return field ? shown(field, values[id], this.reading) : '';
    }
}

function asItem({ by, sum }: Group): Item {
    return { ref: '', revision: 0, values: { ...by, ...sum } };
}

function sortOf(names: readonly string[]) {
    return names.map((name) => ({ field: name.replace(/^-/, ''), descending: name.startsWith('-') }));
}

function textOf(value: Value | undefined): string | null {
    return isUnset(value) ? null : (listOf(value)[0] ?? plain(value));
}

function numberOf(value: Value | undefined): number | null {
    return isUnset(value) ? null : Number(plain(value));
}
