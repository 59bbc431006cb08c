import type { Item } from '../../client';
import { byPeriod } from '../../figures/byperiod';
import { hasValue, within } from '../../figures/conditions';
import { measured, together, type Measured } from '../../figures/measuring';
import { after, firstDay, periodOf, spanOf } from '../../figures/periods';
import { plain, valueType } from '../../values';
import type { Query, Subject } from '../../view';
import { allOf } from '../../where';
import type { Facts, Line } from './model';
import type { Measure, SummaryOptions } from './options';

/** Growth looks a year back, in weeks a few more than 52. */
const BEFORE = { week: 54, month: 13, quarter: 5, year: 1 } as const;

export interface FactsQuestion {
    readonly query: Query;
    readonly subject: Subject;
    readonly options: SummaryOptions;
    readonly asOf: string | null;
    readonly now: string;
    /** How many periods are on the screen. */
    readonly shown: number;
}

type Grouped = Extract<Measure['how'], { kind: 'grouped' }>;

/** Reads the periods on the screen, and those before that growth needs. */
export async function readFacts(question: FactsQuestion): Promise<Facts> {
    const rows = await readRows(question);
    const grouped = question.options.measures.filter(({ how }) => how.kind === 'grouped');
    const figures = await Promise.all(grouped.map((measure) => readFigures(question, measure.how as Grouped, rows)));
    return { rows, figures: new Map(grouped.map((measure, index) => [measure.id, figures[index] ?? new Map<string, string>()])) };
}

async function readRows({ query, subject, options, asOf, shown }: FactsQuestion): Promise<Map<string, Item>> {
    const { period, per, measures } = options;
    const needed = measures.some(({ how }) => how.kind === 'written' || (how.kind === 'grouped' && how.by.type === 'reference'));
    if (!needed) return new Map();
    const page = await query.items({
        table: subject.table.id,
        where: allOf(subject.view.where, `has_value(${period.id})`),
        sort: [{ field: period.id, descending: true }],
        asOf: asOf ?? undefined,
        offset: 0,
        limit: shown + options.ahead + BEFORE[per],
    });
    const rows = new Map<string, Item>();
    for (const item of page.items) {
        const at = periodOf(plain(item.values[period.id]), per);
        if (at !== null && !rows.has(at)) rows.set(at, item);
    }
    return rows;
}

async function readFigures(question: FactsQuestion, how: Grouped, rows: ReadonlyMap<string, Item>): Promise<Map<string, string>> {
    const { query, options, asOf } = question;
    const { measuring, by } = how;
    const scope = { asOf: asOf ?? undefined };
    const stretch = { per: options.per, from: after(question.now, -question.shown - BEFORE[options.per]), to: question.now };
    const leads = new Map([...rows].map(([period, item]) => [item.ref, period]));
    const isReference = by.type === 'reference';
    const all = await (isReference ? measured(query, measuring, [by], scope) : byPeriod(query, measuring, by, [], stretch, scope));
    const parts = new Map<string, Measured[]>();
    for (const part of all) {
        const value = plain(part.by[by.id]);
        const period = isReference ? leads.get(value) : value;
        if (period !== undefined) parts.set(period, [...(parts.get(period) ?? []), part]);
    }
    const figures = [...parts].map(([period, each]) => [period, together(measuring.of, each)] as const);
    return new Map(figures.filter((figure): figure is readonly [string, string] => figure[1] !== null));
}

/** The expression for the rows behind the figures of a line. */
export function behindOf(line: Line, how: Grouped, rows: ReadonlyMap<string, Item>): string | undefined {
    const periods = line.kind === 'total' ? line.periods : [line.period];
    const [first, last] = [periods[0], periods.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    if (how.by.type !== 'reference') return within(how.by, first, last);
    const refs = periods.flatMap((period) => rows.get(period)?.ref ?? []);
    return refs.length === 0 ? 'false' : refs.map((ref) => hasValue(how.by, ref)).join(' || ');
}

/** The period of a row that is not written yet, as its field holds it. */
export function periodValue(options: SummaryOptions, period: string): string {
    const day = firstDay(period);
    return valueType(options.period) === 'month' && spanOf(period) === 'month' ? period : day;
}
