import type { Field, Question } from '../client';
import { RowWindow } from '../model';
import type { Given } from '../view';
import { allOf } from '../where';
import { groupCondition } from './conditions';
import { pageOf } from './differences';
import { GroupedRows, type Rows } from './grouped';
import type { Asked } from './surfaceparts';

type Rest = Omit<Question, 'offset' | 'limit'>;

/** The rows of what is asked: one window over the table, or one for each of its groups. */
export function rowsOf(given: Given, asked: Asked, fields: readonly Field[], folded: Set<string>): Rows {
    const { query, subject, time } = given;
    const { table } = subject;
    const { group, ...rest } = asked;
    const question: Rest = { table: table.id, ...rest };
    const window = (more: Rest) => new RowWindow(more.table, (offset, limit, signal) => pageOf(given, { ...more, offset, limit }, signal));
    const field = time.since === null && table.fields.find(({ id }) => id === group);
    if (!field) return window(question);
    const { where } = question;
    const sum = summable(fields);
    return new GroupedRows(
        {
            field,
            groups: (signal) => query.groups({ table: table.id, by: [field.id], where, sum }, signal),
            window: (value) => window({ ...question, where: allOf(where, groupCondition(field, value)) }),
        },
        folded,
    );
}

/** Whose sums a group's line shows: what is stored as a number, not shares of something. */
function summable(fields: readonly Field[]): readonly string[] {
    return fields.filter(({ type }) => ['integer', 'decimal', 'money'].includes(type)).map(({ id }) => id);
}
