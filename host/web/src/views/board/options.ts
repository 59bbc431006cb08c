import type { Field, Table, ViewSpec } from '../../client';
import { OptionReader, type Troubled } from '../planning/options';

export interface BoardOptions {
    /** The choice whose values are the columns. */
    readonly by: Field;
    /** What stands on a card below its title. */
    readonly fields: readonly Field[];
    readonly lanes: Field | undefined;
    /** How many cards a column should have at most. */
    readonly limits: ReadonlyMap<string, number>;
    readonly hidden: readonly string[];
}

const SHOWN_UNASKED = 3;

export function boardOptions(view: ViewSpec, table: Table): BoardOptions | Troubled {
    const read = new OptionReader(view.options ?? {}, table, ['by', 'fields', 'lanes', 'limits', 'hidden']);
    const by = read.needed('by', ['choice']);
    const choices = (by.choices ?? []).map((choice) => choice.id);
    const options: BoardOptions = {
        by,
        fields: read.fields('fields') ?? unasked(view, table, by),
        lanes: read.field('lanes', ['choice', 'reference', 'person', 'text']),
        limits: read.numbers('limits', choices),
        hidden: read.names('hidden', choices),
    };
    return read.trouble ? { trouble: read.trouble } : options;
}

function unasked(view: ViewSpec, table: Table, by: Field): readonly Field[] {
    const columns = view.columns?.length ? view.columns : table.fields.slice(0, SHOWN_UNASKED + 2).map((field) => field.id);
    const fits = table.fields.filter((field) => columns.includes(field.id) && field.id !== table.title && field !== by);
    return fits.slice(0, view.columns?.length ? fits.length : SHOWN_UNASKED);
}
