import type { Field, Problem, Table, ViewSpec, Words } from '../../client';
import { isDerived } from '../../values';
import { inBoth } from '../../words';
import { Options } from '../options';

/** Fields that stand together under a heading. */
export interface FieldGroup {
    readonly label: Words;
    readonly fields: readonly Field[];
}

/** The groups a form declares, those left out at the end; without any, the groups any table has. */
export function formOptions(view: ViewSpec, table: Table): readonly FieldGroup[] | Problem {
    const options = Options.of(view);
    const groups = options.parts('groups').map((part) => {
        const group = { label: part.label('label'), fields: part.fields('fields', table) };
        options.take(part);
        return group;
    });
    if (options.problem) return options.problem;
    if (groups.length === 0) return plainGroups(table);
    const named = new Set(groups.flatMap(({ fields }) => fields));
    const others = table.fields.filter((field) => !named.has(field));
    return filled([...groups, { label: inBoth('form.others'), fields: others }]);
}

/** What names an item, its other facts, its texts, and what follows from them. */
function plainGroups(table: Table): readonly FieldGroup[] {
    const naming = new Set([table.title, ...table.key]);
    const isText = (field: Field) => field.type === 'markdown';
    const own = table.fields.filter((field) => !isDerived(field));
    return filled([
        { label: inBoth('form.naming'), fields: own.filter((field) => naming.has(field.id)) },
        { label: inBoth('form.facts'), fields: own.filter((field) => !naming.has(field.id) && !isText(field)) },
        { label: inBoth('form.texts'), fields: own.filter((field) => !naming.has(field.id) && isText(field)) },
        { label: inBoth('form.derived'), fields: table.fields.filter(isDerived) },
    ]);
}

function filled(groups: readonly FieldGroup[]): readonly FieldGroup[] {
    return groups.filter(({ fields }) => fields.length > 0);
}
