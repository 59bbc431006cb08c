import type { Field, Problem, Table, ViewSpec } from '../../client';
import { inBoth } from '../../words';
import { Options } from '../options';

export interface PageOptions {
    /** The text that is the page. */
    readonly body: Field;
}

export function pageOptions(view: ViewSpec, table: Table): PageOptions | Problem {
    const options = Options.of(view);
    const first = table.fields.find(({ type }) => type === 'markdown');
    const body = options.field('body', table, ['markdown', 'text'], first);
    if (options.problem) return options.problem;
    if (body) return { body };
    return { code: 'option', at: 'options.body', message: inBoth('page.none'), hint: inBoth('options.noField', { table: table.id }) };
}
